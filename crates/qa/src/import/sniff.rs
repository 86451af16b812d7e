//! Tells by a file's first bytes what it is: text in an encoding that can be read, or something else by its name.

use super::refusal::{binary, refuse};
use super::utf16::Order;
use crate::problem::Unreadable;

/// How a file's text is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    /// UTF-8, a byte order mark or none.
    Utf8,
    /// UTF-16.
    Utf16(Order),
}

/// Files that people choose by mistake: how they begin, what they are, and what to do.
const OTHERS: [(&[u8], &str, &str); 9] = [
    (
        b"PK\x03\x04",
        "This is an Excel workbook or a zip archive",
        "Open it and save the sheet as “CSV UTF-8”.",
    ),
    (b"PK\x05\x06", "This is an empty zip archive", "Choose a CSV, TSV or JSON file."),
    (b"\xd0\xcf\x11\xe0", "This is an old Excel workbook", "Open it and save the sheet as “CSV UTF-8”."),
    (b"\x1f\x8b", "This is a gzip archive", "Unpack it and choose the file that was in it."),
    (b"BZh", "This is a bzip2 archive", "Unpack it and choose the file that was in it."),
    (b"7z\xbc\xaf\x27\x1c", "This is a 7-Zip archive", "Unpack it and choose the file that was in it."),
    (b"%PDF", "This is a PDF", "Export the list from where it was made as CSV, TSV or JSON."),
    (b"{\\rtf", "This is a rich text document", "Save it as plain text or CSV."),
    (b"PAR1", "This is a Parquet file", "Export the list as CSV, TSV or JSON."),
];

/// Web pages and other markup, which some tools write under the name of a table.
const MARKUP: [&str; 5] = ["<!doctype", "<html", "<?xml", "<table", "<head"];

/// Tells the encoding, and how many bytes of mark come before the text. A mark of UTF-8 belongs to the text.
pub(super) fn sniff(head: &[u8]) -> Result<(Encoding, usize), Unreadable> {
    for (begins, title, advice) in OTHERS {
        if head.starts_with(begins) {
            return Err(refuse(title, advice, None));
        }
    }
    match head {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => {
            let advice = "Save it again as “CSV UTF-8”, so that it can be read.";
            return Err(refuse("The file is in UTF-32", advice, None));
        }
        [0xff, 0xfe, ..] => return Ok((Encoding::Utf16(Order::Little), 2)),
        [0xfe, 0xff, ..] => return Ok((Encoding::Utf16(Order::Big), 2)),
        _ => {}
    }
    if head.contains(&0) {
        let order = unmarked(head).ok_or_else(|| binary(None))?;
        return Ok((Encoding::Utf16(order), 0));
    }
    let start = head.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(head.len());
    let is_markup = |tag: &str| {
        head.get(start..start + tag.len()).is_some_and(|begins| begins.eq_ignore_ascii_case(tag.as_bytes()))
    };
    if MARKUP.iter().any(|tag| is_markup(tag)) {
        let advice =
            "Some tools give such a file the name of a table. Open it in a spreadsheet and save it as CSV.";
        return Err(refuse("This is a web page or XML", advice, None));
    }
    Ok((Encoding::Utf8, 0))
}

/// UTF-16 without a mark: in texts with Latin separators nearly all zero bytes stand on one side.
fn unmarked(head: &[u8]) -> Option<Order> {
    let zeros = |side: usize| head.iter().skip(side).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), head.len() / 2);
    let are_most = |here: usize, there: usize| here * 4 >= pairs && there * 8 <= here;
    if are_most(odd, even) {
        Some(Order::Little)
    } else if are_most(even, odd) {
        Some(Order::Big)
    } else {
        None
    }
}
