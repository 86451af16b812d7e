//! `push-qa break`, `split` and `compare`.

use push_api::SendRequest;

use super::{DRAFT, Folder, LIST, clean};

#[test]
fn what_breaks_a_draft_is_a_list_that_breaks_it() {
    let folder = clean();
    let line = "break --draft draft.json --seed 7 --cases 300";
    let run = folder.run(&format!("{line} --output broken.json"));
    assert_eq!((run.code, run.err.as_str()), (1, ""), "{}", run.out);
    assert!(
        run.out.starts_with("300 recipients made up from seed 7; variables: name, order\n"),
        "{}",
        run.out
    );
    assert!(run.out.contains("blocking: The payload is too large"), "{}", run.out);
    assert_eq!(folder.run(line).out, run.out);
    let check = folder.run("check --draft draft.json --recipients broken.json");
    assert_eq!(check.code, 1);
    assert!(check.out.contains("blocking: The payload is too large"), "{}", check.out);
}

#[test]
fn a_draft_that_cannot_be_broken_exits_with_0() {
    let folder = Folder::new(&[("draft.json", br#"{"title": "Sale", "body": "Today only."}"#)]);
    let run = folder.run("break --draft draft.json --cases 50");
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(!run.out.contains("recipient: "), "{}", run.out);
}

#[test]
fn a_split_list_is_written_as_it_is_sent() {
    let folder = clean();
    let line = "split --draft draft.json --recipients list.csv --canary 50% --output sends";
    let run = folder.run(line);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let bodies = ["send-1.json", "send-2.json"].map(|name| folder.read(&format!("sends/{name}")));
    for (at, body) in bodies.iter().enumerate() {
        let request: SendRequest = serde_json::from_str(body).unwrap();
        assert_eq!(request.to[0].address(), format!("comms_user_{}", at + 1));
        let row = format!("{:>5}  {:>10}  {:>12}  {} to {}\n", at + 1, 1, body.len(), at + 2, at + 2);
        assert!(run.out.contains(&row), "{row}{}", run.out);
    }
    // Another split would leave old bodies beside new ones.
    let again = folder.run(line);
    assert_eq!((again.code, again.out.as_str()), (2, ""));
    assert_eq!(again.err, "error: sends: the folder is not empty.\n  Name a new folder.\n");
}

#[test]
fn rows_that_are_in_no_send_are_told() {
    let folder = Folder::new(&[("draft.json", DRAFT), ("list.csv", b"userId,name\nu1,a\n,b\n")]);
    let run = folder.run("split --draft draft.json --recipients list.csv");
    assert_eq!(run.code, 1);
    assert!(run.out.contains("1 recipient in 1 send\n1 row of the list cannot be sent to"), "{}", run.out);
    let run = folder.run("split --draft draft.json --recipients list.csv --max-bytes 90");
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.starts_with("error: list.csv: Row 2 does not fit in a send"), "{}", run.err);
}

#[test]
fn differences_are_told_word_by_word() {
    let folder = Folder::new(&[
        ("draft.json", DRAFT),
        (
            "earlier.json",
            br#"{"title": "Hello {{ name }}", "body": "Your order {{ order }} is on its way."}"#,
        ),
        ("list.csv", LIST),
    ]);
    for (with, code, told) in [
        ("--earlier draft.json", 0, "No difference.\n"),
        ("--earlier earlier.json", 1, "title: [-Hello-]{+Hi+} {{ name }}\n"),
        (
            "--recipients list.csv --rows 2 3",
            1,
            "address: [-comms_user_1-]{+comms_user_2+}\ntitle: Hi [-Ada-]{+Grace+}\n\
             body: Your order [-17-]{+18+} is on its way.\nvariables.name: [-Ada-]{+Grace+}\n\
             variables.order: [-17-]{+18+}\napnsBytes: [-",
        ),
    ] {
        let run = folder.run(&format!("compare --draft draft.json {with}"));
        assert_eq!(run.code, code, "{with}: {}", run.err);
        assert!(run.out.starts_with(told), "{with}: {}", run.out);
    }
    let run = folder.run("compare --draft draft.json --recipients list.csv --rows 2 9");
    assert_eq!(run.code, 2);
    assert!(run.err.starts_with("error: list.csv: there is no recipient in row 9."), "{}", run.err);
}
