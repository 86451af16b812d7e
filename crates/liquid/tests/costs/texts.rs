//! Long texts and lists: doubled, and read again and again.

use push_liquid::Limit::{OutputBytes, Steps, WorkBytes};

use crate::attack::{End, bound, check, for_ever};

#[test]
fn doubling_ends_at_the_bound_for_work() {
    let doubled = |step: &str| format!("{{% assign a = 'xxxxxxxx' %}}{}", step.repeat(32));
    let list = "{% assign a = '1,2,3,4' | split: ',' %}";
    check(&[
        ("append", doubled("{% assign a = a | append: a %}"), bound(WorkBytes)),
        ("prepend", doubled("{% assign a = a | prepend: a %}"), bound(WorkBytes)),
        ("capture", doubled("{% capture a %}{{ a }}{{ a }}{% endcapture %}"), bound(OutputBytes)),
        ("replace", doubled("{% assign a = a | replace: 'x', a %}"), bound(WorkBytes)),
        ("replace nothing", doubled("{% assign a = a | replace: '', a %}"), bound(WorkBytes)),
        ("concat", format!("{list}{}", "{% assign a = a | concat: a %}".repeat(32)), bound(Steps)),
        ("join", format!("{list}{}", "{% assign b = a | join: b %}".repeat(32)), bound(WorkBytes)),
        (
            "url_encode",
            doubled("{% assign a = a | append: '%' | url_encode | append: a %}"),
            bound(WorkBytes),
        ),
        ("escape", doubled("{% assign a = a | append: '&' | escape | append: a %}"), bound(WorkBytes)),
        ("output", "{{ long }}".repeat(32), bound(OutputBytes)),
        ("upcase", doubled("{% assign a = a | append: 'ŉ' | upcase | append: a %}"), bound(WorkBytes)),
        (
            "captures inside captures",
            format!("{}{}", "{% capture a %}{{ long }}".repeat(90), "{% endcapture %}".repeat(90)),
            bound(OutputBytes),
        ),
    ]);
}

#[test]
fn long_texts_are_paid_for_wherever_they_are_read() {
    let each = |inside: &[&'static str]| -> Vec<(&'static str, String, End)> {
        inside.iter().map(|inside| (*inside, for_ever(inside), bound(WorkBytes))).collect()
    };
    check(&each(&[
        "{% if long.size == 1 %}{% endif %}",
        "{% assign n = long | size %}",
        "{% if long == long %}{% endif %}",
        "{% if long < long %}{% endif %}",
        "{% if long contains 'b' %}{% endif %}",
        "{% if spaces == blank %}{% endif %}",
        "{% case spaces %}{% when blank %}{% endcase %}",
        "{% case long %}{% when long %}{% endcase %}",
        "{% assign n = digits | plus: 1.5 %}",
        "{% assign n = 1 | times: number %}",
        "{% assign n = number | at_least: number %}",
        "{% assign n = number | at_most: 1 %}",
        "{% assign n = 1.5 | round: digits %}",
        "{% assign n = long | date: '%Y' %}",
        "{% assign n = 'now' | date: long %}",
        "{% for k in (digits..1) %}{% endfor %}",
        "{% tablerow k in same cols: number limit: 0 %}{% endtablerow %}",
        "{% assign n = map | first %}",
        "{% assign n = map.first %}",
        "{% if map == map %}{% endif %}",
        "{% if same contains 'c' %}{% endif %}",
        "{% assign n = same | where: 'b' %}",
        "{% assign n = short | map: long %}",
        "{% assign n = same | find_index: 0, 'c' %}",
        "{% assign n = spaces | strip %}",
        "{% assign n = x | append: long | slice: 1 %}",
        "{% assign n = base64 | base64_decode | size %}",
        "{% capture n %}{{ long }}{% endcapture %}",
        "{% assign n = long | truncate: 1 %}",
        "{% assign n = long | replace_first: 'b' %}",
        "{% cycle long: 1 %}",
    ]));
}

#[test]
fn nothing_takes_quadratic_time() {
    let shown = |what: &'static str| (what, format!("{{{{ {what} }}}}"));
    let sized = |what: &'static str, end: End| (what, format!("{{{{ {what} | size }}}}"), end);
    let (floats, mixed) = (shown("floats | sort | first"), shown("mixed | sort | first"));
    check(&[
        sized("openings | strip_html", End::Text),
        sized("scripts | strip_html", End::Text),
        sized("comments | strip_html", End::Text),
        sized("entities | escape_once", End::Text),
        sized("long | split: ''", bound(Steps)),
        sized("long | split: 'a'", End::Text),
        sized("long | split: long", bound(WorkBytes)),
        sized("long | replace: 'a', 'bbbbbbbb'", bound(WorkBytes)),
        sized("long | replace_last: 'a', 'b'", bound(WorkBytes)),
        sized("spaces | squish", End::Text),
        sized("digits | url_decode", bound(WorkBytes)),
        sized("long | truncatewords: 1", End::Text),
        sized("twins | sort", bound(WorkBytes)),
        sized("twins | sort_natural", bound(WorkBytes)),
        sized("twins | uniq", End::Text),
        sized("same | uniq", bound(WorkBytes)),
        sized("same | join", bound(WorkBytes)),
        sized("objects | uniq: 'id'", bound(WorkBytes)),
        sized("objects | map: 'id' | uniq", bound(Steps)),
        sized("objects | map: 'id' | sort_natural", bound(Steps)),
        sized("hollow | concat: hollow", bound(Steps)),
        (floats.0, floats.1, bound(WorkBytes)),
        (mixed.0, mixed.1, bound(WorkBytes)),
        ("printed", "{{ same }}".into(), bound(WorkBytes)),
        ("hollow", for_ever("{% assign n = hollow | compact %}"), bound(Steps)),
        ("map", for_ever("{% for pair in map %}{% break %}{% endfor %}"), bound(Steps)),
        ("list", for_ever("{% for item in objects %}{% break %}{% endfor %}"), bound(Steps)),
    ]);
}
