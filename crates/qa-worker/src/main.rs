//! push-qa in a dedicated Web Worker: reads and checks a list of recipients beside the page, so that the page never
//! waits. Nothing is decided here: messages come in, the session works in short turns, answers go out.

mod file;
mod message;
mod shell;
mod turns;

use shell::Shell;

fn main() {
    console_error_panic_hook::set_once();
    Shell::open();
}
