use super::*;
use crate::features::compose::liquid_box::syntax::pieces;

const COLUMNS: [&str; 5] = ["first_name", "city", "order id", "größe", "vip"];

fn judged(text: &str, caret: Option<usize>) -> Vec<Remark> {
    remarks(text, &pieces(text), Some(&COLUMNS.map(str::to_owned)), caret)
}

/// The text with what all buttons do, one after the other.
fn mended(text: &str) -> String {
    let mut text = text.to_owned();
    while let Some(fix) = judged(&text, None).into_iter().find_map(|remark| remark.fix) {
        let edit =
            Edit::joined(&text, &fix.edits).unwrap_or_else(|| panic!("{fix:?} does nothing to {text}"));
        text.replace_range(edit.range, &edit.text);
    }
    text
}

#[test]
fn a_near_miss_is_named_and_mended_wherever_it_stands() {
    let remarks = judged("{{ frist_name }} {{ city }} {{ frist_name | upcsae }}", None);
    let told: Vec<(&str, usize, Option<&str>)> = remarks
        .iter()
        .map(|remark| {
            (remark.words.as_str(), remark.places.len(), remark.fix.as_ref().map(|fix| fix.label.as_str()))
        })
        .collect();
    assert_eq!(
        told,
        [
            ("The list has no column `frist_name`. Did you mean `first_name`?", 2, Some("Use first_name")),
            ("There is no filter `upcsae`. Did you mean `upcase`?", 1, Some("Use upcase")),
        ]
    );
}

#[test]
fn every_button_does_what_it_says() {
    let table = [
        ("{{ First_Name }} {{firstname}}", "{{ first_name }} {{first_name}}"),
        ("{{ orderid }} {{ ['Order ID'] }}", "{{ ['order id'] }} {{ ['order id'] }}"),
        ("{{ größe }}", "{{ ['größe'] }}"),
        ("{{ city | default: “there” }}", "{{ city | default: \"there\" }}"),
        ("{{ city }, {{ vip }}", "{{ city }}, {{ vip }}"),
        ("{{ city | default: 'there }}", "{{ city | default: 'there' }}"),
        ("{% elif vip %}{% unles vip %}", "{% elsif vip %}{% unless vip %}"),
        ("{% assign name_of_gate = 1 %}{{ name_of_gat }}", "{% assign name_of_gate = 1 %}{{ name_of_gate }}"),
        ("{{ nobody_knows }}", "{{ nobody_knows }}"),
    ];
    for (written, whole) in table {
        assert_eq!(mended(written), whole);
    }
}

#[test]
fn what_is_right_is_not_remarked_upon() {
    let table = [
        "Hi {{ first_name | default: 'there' | upcase }} of {{ ['order id'] }} {{ [\"größe\"] }}",
        "{% for i in city %}{{ i }} {{ forloop.index }}{% endfor %}",
        "{% assign x = vip %}{{ x }} “curly” outside, {{ city | append: \"it’s\" }}",
        "{% comment %}{{ x | y }}{% endcomment %}{% raw %}{{ “a” }}{% endraw %}",
        "{{ x",
    ];
    for text in table {
        assert_eq!(judged(text, None), [], "{text}");
    }
}

#[test]
fn a_word_is_not_judged_before_it_is_written() {
    let text = "{{ fir }} {{ fir }}";
    let places = |caret| judged(text, caret).iter().map(|remark| remark.places.len()).collect::<Vec<_>>();
    assert_eq!((places(None), places(Some(6)), places(Some(8))), (vec![2], vec![1], vec![2]));
}

#[test]
fn without_a_list_no_variable_is_unknown() {
    let text = "{{ anything | upcsae }}";
    let words: Vec<String> =
        remarks(text, &pieces(text), None, None).into_iter().map(|remark| remark.words).collect();
    assert_eq!(words, ["There is no filter `upcsae`. Did you mean `upcase`?"]);
}

#[test]
fn what_cannot_be_guessed_is_told_without_a_button() {
    let table = [
        ("{{ street }}", "The list has no column `street`: it is empty for everyone."),
        ("{{ city | sparkle }}", "There is no filter `sparkle`."),
        ("{% render 'x' %}", "There is no tag `render`. A push has no other templates to show."),
        ("{% if vip %}{% end %}", "There is no tag `end`. Every block has its own, such as `endif`."),
    ];
    for (text, words) in table {
        let remarks = judged(text, None);
        assert_eq!(remarks.len(), 1, "{text}: {remarks:?}");
        assert_eq!((remarks[0].words.as_str(), &remarks[0].fix), (words, &None));
    }
}
