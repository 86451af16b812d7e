//! Rows of a list as a CSV file, to be mended and read again: the rows of a CSV file as they came, those of a JSON
//! list with a column for each field.

use super::List;
use super::table::Script;

impl List {
    /// These rows with a header. Indices that are not below [`List::len`] are passed over.
    pub fn csv_of(&self, indices: impl IntoIterator<Item = usize>) -> String {
        let mut csv = String::new();
        let text = self.table.text();
        match self.source.header.clone().and_then(|header| text.get(header)) {
            Some(header) => csv.push_str(header),
            None => self.push_cells(&mut csv, self.columns.iter().map(|column| column.name.as_str())),
        }
        csv.push('\n');
        for index in indices.into_iter().filter(|&index| index < self.len()) {
            match (self.table.script(), self.row(index)) {
                (Script::Csv, _) => csv.push_str(self.table.raw_row(self.place(index))),
                (Script::Json, Some(row)) => {
                    self.push_cells(&mut csv, (0..self.columns.len()).map(|column| row.cell(column)));
                }
                (Script::Json, None) => continue,
            }
            csv.push('\n');
        }
        csv
    }

    fn push_cells<'c>(&self, csv: &mut String, cells: impl Iterator<Item = &'c str>) {
        let delimiter = self.source.delimiter;
        for (at, cell) in cells.enumerate() {
            if at > 0 {
                csv.push(delimiter);
            }
            push_cell(csv, delimiter, cell);
        }
    }
}

fn push_cell(csv: &mut String, delimiter: char, cell: &str) {
    let needs_quotes = cell.starts_with([' ', '\t']) || cell.contains([delimiter, '"', '\n', '\r']);
    if needs_quotes {
        csv.push('"');
        csv.push_str(&cell.replace('"', "\"\""));
        csv.push('"');
    } else {
        csv.push_str(cell);
    }
}
