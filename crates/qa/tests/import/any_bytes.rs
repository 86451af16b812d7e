//! What holds for every grid and every sequence of bytes.

use proptest::prelude::*;
use push_qa::import::{Importer, Work, read};
use push_qa::list::List;
use push_qa::problem::Unreadable;

use crate::grid;

/// Cells with all that a reader can stumble over.
fn cell() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\"".to_owned()),
        Just(",".to_owned()),
        Just(";".to_owned()),
        Just("\t".to_owned()),
        Just("|".to_owned()),
        Just("\n".to_owned()),
        Just("\r\n".to_owned()),
        Just("\r".to_owned()),
        Just(" ".to_owned()),
        "[a-z0-9]{1,9}",
        "\\PC{1,4}",
    ];
    prop::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat())
}

/// A cell in quotes when it has to be, or when it is asked for.
fn written(cell: &str, in_quotes: bool) -> String {
    if in_quotes || cell.contains([',', ';', '\t', '|', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

fn fed(bytes: &[u8], pieces: &[usize], rows: usize) -> Result<List, Unreadable> {
    let mut importer = Importer::new("list", 0);
    let mut rest = bytes;
    for piece in pieces.iter().cycle().take(bytes.len().max(1)) {
        let (now, later) = rest.split_at(rest.len().min(*piece));
        importer.feed(now)?;
        rest = later;
    }
    loop {
        let before = importer.progress();
        match importer.work(rows)? {
            Work::Done(list) => return Ok(*list),
            Work::More(progress) => {
                assert!(
                    progress.done >= before.done && progress.done <= progress.of,
                    "{before:?} {progress:?}"
                );
            }
        }
    }
}

/// All that a page sees of a list.
fn told(list: Result<List, Unreadable>) -> Result<String, Unreadable> {
    list.map(|list| {
        let lines: Vec<_> = (0..list.len()).map(|index| list.line(index, Vec::new())).collect();
        let recipients: Vec<_> = (0..list.len()).map(|index| list.row(index).unwrap().recipient()).collect();
        let csv = list.csv_of(0..list.len());
        format!("{:?}{lines:?}{recipients:?}{csv}{}", list.listed(), list.fingerprint())
    })
}

proptest! {
    #[test]
    fn a_grid_is_read_as_it_was_written(
        cells in (2_usize..6).prop_flat_map(|width| {
            prop::collection::vec(prop::collection::vec((cell(), any::<bool>()), width), 1..12)
        }),
        delimiter in prop::sample::select(vec![",", ";", "\t", "|"]),
        line_break in prop::sample::select(vec!["\n", "\r\n", "\r"]),
        marked in any::<bool>(),
    ) {
        let width = cells[0].len();
        let mut text = if marked { "\u{feff}".to_owned() } else { String::new() };
        let names: Vec<String> = (1..=width).map(|at| if at == 1 { "token".to_owned() } else { format!("c{at}") }).collect();
        text.push_str(&names.join(delimiter));
        for row in &cells {
            text.push_str(line_break);
            let row: Vec<String> = row.iter().map(|(cell, in_quotes)| written(cell, *in_quotes)).collect();
            text.push_str(&row.join(delimiter));
        }
        let list = read("list.csv", text.clone().into_bytes()).unwrap();
        let rows = cells.iter().enumerate().filter(|(_, row)| row.iter().any(|(cell, _)| !cell.is_empty()));
        let (numbers, expected): (Vec<u32>, Vec<Vec<&str>>) = rows
            .map(|(at, row)| (at as u32 + 2, row.iter().map(|(cell, _)| cell.as_str()).collect()))
            .unzip();
        prop_assert_eq!(grid(&list), expected);
        let found: Vec<u32> = (0..list.len()).map(|index| list.row(index).unwrap().number()).collect();
        prop_assert_eq!(found, numbers);
        prop_assert_eq!(list.columns().iter().map(|column| &column.name).collect::<Vec<_>>(), names.iter().collect::<Vec<_>>());
        // What is downloaded reads as the same list.
        let again = read("again.csv", list.csv_of(0..list.len()).into_bytes()).unwrap();
        prop_assert_eq!(grid(&again), grid(&list));
    }

    #[test]
    fn no_bytes_end_in_a_panic_and_pieces_do_not_matter(
        bytes in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..700),
            prop::collection::vec(prop::sample::select(b"\",;\n\r\tt1\xc3\xbc\0[{}]:".to_vec()), 0..700),
            "[{\\[]?(\"(token|a|to|variables|\\\\u00e9)\"|[\\[\\]{}:,\n]|12|null|t:|\"){0,40}".prop_map(String::into_bytes),
            "\\PC{0,400}".prop_map(|text| text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ],
        pieces in prop::collection::vec(1_usize..80, 1..5),
        rows in 1_usize..9,
    ) {
        let whole = told(read("list", bytes.clone()));
        prop_assert_eq!(told(fed(&bytes, &pieces, rows)), whole);
    }
}
