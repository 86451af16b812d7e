//! Whatever is sent, and whenever one looks: counters add up, lists agree with them, and pages miss nothing.
#![allow(clippy::unwrap_used, missing_docs)]

use proptest::prelude::*;
use push_api::{Counter, NotificationStatus};
use push_sandbox::fault::FaultPlan;
use push_sandbox::filter::NotificationFilter;
use push_sandbox::outcome::ROWS;
use push_sandbox::paging::Position;
use push_sandbox::shape::{Shape, View};
use push_sandbox::validate;
use push_sandbox::world::World;
use push_sandbox::world::clock::Clock;
use push_sandbox::world::store::Bounds;
use serde_json::{Value, json};

const BEGIN: i64 = 1_767_225_600_000;

/// One send: its recipients, how long after its predecessor it comes, and how long it waits for its moment.
#[derive(Debug, Clone)]
struct Sent {
    to: Vec<Value>,
    later: u64,
    waits: Option<i64>,
}

fn recipients() -> impl Strategy<Value = Vec<Value>> {
    let prefixes: Vec<&str> = ROWS.iter().map(|row| row.prefix).chain(["", "two-"]).collect();
    let recipient = (prop::sample::select(prefixes), 0..50_u32, 0..3_u8).prop_map(|(prefix, name, kind)| {
        let address = format!("{prefix}{name}");
        match kind {
            0 => json!({"token": address, "provider": "FCM"}),
            1 => json!({"token": address, "provider": "APN"}),
            _ => json!({"userId": address}),
        }
    });
    prop::collection::vec(recipient, 1..30)
}

fn sent() -> impl Strategy<Value = Sent> {
    (recipients(), 0..8_000_u64, prop::option::of(1..20_000_i64)).prop_map(|(to, later, waits)| Sent {
        to,
        later,
        waits,
    })
}

fn commit(world: &mut World, sent: &Sent) {
    world.advance(sent.later).unwrap();
    let now = world.now(0);
    let mut body = json!({"to": sent.to, "content": {"body": "x"}});
    if let Some(waits) = sent.waits {
        body["schedule"] = json!({"sendAt": [push_api::Timestamp::from_unix_ms(now + waits)]});
    }
    let checked = validate::send(&serde_json::to_vec(&body).unwrap(), now).unwrap();
    world.store.commit(now, checked);
}

fn world(seed: u64) -> World {
    World::new(seed, Clock::standing_at(BEGIN), FaultPlan::default(), Bounds::default())
}

const GUIDE_PARTS: [Counter; 5] =
    [Counter::Queued, Counter::Sent, Counter::Delivered, Counter::Undelivered, Counter::Failed];
const REFERENCE_PARTS: [Counter; 6] = [
    Counter::Unaddressable,
    Counter::Scheduled,
    Counter::Queued,
    Counter::Sent,
    Counter::Failed,
    Counter::Canceled,
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn counters_add_up_and_agree_with_the_list_at_every_moment(
        seed: u64, sent in sent(), looks in prop::collection::vec(0..4_000_u64, 1..12),
    ) {
        let mut world = world(seed);
        commit(&mut world, &sent);
        let mut attempts_before = 0;
        for later in looks {
            world.advance(later).unwrap();
            let now = world.now(0);
            for (shape, parts) in [(Shape::Guide, &GUIDE_PARTS[..]), (Shape::Reference, &REFERENCE_PARTS)] {
                let everything = world.store.notifications(&NotificationFilter::default(), Position::TOP, 1000, now);
                let send = everything.items[0].send;
                let view = View { shape, base: "", now, skew: 0 };
                let operation = view.operation(send);
                let count = |counter: &Counter| operation.stats.get(counter).unwrap();
                prop_assert_eq!(parts.iter().map(count).sum::<u64>(), count(&Counter::Total));
                prop_assert_eq!(count(&Counter::Total), everything.items.len() as u64);
                prop_assert_eq!(count(&Counter::Recipients), sent.to.len() as u64);
                let in_status = |status: NotificationStatus| {
                    let filter = NotificationFilter { phases: shape.phases(&status), ..Default::default() };
                    world.store.notifications(&filter, Position::TOP, 1000, now).items.len() as u64
                };
                match shape {
                    Shape::Guide => {
                        let waiting = in_status(NotificationStatus::Queued) + in_status(NotificationStatus::Scheduled);
                        prop_assert_eq!(count(&Counter::Queued), waiting);
                        prop_assert_eq!(count(&Counter::Delivered), in_status(NotificationStatus::Delivered));
                        prop_assert_eq!(count(&Counter::Failed), in_status(NotificationStatus::Failed));
                        prop_assert!(count(&Counter::Attempts) >= attempts_before, "attempts are never taken back");
                        attempts_before = count(&Counter::Attempts);
                    }
                    Shape::Reference => {
                        let failed = count(&Counter::Failed) + count(&Counter::Unaddressable);
                        prop_assert_eq!(failed, in_status(NotificationStatus::Failed));
                        prop_assert_eq!(count(&Counter::Sent), in_status(NotificationStatus::Sent));
                        prop_assert_eq!(count(&Counter::Scheduled), in_status(NotificationStatus::Scheduled));
                    }
                }
                let updated = operation.updated_at.unwrap().unix_ms().unwrap();
                prop_assert!((BEGIN..=now).contains(&updated), "changed in the past");
                let done = operation.status.is_terminal();
                let unfinished = [Counter::Scheduled, Counter::Queued].iter().filter_map(|c| operation.stats.get(c));
                prop_assert!(!done || unfinished.sum::<u64>() == 0, "nothing waits in a completed operation");
            }
        }
    }

    #[test]
    fn pages_visit_everything_exactly_once_while_newer_sends_arrive(
        seed: u64,
        before in prop::collection::vec(sent(), 1..6),
        meanwhile in prop::collection::vec(sent(), 0..6),
        size in 1..40_usize,
        carrier in prop::option::of(prop::sample::select(vec!["FCM", "APN"])),
    ) {
        let mut world = world(seed);
        before.iter().for_each(|sent| commit(&mut world, sent));
        let query = carrier.map(|carrier| format!("provider={carrier}")).unwrap_or_default();
        let filter = NotificationFilter::read(&query, Shape::Guide).unwrap().filter;
        let now = world.now(0);
        let id = |item: &push_sandbox::world::kept::Item<'_>| item.id("");
        let all = world.store.notifications(&filter, Position::TOP, usize::MAX, now);
        let expected: Vec<String> = all.items.iter().map(id).collect();
        let mut arriving = meanwhile.iter();
        let (mut seen, mut from) = (Vec::new(), Some(Position::TOP));
        while let Some(position) = from {
            let now = world.now(0);
            let page = world.store.notifications(&filter, position, size, now);
            prop_assert!(page.items.len() <= size);
            let again = world.store.notifications(&filter, page.this, size, now);
            prop_assert_eq!(page.items.iter().map(id).collect::<Vec<_>>(), again.items.iter().map(id).collect::<Vec<_>>());
            seen.extend(page.items.iter().map(id));
            from = page.next;
            arriving.next().into_iter().for_each(|sent| commit(&mut world, sent));
        }
        prop_assert_eq!(seen, expected);
    }
}
