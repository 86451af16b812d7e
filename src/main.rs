//! Mounts the console: the panic hook, the hosting's config, the app. Nothing else.

use push_console::api::config;
use push_console::app::App;
use push_view::view;

fn main() {
    console_error_panic_hook::set_once();
    // Leptos has no executor of its own before something is mounted.
    wasm_bindgen_futures::spawn_local(async {
        let hosting = config::load().await;
        leptos::mount::mount_to_body(move || view! { <App hosting=hosting /> });
    });
}
