//! As much text as a template may have, of the kinds that take a careless parser long: it is parsed or refused soon.

#![allow(clippy::unwrap_used, missing_docs)]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use push_liquid::{Kind, Limit, Limits, ParseError, Template};

/// Without the optimiser everything takes many times as long; what is unbounded takes far longer still.
const MOST: Duration = Duration::from_millis(if cfg!(debug_assertions) { 1000 } else { 50 });

const SIZE: usize = 256 * 1024;

/// The beginning, and then the same again and again as often as there is room; `#` is the number of the turn.
fn filled(beginning: &str, again: &str, end: &str) -> String {
    let mut text = beginning.to_owned();
    let mut turn = 0;
    loop {
        let next = again.replace('#', &turn.to_string());
        if text.len() + next.len() + end.len() > SIZE {
            return text + end;
        }
        text += &next;
        turn += 1;
    }
}

/// What parsing gives, and the shortest time of a few: a busy machine is no fault of the template. Listing what is in
/// a template, and letting it go, belongs to it.
fn parsed(source: &str) -> (Result<(), ParseError>, Duration) {
    let mut shortest = None;
    for _ in 0..5 {
        let start = Instant::now();
        let result = Template::parse(source).map(|template| {
            let (variables, branches) = (template.variables().count(), template.branches().count());
            assert!(variables + branches + template.warnings().len() <= 4 * source.len());
        });
        let taken = start.elapsed();
        if shortest.as_ref().is_none_or(|(_, shortest)| taken < *shortest) {
            shortest = Some((result, taken));
        }
        if taken < MOST {
            break;
        }
    }
    shortest.unwrap()
}

#[test]
fn the_longest_template_is_parsed_or_refused_soon() {
    let rows: &[(&str, &str, &str)] = &[
        ("", "{", ""),
        ("", "{{", ""),
        ("", "{%", ""),
        ("", "{{}", ""),
        ("", "{{}}", ""),
        ("", "{{-}}", ""),
        ("", "{{a#}}", ""),
        ("", "{{ a#.b[c].d }} \n", ""),
        ("", "{{a|b#}}", ""),
        ("", "{{a|plus}}", ""),
        ("{{a", "|b", "}}"),
        ("{{a", "|size", "}}"),
        ("{{a|b:", "c,", "d}}"),
        ("{{a", ".b", "}}"),
        ("{{a", "[b]", "}}"),
        ("{{", "a[", "}}"),
        ("{{", "(", "}}"),
        ("{{", "((1..2)..", "}}"),
        ("{{", "1", "}}"),
        ("{{1.", "1", "}}"),
        ("", "{{999999999999999999999999999999999999.5}}", ""),
        ("", &format!("{{{{9{}.5}}}}", "9".repeat(300)), ""),
        ("", &format!("{{{{0.{}12345678901234567}}}}", "0".repeat(300)), ""),
        ("{{", "'", "}}"),
        ("{{", "a b", "}}"),
        ("{{", "-", "}}"),
        ("{%assign a=1", "|x", "%}"),
        ("", "{%assign a#=b#%}", ""),
        ("", "{%increment a#%}", ""),
        ("", "{% capture a# %}{% endcapture %}", ""),
        ("", "{% for a# in b# %}{% endfor %}", ""),
        ("", "{% for a in b %}", ""),
        ("", "{% if a %}", ""),
        ("{% if a", " and b", " %}{% endif %}"),
        ("{% if a %}", "{% elsif b# %}", "{% endif %}"),
        ("{% case a %}", "{% when b# %}", "{% endcase %}"),
        ("{% case a %}{% when b", ",b", "%}{% endcase %}"),
        ("{% cycle a", ",a", "%}"),
        ("", "{% cycle 'a#': 1 %}", ""),
        ("{% comment %}", "{{}", ""),
        ("{% comment %}", "{{", ""),
        ("{% comment %}", "{%", ""),
        ("{% comment %}", "{{{%}", ""),
        ("", "{% comment %}", ""),
        ("{% comment %}", "{% raw %}", ""),
        ("{% comment %}", "{% raw %}{% endraw %}", "{% endcomment %}"),
        ("{% raw %}", "{%endraw", ""),
        ("{% raw %}", "{% ", ""),
        ("{% raw %}", "{%-  ", "{% endraw %}"),
        ("{% doc %}", "{% endraw %}", "{% enddoc %}"),
        ("{% doc %}", "{%-doc", "{% enddoc %}"),
        ("", "{% raw %}{% endraw %}", ""),
        ("{% liquid", "\nassign a#=b#", "%}"),
        ("{% liquid", "\n", "%}"),
        ("{% ", "liquid ", "%}"),
        ("{% liquid\ncomment", "\nraw", "%}"),
        ("{% #", "\n#", "%}"),
        ("", "{% # %}", ""),
        ("{% ", "x", "%}"),
        ("{{ a | ", "x", "}}"),
        ("", "{% x", "%}"),
        ("", "\n", ""),
        ("", " \u{a0}é", ""),
        ("", "{{ “", ""),
    ];
    let mut faults = String::new();
    for (beginning, again, end) in rows {
        let (_, taken) = parsed(&filled(beginning, again, end));
        if taken >= MOST {
            writeln!(faults, "{beginning:?}, many {again:?}, {end:?}: took {taken:?}").unwrap();
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn names_with_alike_hashes_are_told_apart_soon() {
    // The lowest byte of FNV-1a is the same for all of them, as in a table with 256 places.
    let hash = |name: &str| {
        name.bytes().fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    };
    let names = (0..8_000_000).map(|number| format!("n{number:x}")).filter(|name| hash(name) % 256 == 7);
    let source: String = names.take(24_000).map(|name| format!("{{{{{name}}}}}")).collect();
    let (result, taken) = parsed(&source);
    assert!(result.is_ok() && taken < MOST, "took {taken:?}");
}

#[test]
fn what_lies_ten_thousand_deep_is_refused() {
    let deep = |again: &str| parsed(&again.repeat(10_000)).0.unwrap_err().kind;
    let nesting = Kind::Limit(Limit::Nesting);
    for again in [
        "{% if a %}",
        "{% unless a %}",
        "{% for a in b %}",
        "{% tablerow a in b %}",
        "{% capture a %}",
        "{% ifchanged %}",
        "{% case a %}{% when 1 %}",
    ] {
        assert_eq!(deep(again), nesting, "{again}");
    }
    for (beginning, again, end) in [
        ("{{ ", "a[", " }}"),
        ("{{ ", "[", " }}"),
        ("{{ ", "(", " }}"),
        ("{% if ", "(a..", " %}"),
        ("{{ a | append: ", "(", " }}"),
        ("{% liquid\n", "if a\n", " %}"),
        ("{% ", "liquid ", " %}"),
    ] {
        let source = format!("{beginning}{}{end}", again.repeat(10_000));
        assert_eq!(parsed(&source).0.unwrap_err().kind, nesting, "{again}");
    }
}

#[test]
fn as_deep_as_allowed_fits_into_a_small_stack() {
    let nested = |begin: &str, end: &str| begin.repeat(99) + "x" + &end.repeat(99);
    let sources = [
        nested("{% if true %}", "{% endif %}"),
        nested("{% for a in (1..1) %}", "{% endfor %}"),
        nested("{% tablerow a in (1..1) %}", "{% endtablerow %}"),
        nested("{% case 1 %}{% when 1 %}", "{% endcase %}"),
        nested("{% capture a %}", "{% endcapture %}"),
        format!("{{{{ {}1{} }}}}", "a[".repeat(99), "]".repeat(99)),
        format!("{{{{ {}1{} }}}}", "(".repeat(99), "..1)".repeat(99)),
        format!("{{% {}echo 1 %}}", "liquid ".repeat(98)),
    ];
    // A web page gives its engine 1 MiB; without the optimiser a call takes several times as much.
    let small = if cfg!(debug_assertions) { 2 << 20 } else { 256 << 10 };
    let run = move || {
        for source in &sources {
            let template = Template::parse(source).unwrap();
            // Ranges of ranges have no value: only that it ends counts.
            let _ = template.render(&(), &Default::default());
        }
    };
    std::thread::Builder::new().stack_size(small).spawn(run).unwrap().join().unwrap();
}

#[test]
fn a_template_that_is_too_long_is_refused_before_it_is_read() {
    let source = "{% if %}".repeat(SIZE);
    let fault = Template::parse(&source).unwrap_err();
    assert_eq!(fault.kind, Kind::Limit(Limit::TemplateBytes));
    let limits = Limits { template_bytes: 3, ..Limits::default() };
    assert!(Template::parse_within("abc", &limits).is_ok());
    assert!(Template::parse_within("abcd", &limits).is_err());
}
