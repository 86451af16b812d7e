//! A page of a list, and the cursor to the next one: null, an opaque token, or a full URL.

use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

/// Names under which the upstream puts the items of a page, in the order in which they are looked for.
pub const LIST_NAMES: [&str; 3] = ["notifications", "pushNotifications", "operations"];

/// One page of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Page<T> {
    /// Name under which the items came: one of [`LIST_NAMES`].
    pub name: String,
    /// The items.
    pub items: Vec<T>,
    /// Where this page and the next one are.
    pub pagination: Pagination,
    /// Fields that this code does not know.
    pub rest: Map<String, Value>,
}

/// The `pagination` object of a page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Pagination {
    /// The page after this one.
    #[serde(default)]
    pub next: Cursor,
    /// This page.
    #[serde(default, rename = "self")]
    pub this: Cursor,
    /// Fields that this code does not know.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

/// Where a page is, in any of the three forms that the upstream uses.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Option<String>", into = "Option<String>")]
pub enum Cursor {
    /// No such page.
    #[default]
    End,
    /// An opaque token.
    Token(String),
    /// A full URL, whose `pageToken` parameter is the token.
    Url(String),
}

impl From<Option<String>> for Cursor {
    fn from(text: Option<String>) -> Self {
        match text {
            None => Self::End,
            Some(text) if text.is_empty() => Self::End,
            Some(text) if is_url(&text) => Self::Url(text),
            Some(text) => Self::Token(text),
        }
    }
}

impl From<Cursor> for Option<String> {
    fn from(cursor: Cursor) -> Self {
        match cursor {
            Cursor::End => None,
            Cursor::Token(text) | Cursor::Url(text) => Some(text),
        }
    }
}

impl Cursor {
    /// The token to ask with, whichever form the cursor has. A URL without one leads nowhere: `None`.
    pub fn page_token(&self) -> Option<String> {
        match self {
            Self::End => None,
            Self::Token(token) => Some(token.clone()),
            Self::Url(url) => {
                let query = url.split_once('?')?.1;
                let query = query.split_once('#').map_or(query, |(query, _)| query);
                let mut pairs = form_urlencoded::parse(query.as_bytes());
                let (_, token) = pairs.find(|(name, _)| name.eq_ignore_ascii_case("pageToken"))?;
                (!token.is_empty()).then(|| token.into_owned())
            }
        }
    }
}

fn is_url(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://") || text.starts_with('/')
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Page<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut rest = Map::deserialize(deserializer)?;
        let name = LIST_NAMES.into_iter().find(|name| rest.contains_key(*name));
        let name = name.ok_or_else(|| D::Error::custom(format!("a page has one of {LIST_NAMES:?}")))?;
        let items = rest.remove(name).unwrap_or_default();
        let pagination = rest.remove("pagination").filter(|value| !value.is_null());
        Ok(Self {
            name: name.to_owned(),
            items: serde_json::from_value(items).map_err(D::Error::custom)?,
            pagination: pagination
                .map_or(Ok(Pagination::default()), serde_json::from_value)
                .map_err(D::Error::custom)?,
            rest,
        })
    }
}

impl<T: Serialize> Serialize for Page<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry(&self.name, &self.items)?;
        map.serialize_entry("pagination", &self.pagination)?;
        for (name, value) in &self.rest {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}
