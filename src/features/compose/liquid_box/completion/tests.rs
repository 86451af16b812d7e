use super::*;
use crate::features::compose::liquid_box::syntax::pieces;

/// Offers at the `^` in a text, and the text after the first was taken.
fn offered(marked: &str, columns: Option<&[&str]>) -> Option<(Vec<String>, String)> {
    let caret = marked.find('^').unwrap_or_else(|| panic!("no caret in {marked}"));
    let text = marked.replace('^', "");
    let columns: Option<Vec<String>> =
        columns.map(|names| names.iter().map(|name| (*name).to_owned()).collect());
    let elsewhere = ["gate".to_owned()];
    let found = completion(&text, &pieces(&text), caret, columns.as_deref(), &elsewhere)?;
    let labels = found.choices.iter().map(|choice| choice.label.clone()).collect();
    let mut taken = text;
    taken.replace_range(found.range, &found.choices[0].text);
    Some((labels, taken))
}

const COLUMNS: &[&str] = &["first_name", "last_name", "city", "order id"];

#[test]
fn columns_are_offered_wherever_a_value_may_stand() {
    let table: [(&str, &[&str], &str); 14] = [
        ("Hi {{^", COLUMNS, "Hi {{ first_name }}"),
        ("Hi {{ ^", COLUMNS, "Hi {{ first_name }}"),
        ("Hi {{ ^ }}", COLUMNS, "Hi {{ first_name }}"),
        ("Hi {{ na^", &["first_name", "last_name"], "Hi {{ first_name }}"),
        ("Hi {{na^", &["first_name", "last_name"], "Hi {{first_name}}"),
        ("Hi {{ LA^ }}!", &["last_name"], "Hi {{ last_name }}!"),
        ("Hi {{ la^st }}!", &["last_name"], "Hi {{ last_name }}!"),
        ("Hi {{ ci^, welcome", &["city"], "Hi {{ city }}, welcome"),
        ("{{ a | append: c^ }}", &["city"], "{{ a | append: city }}"),
        ("{{ a | append: c^", &["city"], "{{ a | append: city }}"),
        ("{{ ord^", &["order id"], "{{ ['order id'] }}"),
        ("{% if c^ %}", &["city"], "{% if city %}"),
        ("{% if city == la^ %}", &["last_name"], "{% if city == last_name %}"),
        ("{% for x in ci^ %}", &["city"], "{% for x in city %}"),
    ];
    for (marked, labels, taken) in table {
        let (found, text) = offered(marked, Some(COLUMNS)).unwrap_or_else(|| panic!("nothing at {marked}"));
        assert_eq!(
            (found, text.as_str()),
            (labels.iter().map(|&label| label.to_owned()).collect(), taken),
            "{marked}"
        );
    }
}

#[test]
fn filters_tags_and_names_of_the_text_are_offered_where_they_belong() {
    let table = [
        ("{{ a | upc^ }}", "upcase", "{{ a | upcase }}"),
        ("{{ a | ^ }}", "abs", "{{ a | abs }}"),
        ("{% unl^", "unless", "{% unless"),
        ("{% endca^ %}", "endcase", "{% endcase %}"),
        ("{% assign total = 1 %}{{ to^ }}", "total", "{% assign total = 1 %}{{ total }}"),
        (
            "{% for item in list %}{{ it^ }}{% endfor %}",
            "item",
            "{% for item in list %}{{ item }}{% endfor %}",
        ),
        ("{% liquid\n ech^ %}", "echo", "{% liquid\n echo %}"),
    ];
    for (marked, first, taken) in table {
        let (found, text) = offered(marked, Some(COLUMNS)).unwrap_or_else(|| panic!("nothing at {marked}"));
        assert_eq!((found[0].as_str(), text.as_str()), (first, taken), "{marked}");
    }
}

#[test]
fn nothing_is_offered_where_nothing_is_to_be_guessed() {
    let table = [
        "Hi ^",
        "Hi {^",
        "^{{ a }}",
        "{{ a }}^",
        "{{ city^ }}",
        "{{ city ^ }}",
        "{{ city.na^ }}",
        "{{ 'na^' }}",
        "{{ a | round: 1^ }}",
        "{{ zzz^ }}",
        "{% assign na^ %}",
        "{% for na^ %}",
        "{% endif ^ %}",
        "{% raw %}{{ na^ }}{% endraw %}",
    ];
    for marked in table {
        assert_eq!(offered(marked, Some(COLUMNS)), None, "{marked}");
    }
}

#[test]
fn without_a_list_the_names_of_all_texts_are_offered() {
    let (labels, taken) = offered("{{ name }} {{ ^ }}", None).unwrap_or_default();
    assert_eq!(
        (labels, taken.as_str()),
        (vec!["name".to_owned(), "gate".to_owned()], "{{ name }} {{ name }}")
    );
    let (labels, _) = offered("{{ name }} {{ ^ }}", Some(COLUMNS)).unwrap_or_default();
    assert_eq!(labels, COLUMNS, "with a list only what it has");
}
