use crate::{grid, list};
use push_qa::column::Role;

const APN: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

#[test]
fn cells_are_read_as_they_are_written() {
    let quoted = "a,b\n\"1,\n2\",\"say \"\"hi\"\"\"\n";
    let table: [(&str, &[&[&str]]); 12] = [
        ("a,b\n1,2\n3,4\n", &[&["1", "2"], &["3", "4"]]),
        ("a,b\r\n1,2\r\n3,4", &[&["1", "2"], &["3", "4"]]),
        ("a,b\r1,2\r3,4", &[&["1", "2"], &["3", "4"]]),
        ("a;b\n1,5;2\n3;4,0\n", &[&["1,5", "2"], &["3", "4,0"]]),
        ("a\tb\n1\t 2 \n", &[&["1", " 2 "]]),
        ("a|b\n1|2\n", &[&["1", "2"]]),
        ("\u{feff}a,b\n1,2", &[&["1", "2"]]),
        ("sep=;\na;b\n1;2", &[&["1", "2"]]),
        (quoted, &[&["1,\n2", "say \"hi\""]]),
        ("a,b\n\"1\" ,\"\"\n", &[&["1", ""]]),
        ("a,b\n5\" pipe,it's \"so\"\n", &[&["5\" pipe", "it's \"so\""]]),
        ("a,b\n\n,\n  , \n\"\",\n1,2\n\n", &[&["  ", " "], &["1", "2"]]),
    ];
    for (text, rows) in table {
        assert_eq!(grid(&list(text)), rows, "{text:?}");
    }
}

#[test]
fn tokens_and_providers_are_found_without_a_header() {
    let list = list(&format!("{APN}\nabc,FCM\ncomms_user_01\n"));
    let roles: Vec<Role> = list.columns().iter().map(|column| column.role).collect();
    assert_eq!(roles, [Role::Token, Role::Provider]);
    assert_eq!((list.kinds().apn, list.kinds().fcm, list.kinds().users), (1, 1, 1));
    assert_eq!(list.problems(), []);
}

#[test]
fn a_header_longer_than_what_the_dialect_is_told_by_is_read_whole() {
    let name = "n".repeat(300_000);
    for quote in ["", "\""] {
        let list = list(&format!("token,{quote}{name}{quote},c\nt,1,2\n"));
        let names: Vec<usize> = list.columns().iter().map(|column| column.name.len()).collect();
        assert_eq!(names, [5, 300_000, 1]);
        assert_eq!(grid(&list), [["t", "1", "2"]]);
    }
}

#[test]
fn a_list_says_how_it_was_read() {
    let table = [
        ("token,provider\nt,FCM\n", "CSV, separated by commas", 0),
        ("token;provider\nt;FCM\n", "CSV, separated by semicolons", 0),
        ("token\tprovider\nt\tFCM\n", "TSV, separated by tabs", 0),
        ("token\nt\n", "One column", 0),
        ("t,FCM\n", "CSV, separated by commas", 1),
        ("[{\"token\": \"t\"}]", "JSON", 0),
        ("{\"token\": \"t\"}\n{}", "JSON, one entry after the other", 0),
        ("{\"to\": [{\"token\": \"t\"}]}", "JSON, a send request", 1),
    ];
    for (text, dialect, notes) in table {
        let listed = list(text).listed();
        assert_eq!((listed.dialect.as_str(), listed.notes.len()), (dialect, notes), "{text}");
        assert_eq!((listed.name.as_str(), listed.bytes), ("list.csv", text.len() as u64));
    }
}

#[test]
fn the_fingerprint_is_that_of_the_file() {
    let csv = list("token\nt\n");
    assert_eq!(csv.fingerprint(), "910680ff1e8b775ea73aa2337c2ae62bcca375fabf25828b1cd2ccb1fe0b8fa1");
    assert_eq!(
        list("[{}]").fingerprint(),
        "e10808d43975dc400731053386849f864f297e6c4f7519c380f3dbaf7067a840"
    );
}
