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
