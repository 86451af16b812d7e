//! Saves rows of the list as a CSV file.

use leptos::prelude::*;
use push_qa::protocol::{Answer, Request, Rows};

use crate::audience::{Audience, Slot};
use crate::platform::download;

/// Saves these rows, under a name made of the list's and `what`.
pub fn download_rows(audience: Audience, of: Rows, what: &str) {
    let name =
        audience.list.with_untracked(|list| list.as_ref().map_or_else(String::new, |list| list.name.clone()));
    let name = file_name(&name, what);
    audience.ask(Slot::Download, &Request::Download { of }, None, move |answer| {
        if let Answer::Text { text } = answer {
            download::save(&name, "text/csv;charset=utf-8", &text);
        }
    });
}

/// `people.csv` and `The same recipient again` are `people-the-same-recipient-again.csv`.
fn file_name(list: &str, what: &str) -> String {
    let stem = list.rsplit_once('.').map_or(list, |(stem, _)| stem);
    let stem = if stem.is_empty() { "recipients" } else { stem };
    let what = what.to_lowercase();
    let words: Vec<&str> =
        what.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    format!("{stem}-{}.csv", words.join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_its_list_and_what_is_in_it() {
        assert_eq!(
            file_name("people.csv", "The same recipient again"),
            "people-the-same-recipient-again.csv"
        );
        assert_eq!(file_name("", "No `{{` left"), "recipients-no-left.csv");
    }
}
