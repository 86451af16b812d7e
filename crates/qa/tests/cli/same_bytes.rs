//! The report of the tool is that of the session behind the console's worker, byte for byte.

use push_api::Draft;
use push_qa::protocol::{Answer, CheckSettings, Format, RESERVE, Request};
use push_qa::session::Session;

use super::Folder;

/// What the session answers to a request, its file in small pieces.
fn answer(session: &mut Session, id: u32, request: Request, file: &[u8]) -> Answer {
    session.handle(id, request, (!file.is_empty()).then_some(file.len() as u64));
    if !file.is_empty() {
        file.chunks(7).for_each(|piece| _ = session.feed(id, piece));
        session.end(id);
    }
    while session.work() {}
    std::iter::from_fn(|| session.answer()).last().unwrap().1
}

#[test]
fn console_and_tool_write_the_same_report() {
    let written = Draft {
        title: "Hi {{ name | default: 'there' }}".into(),
        body: "{% if vip %}Early{% else %}{{ offer }}{% endif %} {{ link }}".into(),
        tags: vec![("campaign".into(), "{{ name }}".into())],
        send_at: Some(1_772_355_600_000),
        ..Draft::default()
    };
    let csv = "\u{feff}userId;name;vip;offer;link\r\nu1;Ada;;\"a \"\"b\"\"\";http://x.example\r\n\
               u2;;true;;\r\n;Nobody;;;\r\nu1;Ada;;{{ x }};\r\n";
    let json = r#"[{"userId":"u1","variables":{"name":"Ada","offer":null}},{"userId":"u2"}]"#;
    for (name, list) in [("list.csv", csv), ("list.json", json)] {
        let draft = serde_json::to_vec(&written).unwrap();
        let folder = Folder::new(&[("draft.json", &draft), (name, list.as_bytes())]);
        let mut session = Session::new();
        let import = Request::Import { name: name.into(), text: None };
        assert!(matches!(answer(&mut session, 1, import, list.as_bytes()), Answer::List(_)));
        // The form may still hold recipients that were typed; with a list they count for nothing.
        let in_the_form = Draft { recipients: "comms_user_typed".into(), ..written.clone() };
        let settings = CheckSettings { now: 1_772_355_600, reserve: RESERVE };
        let check = Request::Check { draft: Box::new(in_the_form), settings };
        assert!(matches!(answer(&mut session, 2, check, b""), Answer::Checked(_)));
        for (format, word) in
            [(Format::Json, "json"), (Format::Markdown, "markdown"), (Format::Junit, "junit")]
        {
            let told = answer(&mut session, 3, Request::Report { format }, b"");
            let run = folder.run(&format!("check --draft draft.json --recipients {name} --format {word}"));
            assert_eq!(told, Answer::Text { text: run.out }, "{name} {word}");
        }
    }
}
