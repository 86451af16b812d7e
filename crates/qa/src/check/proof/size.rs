//! Whether the estimated payload is within the limit, and what takes the most of it.

use push_api::Provider;

use super::super::detail::{Detail, Found, Most};
use super::super::envelope::Service;
use super::super::message::Message;
use super::super::scan::Scan;
use super::Proof;
use crate::finding::FindingKind;
use crate::protocol::CheckSettings;

/// The services by which a recipient may get a push.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in super::super) struct Services(u8);

impl Services {
    /// Those for a recipient of this provider; both for a user, who has none here.
    pub fn of(provider: Option<&Provider>) -> Self {
        let carriers = Service::ALL.iter().filter(|service| service.carries(provider));
        Self(carriers.fold(0, |all, service| all | 1 << *service as u8))
    }

    /// True when it is among them.
    pub fn has(self, service: Service) -> bool {
        self.0 & (1 << service as u8) != 0
    }
}

impl Proof {
    /// Looks whether the payload is too large for one of the services.
    pub(super) fn look_at_size(
        &mut self,
        message: &Message,
        settings: CheckSettings,
        services: Services,
        json_bytes: u32,
    ) {
        for service in Service::ALL.into_iter().filter(|service| services.has(*service)) {
            let bytes = message.envelope().bytes(service, json_bytes).saturating_add(settings.reserve);
            if bytes > service.limit() {
                let most = self.most(message, bytes, service.limit());
                self.found
                    .push(Found { kind: FindingKind::TooLarge, detail: Detail::Payload(service, most) });
            }
        }
    }

    /// What makes the payload larger than it may be: the variable that writes the most bytes, unless what is left
    /// without any variable is too large as well.
    fn most(&self, message: &Message, bytes: u32, limit: u32) -> Most {
        let mut shares = vec![0; message.paths().len()];
        for (text, render) in message.texts().iter().zip(&self.renders).take(2) {
            for written in render.trace.written() {
                let place = text.places.get(written.place);
                let share = place.and_then(|place| shares.get_mut(place.path));
                if let (Some(share), Some(value)) = (share, render.text.get(written.bytes.clone())) {
                    *share += Scan::of(value).json_bytes;
                }
            }
        }
        let by_variables = u32::try_from(shares.iter().sum::<usize>()).unwrap_or(u32::MAX);
        // The first of those that are as large.
        let largest = shares.iter().enumerate().rev().max_by_key(|(_, share)| **share);
        match largest {
            Some((at, _)) if bytes.saturating_sub(by_variables) <= limit => Most::Variable(at),
            _ => Most::Template,
        }
    }
}
