//! Three pushes: with variables only, with choices, with a list.

/// A template by its kind.
pub const TEMPLATES: [(&str, &str); 3] = [
    ("plain", "Hi {{ name }}, your order {{ order }} has left for {{ city }} and arrives on {{ day }}."),
    (
        "branching",
        "{% if tier == 'gold' %}Dear {{ name }}{% elsif points > 500 %}Hello {{ name | upcase }}{% else %}Hi {{ name | default: 'there' }}{% endif %}, \
         {% case city %}{% when 'Oslo' %}the fjord is calling{% when 'Bern', 'Zürich' %}the mountains are calling{% else %}{{ city }} is calling{% endcase %}. \
         {% unless points < 100 %}You have {{ points }} points{% if points >= 500 and tier != 'gold' %}, enough for gold{% endif %}.{% endunless %}\
         {% if newsletter %} More in our letter.{% else %} Want to hear more?{% endif %}",
    ),
    (
        "looping",
        "{{ name }}, in your cart: {% for item in items %}{{ item.count }} × {{ item.title | capitalize }} at {{ item.price }} kr\
         {% if item.count > 1 %} (together {{ item.price | times: item.count }} kr){% endif %}\
         {% unless forloop.last %}, {% endunless %}{% endfor %}. {{ items | size }} kinds are waiting for you.",
    ),
];

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    #![allow(clippy::unwrap_used)]
    use push_liquid::{Settings, Template};

    use super::*;
    use crate::recipients::recipients;

    #[test]
    fn every_branch_is_taken_and_no_variable_is_missing() {
        for (kind, source) in TEMPLATES {
            let template = Template::parse(source).unwrap();
            assert!(template.warnings().is_empty(), "{kind}");
            let mut trace = template.trace();
            for person in recipients(1000) {
                template.render_traced(&person, &Settings::default(), &mut trace).unwrap();
            }
            // A list is never empty here, so nothing goes past the loop.
            let mut never =
                trace.branches(&template).filter(|(way, taken)| *taken == 0 && way.kind != "none");
            assert_eq!(never.next(), None, "{kind}");
            for (variable, reads) in trace.variables(&template) {
                assert_eq!(reads.missing, 0, "{kind}: {}", variable.path);
            }
        }
    }

    #[test]
    fn both_engines_make_the_same_text() {
        let parser = liquid::ParserBuilder::with_stdlib().build().unwrap();
        for (kind, source) in TEMPLATES {
            let (ours, theirs) = (Template::parse(source).unwrap(), parser.parse(source).unwrap());
            for person in recipients(100) {
                let text = theirs.render(&liquid::to_object(&person).unwrap()).unwrap();
                assert_eq!(ours.render(&person, &Settings::default()).unwrap(), text, "{kind}");
            }
        }
    }
}
