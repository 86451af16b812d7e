//! A page and the cursors in it: full URLs in the guide, opaque tokens in the reference.

use push_api::Page;
use push_api::page::{Cursor, Pagination};
use push_api::query::Parameter;
use serde_json::Map;

use super::{Shape, View};

/// Which of the two lists a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// `GET /PushNotifications`.
    Notifications,
    /// `GET /PushNotifications/Operations`.
    Operations,
}

/// What a page's cursors are made of.
#[derive(Debug)]
pub struct Ends<'a> {
    /// What was asked for, the page token left out.
    pub asked: &'a [(Parameter, String)],
    /// The token that came with the request.
    pub given: Option<&'a str>,
    /// The token of this page.
    pub this: String,
    /// The token of the next page, if there is one.
    pub next: Option<String>,
}

impl View<'_> {
    /// A page of `list`.
    pub fn page<T>(&self, list: List, items: Vec<T>, ends: Ends<'_>) -> Page<T> {
        let name = match (list, self.shape) {
            (List::Operations, _) => "operations",
            (List::Notifications, Shape::Guide) => "notifications",
            (List::Notifications, Shape::Reference) => "pushNotifications",
        };
        let (next, this) = match self.shape {
            Shape::Guide => (
                ends.next.map_or(Cursor::End, |token| Cursor::Url(self.url(list, ends.asked, Some(&token)))),
                Cursor::Url(self.url(list, ends.asked, ends.given)),
            ),
            Shape::Reference => (ends.next.map_or(Cursor::End, Cursor::Token), Cursor::Token(ends.this)),
        };
        let pagination = Pagination { next, this, rest: Map::new() };
        Page { name: name.to_owned(), items, pagination, rest: Map::new() }
    }

    fn url(&self, list: List, asked: &[(Parameter, String)], token: Option<&str>) -> String {
        let path = match list {
            List::Notifications => "/PushNotifications",
            List::Operations => "/PushNotifications/Operations",
        };
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in asked {
            query.append_pair(name.as_str(), value);
        }
        if let Some(token) = token {
            query.append_pair(Parameter::PageToken.as_str(), token);
        }
        let query = query.finish();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{path}{mark}{query}", self.base)
    }
}
