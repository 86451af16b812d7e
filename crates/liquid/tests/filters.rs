//! Every filter, by what the documentation of Liquid says of it.
#![allow(clippy::unwrap_used, missing_docs)]

mod cases;

use cases::check;

/// A filter and what it does: the cases of one name stand together.
type Cases = &'static [(&'static str, &'static [(&'static str, &'static str)])];

const TEXT: Cases = &[
    ("append", &[("{{ name | append: '!' }}", "Ada!"), ("{{ missing | append: 1 }}", "1")]),
    ("prepend", &[("{{ name | prepend: 'Hi ' }}", "Hi Ada")]),
    ("upcase", &[("{{ 'straße' | upcase }}", "STRASSE")]),
    ("downcase", &[("{{ 'ÄB' | downcase }}", "äb"), ("{{ missing | downcase }}", "")]),
    ("capitalize", &[("{{ 'ada LOVELACE' | capitalize }}", "Ada lovelace"), ("{{ '' | capitalize }}", "")]),
    ("replace", &[("{{ 'aXbX' | replace: 'X', '-' }}", "a-b-"), ("{{ 'ab' | replace: '', '-' }}", "-a-b-")]),
    ("replace_first", &[("{{ 'aXbX' | replace_first: 'X', '-' }}", "a-bX")]),
    ("replace_last", &[("{{ 'aXbX' | replace_last: 'X', '-' }}", "aXb-")]),
    ("remove", &[("{{ 'aXbX' | remove: 'X' }}", "ab")]),
    ("remove_first", &[("{{ 'aXbX' | remove_first: 'X' }}", "abX")]),
    ("remove_last", &[("{{ 'aXbX' | remove_last: 'X' }}", "aXb")]),
    (
        "slice",
        &[
            ("{{ 'Liquid' | slice: 2, 3 }}{{ 'Liquid' | slice: -1 }}", "quid"),
            ("{{ numbers | slice: 1, 5 }}", "12"),
            ("{{ 'a' | slice: 5 }}", ""),
        ],
    ),
    (
        "size",
        &[(
            "{{ name | size }}{{ numbers | size }}{{ user | size }}{{ missing | size }}{{ (1..4) | size }}",
            "33404",
        )],
    ),
    (
        "default",
        &[
            (
                "{{ missing | default: 'x' }}{{ empty_text | default: 'y' }}{{ no | default: 'z' }}{{ name | default: 'n' }}",
                "xyzAda",
            ),
            (
                "{{ no | default: 'z', allow_false: true }}{{ none | default: 'e' }}{{ 0 | default: 1 }}",
                "falsee0",
            ),
        ],
    ),
    ("strip", &[("[{{ '  a b \n' | strip }}]", "[a b]")]),
    ("lstrip", &[("[{{ '  a ' | lstrip }}]", "[a ]")]),
    ("rstrip", &[("[{{ ' a  ' | rstrip }}]", "[ a]")]),
    ("squish", &[("{{ ' a \n\t b  c ' | squish }}", "a b c")]),
    ("strip_newlines", &[("{{ 'a\r\nb\nc' | strip_newlines }}", "abc")]),
    (
        "truncate",
        &[
            ("{{ 'Ground control' | truncate: 9 }}", "Ground..."),
            ("{{ 'Ground' | truncate: 4, '' }}{{ 'Ground' | truncate: 6 }}", "GrouGround"),
        ],
    ),
    (
        "truncatewords",
        &[
            ("{{ 'one two three' | truncatewords: 2 }}", "one two..."),
            ("{{ 'one two' | truncatewords: 0, '-' }}", "one-"),
        ],
    ),
    (
        "split",
        &[
            ("{% assign p = 'a-b--' | split: '-' %}{{ p.size }}{{ p.last }}", "2b"),
            ("{{ 'ab c' | split: '' | join: '.' }}|{{ ' a  b ' | split: ' ' | join: '.' }}", "a.b. .c|a.b"),
        ],
    ),
];

const CODED: Cases = &[
    (
        "escape",
        &[
            ("{{ html | escape }}", "&lt;b&gt;1 &amp; &quot;2&quot;&lt;/b&gt;"),
            ("[{{ nil | escape }}]", "[]"),
        ],
    ),
    ("h", &[("{{ \"'\" | h }}", "&#39;")]),
    ("escape_once", &[("{{ '&lt;b> & &#39; &x' | escape_once }}", "&lt;b&gt; &amp; &#39; &amp;x")]),
    ("newline_to_br", &[("{{ 'a\nb' | newline_to_br }}", "a<br />\nb")]),
    (
        "strip_html",
        &[
            ("{{ 'a<script>x</script><b>b</b><!-- c --><style>d</style>' | strip_html }}", "ab"),
            ("{{ '1 < 2' | strip_html }}", "1 < 2"),
        ],
    ),
    ("url_encode", &[("{{ 'a b/ü~' | url_encode }}", "a+b%2F%C3%BC~")]),
    ("url_decode", &[("{{ 'a+b%2F%C3%BC%' | url_decode }}", "a b/ü%")]),
    ("base64_encode", &[("{{ 'one two' | base64_encode }}{{ '' | base64_encode }}", "b25lIHR3bw==")]),
    ("base64_decode", &[("{{ 'b25lIHR3bw==' | base64_decode }}", "one two")]),
    ("base64_url_safe_encode", &[("{{ '??>' | base64_url_safe_encode }}", "Pz8-")]),
    (
        "base64_url_safe_decode",
        &[("{{ 'Pz8-' | base64_url_safe_decode }}{{ 'YQ' | base64_url_safe_decode }}", "??>a")],
    ),
];

const NUMBERS: Cases = &[
    (
        "plus",
        &[(
            "{{ 1 | plus: 2 }} {{ 10.1 | plus: 2.2 }} {{ '3' | plus: '4.5' }} {{ missing | plus: 1 }}",
            "3 12.3 7.5 1",
        )],
    ),
    ("minus", &[("{{ 1 | minus: 3 }} {{ 0.3 | minus: 0.1 }}", "-2 0.2")]),
    ("times", &[("{{ 3 | times: 4 }} {{ 1.1 | times: 3 }} {{ 'x' | times: 2 }}", "12 3.3 0")]),
    (
        "divided_by",
        &[("{{ 7 | divided_by: 2 }} {{ -7 | divided_by: 2 }} {{ 7 | divided_by: 2.0 }}", "3 -4 3.5")],
    ),
    ("modulo", &[("{{ 7 | modulo: 3 }} {{ -7 | modulo: 3 }} {{ 7.5 | modulo: 2 }}", "1 2 1.5")]),
    ("abs", &[("{{ -3 | abs }} {{ '-4.5' | abs }}", "3 4.5")]),
    ("ceil", &[("{{ 4.1 | ceil }} {{ -4.9 | ceil }} {{ '2' | ceil }}", "5 -4 2")]),
    ("floor", &[("{{ 4.9 | floor }} {{ -4.1 | floor }}", "4 -5")]),
    (
        "round",
        &[(
            "{{ 2.5 | round }} {{ -2.5 | round }} {{ 1.2345 | round: 2 }} {{ 1250 | round: -2 }}",
            "3 -3 1.23 1300",
        )],
    ),
    ("at_least", &[("{{ 3 | at_least: 5 }} {{ 7 | at_least: 5 }}", "5 7")]),
    ("at_most", &[("{{ 3 | at_most: 5 }} {{ 7 | at_most: 5.5 }}", "3 5.5")]),
];

const LISTS: Cases = &[
    ("join", &[("{{ numbers | join }} {{ nested | join: '-' }} {{ 'a' | join: '-' }}", "3 1 2 1-2-3- a")]),
    ("first", &[("{{ numbers | first }}{{ none | first }}{{ (4..6) | first }}", "34")]),
    ("last", &[("{{ numbers | last }}{{ missing | last }}{{ (4..6) | last }}", "26")]),
    ("reverse", &[("{{ numbers | reverse | join }}", "2 1 3")]),
    ("concat", &[("{{ numbers | concat: none | concat: user.tags | join }}", "3 1 2 a b")]),
    ("map", &[("{{ trips | map: 'to' | join }} {{ user | map: 'city' }}", "Oslo Rome Bern Zürich")]),
    ("compact", &[("{{ nested | compact | size }} {{ trips | compact: 'km' | size }}", "3 2")]),
    ("uniq", &[("{{ '1,2,1' | split: ',' | uniq | join }} {{ trips | uniq: 'open' | size }}", "1 2 2")]),
    ("sum", &[("{{ numbers | sum }} {{ trips | sum: 'km' }} {{ none | sum }}", "6 19 0")]),
    (
        "where",
        &[(
            "{{ trips | where: 'open' | map: 'to' | join }} {{ trips | where: 'km', 7 | map: 'to' }}",
            "Oslo Bern Rome",
        )],
    ),
    (
        "reject",
        &[("{{ trips | reject: 'open' | map: 'to' }} {{ trips | reject: 'km', 7 | size }}", "Rome 2")],
    ),
    (
        "find",
        &[("{% assign t = trips | find: 'to', 'Rome' %}{{ t.km }}{{ trips | find: 'to', 'Ulm' }}", "7")],
    ),
    ("find_index", &[("{{ trips | find_index: 'to', 'Rome' }}{{ trips | find_index: 'x' }}", "1")]),
    ("has", &[("{{ trips | has: 'km', 7 }} {{ trips | has: 'to', 'Ulm' }}", "true false")]),
    (
        "sort",
        &[(
            "{{ numbers | sort | join }} {{ words | sort | join }} {{ trips | sort: 'km' | map: 'to' | join }}",
            "1 2 3 Apple apple fig pear Rome Oslo Bern",
        )],
    ),
    (
        "sort_natural",
        &[(
            "{{ words | sort_natural | join }} {{ trips | sort_natural: 'to' | map: 'to' | join }}",
            "Apple apple fig pear Bern Oslo Rome",
        )],
    ),
];

const DATES: Cases = &[(
    "date",
    &[
        ("{{ '2016-03-14' | date: '%b %d, %y' }}", "Mar 14, 16"),
        ("{{ 'March 14, 2016' | date: '%A %-d. %B %Y' }}", "Monday 14. March 2016"),
        ("{{ '2016-03-14T15:09:26+02:00' | date: '%H:%M:%S %z %s' }}", "15:09:26 +0200 1457960966"),
        ("{{ '14 Mar 2016 3:09 pm' | date: '%l:%M %p %P' }}", " 3:09 PM pm"),
        ("{{ 0 | date: '%F %T %Z' }} {{ '1152098955' | date: '%D' }}", "1970-01-01 00:00:00 UTC 07/05/06"),
        ("{{ 'now' | date: '%Y-%m-%d %H:%M' }} {{ 'today' | date: '%j' }}", "2024-02-29 12:34 060"),
        ("{{ '2016-03-14' | date: '%U %V %G %u %w %e %y %C %%' }}", "11 11 2016 1 1 14 16 20 %"),
        ("{{ '2016-03-04 09:05' | date: '%-m/%_d/%3H %^a %I' }}", "3/ 4/009 FRI 09"),
        (
            "{{ 'tomorrow-ish' | date: '%Y' }}{{ missing | date: '%Y' }}{{ '2016-03-14' | date: '' }}",
            "tomorrow-ish2016-03-14",
        ),
        ("{{ '2023-02-29' | date: '%Y' }} {{ '10:30' | date: '%F %R' }}", "2023-02-29 2024-02-29 10:30"),
        (
            "{{ '2016-03-14 15:09:26.535' | date: '%L %N %3N %c' }}",
            "535 535000000 535 Mon Mar 14 15:09:26 2016",
        ),
    ],
)];

const ALL: [Cases; 5] = [TEXT, CODED, NUMBERS, LISTS, DATES];

#[test]
fn every_filter_does_what_its_documentation_says() {
    for (_, cases) in ALL.concat() {
        check(cases);
    }
}

#[test]
fn every_filter_there_is_has_its_cases() {
    let covered: Vec<&str> = ALL.concat().iter().map(|(name, _)| *name).collect();
    let without: Vec<&str> = push_liquid::filter_names().filter(|name| !covered.contains(name)).collect();
    assert_eq!(without, Vec::<&str>::new());
    assert_eq!(covered.len(), push_liquid::filter_names().count());
}

#[test]
fn every_filter_there_is_stands_on_the_crates_page() {
    let page = include_str!("../src/lib.rs");
    let without: Vec<&str> =
        push_liquid::filter_names().filter(|name| !page.contains(&format!("`{name}`"))).collect();
    assert_eq!(without, Vec::<&str>::new());
}
