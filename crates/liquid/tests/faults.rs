//! Faults and warnings: what, where, and what to do.
#![allow(clippy::unwrap_used, missing_docs)]

use push_liquid::{Fault, Kind, Limit, Limits, Position, Settings, Template};

fn parse(source: &str) -> Fault {
    Template::parse(source).err().unwrap_or_else(|| panic!("{source} was taken"))
}

fn render(source: &str) -> Fault {
    Template::parse(source)
        .unwrap()
        .render(&(), &Settings::default())
        .err()
        .unwrap_or_else(|| panic!("{source}"))
}

#[test]
fn every_common_slip_is_named_with_its_place_and_what_to_do() {
    // Template, line, column, a part of the message, a part of the hint.
    let table = [
        ("Hi {{ name }", 1, 4, "never closed", "ends with }}"),
        ("Hi {{ name } x }}", 1, 4, "single `}`", "}}"),
        ("{{ first {{ second }}", 1, 10, "`{` has no meaning", "not closed"),
        ("{% if x ", 1, 1, "tag is never closed", "%}"),
        ("a\n{% if x %}b", 2, 1, "this `if` is never closed", "{% endif %}"),
        (
            "{% if x %}{% for y in z %}{% endif %}",
            1,
            11,
            "this `for` is never closed",
            "`endif` was found before `endfor`",
        ),
        ("{% if x %}{% endfi %}", 1, 14, "there is no tag `endfi`", "`endif`"),
        ("a {% endif %}", 1, 3, "no block expects it", "no open `if`"),
        ("{% else %}", 1, 1, "no block expects it", "belongs into"),
        ("{% asign x = 1 %}", 1, 4, "no tag `asign`", "`assign`"),
        ("{% elseif x %}", 1, 4, "no tag `elseif`", "elsif"),
        ("{% include 'x' %}", 1, 4, "no other templates", "Write its text here"),
        ("{% render 'x' %}", 1, 4, "no other templates", "Write its text here"),
        ("{% if a = b %}{% endif %}", 1, 9, "`=` has no meaning", "write =="),
        ("{% if a && b %}{% endif %}", 1, 9, "`&` has no meaning", "`and`"),
        ("{% if not a %}{% endif %}", 1, 11, "is expected", "unless"),
        ("{% if (a or b) %}{% endif %}", 1, 7, "range", "Conditions cannot be grouped"),
        ("{% if %}{% endif %}", 1, 6, "a value is expected", "what has to be true"),
        ("{{ “x” }}", 1, 4, "“", "write \""),
        ("{{ x | default: ‘y’ }}", 1, 17, "‘", "write '"),
        ("{{ 'x }}", 1, 4, "never ends", "Close it with '"),
        ("{{ a + b }}", 1, 6, "`+` has no meaning", "plus"),
        ("{{ a b }}", 1, 6, "the end is expected", "no spaces"),
        ("{{ a. }}", 1, 7, "behind the dot", ""),
        ("{{ a | }}", 1, 8, "name of a filter", ""),
        ("{% assign x %}", 1, 11, "needs `=`", "{% assign name = value %}"),
        ("{% assign a? = 1 %}", 1, 11, "cannot be a variable's name", "letters"),
        ("{% for x of y %}{% endfor %}", 1, 10, "`in` is expected", "{% for item in items %}"),
        ("{% for x in y sorted %}{% endfor %}", 1, 15, "`limit:`", ""),
        ("{% cycle %}", 1, 9, "a value is expected", "cycle 'odd'"),
        ("{% %}", 1, 1, "without a name", "{% if"),
        ("{% comment %}", 1, 1, "`comment` is never closed", "endcomment"),
        ("{% raw %}{{", 1, 1, "`raw` is never closed", "endraw"),
        ("{% # a\n b %}", 1, 6, "begins with #", "comment"),
        ("{{ 99999999999999999999 }}", 1, 4, "too large", "18 digits"),
        ("{% liquid\nif x\necho 1 %}", 2, 1, "this `if` is never closed", "endif"),
    ];
    for (source, line, column, message, hint) in table {
        let fault = parse(source);
        assert!(fault.message.contains(message), "{source}: {fault}");
        assert!(fault.hint.unwrap_or_default().contains(hint), "{source}: {hint}");
        assert_eq!(fault.position, Position { line, column }, "{source}: {}", fault.message);
    }
}

#[test]
fn a_fault_shows_its_line_with_a_mark_below_the_place() {
    let text = parse("Hello\n\tüber {% if a = b %}x{% endif %}\nEnd").to_string();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "line 2, column 15: `=` has no meaning here");
    assert_eq!(lines[1], "  \tüber {% if a = b %}x{% endif %}");
    assert_eq!(lines[2], "  \t             ^");
    assert_eq!(lines[3], "To compare two values, write ==.");
}

#[test]
fn what_parses_but_may_not_do_what_was_meant_is_a_warning() {
    let template = Template::parse("{{ a | upcsae }}\n{{ b | append }}{{ c | frobnicate }}").unwrap();
    let told: Vec<_> =
        template.warnings().iter().map(|it| (it.kind, it.position.line, it.hint.as_deref())).collect();
    assert_eq!(
        told,
        [
            (Kind::UnknownFilter, 1, Some("Did you mean `upcase`?")),
            (Kind::Argument, 2, None),
            (Kind::UnknownFilter, 2, None)
        ]
    );
    let harmless = Template::parse("{{ a | frobnicate }}{% if no %}{{ b | append }}{% endif %}").unwrap();
    assert_eq!(harmless.render(&[("a", "x")], &Settings::default()).unwrap(), "x");
}

#[test]
fn a_render_that_cannot_go_on_says_where() {
    let table = [
        ("a\n{{ 1 | divided_by: 0 }}", Kind::ZeroDivision, 2, 8),
        ("{{ 5 | modulo: 0.0 }}", Kind::ZeroDivision, 1, 8),
        ("{{ 'a' | append }}", Kind::Argument, 1, 10),
        ("{{ 'a' | slice: 'b' }}", Kind::Argument, 1, 10),
        ("{% if 'a' > 1 %}{% endif %}", Kind::Argument, 1, 7),
        ("{% for x in (1..2) limit: 'a' %}{% endfor %}", Kind::Argument, 1, 1),
        ("{{ 9000000000000000000 | plus: 9000000000000000000 }}", Kind::Argument, 1, 26),
        ("{{ 'a' | concat: 'b' }}", Kind::Argument, 1, 10),
        ("{{ 'a,1' | split: ',' | concat: y | sort }}", Kind::Argument, 1, 25),
        ("{{ '%' | base64_decode }}", Kind::Argument, 1, 10),
        ("{{ '%ff' | url_decode }}", Kind::Argument, 1, 12),
        ("{{ (1..2) | map: 'x' }}", Kind::Argument, 1, 13),
    ];
    for (source, kind, line, column) in table {
        let fault = render(source);
        assert_eq!((fault.kind, fault.position), (kind, Position { line, column }), "{source}: {fault}");
    }
}

#[test]
fn every_limit_has_a_fault_of_its_own() {
    let limits = Limits { template_bytes: 200, nesting: 4, steps: 20, output_bytes: 60, work_bytes: 90 };
    let deep = "{% if a %}".repeat(5);
    let long = "x".repeat(201);
    let parsing = [(long.as_str(), Limit::TemplateBytes), (deep.as_str(), Limit::Nesting)];
    for (source, limit) in parsing {
        let fault = Template::parse_within(source, &limits).unwrap_err();
        assert_eq!(fault.kind, Kind::Limit(limit), "{fault}");
    }
    let rendering = [
        ("{% for x in (1..30) %}{% endfor %}", Limit::Steps),
        ("{{ (1..30) | join }}", Limit::Steps),
        ("{% for x in (1..9) %}12345678{% endfor %}", Limit::OutputBytes),
        ("{% capture x %}{% for x in (1..9) %}12345678{% endfor %}{% endcapture %}", Limit::OutputBytes),
        (
            "{% assign a = '12345678' %}{% assign a = a | append: a | append: a | append: a | append: a %}",
            Limit::WorkBytes,
        ),
    ];
    for (source, limit) in rendering {
        let settings = Settings { limits, ..Settings::default() };
        let fault = Template::parse_within(source, &limits).unwrap().render(&(), &settings).unwrap_err();
        assert_eq!(fault.kind, Kind::Limit(limit), "{source}: {fault}");
    }
}
