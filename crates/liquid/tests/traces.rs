//! What a template says of itself, and what a trace says of its renders.
#![allow(clippy::unwrap_used, missing_docs)]

use push_liquid::{Settings, Template, Trace};
use serde_json::{Value, json};

const SOURCE: &str = "\
{% assign greeting = 'Hi' %}{{ greeting }} {{ user.name | default: 'there' }}
{% if user.trips > 3 %}often{% elsif user.trips %}sometimes{% else %}never{% endif %}
{% for item in items %}{{ item.title }}{% if forloop.last %}.{% endif %}{% else %}empty{% endfor %}
{% case tier %}{% when 'gold' %}G{% endcase %}";

fn traced(template: &Template, data: &Value, trace: &mut Trace) -> String {
    template.render_traced(data, &Settings::default(), trace).unwrap()
}

#[test]
fn a_template_lists_the_variables_that_its_data_needs() {
    let template = Template::parse(SOURCE).unwrap();
    let found: Vec<_> = template.variables().map(|it| (it.path, it.name, it.position.line)).collect();
    assert_eq!(
        found,
        [
            ("user.name", "user", 1),
            ("user.trips", "user", 2),
            ("user.trips", "user", 2),
            ("items", "items", 3),
            ("tier", "tier", 4)
        ],
        "neither what it sets itself nor a loop's variable is among them"
    );
}

#[test]
fn a_trace_tells_what_was_read_what_was_missing_and_what_stood_in() {
    let template = Template::parse(SOURCE).unwrap();
    let mut trace = template.trace();
    let text = traced(&template, &json!({"user": {"trips": 5}, "items": [{"title": "a"}]}), &mut trace);
    assert_eq!(trace.output_bytes, text.len());
    let told: Vec<_> = trace
        .variables(&template)
        .map(|(it, reads)| (it.path, reads.read, reads.missing, reads.defaulted))
        .collect();
    assert_eq!(
        told,
        [("user.name", 1, 1, 1), ("user.trips", 1, 0, 0), ("items", 1, 0, 0), ("tier", 1, 1, 0)],
        "the second user.trips was never reached"
    );
}

#[test]
fn traces_of_many_renders_add_up_to_branch_coverage() {
    let template = Template::parse(SOURCE).unwrap();
    let mut all = template.trace();
    for data in
        [json!({"user": {"trips": 5}, "items": [{}, {}]}), json!({"user": {"trips": 1}, "tier": "gold"})]
    {
        let mut one = template.trace();
        traced(&template, &data, &mut one);
        all.add(&one);
    }
    assert_eq!(all.renders, 2);
    let taken: Vec<_> = all.branches(&template).map(|(it, count)| (it.kind, it.markup, count)).collect();
    assert_eq!(
        taken,
        [
            ("if", "user.trips > 3", 1),
            ("elsif", "user.trips", 1),
            ("else", "", 0),
            ("for", "item in items", 1),
            ("if", "forloop.last", 1),
            ("none", "", 1),
            ("else", "", 1),
            ("when", "'gold'", 1),
            ("none", "", 1)
        ]
    );
    assert_eq!(all.coverage(), (8, 9), "the way past an `if` that has an `else` does not count");
}

#[test]
fn tracing_changes_nothing_in_the_text() {
    let template = Template::parse(SOURCE).unwrap();
    let data = json!({"user": {"name": "Ada", "trips": 0}, "items": [], "tier": "gold"});
    let plain = template.render(&data, &Settings::default()).unwrap();
    assert_eq!(traced(&template, &data, &mut template.trace()), plain);
    assert_eq!(plain, "Hi Ada\nsometimes\nempty\nG");
}

#[test]
fn whether_a_variable_is_only_asked_about_is_known() {
    let template = Template::parse(
        "{% if a and b contains c %}{{ d }}{% endif %}{% case e %}{% when f, g %}{% assign x = h %}{% endcase %}\
         {% for i in j limit: k %}{{ i | append: l }}{% endfor %}{{ m.n }}",
    )
    .unwrap();
    let tested: Vec<_> = template.variables().filter(|it| it.is_tested).map(|it| it.path).collect();
    let written: Vec<_> = template.variables().filter(|it| !it.is_tested).map(|it| it.path).collect();
    assert_eq!(tested, ["a", "b", "c", "e", "f", "g"]);
    assert_eq!(written, ["d", "h", "j", "k", "l", "m.n"]);
}

#[test]
fn a_default_stands_in_for_what_is_nil_or_empty_and_may_be_lacking_itself() {
    // The data, and for each variable how often it was missing and how often a default stood in.
    let table = [
        (json!({"nick": "Al"}), [("nick", 0, 0)].as_slice()),
        (json!({"nick": ""}), &[("nick", 0, 1), ("first", 1, 1)]),
        (json!({"nick": []}), &[("nick", 0, 1), ("first", 1, 1)]),
        (json!({"nick": false}), &[("nick", 0, 1), ("first", 1, 1)]),
        (json!({"first": "Ada"}), &[("nick", 1, 1), ("first", 0, 0)]),
        (json!({}), &[("nick", 1, 1), ("first", 1, 1)]),
    ];
    let template = Template::parse("{{ nick | default: first | default: 'there' }}").unwrap();
    for (data, expected) in table {
        let mut trace = template.trace();
        traced(&template, &data, &mut trace);
        let told: Vec<_> =
            trace.variables(&template).map(|(it, reads)| (it.path, reads.missing, reads.defaulted)).collect();
        assert_eq!(told, expected, "{data}");
    }
    let allowed = Template::parse("{{ vip | default: true, allow_false: true }}").unwrap();
    let mut trace = allowed.trace();
    assert_eq!(traced(&allowed, &json!({"vip": false}), &mut trace), "false");
    assert_eq!(trace.places()[0].defaulted, 0);
}

#[test]
fn a_trace_tells_which_bytes_each_variable_has_written() {
    let template = Template::parse(
        "é{{ a }}{{ 'x' }}{{ 'to ' | append: b }}{% capture c %}{{ a }}{% endcapture %}{{ c }}{{ missing }}",
    )
    .unwrap();
    let places: Vec<_> = template.places().map(|it| it.path).collect();
    let mut trace = template.trace();
    let mut out = "before ".to_owned();
    let data = json!({"a": "12", "b": "3"});
    template.render_traced_to(&mut out, &data, &Settings::default(), &mut trace).unwrap();
    assert_eq!(out, "before é12xto 312");
    let text = out.strip_prefix("before ").unwrap();
    let told: Vec<_> = trace.written().iter().map(|it| (places[it.place], &text[it.bytes.clone()])).collect();
    assert_eq!(told, [("a", "12"), ("b", "to 3"), ("c", "12"), ("missing", "")]);
}

#[test]
fn a_cleared_trace_is_like_a_new_one() {
    let template = Template::parse(SOURCE).unwrap();
    let (mut used, mut new) = (template.trace(), template.trace());
    traced(&template, &json!({"user": {"trips": 1}, "tier": "gold"}), &mut used);
    used.clear();
    assert_eq!(used, new);
    let data = json!({"items": [1, 2]});
    traced(&template, &data, &mut used);
    traced(&template, &data, &mut new);
    assert_eq!(used, new, "and its memory of the last render's writings does not grow");
}

#[test]
fn a_name_in_brackets_and_quotes_is_the_name_that_the_data_needs() {
    let template = Template::parse("{{ ['first name'] }}{{ [ \"b\" ].c }}{{ [d] }}").unwrap();
    let names: Vec<_> = template.variables().map(|it| it.name).collect();
    assert_eq!(names, ["first name", "b", "d", "[d]"]);
}
