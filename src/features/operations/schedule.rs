//! When an operation was last asked for and when it is next, in words.

use leptos::prelude::*;
use push_view::view;

use super::poll::{Phase, Poll};
use super::poller::Poller;
use crate::platform::clock;

/// The two facts under a card.
#[component]
pub fn Schedule(
    /// What is followed.
    poller: Poller,
) -> impl IntoView {
    let last = move || match poller.poll().last_at() {
        Some(at) => clock::show_ms(at),
        None => "not yet".to_owned(),
    };
    let next = move || {
        let (visible, may_ask) = (poller.watch.visible.get(), poller.may_ask());
        next_in_words(&poller.poll(), poller.watch.now.get(), visible, may_ask)
    };
    view! {
        <dl class="operation-schedule">
            <div>
                <dt>"Last poll"</dt>
                <dd>{last}</dd>
            </div>
            <div>
                <dt>"Next poll"</dt>
                <dd>{next}</dd>
            </div>
        </dl>
    }
    .into_any()
}

fn next_in_words(poll: &Poll, now: i64, visible: bool, may_ask: bool) -> String {
    match poll.phase() {
        Phase::Ended => "none, the status is final".to_owned(),
        Phase::Stopped => "stopped until you refresh".to_owned(),
        Phase::Asking => "now".to_owned(),
        Phase::Due(_) if !visible => "paused while this tab is hidden".to_owned(),
        Phase::Due(_) if !may_ask => "after those above have ended".to_owned(),
        Phase::Due(at) => {
            // The page's clock ticks once a second: it may be behind the newest answer, or behind the moment.
            let now = now.max(poll.last_at().unwrap_or(now));
            let seconds = ((at - now).max(0) + 999) / 1000;
            let wish = if poll.is_held_back(now) { ", as the upstream asks" } else { "" };
            format!("in {seconds} s{wish}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::poll::Failure;
    use super::*;
    use push_api::OperationStatus::{Completed, Processing};

    #[test]
    fn the_next_question_is_announced_truly() {
        let following = Poll::with_answer(1000, &Processing, 3000);
        let mut asking = following.clone();
        asking.asked();
        let mut held = following.clone();
        held.failed(0, Failure::Passing(Some(30)));
        let mut stopped = following.clone();
        stopped.failed(0, Failure::Lasting);
        let ended = Poll::with_answer(0, &Completed, 0);
        let table = [
            (&following, 1000, true, true, "in 4 s"),
            (&following, 500, true, true, "in 4 s"),
            (&following, 4001, true, true, "in 1 s"),
            (&following, 9000, true, true, "in 0 s"),
            (&following, 0, false, false, "paused while this tab is hidden"),
            (&following, 0, true, false, "after those above have ended"),
            (&held, 500, true, true, "in 30 s, as the upstream asks"),
            (&asking, 0, true, true, "now"),
            (&stopped, 0, true, true, "stopped until you refresh"),
            (&ended, 0, false, false, "none, the status is final"),
        ];
        for (poll, now, visible, may_ask, words) in table {
            assert_eq!(next_in_words(poll, now, visible, may_ask), words);
        }
    }
}
