//! Splitting a list: nobody is lost, nobody gets it twice, and every send keeps within its limits.
#![allow(clippy::unwrap_used, missing_docs)]

use proptest::prelude::*;
use push_api::{Draft, SendRequest};
use push_qa::batch::{Batch, BatchLimits, Canary};
use push_qa::batches::{NotSplit, Splitter, body, split};
use push_qa::import;
use push_qa::list::List;

const WIDE: BatchLimits = BatchLimits { recipients: 10_000, bytes: 26_214_400 };

fn draft() -> Draft {
    Draft {
        title: "Hi “{{ name }}”".into(),
        body: "Line\nbreak \\ \"quote\"".into(),
        fcm_credential: "comms_credential_1".into(),
        tags: vec![("campaign".into(), "spring".into())],
        send_at: Some(1_760_000_000_000),
        ..Draft::default()
    }
}

fn list(csv: &str) -> List {
    import::read("list.csv", csv.as_bytes().to_vec()).unwrap()
}

/// A list of so many users.
fn users(count: usize) -> List {
    let rows = (0..count).map(|at| format!("comms_user_{at},Name {at}\n"));
    list(&format!("userId,name\n{}", rows.collect::<String>()))
}

fn counts(batches: &[Batch]) -> Vec<u32> {
    batches.iter().map(|batch| batch.count).collect()
}

#[test]
fn the_canary_goes_first() {
    let at_most = |recipients| BatchLimits { recipients, ..WIDE };
    for (canary, limits, expected) in [
        (Canary::None, WIDE, vec![10]),
        (Canary::None, at_most(4), vec![4, 4, 2]),
        (Canary::Count(3), WIDE, vec![3, 7]),
        (Canary::Count(0), WIDE, vec![10]),
        (Canary::Count(10), WIDE, vec![10]),
        (Canary::Count(99), WIDE, vec![10]),
        (Canary::Count(5), at_most(4), vec![4, 1, 4, 1]),
        (Canary::Percent(25), WIDE, vec![3, 7]),
        (Canary::Percent(0), WIDE, vec![1, 9]),
        (Canary::Percent(1), WIDE, vec![1, 9]),
        (Canary::Percent(200), WIDE, vec![10]),
    ] {
        assert_eq!(counts(&split(&users(10), &draft(), canary, limits).unwrap()), expected, "{canary:?}");
    }
}

#[test]
fn no_send_has_more_recipients_than_the_upstream_takes() {
    let limits = BatchLimits { recipients: u32::MAX, bytes: u32::MAX };
    let batches = split(&users(10_001), &draft(), Canary::None, limits).unwrap();
    assert_eq!(counts(&batches), [10_000, 1]);
    assert_eq!((batches[0].first_row, batches[0].last_row, batches[1].first_row), (2, 10_001, 10_002));
}

#[test]
fn rows_that_cannot_be_sent_to_are_passed_over() {
    let list = list("userId,name\n,nobody\nu1,a\n,nobody\nu2,b\nu3,c\n,nobody\n");
    let batches = split(&list, &draft(), Canary::None, BatchLimits { recipients: 2, ..WIDE }).unwrap();
    let rows: Vec<_> = batches.iter().map(|b| (b.start, b.count, b.first_row, b.last_row)).collect();
    assert_eq!(rows, [(1, 2, 3, 5), (4, 1, 6, 6)]);
    let request: SendRequest = serde_json::from_str(&body(&list, &draft(), &batches[0])).unwrap();
    assert_eq!(request.to.iter().map(push_api::Recipient::address).collect::<Vec<_>>(), ["u1", "u2"]);
}

#[test]
fn a_recipient_who_fits_in_no_send_is_named() {
    let list = list(&format!("userId,name\nu1,a\nu2,{}\n", "x".repeat(500)));
    let alone = split(&list, &draft(), Canary::None, BatchLimits { recipients: 1, ..WIDE }).unwrap();
    let bytes = alone[1].bytes;
    let at_most = |bytes| split(&list, &draft(), Canary::None, BatchLimits { bytes, ..WIDE });
    assert_eq!(counts(&at_most(bytes).unwrap()), [1, 1]);
    let error = at_most(bytes - 1).unwrap_err();
    assert_eq!(error, NotSplit::TooLarge { row: 3, bytes: bytes.into(), limit: bytes - 1 });
    assert!(error.to_string().starts_with("Row 3 does not fit in a send"), "{error}");
    let none = split(&list, &draft(), Canary::None, BatchLimits { recipients: 0, ..WIDE });
    assert_eq!(none, Err(NotSplit::NoRoom));
}

#[test]
fn a_list_without_recipients_makes_no_send() {
    assert_eq!(split(&list("userId,name\n,a\n"), &draft(), Canary::Percent(5), WIDE), Ok(vec![]));
}

/// Cells that JSON writes longer than they are.
fn cell() -> impl Strategy<Value = String> {
    "[ab\"\\\\\té漢😀\u{1}]{0,12}".prop_map(|text| text.replace('"', "\"\""))
}

proptest! {
    #[test]
    fn everybody_is_in_exactly_one_send_that_keeps_its_limits(
        cells in prop::collection::vec((any::<bool>(), cell()), 1..40),
        recipients in 1..12u32,
        room in 0..400u32,
        canary in prop_oneof![
            Just(Canary::None),
            (0..50u32).prop_map(Canary::Count),
            any::<u8>().prop_map(Canary::Percent),
        ],
        step in 1..7usize,
    ) {
        let rows = cells.iter().enumerate().map(|(at, (is_good, cell))| {
            let id = if *is_good { format!("u{at}") } else { String::new() };
            format!("{id},\"{cell}\"\n")
        });
        let list = list(&format!("userId,name\n{}", rows.collect::<String>()));
        let draft = draft();
        // The largest recipient always fits, and some room beside.
        let alone = split(&list, &draft, Canary::None, BatchLimits { recipients: 1, ..WIDE }).unwrap();
        let bytes = alone.iter().map(|batch| batch.bytes).max().unwrap_or(0) + room;
        let limits = BatchLimits { recipients, bytes };
        let batches = split(&list, &draft, canary, limits).unwrap();

        let mut sent = Vec::new();
        for batch in &batches {
            let body = body(&list, &draft, batch);
            prop_assert_eq!(body.len(), batch.bytes as usize);
            prop_assert!(batch.count >= 1 && batch.count <= recipients && batch.bytes <= bytes);
            let request: SendRequest = serde_json::from_str(&body).unwrap();
            prop_assert_eq!(request.to.len(), batch.count as usize);
            sent.extend(request.to);
        }
        let sendable = (0..list.len()).filter_map(|at| list.row(at)?.recipient());
        prop_assert_eq!(sent, sendable.collect::<Vec<_>>());

        // In steps it is the same.
        let mut splitter = Splitter::new(&list, &draft, canary, limits);
        while splitter.step(&list, step).unwrap() < list.len() {}
        prop_assert_eq!(splitter.finish(), batches);
    }
}

#[test]
fn every_send_says_how_many_go_by_which_provider() {
    let csv = "token,provider,userId\nt1,FCM,\nt2,APN,\n,,comms_user_1\nt3,FCM,\n";
    let batches = split(&list(csv), &draft(), Canary::Count(2), WIDE).unwrap();
    let kinds: Vec<_> = batches.iter().map(|batch| (batch.count, batch.fcm, batch.apn)).collect();
    assert_eq!(kinds, [(2, 1, 1), (2, 1, 0)]);
}
