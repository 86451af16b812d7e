//! What holds for every template and all data.
#![allow(clippy::unwrap_used, missing_docs)]

use proptest::prelude::*;
use push_liquid::{Fault, Limits, Position, Settings, Template};
use serde_json::{Value, json};

/// Pieces from which templates are put together: most of the results are wrong, many are almost right.
const PIECES: [&str; 40] = [
    "{{ a }}",
    "{{ a.b[0] }}",
    "{{ a | ",
    "upcase",
    "split: ','",
    "sort",
    "join: b",
    "date: '%Y'",
    "plus: 1",
    "default: 'x'",
    "slice: 1, 2",
    " }}",
    "{% if a %}",
    "{% elsif b == 1 %}",
    "{% else %}",
    "{% endif %}",
    "{% for i in a %}",
    "{% for i in (1..b) reversed limit: 2 %}",
    "{% endfor %}",
    "{% break %}",
    "{% case a %}",
    "{% when 1, 'x' %}",
    "{% endcase %}",
    "{% assign a = ",
    "b %}",
    "{% capture a %}",
    "{% endcapture %}",
    "{% cycle 'a', b %}",
    "{% increment a %}",
    "{% tablerow i in a cols:2 %}",
    "{% endtablerow %}",
    "{% raw %}",
    "{% endraw %}",
    "{% comment %}",
    "{% endcomment %}",
    "{%- # note -%}",
    "{% liquid\necho a\n%}",
    "text ü ",
    "'",
    " | ",
];

fn template() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..14).prop_map(|pieces| pieces.concat())
}

fn data() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
    ];
    let value = leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-c]", inner, 0..4).prop_map(|fields| json!(fields)),
        ]
    });
    (value.clone(), value).prop_map(|(a, b)| json!({ "a": a, "b": b }))
}

/// Whole numbers of every size, and those at the ends.
fn number() -> impl Strategy<Value = i64> {
    prop_oneof![
        any::<i64>(),
        -1000..1000_i64,
        any::<i32>().prop_map(i64::from),
        Just(i64::MIN),
        Just(i64::MAX)
    ]
}

/// True when there is such a place in the text, its end included.
fn lies_within(place: Position, text: &str) -> bool {
    let line = text.split('\n').nth(place.line - 1);
    line.is_some_and(|line| (1..=line.chars().count() + 1).contains(&place.column))
}

/// True when a fault says where it is, shows that line, and can be shown itself.
fn is_placed(fault: &Fault, text: &str) -> bool {
    let line = text.split('\n').nth(fault.position.line - 1);
    let shows_line = line.is_some_and(|line| line.trim_end_matches('\r') == fault.line);
    lies_within(fault.position, text) && shows_line && fault.to_string().contains(&fault.message)
}

proptest! {
    #[test]
    fn whatever_is_said_of_a_template_has_its_place_in_it(
        text in prop_oneof![template(), "\\PC{0,60}", "[{}%a-c|'\" .\r\n-]{0,60}"],
    ) {
        match Template::parse(&text) {
            Err(fault) => prop_assert!(is_placed(&fault, &text), "{fault}"),
            Ok(template) => {
                for warning in template.warnings() {
                    prop_assert!(is_placed(warning, &text), "{warning}");
                }
                prop_assert!(template.variables().all(|variable| lies_within(variable.position, &text)));
                prop_assert!(template.branches().all(|branch| lies_within(branch.position, &text)));
            }
        }
    }

    #[test]
    fn a_render_is_always_the_same_with_a_trace_and_without(source in template(), data in data()) {
        let Ok(template) = Template::parse(&source) else { return Ok(()) };
        let settings = Settings { now: 1_700_000_000, ..Settings::default() };
        let once = template.render(&data, &settings);
        let mut trace = template.trace();
        prop_assert_eq!(&once, &template.render_traced(&data, &settings, &mut trace));
        match once {
            Ok(text) => prop_assert_eq!(trace.output_bytes, text.len()),
            Err(fault) => prop_assert!(is_placed(&fault, &source), "{fault}"),
        }
    }

    #[test]
    fn no_output_is_longer_than_its_limit(source in template(), data in data(), most in 0..60_usize) {
        let Ok(template) = Template::parse(&source) else { return Ok(()) };
        let limits = Limits { output_bytes: most, ..Limits::default() };
        if let Ok(text) = template.render(&data, &Settings { limits, ..Settings::default() }) {
            prop_assert!(text.len() <= most);
        }
    }

    #[test]
    fn text_without_markup_is_rendered_as_it_is(text in "[^{]{0,80}") {
        let settings = Settings::default();
        prop_assert_eq!(Template::parse(&text).unwrap().render(&(), &settings).unwrap(), text.clone());
        let raw = format!("{{% raw %}}{text}{{% endraw %}}");
        prop_assert_eq!(Template::parse(&raw).unwrap().render(&(), &settings).unwrap(), text);
    }

    #[test]
    fn any_moment_is_written_by_any_format(seconds in any::<i64>(), format in "(%[-_0^#:]{0,2}[0-9]{0,3}\\PC|[a-z ]){0,12}") {
        let template = Template::parse("{{ moment | date: format }}").unwrap();
        let data = json!({ "moment": seconds, "format": format });
        prop_assert!(template.render(&data, &Settings::default()).is_ok());
    }

    #[test]
    fn any_text_may_stand_for_a_moment(text in "\\PC{0,30}|[0-9:/ .apm+-]{0,30}") {
        let template = Template::parse("{{ moment | date: '%F %T' }}").unwrap();
        prop_assert!(template.render(&[("moment", text)], &Settings::default()).is_ok());
    }

    #[test]
    fn arithmetic_of_whole_numbers_is_that_of_integers(a in number(), b in number()) {
        let wanted = [
            ("plus", a.checked_add(b)),
            ("minus", a.checked_sub(b)),
            ("times", a.checked_mul(b)),
            ("divided_by", a.checked_div(b).map(|quotient| quotient - i64::from(a % b != 0 && (a < 0) != (b < 0)))),
            ("modulo", a.checked_rem(b).map(|rest| if rest != 0 && (rest < 0) != (b < 0) { rest + b } else { rest })),
        ];
        for (filter, wanted) in wanted {
            let template = Template::parse(&format!("{{{{ a | {filter}: b }}}}")).unwrap();
            let made = template.render(&json!({ "a": a, "b": b }), &Settings::default());
            prop_assert_eq!(made.ok(), wanted.map(|number| number.to_string()), "{} {} {}", a, filter, b);
        }
    }
}
