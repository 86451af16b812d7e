//! Where this engine knowingly differs from the reference implementation in Ruby. The crate's page lists the same.
#![allow(clippy::unwrap_used, missing_docs)]

use push_liquid::{Kind, Settings, Template};

fn render(source: &str) -> Result<String, Kind> {
    let made = Template::parse(source).and_then(|template| template.render(&(), &Settings::default()));
    made.map_err(|fault| fault.kind)
}

#[test]
fn a_fault_ends_the_render_and_is_not_written_into_the_text() {
    // Ruby writes "Liquid error: divided by 0" to the recipient and goes on.
    assert_eq!(render("a{{ 1 | divided_by: 0 }}b"), Err(Kind::ZeroDivision));
}

#[test]
fn syntax_is_strict() {
    // Ruby's lax mode drops what it does not understand.
    assert_eq!(render("{{ 'a' b }}"), Err(Kind::Syntax));
    assert_eq!(render("{% case 1 %}{% when 1 and 2 %}{% endcase %}"), Err(Kind::Syntax));
}

#[test]
fn there_are_no_partial_templates() {
    assert_eq!(render("{% include 'x' %}"), Err(Kind::Partial));
}

#[test]
fn whole_numbers_have_64_bits() {
    // Ruby's grow as long as memory lasts.
    assert_eq!(render("{{ 9223372036854775807 | plus: 1 }}"), Err(Kind::Argument));
    assert_eq!(render("{{ 9223372036854775807 | minus: 1 }}"), Ok("9223372036854775806".to_owned()));
}

#[test]
fn the_only_zone_is_utc() {
    // Ruby takes the zone of its machine.
    assert_eq!(render("{{ '2016-03-14 12:00' | date: '%s %z' }}"), Ok("1457956800 +0000".to_owned()));
}

#[test]
fn base64_of_bytes_that_are_no_text_shows_replacement_signs() {
    assert_eq!(render("{{ '/w==' | base64_decode }}"), Ok("\u{fffd}".to_owned()));
}

#[test]
fn there_is_no_variable_named_self() {
    // Ruby has the data itself under that name.
    assert_eq!(render("[{{ self.name }}]"), Ok("[]".to_owned()));
}
