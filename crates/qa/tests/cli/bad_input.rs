//! Input that cannot be read: exit code 2, nothing on standard output, and what is wrong, where, and what to do.

use super::{DRAFT, Folder, LIST, clean};

fn check(draft: &[u8], list: &[u8]) -> super::Run {
    let folder = Folder::new(&[("draft.json", draft), ("list.csv", list)]);
    folder.run("check --draft draft.json --recipients list.csv")
}

#[test]
fn a_draft_that_is_none_is_refused() {
    let broken: [(&[u8], &str); 10] = [
        (b"", "draft.json: the draft is not JSON (EOF"),
        (b"title: Hi", "draft.json: the draft is not JSON (expected"),
        (b"\xff\xfe{\0}\0", "draft.json: the draft is not UTF-8."),
        (b"[]", "draft.json: this is no draft"),
        (b"7", "draft.json: this is no draft"),
        (br#"{"body": 7}"#, "draft.json: this is no draft (invalid type: integer `7`, expected a string)"),
        (br#"{"titel": "Hi", "body": "Hi"}"#, "draft.json: a draft has no field \"titel\"."),
        (br#"{"body": "{% if %}x{% endif %}"}"#, "body, line 1, column 6: "),
        (br#"{"sendAt": 9007199254740993000}"#, "draft.json: sendAt is no date."),
        (br#"{"pushConsoleDrafts": 9, "drafts": []}"#, "draft.json: A newer console wrote this file"),
    ];
    for (draft, told) in broken {
        let run = check(draft, LIST);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{told}");
        assert!(run.err.starts_with("error: draft.json: ") && run.err.contains(told), "{told}: {}", run.err);
        assert_eq!(run.err.lines().last().map(|line| line.starts_with("  ")), Some(true), "{}", run.err);
    }
}

#[test]
fn an_unknown_field_is_refused_with_those_that_there_are() {
    let run = check(br#"{"titel": "Hi", "body": "Hi"}"#, LIST);
    for field in ["title", "body", "tags", "sendAt", "apnsCredential"] {
        assert!(run.err.contains(field), "{field}: {}", run.err);
    }
}

#[test]
fn a_list_that_is_none_is_refused() {
    for list in [b"".as_slice(), b"PK\x03\x04\0\0\0\0zip", b"userId,name\n\"u1,a\n", b"\0\x01\x02\x03binary"]
    {
        let run = check(DRAFT, list);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{list:?}: {}", run.err);
        assert!(run.err.starts_with("error: list.csv"), "{}", run.err);
    }
}

#[test]
fn files_that_are_not_there_are_named() {
    let folder = clean();
    std::fs::create_dir(folder.path("folder")).unwrap();
    for (line, told) in [
        ("check --draft none.json --recipients list.csv", "error: none.json: cannot be read"),
        ("check --draft draft.json --recipients none.csv", "error: none.csv: cannot be read"),
        ("check --draft folder --recipients list.csv", "error: folder: this is a folder."),
        (
            "check --draft draft.json --recipients list.csv --output none/r.xml",
            "error: none/r.xml: cannot be written",
        ),
    ] {
        let run = folder.run(line);
        assert_eq!(run.code, 2, "{line}");
        assert!(run.err.starts_with(told), "{}", run.err);
    }
}

#[test]
fn a_command_line_that_is_none_is_refused() {
    let folder = clean();
    for line in [
        "check",
        "check --draft draft.json",
        "check --draft draft.json --recipients list.csv --format pdf",
        "check --draft draft.json --recipients list.csv --now yesterday",
        "split --draft draft.json --recipients list.csv --canary 101%",
        "compare --draft draft.json",
        "compare --draft draft.json --recipients list.csv --rows 2",
        "bogus",
    ] {
        let run = folder.run(line);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{line}");
        assert!(run.err.starts_with("error: ") || run.err.contains("Usage:"), "{line}: {}", run.err);
    }
}
