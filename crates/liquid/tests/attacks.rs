//! Templates and data made to hang or to fill the memory: each ends in its error, and soon.
#![allow(clippy::unwrap_used, missing_docs)]

use std::time::{Duration, Instant};

use push_liquid::{Array, Kind, Limit, Lookup, Sequence, Settings, Template, Value};

/// How long an attack may last; without optimisation the same takes longer.
const PATIENCE: Duration = Duration::from_millis(if cfg!(debug_assertions) { 2_000 } else { 50 });

/// The best of three: the machine may be busy, the engine may not.
#[track_caller]
fn timed<T>(name: &str, run: impl Fn() -> T) -> T {
    let mut best = Duration::MAX;
    for _ in 0..3 {
        let began = Instant::now();
        let made = run();
        best = best.min(began.elapsed());
        if best < PATIENCE {
            return made;
        }
    }
    panic!("{name} took {best:?}");
}

fn kind(name: &str, source: &str, data: &dyn Lookup) -> Option<Kind> {
    timed(name, || {
        let made = Template::parse(source).and_then(|template| template.render(data, &Settings::default()));
        made.err().map(|fault| fault.kind)
    })
}

#[test]
fn every_attack_ends_in_its_error() {
    use Limit::{Nesting, OutputBytes, Steps, TemplateBytes, WorkBytes};
    let doubled = |step: &str| format!("{{% assign a = '0123456789' %}}{}{{{{ a }}}}", step.repeat(32));
    let deep = |open: &str, close: &str| format!("{}x{}", open.repeat(9_000), close.repeat(9_000));
    let big =
        "{% assign a = '0123456789abcdef' %}{% for i in (1..14) %}{% assign a = a | append: a %}{% endfor %}";
    let often = |body: &str| format!("{big}{{% for i in (1..100000) %}}{body}{{% endfor %}}");
    let table: Vec<(&str, String, Limit)> = vec![
        ("append", doubled("{% assign a = a | append: a %}"), WorkBytes),
        ("prepend", doubled("{% assign a = a | prepend: a %}"), WorkBytes),
        ("capture", doubled("{% capture a %}{{ a }}{{ a }}{% endcapture %}"), OutputBytes),
        ("replace", doubled("{% assign a = a | replace: '0', a %}"), WorkBytes),
        ("concat", format!("{{% assign a = '1,2' | split: ',' %}}{}", "{% assign a = a | concat: a %}".repeat(32)), Steps),
        ("range", "{% for i in (1..100000000) %}{% endfor %}".into(), Steps),
        ("range of all", "{% for i in (0..9223372036854775807) %}{% endfor %}".into(), Steps),
        ("join", "{{ (1..100000000) | join }}".into(), Steps),
        ("sort", "{{ (1..100000000) | sort }}".into(), Steps),
        ("reverse", "{{ (1..100000000) | reverse }}".into(), Steps),
        ("uniq", "{{ (1..90000) | uniq | size }}".into(), WorkBytes),
        ("tablerow", "{% tablerow i in (1..100000000) %}{% endtablerow %}".into(), Steps),
        ("nested loops", "{% for a in (1..999) %}{% for b in (1..999) %}{% for c in (1..999) %}{% endfor %}{% endfor %}{% endfor %}".into(), Steps),
        ("long output", "{% for i in (1..90000) %}0123456789abcdef{% endfor %}".into(), OutputBytes),
        ("deep if", deep("{% if a %}", "{% endif %}"), Nesting),
        ("deep for", deep("{% for a in b %}", "{% endfor %}"), Nesting),
        ("deep brackets", format!("{{{{ a{} }}}}", deep("[a", "]")), Nesting),
        ("deep ranges", format!("{{{{ {} }}}}", deep("(", "..1)")), Nesting),
        ("long template", "x".repeat(300_000), TemplateBytes),
        ("cycles", "{% for i in (1..9000) %}{% cycle i: 1, 2 %}{% endfor %}".into(), WorkBytes),
        ("contains", often("{% if a contains 'zz' %}{% endif %}"), WorkBytes),
        ("equal", format!("{big}{}", often("{% if a == a %}{% endif %}")), WorkBytes),
        ("blank", often("{% if a == blank %}{% endif %}"), WorkBytes),
        ("size", often("{% if a.size == 1 %}{% endif %}"), WorkBytes),
        ("number of text", often("{% assign b = a | plus: 1 %}"), WorkBytes),
        ("offset of text", often("{% tablerow j in none offset: a %}{% endtablerow %}{% tablerow j in (1..1) offset: a %}{% endtablerow %}"), WorkBytes),
        ("letters", format!("{big}{{{{ a | split: '' | size }}}}"), Steps),
        ("upcase", often("{% assign b = a | upcase %}"), WorkBytes),
        ("one text many times", format!("{big}{{% assign l = a | split: 'zz' %}}{}{{{{ l | join }}}}", "{% assign l = l | concat: l %}".repeat(12)), WorkBytes),
        ("dates", often("{% assign b = 0 | date: '%1000d%1000d%1000d%1000d%1000d%1000d%1000d%1000d' %}"), WorkBytes),
    ];
    let ended =
        table.iter().map(|(name, source, limit)| (*name, kind(name, source, &()), Some(Kind::Limit(*limit))));
    let astray: Vec<_> = ended.filter(|(_, found, wanted)| found != wanted).collect();
    assert!(astray.is_empty(), "{astray:#?}");
}

#[test]
fn what_is_long_but_allowed_is_soon_done() {
    let text = |part: &str| part.repeat(200_000 / part.len());
    let rows = [
        ("open tags", text("<")),
        ("open comments", text("<!--")),
        ("open scripts", text("<script")),
        ("ampersands", text("&")),
        ("entities", text("&a")),
        ("percents", text("%")),
        ("alike letters", text("aaaaaaab")),
        ("spaces", text(" ")),
        ("line ends", text("\r")),
    ];
    for (name, text) in rows {
        for filter in [
            "strip_html",
            "escape_once",
            "url_decode",
            "squish",
            "strip_newlines",
            "newline_to_br",
            "replace: 'aaaaaaaaaaaaac', 'b'",
            "remove_last: 'aaaaaaaaaaaaac'",
            "truncatewords: 3",
            "capitalize",
            "date: '%Y'",
        ] {
            let source = format!("{{{{ text | {filter} | size }}}}");
            let data = [("text", text.as_str())];
            assert_eq!(kind(&format!("{filter} of {name}"), &source, &data), None, "{filter} of {name}");
        }
    }
}

#[test]
fn a_long_template_of_anything_is_parsed_or_refused_soon() {
    let names: String = (0..20_000).map(|n| format!("{{{{n{n}}}}}")).collect();
    let wrong: String = (0..10_000).map(|n| format!("{{{{a|upcsae{n}}}}}")).collect();
    let parts = [
        "{{",
        "{%",
        "{{}",
        "{{a}}",
        "{%-",
        "{% raw %}",
        "{% comment %}",
        "{% comment %}{% raw %}",
        "{% endraw ",
        "{{ a | b }}",
        "{% if a %}",
        "{% if a %}{% endif %}",
        "{% # %}",
        "{% liquid\necho a\n%}",
        "'",
        "}}",
        "{{ '",
        "{{ [",
        "{{ a.",
        "{{{",
        "{% doc %}",
        "{% for a in b %}{% endfor %}",
        "{% case a %}{% when b %}{% endcase %}",
        "{% assign a = b %}",
        "{{ a",
        "\u{1f600}",
    ];
    let texts = parts.iter().map(|part| part.repeat(250_000 / part.len())).chain([
        format!("{{% raw %}}{}", "{% endraw ".repeat(25_000)),
        format!("{{% comment %}}{}", "{{}".repeat(80_000)),
        format!("{{{{ a{} }}}}", " | upcase".repeat(27_000)),
        format!("{{{{ a{} }}}}", ".b".repeat(120_000)),
        format!("{{% if a{} %}}{{% endif %}}", " and a".repeat(40_000)),
        names,
        wrong,
    ]);
    for text in texts {
        let name = text.chars().take(24).collect::<String>();
        timed(&name, || {
            if let Ok(template) = Template::parse(&text) {
                let _ = template.render(&(), &Settings::default());
            }
        });
    }
}

/// A list that holds itself.
struct Endless;

impl Sequence for Endless {
    fn len(&self) -> usize {
        2
    }

    fn at(&self, _: usize) -> Value<'_> {
        Value::Array(Array::Lent(self))
    }
}

impl Lookup for Endless {
    fn get(&self, _: &str) -> Option<Value<'_>> {
        Some(Value::Array(Array::Lent(self)))
    }
}

#[test]
fn data_without_an_end_ends() {
    for source in [
        "{{ a }}",
        "{{ a | join }}",
        "{{ a | append: 'x' }}",
        "{% if a == b %}{% endif %}",
        "{% if a contains b %}{% endif %}",
        "{{ a | sort }}",
        "{{ a | uniq }}",
        "{{ a | sum }}",
        "{% cycle a: 1, 2 %}{% cycle b: 1, 2 %}",
        "{% assign x = '' | concat: a %}{{ x }}",
        "{% case a %}{% when b %}{% endcase %}",
        "{{ a | first | last }}{{ a | slice: a }}",
    ] {
        assert!(kind(source, source, &Endless).is_some(), "{source}");
    }
}
