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
