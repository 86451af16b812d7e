//! Values, lookups and how they are shown, by what the documentation of Liquid says.
#![allow(clippy::unwrap_used, missing_docs)]

mod cases;

use cases::check;

#[test]
fn values_are_shown_as_in_the_reference_implementation() {
    check(&[
        ("{{ 'single' }}{{ \"double\" }}", "singledouble"),
        ("{{ 12 }} {{ -3 }} {{ 1.50 }} {{ 100.0 }}", "12 -3 1.5 100.0"),
        ("{{ true }} {{ false }} [{{ nil }}]", "true false []"),
        ("{{ numbers }}|{{ nested }}", "312|123"),
        ("{{ (1..3) }}", "1..3"),
        ("{{ user.tags | append: '' }}", "[\"a\", \"b\"]"),
        (
            "{{ trips[2] }}",
            "{\"km\"=>nil}".replace("\"km\"=>nil", "\"open\"=>true, \"to\"=>\"Bern\"").as_str(),
        ),
        ("{{ 10000000000000000.0 }} {{ 0.00001 }}", "1.0e+16 1.0e-05"),
        ("[{{ blank }}{{ empty }}]", "[]"),
    ]);
}

#[test]
fn variables_are_looked_up_by_dots_and_brackets() {
    check(&[
        ("{{ user.city }}{{ user['city'] }}{{ user[key] }}", "ZürichZürichZürich"),
        ("{{ user['first name'] }}{{ ['name'] }}{{ [user.missing] }}", "GraceAda"),
        ("{{ numbers[0] }}{{ numbers[-1] }}{{ numbers[9] }}{{ numbers['x'] }}", "32"),
        ("{{ trips[1].to }}{{ trips.first.to }}{{ trips.last.to }}", "RomeOsloBern"),
        ("{{ numbers.size }} {{ name.size }} {{ user.size }} {{ none.size }}", "3 3 42 0"),
        ("{{ missing.deep.er }}{{ name.x }}{{ count.x }}{{ nothing.x }}", ""),
        ("{{ numbers . first }}", "3"),
    ]);
}

#[test]
fn blank_and_empty_are_questions_in_comparisons() {
    let empty = ["empty_text", "none"];
    let blank = ["empty_text", "none", "blank_text", "nothing", "no", "missing"];
    for (word, fitting) in [("empty", &empty[..]), ("blank", &blank[..])] {
        for variable in
            ["empty_text", "none", "blank_text", "nothing", "no", "missing", "name", "count", "yes"]
        {
            let template = format!("{{% if {variable} == {word} %}}yes{{% else %}}no{{% endif %}}");
            let turned = format!("{{% if {word} != {variable} %}}no{{% else %}}yes{{% endif %}}");
            let wanted = if fitting.contains(&variable) { "yes" } else { "no" };
            check(&[(&template, wanted), (&turned, wanted)]);
        }
    }
}

#[test]
fn every_letter_counts_once_however_many_bytes_it_has() {
    check(&[
        ("{{ user.city | size }}{{ user.city | slice: 1 }}{{ user.city | upcase }}", "6üZÜRICH"),
        ("{{ '👍🏽 ok' | truncate: 2, '' }}", "👍🏽"),
    ]);
}
