//! `push-qa check`: verdicts, forms, and the same bytes wherever it runs.

use super::{DRAFT, Folder, LIST, clean};

const CHECK: &str = "check --draft draft.json --recipients list.csv";

#[test]
fn a_clean_list_exits_with_0() {
    let run = clean().run(CHECK);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
    assert!(run.out.starts_with("Nothing stops it.\n\nlist.csv: 2 rows, 2 recipients"), "{}", run.out);
}

#[test]
fn the_exit_code_is_that_of_the_worst_that_was_found() {
    let body_of_one = br#"{"title": "Hi", "body": "{{ name }}"}"#;
    let misspelt = br#"{"title": "Hi", "body": "{{ name | upcsae }}"}"#;
    let eleven_tags: String = (0..11).map(|at| format!("[\"k{at}\",\"v\"],")).collect();
    let tagged = format!(r#"{{"title":"Hi","body":"Hi","tags":[{}]}}"#, eleven_tags.trim_end_matches(','));
    let long = format!("userId,name,order\nu1,{},2\n", "x".repeat(5000));
    for (draft, list, code, told) in [
        (DRAFT, LIST, 0, "Nothing stops it."),
        (DRAFT, b"userId,name,order\nu1,,2\n".as_slice(), 0, "warning: A variable is missing (name"),
        (DRAFT, b"userId,name,order\nu1,a,2\nu1,a,2\n", 0, "warning: The same recipient again"),
        (DRAFT, b"userId,name,order\n,a,2\nu1,a,2\n", 1, "blocking: No token and no user id"),
        (DRAFT, b"userId,name,order\n,a,2\n", 1, "blocking: Nobody to send to"),
        (DRAFT, long.as_bytes(), 1, "blocking: The payload is too large"),
        (body_of_one, b"userId,name\nu1,a\nu2,\n", 1, "blocking: The body is empty"),
        (
            misspelt,
            LIST,
            0,
            "warning: Body (body, line 1, column 11)\n  there is no filter `upcsae`; it changes nothing.",
        ),
        (tagged.as_bytes(), LIST, 1, "blocking: Tags\n  11 tags: a send takes at most 10."),
    ] {
        let run = Folder::new(&[("draft.json", draft), ("list.csv", list)]).run(CHECK);
        assert_eq!(run.code, code, "{}{}", run.out, run.err);
        assert!(run.out.contains(told), "{told}: {}", run.out);
    }
}

#[test]
fn every_form_can_be_asked_for() {
    let folder = clean();
    for (form, begins) in [
        ("text", "Nothing stops it."),
        ("json", "{\n  \"report\": 1,\n  \"tool\": {\n    \"name\": \"push-qa\","),
        ("markdown", "# Push QA\n\n**Nothing stops it.**\n"),
        ("junit", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"push-qa\""),
    ] {
        let run = folder.run(&format!("{CHECK} --format {form}"));
        assert_eq!(run.code, 0);
        assert!(run.out.starts_with(begins), "{}", run.out);
    }
}

#[test]
fn a_report_in_a_file_leaves_standard_output_to_a_person() {
    let folder = clean();
    let printed = folder.run(&format!("{CHECK} --format junit")).out;
    let run = folder.run(&format!("{CHECK} --format junit --output report.xml"));
    assert_eq!(folder.read("report.xml"), printed);
    assert_eq!(run.out, folder.run(CHECK).out);
}

#[test]
fn the_folder_does_not_show_in_a_report() {
    for form in ["json", "markdown", "junit"] {
        let [one, other] = [clean(), clean()].map(|folder| {
            let list = folder.path("list.csv");
            folder
                .run(&format!("check --draft draft.json --recipients {} --format {form}", list.display()))
                .out
        });
        assert_eq!(one, other);
        assert!(one.contains("list.csv") && !one.contains("/list.csv"), "{one}");
    }
}

#[test]
fn the_digest_of_a_csv_file_is_that_of_the_file() {
    let report = clean().run(&format!("{CHECK} --format json")).out;
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    // As `sha256sum` prints it for the same bytes.
    assert_eq!(report["inputs"]["list"], "7e4c222f0d9bbfe0a9658a0dbd6231ab3ab8421ffdeca1f9a274c212907aaa44");
}

#[test]
fn now_is_what_is_asked_for_or_the_moment_of_sending() {
    let draft = |rest: &str| format!(r#"{{"title":"Hi","body":"{{{{ 'now' | date: '%Y' }}}}"{rest}}}"#);
    for (rest, flag, moment) in [
        ("", "", "1970-01-01T00:00:00Z"),
        (r#","sendAt":1772355600000"#, "", "2026-03-01T09:00:00Z"),
        (r#","sendAt":1772355600000"#, " --now 2027-05-01T10:00:00+02:00", "2027-05-01T08:00:00Z"),
    ] {
        let folder = Folder::new(&[("draft.json", draft(rest).as_bytes()), ("list.csv", LIST)]);
        let run = folder.run(&format!("{CHECK} --format json{flag}"));
        assert_eq!(run.err, "");
        let report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!(report["settings"]["now"], moment);
        assert_eq!(report["summary"]["clusters"][0]["body"], moment[..4]);
    }
}

#[test]
fn the_reserve_counts_for_the_limit() {
    let folder = clean();
    assert_eq!(folder.run(&format!("{CHECK} --reserve 0")).code, 0);
    assert_eq!(folder.run(&format!("{CHECK} --reserve 4096")).code, 1);
}

#[test]
fn a_file_that_the_console_exported_is_a_draft() {
    let draft = |name: &str, title: &str| {
        format!(r#"{{"name":"{name}","savedAt":0,"draft":{{"title":"{title}","body":"Hi"}}}}"#)
    };
    let file = |drafts: &[String]| format!(r#"{{"pushConsoleDrafts":1,"drafts":[{}]}}"#, drafts.join(","));
    let one = file(&[draft("Spring", "One")]);
    let two = file(&[draft("Spring", "One"), draft("Autumn", "Two")]);
    for (file, flag, title) in
        [(&one, "", "One"), (&two, " --name Autumn", "Two"), (&two, " --name Spring", "One")]
    {
        let folder = Folder::new(&[("draft.json", file.as_bytes()), ("list.csv", LIST)]);
        let run = folder.run(&format!("{CHECK} --format json{flag}"));
        let report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!(report["summary"]["clusters"][0]["title"], title);
    }
    for (flag, told) in [
        (
            "",
            "error: draft.json: the file holds several drafts.\n  Choose one with --name: \"Spring\", \"Autumn\".\n",
        ),
        (
            " --name Winter",
            "error: draft.json: the file holds no draft named \"Winter\".\n  It holds \"Spring\", \"Autumn\".\n",
        ),
    ] {
        let folder = Folder::new(&[("draft.json", two.as_bytes()), ("list.csv", LIST)]);
        let run = folder.run(&format!("{CHECK}{flag}"));
        assert_eq!((run.code, run.err.as_str()), (2, told));
    }
}

#[test]
fn what_a_terminal_would_obey_is_named() {
    let list = b"userId,name,order\nu1,a,2\n,\x1b[2Jb,2\n";
    let run = Folder::new(&[("draft.json", DRAFT), ("\u{1b}[31mlist.csv", list)])
        .run("check --draft draft.json --recipients \u{1b}[31mlist.csv");
    assert_eq!(run.code, 1);
    assert!(run.out.contains("[U+001B][31mlist.csv") && !run.out.contains('\u{1b}'), "{}", run.out);
}
