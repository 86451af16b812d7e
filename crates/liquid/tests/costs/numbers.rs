//! Numbers at the ends of what there is.

use push_liquid::Kind;
use push_liquid::Limit::{OutputBytes, WorkBytes};

use crate::attack::{End, bound, check, for_ever};

#[test]
fn huge_numbers_are_harmless_or_refused() {
    let huge = "9223372036854775807";
    let with = |template: &'static str| template.replace('#', huge);
    let too_large = End::Fault(Kind::Argument);
    check(&[
        ("slice", with("{{ 'abc' | slice: #, # }}{{ 'abc' | slice: -#, # }}"), End::Text),
        ("times", with("{{ # | times: # }}"), too_large),
        ("plus", with("{{ # | plus: # }}"), too_large),
        ("minus", with("{{ -# | minus: # }}"), too_large),
        ("times of decimals", with("{{ '#.5' | times: '#.5' | times: '#.5' | round: # }}"), End::Text),
        ("smallest", with("{{ -# | minus: 1 | abs }}"), too_large),
        ("smallest by -1", with("{{ -# | minus: 1 | divided_by: -1 }}"), too_large),
        ("smallest rest", with("{{ -# | minus: 1 | modulo: -1 }}"), too_large),
        ("truncate", with("{{ 'abc' | truncate: # }}{{ 'abc' | truncate: -# }}"), End::Text),
        ("truncatewords", with("{{ 'a b' | truncatewords: # }}{{ 'a b' | truncatewords: -# }}"), End::Text),
        ("round", with("{{ 1.55 | round: # }}{{ 1.55 | round: -# }}{{ '1e9' | round: # }}"), End::Text),
        ("width", with("{{ 0 | date: '%#Y%#N%#A%-#z' | size }}"), End::Text),
        ("widths", format!("{{{{ 0 | date: '{}' }}}}", "%999Y".repeat(2_000)), bound(OutputBytes)),
        ("widths in a loop", for_ever("{% assign d = i | date: '%999Y%999c%999A' %}"), bound(WorkBytes)),
        (
            "flags",
            for_ever(&format!("{{% assign d = i | date: '%{}' %}}", "-".repeat(200_000))),
            bound(WorkBytes),
        ),
        (
            "short parts",
            for_ever(&format!("{{% assign d = i | date: '{}' %}}", "%U".repeat(100))),
            bound(WorkBytes),
        ),
        ("parts of parts", for_ever("{% assign d = i | date: '%c%c%c%c%c%c%c%c%c%c' %}"), bound(WorkBytes)),
        (
            "words",
            for_ever(&format!("{{% assign d = '{}' | date: '%Y' %}}", "a ".repeat(60))),
            bound(WorkBytes),
        ),
        ("moment", with("{{ # | date: '%c' }}{{ '#' | date: '%c' }}{{ -# | date: '%c' }}"), End::Text),
        (
            "floats",
            for_ever("{% assign f = f | plus: 1.1 | times: 1.0000001 | minus: 0.3 %}"),
            bound(WorkBytes),
        ),
        ("large floats", for_ever("{% assign f = largest | minus: 1.5 %}"), bound(WorkBytes)),
        ("small floats", for_ever("{% assign f = small | plus: 1.5 | times: small %}"), bound(WorkBytes)),
        ("printed", for_ever("{{ largest }} {{ small }} {{ smallest }}"), bound(WorkBytes)),
        ("appended", for_ever("{% assign f = small | append: largest %}"), bound(WorkBytes)),
        (
            "rounded",
            for_ever("{% assign f = small | round: 3 %}{% assign g = smallest | ceil %}"),
            bound(WorkBytes),
        ),
        ("compared", for_ever("{% if small < largest %}{% endif %}"), bound(WorkBytes)),
        ("bounded", for_ever("{% assign f = small | at_most: largest %}"), bound(WorkBytes)),
        (
            "as text",
            for_ever(
                "{% assign f = '0.00000000000000000000000000000000000000000000000000123456789' | plus: 1 %}",
            ),
            bound(WorkBytes),
        ),
        (
            "divided",
            for_ever("{% assign f = 1.0 | divided_by: i | divided_by: 3.7 %}{{ f }}"),
            bound(WorkBytes),
        ),
        (
            "infinite",
            format!("{{{{ 1{}.0 | times: 1{}.0 | minus: 1 }}}}", "0".repeat(300), "0".repeat(300)),
            End::Text,
        ),
    ]);
}
