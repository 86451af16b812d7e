//! Loops, and long lists of things to do inside a single tag.

use push_liquid::Limit::{OutputBytes, Steps, WorkBytes};

use crate::attack::{End, bound, check, for_ever};

#[test]
fn a_range_of_a_hundred_million_ends_at_the_bound_for_steps() {
    let range = |filters: &str| format!("{{% assign r = (1..100000000) %}}{{{{ r | {filters} }}}}");
    let mut attacks: Vec<_> = ["join", "sort", "reverse", "map: 'a'", "where: 'a'", "uniq", "sum", "compact"]
        .iter()
        .chain(&["find: 'a', 1", "concat: same", "sort_natural", "has: 'a', 1", "join | size"])
        .map(|filters| (*filters, range(filters), bound(Steps)))
        .collect();
    attacks.extend([
        ("size", range("size"), End::Text),
        ("first", range("first"), End::Text),
        ("shown", range("default: 1"), End::Text),
        ("loop", for_ever(""), bound(Steps)),
        ("loop with output", for_ever("{{ i }}{{ forloop.index }}"), bound(Steps)),
        ("table", "{% tablerow i in (1..100000000) cols: 3 %}{% endtablerow %}".into(), bound(Steps)),
        ("wide table", "{% tablerow i in (1..9) cols: 9000000000000000000 %}{% endtablerow %}".into(), End::Text),
        ("widest loop", "{% for i in (-9223372036854775807..9223372036854775807) %}{% endfor %}".into(), bound(Steps)),
        ("late loop", "{% for i in (1..9) offset: 9223372036854775807 limit: 9223372036854775807 %}{% endfor %}{% for i in (1..9) offset: continue %}{% endfor %}".into(), End::Text),
        ("five loops", (0..5).fold(String::new(), |inside, _| for_ever(&inside)), bound(Steps)),
        ("ninety loops", (0..90).fold("{{ forloop.parentloop.index }}".into(), |inside, _| for_ever(&inside)), bound(WorkBytes)),
        ("increments", for_ever("{% increment n %}{% decrement m %}"), bound(Steps)),
        ("changes", for_ever("{% ifchanged %}{{ i }}{% endifchanged %}"), bound(Steps)),
    ]);
    check(&attacks);
}

#[test]
fn long_lists_inside_a_tag_are_paid_for() {
    let many = |count: usize, text: &str| text.repeat(count);
    let numbered = |count: usize, text: &str| {
        (0..count).fold(String::new(), |all, n| all + &text.replace('#', &n.to_string()))
    };
    check(&[
        (
            "conditions",
            for_ever(&format!("{{% if 1{} %}}{{% endif %}}", many(30_000, " and 1"))),
            bound(Steps),
        ),
        (
            "branches",
            for_ever(&format!("{{% if nil %}}{}{{% endif %}}", many(15_000, "{% elsif nil %}"))),
            bound(Steps),
        ),
        (
            "values",
            for_ever(&format!("{{% case '' %}}{{% when '{}%}}{{% endcase %}}", many(40_000, "','") + "'")),
            bound(Steps),
        ),
        ("unknown filters", for_ever(&format!("{{{{ 1 {} }}}}", many(40_000, "|z"))), bound(Steps)),
        ("options", for_ever(&format!("{{{{ 1 | default: 1{} }}}}", many(40_000, ",a:1"))), bound(Steps)),
        ("dots", for_ever(&format!("{{{{ x{} }}}}", many(40_000, ".last"))), bound(WorkBytes)),
        ("brackets", for_ever(&format!("{{{{ x{} }}}}", many(20_000, "['last']"))), bound(WorkBytes)),
        ("empty raws", for_ever(&many(12_000, "{% raw %}{% endraw %}")), bound(Steps)),
        ("loops of many names", for_ever(&numbered(6000, "{%for a in b#%}{%endfor%}")), bound(Steps)),
        (
            "loop of a long name",
            for_ever(&format!("{{% for a in {} %}}{{% endfor %}}", many(200_000, "b"))),
            bound(Steps),
        ),
        ("variable of a long name", for_ever(&format!("{{{{ {} }}}}", many(200_000, "b"))), bound(Steps)),
        ("cycles", numbered(8000, "{% cycle 'g#': 1, 2 %}"), bound(WorkBytes)),
        ("cycles without a name", numbered(8000, "{% cycle 1, # %}"), bound(WorkBytes)),
        ("cycles in a loop", for_ever("{% cycle i: 1, 2 %}"), bound(WorkBytes)),
        ("names", for_ever(&numbered(9000, "{{ name# }}")), bound(Steps)),
        (
            "columns",
            "{% tablerow i in objects cols: 1 %}{{ i.name }}{% endtablerow %}".into(),
            bound(OutputBytes),
        ),
    ]);
}
