//! The test of the connection as a person sees it: a button, and a list of steps with what failed.

use leptos::prelude::*;
use push_view::view;

use super::diagnosis::{Outcome, Step, judge};
use super::test_connection::test_connection;
use crate::connection::Connection;
use crate::ui::{Badge, Button, Card, Glyph, Tone};

/// Button and steps.
#[component]
pub fn Report() -> impl IntoView {
    let connection = Connection::current();
    let is_testing = RwSignal::new(false);
    let steps = RwSignal::new(Vec::<(Step, Outcome)>::new());
    let start = move |()| {
        let client = connection.client_now();
        is_testing.set(true);
        leptos::task::spawn_local_scoped_with_cancellation(async move {
            let findings = test_connection(&client).await;
            steps.set(judge(&findings).to_vec());
            is_testing.set(false);
        });
    };
    view! {
        <Card title="Connection">
            <p class="muted">"Tries every step from this page to the push service. Nothing is sent."</p>
            <Button icon=Glyph::Refresh busy=is_testing on_click=start>"Test the connection"</Button>
            <div role="status">
                <ol class="stack" hidden=move || steps.read().is_empty()>
                    {move || steps.get().into_iter().map(line).collect_view()}
                </ol>
            </div>
        </Card>
    }
}

fn line((step, outcome): (Step, Outcome)) -> impl IntoView {
    let (tone, word, sentence) = match outcome {
        Outcome::Passed(sentence) => (Tone::Ok, "Passed", sentence),
        Outcome::Failed(sentence) => (Tone::Danger, "Failed", sentence),
        Outcome::Skipped => (Tone::Neutral, "Not tried", String::new()),
    };
    view! {
        <li>
            <div class="cluster"><Badge tone=tone>{word}</Badge> <strong>{step.title()}</strong></div>
            <p class="muted">{sentence}</p>
        </li>
    }
}
