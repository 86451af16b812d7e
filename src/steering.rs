//! Going to another page, or to another view of this one, from code. Links need none of this.

use crate::platform::history::History;
pub use crate::platform::history::Step;
use crate::route::Route;

/// A function that goes to a route and leaves the page where it is scrolled to. Only for code below the app.
pub fn steering() -> impl Fn(&Route, Step) + Copy + Send + Sync + 'static {
    let history = History::current();
    move |route, step| history.go(&route.href(), step)
}
