//! The folder of files that people choose by mistake, and those that are too large to be kept in one.

use push_qa::import::{Importer, MAX_BYTES, read};
use push_qa::list::List;
use push_qa::problem::{ProblemKind, Unreadable};

fn open(name: &str) -> Result<List, Unreadable> {
    let path = format!("{}/tests/broken/{name}", env!("CARGO_MANIFEST_DIR"));
    read(name, std::fs::read(path).unwrap())
}

#[test]
fn what_cannot_be_read_is_refused_in_words_with_its_row() {
    let table = [
        ("zip-named.csv", "This is an Excel workbook or a zip archive", None, "CSV UTF-8"),
        ("gzip-named.csv", "This is a gzip archive", None, "Unpack"),
        ("report.pdf", "This is a PDF", None, "Export"),
        ("old-excel.xls", "This is an old Excel workbook", None, "CSV UTF-8"),
        ("page.xls", "This is a web page or XML", None, "spreadsheet"),
        ("picture.csv", "This is not a text file", None, "Export"),
        ("zero-byte.csv", "This is not a text file", Some(3), "Export"),
        ("windows-1252.csv", "The file is not UTF-8", Some(3), "Byte 40, in row 3 after “t2,FCM,J”, is 0xFC"),
        ("cut-off-utf8.csv", "The file is not UTF-8", Some(2), "Byte 29, in row 2"),
        ("utf16-half.csv", "The file is broken UTF-16", Some(3), "CSV UTF-8"),
        ("utf32.csv", "The file is in UTF-32", None, "CSV UTF-8"),
        ("quote-never-closed.csv", "A quote is never closed", Some(3), "cell of row 3"),
        ("quote-within.csv", "Text follows a closing quote", Some(3), "“the\" Builder” follows"),
        ("quote-missing.csv", "Text follows a closing quote", Some(2), "in the next line, “Bob\"” follows"),
        ("empty.csv", "There is nothing in it", None, "one recipient"),
        ("blank.csv", "There is nothing in it", None, "one recipient"),
        ("cut-off.json", "This JSON cannot be read", Some(2), "In line 2, EOF while parsing a string"),
        ("no-comma.json", "This JSON cannot be read", None, "In line 2, a comma is missing"),
        ("not-objects.json", "Every entry has to be an object", Some(2), "Entry 2, in line 2"),
        ("no-recipients.json", "There is nothing in it", None, "one recipient"),
        ("half-escape.json", "A text is broken", Some(1), "entry 1"),
        ("broken-line.ndjson", "This JSON cannot be read", Some(3), "In line 3, expected `:`"),
    ];
    for (name, title, row, words) in table {
        let refusal = open(name).unwrap_err();
        assert_eq!((refusal.title.as_str(), refusal.row), (title, row), "{name}: {refusal:?}");
        assert!(refusal.advice.contains(words), "{name}: {}", refusal.advice);
    }
}

#[test]
fn what_can_be_read_names_its_problems() {
    let table = [
        ("no-header.csv", vec![ProblemKind::NoAddressColumn], 1),
        ("double-header.csv", vec![ProblemKind::DoubledColumn], 1),
        ("utf16.csv", vec![], 1),
        ("utf16-big.csv", vec![], 1),
        ("utf16-unmarked.csv", vec![], 1),
    ];
    for (name, kinds, rows) in table {
        let list = open(name).unwrap();
        let found: Vec<ProblemKind> = list.problems().iter().map(|problem| problem.kind).collect();
        assert_eq!((found, list.len()), (kinds, rows), "{name}");
        if name.starts_with("utf16") {
            assert_eq!(list.row(0).unwrap().cell(2), "Jürgen 😀", "{name}");
            assert_eq!(list.listed().notes, ["Converted from UTF-16 to UTF-8."], "{name}");
        }
    }
}

#[test]
fn what_is_too_large_is_refused_by_name() {
    let cell = |bytes: usize| format!("token,name\nt1,Ada\nt2,\"{}\"\n", "x".repeat(bytes));
    let cases = [
        (cell(10_000_000), "A cell is too large", Some(3)),
        (format!("[{{\"token\":\"{}\"}}]", "x".repeat(1_000_001)), "A cell is too large", Some(1)),
        (format!("token\n{}", "t\n".repeat(1_000_001)), "Too many rows", Some(1_000_002)),
        (format!("{}token\nt", "x,".repeat(1_000)), "Too many columns", Some(1)),
        (format!("[{{\"token\":\"t\"{}}}]", fields(1_000)), "Too many columns", Some(1)),
    ];
    for (text, title, row) in cases {
        let refusal = read("list", text.into_bytes()).unwrap_err();
        assert_eq!((refusal.title.as_str(), refusal.row), (title, row), "{refusal:?}");
    }
    assert_eq!(read("list", cell(999_998).into_bytes()).unwrap().len(), 2);
    assert_eq!(
        read("list", format!("token\n{}", "t\n".repeat(1_000_000)).into_bytes()).unwrap().len(),
        1_000_000
    );
}

fn fields(count: usize) -> String {
    (0..count).map(|at| format!(",\"f{at}\":1")).collect()
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_has_arrived() {
    let mut importer = Importer::new("list.csv", 0);
    let chunk = vec![b'\n'; 20_000_000];
    let fed = (0..11).map_while(|_| importer.feed(&chunk).ok()).count();
    assert_eq!(fed as u64 * chunk.len() as u64, MAX_BYTES);
}
