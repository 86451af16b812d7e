//! The whole list at a glance: branches, variables, clusters, gallery and spread.

use push_api::Draft;
use push_qa::summary::Why;

use crate::{checked, draft};

const CSV: &str = "\
token,provider,First Name,plan,nick
t-1,APN,Ada,gold,
t-2,FCM,Grace,free,
t-3,APN,,gold,😀
t-4,FCM,שרה,free,
";

#[test]
fn branches_tell_how_often_they_were_taken() {
    let body = "{% if plan == 'gold' %}G{% elsif plan == 'silver' %}S{% else %}F{% endif %}";
    let draft =
        Draft { tags: vec![("p".to_owned(), "{% if nick %}n{% endif %}".to_owned())], ..draft("Hi", body) };
    let check = checked(CSV, &draft);
    let told: Vec<_> = check
        .summary()
        .branches
        .iter()
        .map(|it| (it.text.as_str(), it.tag.as_str(), it.markup.as_str(), it.line, it.column, it.taken))
        .collect();
    assert_eq!(
        told,
        [
            ("body", "if", "plan == 'gold'", 1, 1, 2),
            ("body", "elsif", "plan == 'silver'", 1, 25, 0),
            ("body", "else", "", 1, 54, 2),
            ("tag p", "if", "nick", 1, 1, 1),
            ("tag p", "none", "", 1, 1, 3),
        ]
    );
}

#[test]
fn variables_tell_how_they_fared_and_what_was_probably_meant() {
    let body = "{{ first_name }}{{ nick | default: 'friend' }}{% if plan %}{{ planet.x }}{% endif %}\
                {% assign own = 'x' %}{{ own }}{{ ['First Name'] }}";
    let check = checked(CSV, &draft("{{ nick }}", body));
    let told: Vec<_> = check
        .summary()
        .variables
        .iter()
        .map(|it| (it.path.as_str(), it.missing, it.defaulted, it.is_unknown, it.near.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            ("nick", 3, 3, false, None),
            ("first_name", 4, 0, true, Some("First Name")),
            ("plan", 0, 0, false, None),
            ("planet.x", 4, 0, true, Some("plan")),
            ("['First Name']", 1, 0, false, None),
        ]
    );
}

#[test]
fn recipients_with_one_text_are_one_cluster() {
    let check = checked(CSV, &draft("{{ plan }}", "Hi"));
    let summary = check.summary();
    assert_eq!(summary.texts, 2);
    let told: Vec<_> = summary
        .clusters
        .iter()
        .map(|it| (it.recipients, it.first_row, it.title.as_str(), it.body.as_str()))
        .collect();
    assert_eq!(told, [(2, 2, "gold", "Hi"), (2, 3, "free", "Hi")]);
}

#[test]
fn the_gallery_shows_the_first_of_the_best() {
    let body = "{{ ['First Name'] }} {{ nick | default: '-' }}";
    let check = checked(CSV, &draft("", body));
    let told: Vec<_> = check.summary().gallery.iter().map(|it| (it.why, it.row, it.body.as_str())).collect();
    assert_eq!(
        told,
        [
            (Why::Longest, 3, "Grace -"),
            (Why::Shortest, 4, " 😀"),
            (Why::MostBytes, 5, "שרה -"),
            (Why::MostDefaults, 2, "Ada -"),
            (Why::RightToLeft, 5, "שרה -"),
            (Why::Emoji, 4, " 😀"),
            (Why::Missing, 4, " 😀"),
            (Why::First, 2, "Ada -"),
            (Why::Last, 5, "שרה -"),
        ]
    );
}

#[test]
fn bytes_are_spread_over_those_that_a_service_carries() {
    let check = checked(CSV, &draft("", "{{ ['First Name'] }}"));
    let summary = check.summary();
    let (apns, fcm) = (summary.apns.as_ref().unwrap(), summary.fcm.as_ref().unwrap());
    assert_eq!((apns.recipients, apns.max - apns.min, apns.max_row), (2, 3, 2));
    assert_eq!((fcm.recipients, fcm.max - fcm.min, fcm.max_row), (2, 1, 5));
    let users = checked("userId\nada\ngrace\n", &draft("", "Hi"));
    let both =
        [users.summary().apns.as_ref().unwrap().recipients, users.summary().fcm.as_ref().unwrap().recipients];
    assert_eq!(both, [2, 2]);
}
