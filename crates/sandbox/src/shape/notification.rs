//! A notification in both generations: summaries for lists, and the single one with its content.
//!
//! Liquid is not rendered here: the content of a single notification is what was sent, as it was sent.

use push_api::notification::Related;
use push_api::recipient::{Destination, Destinations};
use push_api::{NotificationDetail, NotificationId, NotificationSummary, Priority};
use serde_json::Map;

use super::operation::path;
use super::{Shape, View};
use crate::world::kept::Item;
use crate::world::schedule::{Phase, Standing};

impl View<'_> {
    /// One notification as a list gives it.
    pub fn summary(&self, item: &Item<'_>) -> NotificationSummary {
        let send = item.send;
        let standing = item.standing(self.now);
        let (guide, id) = (self.shape == Shape::Guide, send.id());
        let related = || {
            let name = Some("operation".to_owned());
            vec![Related { name, uri: Some(path(&id)), id: Some(id.to_string()), rest: Map::new() }]
        };
        NotificationSummary {
            id: NotificationId::new(item.id(self.shape.notification_prefix())),
            to: self.destinations(item),
            from: send.from.clone(),
            status: self.shape.status(standing.phase),
            priority: send.priority.clone().or((!guide).then_some(Priority::High)),
            sound: if guide { send.sound.clone().map(Some) } else { Some(send.sound.clone()) },
            tags: (guide || !send.tags.is_empty()).then(|| send.tags.clone()),
            related: guide.then(related),
            created_at: Some(self.moment(send.created)),
            updated_at: Some(self.moment(self.changed(&standing))),
            deleted_at: guide.then_some(None),
            rest: Map::new(),
        }
    }

    /// One notification as the single fetch gives it.
    pub fn detail(&self, item: &Item<'_>) -> NotificationDetail {
        NotificationDetail { content: item.send.content(), summary: self.summary(item) }
    }

    fn destinations(&self, item: &Item<'_>) -> Destinations {
        let address = item.address().to_owned();
        let (token, user_id) = if item.is_user() { (None, Some(address)) } else { (Some(address), None) };
        let provider = Some(item.carrier().provider());
        let destination = Destination { token, provider, user_id, rest: Map::new() };
        match self.shape {
            Shape::Guide => Destinations::Many(vec![destination]),
            Shape::Reference => Destinations::One(destination),
        }
    }

    /// When the status that this generation shows came about: the reference does not see the confirmation.
    fn changed(&self, standing: &Standing) -> i64 {
        match (self.shape, standing.phase, standing.handed_over) {
            (Shape::Reference, Phase::Delivered | Phase::Undelivered, Some(handed_over)) => handed_over,
            _ => standing.since,
        }
    }
}
