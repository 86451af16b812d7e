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
