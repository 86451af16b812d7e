//! The list of notifications: filters, table, pager.

use serde_json::json;

use crate::browser::Browser;
use crate::wait;

/// Recipient and status of one row, and where it leads.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    pub recipient: String,
    pub status: String,
    pub href: String,
}

const ROWS: &str = "
const table = [...document.querySelectorAll('table')].find((table) => table.ariaLabel === 'Notifications');
const headings = [...(table?.tHead.rows[0].cells ?? [])].map((cell) => cell.innerText.trim());
const text = (row, heading) =>
    row.cells[headings.indexOf(heading)].querySelector('.table-value').innerText.trim();
const link = (row) => row.querySelector('a');
return [...(table?.tBodies[0].rows ?? [])].map((row) =>
    [link(row).innerText.trim(), text(row, 'Status'), link(row).getAttribute('href')]);";

const COUNT: &str = "
const table = [...document.querySelectorAll('table')].find((table) => table.ariaLabel === 'Notifications');
return table?.tBodies[0].rows.length ?? 0;";

/// The list.
pub struct Notifications<'a>(pub(super) &'a Browser);

impl Notifications<'_> {
    /// The rows shown now.
    pub async fn rows(&self) -> Vec<Row> {
        let rows = self.0.run(ROWS, vec![]).await;
        let cell = |row: &serde_json::Value, at: usize| row[at].as_str().unwrap_or_default().to_owned();
        let row = |row| Row { recipient: cell(row, 0), status: cell(row, 1), href: cell(row, 2) };
        rows.as_array().into_iter().flatten().map(row).collect()
    }

    /// Waits until page `number` is shown with this many rows, and returns them.
    pub async fn page(&self, number: usize, rows: usize) -> Vec<Row> {
        self.0.find("table", "Notifications").await;
        wait::until_true(self.0, &format!("page {number} with {rows} rows"), async || {
            self.number().await == format!("Page {number}")
                && self.0.run(COUNT, vec![]).await == json!(rows)
                && !self.is_waiting().await
        })
        .await;
        self.rows().await
    }

    /// Waits until every row has one of these statuses, and returns the rows.
    pub async fn all_are(&self, statuses: &[&str]) -> Vec<Row> {
        wait::until(self.0, &format!("rows of {statuses:?}"), async || {
            let rows = self.rows().await;
            let are = !rows.is_empty() && rows.iter().all(|row| statuses.contains(&row.status.as_str()));
            are.then_some(rows)
        })
        .await
    }

    /// One page on.
    pub async fn next(&self) {
        self.0.press("Next page").await;
    }

    /// One page back.
    pub async fn previous(&self) {
        self.0.press("Previous page").await;
    }

    /// True when the button of this name can be pressed.
    pub async fn can(&self, button: &str) -> bool {
        self.0.find("button", button).await.is_enabled().await.unwrap()
    }

    /// Opens the row of this recipient.
    pub async fn open(&self, recipient: &str) {
        self.0.follow(recipient).await;
    }

    async fn number(&self) -> String {
        let script = "return document.querySelector('.pager-page')?.innerText ?? ''";
        self.0.run(script, vec![]).await.as_str().unwrap_or_default().to_owned()
    }

    /// True while an answer is on its way.
    async fn is_waiting(&self) -> bool {
        self.0.run("return document.querySelector('main [aria-busy=true]') !== null", vec![]).await
            == json!(true)
    }
}
