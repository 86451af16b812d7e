//! Every tag, by what the documentation of Liquid says of it.
#![allow(clippy::unwrap_used, missing_docs)]

mod cases;

use cases::check;

#[test]
fn assign_capture_and_echo() {
    check(&[
        ("{% assign x = 'a' %}{{ x }}", "a"),
        ("{% assign x = name | upcase %}{{ x }}{% assign x = 1 %}{{ x }}", "ADA1"),
        ("{% assign name = nil %}[{{ name }}]", "[]"),
        ("{% assign list = 'a,b' | split: ',' %}{{ list[1] }}", "b"),
        ("{% assign some-thing = 1 %}{{ some-thing }}", "1"),
        ("{% capture x %}Hi {{ name }}{% endcapture %}{{ x | upcase }}", "HI ADA"),
        ("{% capture 'x' %}quoted{% endcapture %}{{ x }}", "quoted"),
        ("{% capture x %}{% assign y = 2 %}{% endcapture %}{{ y }}", "2"),
        ("{% echo name | append: '!' %}{% echo nil %}{% echo %}", "Ada!"),
    ]);
}

#[test]
fn if_elsif_else_and_unless() {
    check(&[
        ("{% if yes %}a{% endif %}{% if no %}b{% endif %}{% if missing %}c{% endif %}", "a"),
        ("{% if no %}a{% elsif count == 3 %}b{% else %}c{% endif %}", "b"),
        ("{% if no %}a{% elsif no %}b{% else %}c{% endif %}", "c"),
        // Only nil and false are false.
        ("{% if empty_text %}a{% endif %}{% if 0 %}b{% endif %}{% if none %}c{% endif %}", "abc"),
        ("{% unless no %}a{% else %}b{% endunless %}", "a"),
        ("{% unless yes %}a{% elsif count == 3 %}b{% endunless %}", "b"),
        ("{% if count > 2 and count <= 3 %}a{% endif %}", "a"),
        ("{% if no and missing.x > 1 or yes %}a{% else %}b{% endif %}", "b"),
        ("{% if yes or no and no %}a{% endif %}", "a"),
        ("{% if name != 'Bob' %}a{% endif %}{% if name <> 'Bob' %}b{% endif %}", "ab"),
        ("{% if name contains 'd' and words contains 'fig' and user contains 'city' %}a{% endif %}", "a"),
        ("{% if missing contains 'a' or name contains nil %}a{% else %}b{% endif %}", "b"),
        ("{% if missing < 1 or missing > 1 %}a{% else %}b{% endif %}", "b"),
        ("{% if 'b' > 'a' and 1 < 1.5 and 1 == 1.0 %}a{% endif %}", "a"),
    ]);
}

#[test]
fn case_with_when_and_else() {
    check(&[
        ("{% case count %}{% when 1 %}a{% when 3 %}b{% else %}c{% endcase %}", "b"),
        ("{% case count %}{% when 1, 2 %}a{% when 4 or 3 %}b{% endcase %}", "b"),
        ("{% case missing %}{% when 1 %}a{% else %}c{% endcase %}", "c"),
        ("{% case name %} ignored {% when 'Ada' %}a{% endcase %}", "a"),
        // Each that fits is shown, once for each value that fits.
        ("{% case count %}{% when 3 %}a{% when 3, 3 %}b{% else %}c{% endcase %}", "abb"),
        (
            "{% case empty_text %}{% when empty %}a{% endcase %}{% case blank_text %}{% when blank %}b{% endcase %}",
            "ab",
        ),
    ]);
}

#[test]
fn for_with_its_parameters_and_forloop() {
    check(&[
        ("{% for n in numbers %}{{ n }} {% endfor %}", "3 1 2 "),
        ("{% for n in none %}{{ n }}{% else %}nothing{% endfor %}", "nothing"),
        ("{% for n in numbers reversed %}{{ n }}{% endfor %}", "213"),
        ("{% for n in numbers limit: 2 %}{{ n }}{% endfor %}", "31"),
        ("{% for n in numbers offset: 1 %}{{ n }}{% endfor %}", "12"),
        ("{% for n in (1..6) limit: 2, offset: 2 %}{{ n }}{% endfor %}", "34"),
        (
            "{% for n in (1..6) limit: 2 %}{{ n }}{% endfor %}|{% for n in (1..6) offset: continue %}{{ n }}{% endfor %}",
            "12|3456",
        ),
        ("{% for n in (2..count) %}{{ n }}{% endfor %}{% for n in (3..1) %}x{% endfor %}", "23"),
        ("{% for c in name %}[{{ c }}]{% endfor %}", "[Ada]"),
        ("{% for pair in user limit: 1 %}{{ pair[0] }}={{ pair[1] }}{% endfor %}", "city=Zürich"),
        (
            "{% for n in (1..5) %}{% if n == 2 %}{% continue %}{% endif %}{% if n == 4 %}{% break %}{% endif %}{{ n }}{% endfor %}",
            "13",
        ),
        (
            "{% for n in numbers %}{{ forloop.index }}{{ forloop.index0 }}{{ forloop.rindex }}{{ forloop.rindex0 }}{{ forloop.length }} {% endfor %}",
            "10323 21213 32103 ",
        ),
        (
            "{% for n in numbers %}{% if forloop.first %}<{% endif %}{{ n }}{% if forloop.last %}>{% endif %}{% endfor %}",
            "<312>",
        ),
        (
            "{% for a in (1..2) %}{% for b in (1..2) %}{{ forloop.parentloop.index }}{{ forloop.index }} {% endfor %}{% endfor %}",
            "11 12 21 22 ",
        ),
        ("{% for name in numbers %}{{ name }}{% endfor %}{{ name }}", "312Ada"),
        ("{{ forloop.index }}{% for n in numbers %}{% endfor %}{{ n }}", ""),
        ("a{% break %}b", "a"),
    ]);
}

#[test]
fn tablerow_with_its_parameters() {
    check(&[
        (
            "{% tablerow n in numbers cols: 2 %}{{ n }}{% endtablerow %}",
            "<tr class=\"row1\">\n<td class=\"col1\">3</td><td class=\"col2\">1</td></tr>\n<tr class=\"row2\"><td class=\"col1\">2</td></tr>\n",
        ),
        (
            "{% tablerow n in numbers limit: 1 offset: 1 %}{{ tablerowloop.col_first }}{{ tablerowloop.row }}{{ tablerowloop.col }}{% endtablerow %}",
            "<tr class=\"row1\">\n<td class=\"col1\">true11</td></tr>\n",
        ),
        ("{% tablerow n in missing %}{{ n }}{% endtablerow %}", ""),
    ]);
}

#[test]
fn cycle_increment_decrement_and_ifchanged() {
    check(&[
        ("{% for n in (1..4) %}{% cycle 'a', 'b', 'c' %}{% endfor %}", "abca"),
        ("{% cycle 'x': 1, 2 %}{% cycle 'y': 1, 2 %}{% cycle 'x': 1, 2 %}", "112"),
        ("{% cycle count, name %}{% cycle count, name %}", "33"),
        ("{% increment n %}{% increment n %}{{ n }}", "012"),
        ("{% decrement n %}{% decrement n %}{{ n }}", "-1-2-2"),
        ("{% assign n = 7 %}{% increment n %}{{ n }}", "07"),
        (
            "{% for w in words %}{% ifchanged %}{{ w | downcase | slice: 0 }}{% endifchanged %}{% endfor %}",
            "pafa",
        ),
    ]);
}

#[test]
fn comments_raw_doc_and_liquid() {
    check(&[
        ("a{% comment %}{% if %} {{ {% comment %}x{% endcomment %}{% endcomment %}b", "ab"),
        ("a{% # a note %}b{%- # and\n  # another -%} c", "abc"),
        ("{% raw %}{{ name }}{% if %}{% endraw %}", "{{ name }}{% if %}"),
        ("a{% doc %}{% if %} {{ {% enddoc %}b", "ab"),
        (
            "{% liquid\nassign x = 2\n# a note\nif x == 2\n  echo 'two'\nendif\nfor n in (1..2)\necho n\nendfor %}",
            "two12",
        ),
    ]);
}

#[test]
fn white_space_is_taken_away_where_a_dash_asks_for_it() {
    check(&[
        ("a \n{{- name -}} \n b", "aAdab"),
        ("a {%- if yes -%} b {%- endif -%} c", "abc"),
        ("a {% if yes %} b {% endif %} c", "a  b  c"),
        // A block in which nothing can be seen shows nothing.
        ("a{% if yes %}  \n {% assign x = 1 %} {% endif %}b", "ab"),
        ("a{% for n in numbers %} {% endfor %}b", "ab"),
    ]);
}
