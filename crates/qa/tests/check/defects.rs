//! Known defects among ten thousand recipients give exactly the known counts.

use push_qa::check::{self, Check};
use push_qa::finding::FindingKind as Kind;
use push_qa::finding::Weight;

use crate::fixture::{self, DEFECTS, Defect, ROWS};
use crate::{SETTINGS, list, message};

const SEED: u64 = 20_261_124;

fn run() -> (Check, Vec<Option<Defect>>) {
    let (csv, defects) = fixture::file(SEED);
    (check::run(&list(&csv), &message(&fixture::draft()), SETTINGS), defects)
}

/// What a defect makes of a recipient.
fn expected(defect: Option<Defect>) -> &'static [Kind] {
    match defect {
        None => &[],
        Some(Defect::NoToken) => &[Kind::BadRow],
        Some(Defect::NoShare) => &[Kind::RenderFault],
        Some(Defect::Mute) => &[Kind::BlankBody],
        Some(Defect::Huge) => &[Kind::TooLarge, Kind::CutOff],
        Some(Defect::LongCity) => &[Kind::BadTag, Kind::CutOff],
        Some(Defect::Liquid) => &[Kind::LeftoverLiquid],
        Some(Defect::Object | Defect::Undefined) => &[Kind::LeftoverObject],
        Some(Defect::BlankCode) => &[Kind::BadLink],
        Some(Defect::NoCity) => &[Kind::MissingVariable],
        Some(Defect::Mail | Defect::Phone) => &[Kind::PersonalData],
        Some(Defect::Bell) => &[Kind::ControlCharacter],
        Some(Defect::Override) => &[Kind::BidiCharacter],
        Some(Defect::LongNote) => &[Kind::CutOff],
        Some(Defect::NoName) => &[Kind::DefaultUsed],
    }
}

#[test]
fn every_recipient_has_exactly_the_findings_of_their_defect() {
    let (check, defects) = run();
    for (index, defect) in defects.into_iter().enumerate() {
        let found: Vec<Kind> = check.findings(index).collect();
        assert_eq!(found, expected(defect), "{defect:?} at {index}");
    }
}

#[test]
fn ten_thousand_recipients_give_exactly_the_known_counts() {
    let (check, defects) = run();
    let row_of = |wanted: &[Defect]| {
        defects.iter().position(|defect| defect.is_some_and(|it| wanted.contains(&it))).unwrap() as u32 + 2
    };
    let mut expected = vec![
        (Kind::BadRow, "", 7, [Defect::NoToken].as_slice()),
        (Kind::RenderFault, "title, line 1, column 15: a division by zero", 3, &[Defect::NoShare]),
        (Kind::BlankBody, "", 5, &[Defect::Mute]),
        (Kind::BadTag, "tag city: the value is too long", 9, &[Defect::LongCity]),
        (Kind::LeftoverLiquid, "{{ in the body", 13, &[Defect::Liquid]),
        (Kind::LeftoverLiquid, "}} in the body", 13, &[Defect::Liquid]),
        (Kind::LeftoverObject, "[object Object] in the body", 11, &[Defect::Object]),
        (Kind::LeftoverObject, "undefined in the body", 2, &[Defect::Undefined]),
        (Kind::BadLink, "a blank in a link in the body", 17, &[Defect::BlankCode]),
        (Kind::MissingVariable, "city", 111, &[Defect::NoCity]),
        (Kind::PersonalData, "a phone number in the body", 29, &[Defect::Phone]),
        (Kind::PersonalData, "an e-mail address in the body", 19, &[Defect::Mail]),
        (Kind::ControlCharacter, "U+0007 in the body", 31, &[Defect::Bell]),
        (Kind::BidiCharacter, "U+202E in the body", 37, &[Defect::Override]),
        (Kind::DefaultUsed, "first_name", 313, &[Defect::NoName]),
    ];
    let long = [Defect::Huge, Defect::LongCity, Defect::LongNote];
    expected.push((Kind::CutOff, "Android, collapsed: body", 73, &long));
    expected.push((Kind::CutOff, "Chrome on a desktop: body", 73, &long));
    expected.push((Kind::CutOff, "iOS lock screen: body", 32, &long[..2]));
    expected.push((Kind::CutOff, "Android, expanded: body", 32, &long[..2]));
    let summary = check.summary();
    for (kind, detail, recipients, defects) in &expected {
        let count = summary.counts.iter().find(|it| it.kind == *kind && it.detail == *detail);
        let count = count.unwrap_or_else(|| panic!("{kind:?} {detail} was not found"));
        assert_eq!((count.recipients, count.first_row), (*recipients, row_of(defects)), "{kind:?} {detail}");
    }
    let too_large = summary.counts.iter().filter(|it| it.kind == Kind::TooLarge);
    assert!(too_large.clone().all(|it| it.detail.ends_with(": note takes the most")));
    assert_eq!(too_large.clone().map(|it| it.recipients).sum::<u32>(), 23);
    assert_eq!(summary.counts.len(), expected.len() + too_large.count(), "and nothing else");
}

#[test]
fn who_is_blocked_and_who_is_warned_adds_up() {
    let (check, _) = run();
    let of_weight = |weight: Weight| -> u32 {
        let worst = |defect| expected(Some(defect)).iter().map(|kind| kind.weight()).max();
        DEFECTS.iter().filter(|(defect, _)| worst(*defect) == Some(weight)).map(|(_, count)| count).sum()
    };
    let summary = check.summary();
    assert_eq!(summary.recipients as usize, ROWS);
    assert_eq!(summary.blocked, of_weight(Weight::Blocking));
    assert_eq!(summary.warned, of_weight(Weight::Warning));
    let sized = |spread: &Option<push_qa::summary::Spread>| spread.as_ref().unwrap().recipients;
    assert_eq!(
        sized(&summary.apns) + sized(&summary.fcm),
        ROWS as u32 - 7 - 3,
        "the bad and the faulty have no size"
    );
}

#[test]
fn as_many_different_texts_are_counted_as_there_are() {
    let (csv, _) = fixture::file(SEED);
    let (list, message) = (list(&csv), message(&fixture::draft()));
    let check = check::run(&list, &message, SETTINGS);
    let mut texts = std::collections::HashMap::new();
    for index in 0..ROWS {
        if let Some(number) = check.text_number(index) {
            let rendered = check::render_one(&list, &message, SETTINGS, index).unwrap();
            let known = texts.entry((rendered.title, rendered.body)).or_insert((number, 0));
            assert_eq!(known.0, number, "equal texts have one number");
            known.1 += 1;
        }
    }
    let summary = check.summary();
    assert_eq!(summary.texts as usize, texts.len());
    assert_eq!(summary.clusters.len(), push_qa::summary::CLUSTERS_KEPT);
    assert!(summary.clusters.is_sorted_by_key(|cluster| (u32::MAX - cluster.recipients, cluster.first_row)));
    for cluster in &summary.clusters {
        let text = (cluster.title.clone(), cluster.body.clone());
        assert_eq!(texts[&text].1, cluster.recipients);
    }
}
