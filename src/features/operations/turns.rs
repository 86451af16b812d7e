//! Whose turn it is among the operations of a list: only a handful are followed at once, from the top.

use leptos::prelude::*;
use push_api::OperationId;

use super::poller::Poller;

/// Most operations that a list follows at once.
const AT_ONCE: usize = 5;
/// How far apart neighbours ask for the first time, in milliseconds.
const STAGGER: i64 = 250;

/// The turns of one list. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Turns {
    order: Signal<Vec<OperationId>>,
    over: RwSignal<Vec<OperationId>>,
}

impl Turns {
    /// Turns among the operations of `order`, the first ones first.
    pub fn among(order: Signal<Vec<OperationId>>) -> Self {
        Self { order, over: RwSignal::default() }
    }

    /// Whether this operation may be followed now.
    pub fn allows(self, id: &OperationId) -> Signal<bool> {
        let id = id.clone();
        Memo::new(move |_| self.order.with(|order| self.over.with(|over| has_turn(order, over, &id)))).into()
    }

    /// How much later than usual this operation asks for the first time, in milliseconds.
    pub fn stagger(self, id: &OperationId) -> i64 {
        let place = self.order.with_untracked(|order| order.iter().position(|other| other == id));
        place.and_then(|place| i64::try_from(place % AT_ONCE).ok()).unwrap_or_default() * STAGGER
    }

    /// Gives the turn on as soon as this poller asks no more by itself.
    pub fn pass_on(self, id: &OperationId, poller: Poller) {
        let id = id.clone();
        Effect::new(move || {
            let is_over = poller.is_over();
            let was_over = self.over.with_untracked(|over| over.contains(&id));
            if is_over && !was_over {
                self.over.update(|over| {
                    over.push(id.clone());
                });
            } else if was_over && !is_over {
                self.over.update(|over| {
                    over.retain(|other| *other != id);
                });
            }
        });
    }
}

fn has_turn(order: &[OperationId], over: &[OperationId], id: &OperationId) -> bool {
    order.iter().filter(|other| !over.contains(*other)).take(AT_ONCE).any(|other| other == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_few_that_still_move_have_their_turn() {
        let order: Vec<OperationId> = (0..8).map(|n| OperationId::new(n.to_string())).collect();
        let turns = |over: &[usize]| -> Vec<usize> {
            let over: Vec<OperationId> = over.iter().map(|n| order[*n].clone()).collect();
            (0..order.len()).filter(|n| has_turn(&order, &over, &order[*n])).collect()
        };
        assert_eq!(turns(&[]), [0, 1, 2, 3, 4]);
        assert_eq!(turns(&[1, 3, 7]), [0, 2, 4, 5, 6]);
        assert_eq!(turns(&[0, 1, 2, 3, 4, 5, 6, 7]), [0; 0]);
    }
}
