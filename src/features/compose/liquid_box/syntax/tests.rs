use super::*;

/// Kinds and words of a text, such as `tag:if`; an output or a tag that is not closed ends with how it ends.
fn read(text: &str) -> String {
    let mut words = Vec::new();
    for piece in pieces(text) {
        for token in piece.statements.iter().flat_map(|statement| &statement.tokens) {
            let kind = format!("{:?}", token.kind).to_lowercase();
            words.push(format!("{kind}:{}", &text[token.range.clone()]));
        }
        if !piece.is_closed() {
            words.push(format!("{:?}@{}", piece.ending, piece.range.end));
        }
    }
    words.join(" ")
}

#[test]
fn words_and_signs_are_told_apart_by_where_they_stand() {
    let table = [
        ("no Liquid { here } %}", ""),
        ("{{ name }}", "variable:name"),
        ("{{- name-}}", "variable:name"),
        ("{{ a.b | default: 'x' }}", "variable:a sign:. property:b sign:| filter:default sign:: text:'x'"),
        ("{{ a | round: -1.5 }}", "variable:a sign:| filter:round sign:: number:-1.5"),
        ("{{ a[0]['b'] }}", "variable:a sign:[ number:0 sign:] sign:[ text:'b' sign:]"),
        ("{{ ['first name'] }}", "sign:[ variable:'first name' sign:]"),
        ("{{ größe }}", "variable:größe"),
        ("{{ is-vip? }}", "variable:is-vip?"),
        ("{{ a | append: “b” }}", "variable:a sign:| filter:append sign:: curly:“b”"),
        (
            "{% if a == true and b contains 'c' %}",
            "tag:if variable:a sign:= sign:= keyword:true keyword:and variable:b keyword:contains text:'c'",
        ),
        (
            "{% for i in (1..n) reversed %}",
            "tag:for target:i keyword:in sign:( number:1 sign:.. variable:n sign:) keyword:reversed",
        ),
        ("{% for i in a limit: 2 %}", "tag:for target:i keyword:in variable:a keyword:limit sign:: number:2"),
        ("{%- assign a = b -%}", "tag:assign target:a sign:= variable:b"),
        ("{% capture 'a' %}", "tag:capture target:'a'"),
        ("{% # a note %}", "tag:#"),
        ("{% endif a %}", "tag:endif"),
        (
            "{% liquid\nassign a = b\necho a %}",
            "tag:liquid tag:assign target:a sign:= variable:b tag:echo variable:a",
        ),
        ("{% raw %}{{ a }}{% b %}{% endraw %}{{ c }}", "tag:raw tag:endraw variable:c"),
        ("{% comment %}{{ a {% endcomment %}{{ b }}", "tag:comment tag:endcomment variable:b"),
        ("{{ '{{' }}{{ a }}", "text:'{{' variable:a"),
        ("{{ }}{% %}", ""),
    ];
    for (text, words) in table {
        assert_eq!(read(text), words, "{text}");
    }
}

#[test]
fn what_is_not_closed_reaches_no_further_than_its_line_or_the_next_opening() {
    let table = [
        ("{{", "Open@2"),
        ("{%", "Open@2"),
        ("{{ na", "variable:na Open@5"),
        ("{{ a\nNext {{ b }}", "variable:a Open@4 variable:b"),
        ("{{ a {{ b }}", "variable:a Open@5 variable:b"),
        ("{{ a\n| upcase }}", "variable:a sign:| filter:upcase"),
        ("{% if a {{ b }}", "tag:if variable:a Open@8 variable:b"),
        ("{{ a } and {{ b }}", "variable:a OneBrace@6 variable:b"),
        ("{{ 'a {{ b }}", "text:'a {{ b "),
        ("{{{{{{", "Open@2 Open@4 Open@6"),
    ];
    for (text, words) in table {
        assert_eq!(read(text), words, "{text}");
    }
}

#[test]
fn no_text_is_refused_and_every_place_is_one_of_its_letters() {
    let parts = [
        "{{", "}}", "{%", "%}", "-", " ", "\n", "'", "\"", "“", "’", "é", "😀", "a", "1", ".", "|", "if",
        "raw", "endraw", "liquid", "}", "[",
    ];
    let mut seed = 7_u64;
    for _ in 0..4_000 {
        let mut text = String::new();
        for _ in 0..12 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(parts[usize::try_from(seed >> 33).unwrap_or_default() % parts.len()]);
        }
        let mut end = 0;
        for piece in pieces(&text) {
            assert!(end <= piece.range.start && piece.range.end <= text.len(), "{text:?}");
            end = piece.range.end;
            let mut at = piece.range.start;
            for token in piece.statements.iter().flat_map(|statement| &statement.tokens) {
                assert!(at <= token.range.start && token.range.end <= piece.range.end, "{text:?}");
                assert!(text.get(token.range.clone()).is_some_and(|word| !word.is_empty()), "{text:?}");
                at = token.range.end;
            }
        }
    }
}
