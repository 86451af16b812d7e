//! A check in slices is the check in one go, and a look at one recipient finds what the check found.

use push_qa::check::{self, Checker};
use push_qa::finding::FindingKind;

use crate::fixture;
use crate::{SETTINGS, list, message};

#[test]
fn a_check_in_slices_is_the_check_in_one_go() {
    let (csv, _) = fixture::file(1);
    let (list, message) = (list(&csv), message(&fixture::draft()));
    let whole = check::run(&list, &message, SETTINGS);
    for rows in [7, 20_000] {
        let mut checker = Checker::new(message.clone(), SETTINGS);
        let mut done = 0;
        while done < list.len() {
            let now = checker.step(&list, rows);
            assert_eq!(now, (done + rows).min(list.len()));
            done = now;
        }
        let sliced = checker.finish(&list);
        assert_eq!(sliced.summary(), whole.summary());
        let bits = |check: &check::Check, index| check.findings(index).collect::<Vec<_>>();
        assert!((0..list.len()).all(|index| bits(&sliced, index) == bits(&whole, index)));
    }
    let unfinished = Checker::new(message, SETTINGS).finish(&list);
    assert_eq!(unfinished.summary(), whole.summary(), "what is left is checked at the end");
}

#[test]
fn a_look_at_one_recipient_finds_what_the_check_found() {
    let (csv, _) = fixture::file(2);
    let (list, message) = (list(&csv), message(&fixture::draft()));
    let check = check::run(&list, &message, SETTINGS);
    for index in 0..list.len() {
        let rendered = check::render_one(&list, &message, SETTINGS, index).unwrap();
        let mut kinds: Vec<FindingKind> = rendered.findings.iter().map(|finding| finding.kind).collect();
        assert!(kinds.is_sorted(), "worst first");
        kinds.dedup();
        assert_eq!(kinds, check.findings(index).collect::<Vec<_>>(), "row {}", rendered.row);
    }
    assert!(check::render_one(&list, &message, SETTINGS, list.len()).is_none());
}

#[test]
fn an_empty_list_is_checked_too() {
    let list = list("token,provider\n");
    let check = check::run(&list, &message(&fixture::draft()), SETTINGS);
    let summary = check.summary();
    assert_eq!((summary.recipients, summary.texts, summary.blocked), (0, 0, 0));
    assert!(summary.apns.is_none() && summary.gallery.is_empty() && summary.clusters.is_empty());
    assert_eq!(check.findings(0).count(), 0);
}
