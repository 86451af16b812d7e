//! The report: the same values give the same bytes, and no text from outside can break its forms.
#![allow(clippy::unwrap_used, missing_docs)]

use std::path::Path;

use proptest::prelude::*;
use push_api::{Draft, Priority};
use push_qa::column::{CellType, Column, Role};
use push_qa::finding::FindingKind;
use push_qa::problem::{Problem, ProblemKind};
use push_qa::protocol::{CheckSettings, Format, Listed, RESERVE};
use push_qa::report::{Report, Verdict};
use push_qa::summary::{Branch, Cluster, Count, Exhibit, Spread, Summary, Variable, Why};
use serde_json::Value;

const SETTINGS: CheckSettings = CheckSettings { now: 1_760_000_000, reserve: RESERVE };
const FORMATS: [Format; 3] = [Format::Json, Format::Markdown, Format::Junit];

fn draft() -> Draft {
    Draft {
        title: "Hi {{ name }}".into(),
        body: "{% if vip %}Early access{% else %}Sale{% endif %}".into(),
        tags: vec![("campaign".into(), "spring".into()), ("campaign".into(), "again".into())],
        ..Draft::default()
    }
}

fn column(name: &str, role: Role, sample: &str) -> Column {
    Column { name: name.into(), role, cells: CellType::Text, filled: 3, sample: sample.into() }
}

/// A list and a check of it in which `text` stands wherever a text from outside can stand.
fn values(text: &str) -> (Listed, Summary) {
    let list = Listed {
        name: text.into(),
        bytes: 90,
        dialect: "CSV, separated by commas".into(),
        notes: vec![text.into()],
        columns: vec![
            column("userId", Role::UserId, "comms_user_secret"),
            column(text, Role::Variable, "Ada"),
        ],
        rows: 3,
        recipients: 2,
        users: 2,
        problems: vec![
            Problem { kind: ProblemKind::UnnamedColumn, columns: vec![text.into()], count: 0, rows: vec![] },
            Problem { kind: ProblemKind::NoAddress, columns: vec![], count: 30, rows: vec![4, 5] },
        ],
        ..Listed::default()
    };
    let spread = Spread {
        recipients: 2,
        min: 300,
        median: 301,
        max: 4200,
        max_row: 3,
        limit: 4096,
        over: 1,
        steps: vec![1, 0, 0, 1],
    };
    let count =
        |kind, detail: &str, recipients| Count { kind, detail: detail.into(), recipients, first_row: 3 };
    let branch = |tag: &str, markup: &str, taken| Branch {
        text: "body".into(),
        tag: tag.into(),
        markup: markup.into(),
        line: 1,
        column: 1,
        taken,
    };
    let summary = Summary {
        recipients: 2,
        blocked: 1,
        warned: 1,
        counts: vec![
            count(FindingKind::TooLarge, "APNs", 1),
            count(FindingKind::MissingVariable, text, 2),
            count(FindingKind::CutOff, "iOS lock screen: title", 1),
        ],
        apns: Some(spread),
        fcm: None,
        branches: vec![branch("if", text, 2), branch("else", "", 0)],
        variables: vec![Variable {
            path: text.into(),
            missing: 2,
            defaulted: 0,
            is_unknown: true,
            near: Some(text.into()),
        }],
        clusters: vec![Cluster { recipients: 2, first_row: 2, title: text.into(), body: text.into() }],
        texts: 12,
        gallery: vec![Exhibit { why: Why::Longest, row: 3, title: text.into(), body: text.into() }],
    };
    (list, summary)
}

fn write(text: &str, format: Format) -> String {
    let (list, summary) = values(text);
    let draft = draft();
    let list_fingerprint = "24b429b6c2632e5966d27ac5627a3cc90a402c591db7278667d3991bf530ae50";
    Report { draft: &draft, list: &list, list_fingerprint, settings: SETTINGS, summary: &summary }
        .write(format)
}

/// What a report must be, byte for byte. `UPDATE_GOLDEN=1` writes the files anew.
#[test]
fn each_form_is_what_it_was() {
    for (format, file) in
        [(Format::Json, "full.json"), (Format::Markdown, "full.md"), (Format::Junit, "full.xml")]
    {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/report").join(file);
        let text = write("Nice | \"name\" & <b>", format);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        assert_eq!(text, std::fs::read_to_string(&path).unwrap(), "{file}");
    }
}

#[test]
fn json_says_its_version_and_that_of_the_tool() {
    let json: Value = serde_json::from_str(&write("x", Format::Json)).unwrap();
    assert_eq!(json["report"], 1);
    assert_eq!(json["tool"]["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(json["verdict"], "blocked");
    assert_eq!(json["settings"]["now"], "2025-10-09T08:53:20Z");
    assert_eq!(json["found"][0]["kind"], "unnamedColumn");
}

#[test]
fn no_sample_of_an_address_stands_in_a_report() {
    for format in FORMATS {
        assert!(!write("x", format).contains("comms_user_secret"), "{format:?}");
    }
}

#[test]
fn digests_change_with_what_they_are_of_and_with_nothing_else() {
    let (list, summary) = values("x");
    let digests = |draft: &Draft, list: &Listed, list_fingerprint, settings| -> Vec<String> {
        let report = Report { draft, list, list_fingerprint, settings, summary: &summary };
        let json: Value = serde_json::from_str(&report.write(Format::Json)).unwrap();
        ["draft", "list", "settings"].map(|name| json["inputs"][name].as_str().unwrap().to_owned()).to_vec()
    };
    let first = digests(&draft(), &list, "a", SETTINGS);
    let changed =
        |other: Vec<String>| -> Vec<bool> { first.iter().zip(&other).map(|(a, b)| a != b).collect() };
    let pasted = Draft { recipients: "somebody".into(), ..draft() };
    let reworded = Draft { body: "Other".into(), ..draft() };
    let mut remapped = list.clone();
    remapped.columns[1].role = Role::Ignored;
    assert_eq!(changed(digests(&pasted, &list, "a", SETTINGS)), [false, false, false]);
    assert_eq!(changed(digests(&reworded, &list, "a", SETTINGS)), [true, false, false]);
    assert_eq!(changed(digests(&draft(), &list, "b", SETTINGS)), [false, true, false]);
    assert_eq!(changed(digests(&draft(), &remapped, "a", SETTINGS)), [false, false, true]);
    let later = CheckSettings { now: SETTINGS.now + 1, ..SETTINGS };
    assert_eq!(changed(digests(&draft(), &list, "a", later)), [false, false, true]);
}

#[test]
fn the_verdict_is_that_of_the_worst_that_was_found() {
    let clean_list = Listed { rows: 1, recipients: 1, users: 1, ..Listed::default() };
    let problem = |kind| Listed {
        problems: vec![Problem { kind, columns: vec![], count: 1, rows: vec![2] }],
        ..clean_list.clone()
    };
    let found = |kind| Summary {
        counts: vec![Count { kind, detail: String::new(), recipients: 1, first_row: 2 }],
        ..Summary::default()
    };
    let plain = Draft { body: "Hi".into(), ..Draft::default() };
    let tagged = |key: &str| Draft { tags: vec![(key.into(), "v".into())], ..plain.clone() };
    let none = Summary::default();
    for (draft, list, summary, verdict) in [
        (plain.clone(), clean_list.clone(), none.clone(), Verdict::Clean),
        (plain.clone(), clean_list.clone(), found(FindingKind::DefaultUsed), Verdict::Clean),
        (plain.clone(), clean_list.clone(), found(FindingKind::BlankTitle), Verdict::Warnings),
        (plain.clone(), clean_list.clone(), found(FindingKind::TooLarge), Verdict::Blocked),
        (plain.clone(), problem(ProblemKind::Duplicate), none.clone(), Verdict::Warnings),
        (plain.clone(), problem(ProblemKind::NoAddress), none.clone(), Verdict::Blocked),
        (plain.clone(), Listed::default(), none.clone(), Verdict::Blocked),
        (tagged("a:b"), clean_list.clone(), none.clone(), Verdict::Warnings),
        (tagged(""), clean_list.clone(), none.clone(), Verdict::Blocked),
        (Draft { priority: Priority::from("SOON"), ..plain }, clean_list, none, Verdict::Blocked),
    ] {
        let report = Report {
            draft: &draft,
            list: &list,
            list_fingerprint: "",
            settings: SETTINGS,
            summary: &summary,
        };
        assert_eq!(report.verdict(), verdict, "{:?}", report.items());
    }
}

#[test]
fn what_blocks_fails_its_case_and_what_warns_is_only_told() {
    let text = write("x", Format::Junit);
    let xml = roxmltree::Document::parse(&text).unwrap();
    let suite = xml.root_element();
    let cases: Vec<_> = suite.children().filter(|node| node.has_tag_name("testcase")).collect();
    assert_eq!(cases.len(), 1 + 13 + 6 + 15);
    assert_eq!(suite.attribute("tests"), Some("35"));
    let with = |tag: &str| -> Vec<&str> {
        let holding = cases.iter().filter(|case| case.children().any(|node| node.has_tag_name(tag)));
        holding.map(|case| case.attribute("name").unwrap()).collect()
    };
    assert_eq!(with("failure"), ["No token and no user id", "Tags", "The payload is too large"]);
    assert_eq!(suite.attribute("failures"), Some("3"));
    let told = ["A column without a name", "A variable is missing", "Cut off on some devices"];
    assert_eq!(with("system-out"), told);
}

/// Number of cells of every row, for each table of a Markdown text.
fn tables(text: &str) -> Vec<Vec<usize>> {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    let mut tables: Vec<Vec<usize>> = Vec::new();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Table(_)) => tables.push(Vec::new()),
            Event::Start(Tag::TableHead | Tag::TableRow) => tables.last_mut().unwrap().push(0),
            Event::Start(Tag::TableCell) => *tables.last_mut().unwrap().last_mut().unwrap() += 1,
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock) => {
                panic!("obeyed: {event:?}")
            }
            Event::InlineHtml(html) if !["<code>", "</code>", "<br>"].contains(&&*html) => {
                panic!("obeyed: {html}")
            }
            _ => {}
        }
    }
    tables
}

proptest! {
    #[test]
    fn no_text_from_outside_breaks_a_form(text in "(?s)(.|[|`\\\\<>&\"'\r\n*_\\[\\]()!@{}%\u{0}\u{1b}\u{202e}]){0,30}") {
        let json: Value = serde_json::from_str(&write(&text, Format::Json)).unwrap();
        prop_assert_eq!(json["list"]["name"].as_str(), Some(text.as_str()));
        let junit = write(&text, Format::Junit);
        let xml = roxmltree::Document::parse(&junit).unwrap();
        prop_assert_eq!(xml.descendants().filter(|node| node.has_tag_name("testcase")).count(), 35);
        let usual: Vec<usize> = tables(&write("x", Format::Markdown)).iter().map(Vec::len).collect();
        let markdown = write(&text, Format::Markdown);
        prop_assert_eq!(tables(&markdown).iter().map(Vec::len).collect::<Vec<_>>(), usual, "{}", markdown);
    }

    #[test]
    fn a_text_is_shown_in_its_cell_as_it_is(text in "[ab|`\\\\<>&*_\\[\\]()!@#~:é👩/.-]{1,30}") {
        use pulldown_cmark::{Event, Options, Parser};
        let markdown = write(&text, Format::Markdown);
        let row = markdown.lines().skip_while(|line| *line != "## Worth a look").nth(4).unwrap();
        // A row by itself is no table: a head of the same width makes it one.
        let table = format!("| a | b | c | d |\n|---|---|---|---|\n{row}\n");
        let mut shown = String::new();
        for event in Parser::new_ext(&table, Options::ENABLE_TABLES) {
            match event {
                Event::Code(text) | Event::Text(text) => shown.push_str(&text),
                _ => {}
            }
        }
        prop_assert_eq!(shown, format!("abcdLongest text3{text}{text}"));
    }
}
