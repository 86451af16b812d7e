//! Where the ledger is kept: SQLite in a file, or PostgreSQL for many proxies.

use std::fmt;

use crate::secret::Secret;

/// A database by its address.
#[derive(Clone)]
pub enum Place {
    /// SQLite: one file, for one proxy.
    Sqlite(String),
    /// PostgreSQL: the address holds a password.
    Postgres(Secret),
}

impl Place {
    /// Reads `sqlite:FILE`, `sqlite://FILE` or `postgres://…`.
    ///
    /// # Errors
    /// A sentence that does not quote the text, which may hold a password.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (scheme, rest) = text.split_once(':').unwrap_or_default();
        match scheme {
            "sqlite" => {
                let file = rest.strip_prefix("//").unwrap_or(rest);
                if file.is_empty() || file.contains('?') {
                    return Err("after `sqlite:` comes the name of a file, and nothing behind it".to_owned());
                }
                Ok(Self::Sqlite(file.to_owned()))
            }
            "postgres" | "postgresql" if rest.starts_with("//") => Ok(Self::Postgres(Secret::new(text))),
            _ => Err("it is neither `sqlite:FILE` nor `postgres://USER:PASSWORD@HOST/DATABASE`".to_owned()),
        }
    }
}

/// Says what it is and no password.
impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(file) => write!(f, "SQLite in {file}"),
            Self::Postgres(_) => f.write_str("PostgreSQL"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_a_file_or_a_server_and_never_shows_its_password() {
        for (text, shown) in [
            ("sqlite:ledger.db", Some("SQLite in ledger.db")),
            ("sqlite:///var/lib/push/ledger.db", Some("SQLite in /var/lib/push/ledger.db")),
            ("sqlite::memory:", Some("SQLite in :memory:")),
            ("postgres://push:canary@db/push", Some("PostgreSQL")),
            ("postgresql://push:canary@db/push", Some("PostgreSQL")),
            ("sqlite:", None),
            ("sqlite:a.db?mode=ro", None),
            ("mysql://push:canary@db/push", None),
            ("postgres:canary", None),
            ("canary", None),
            ("", None),
        ] {
            match Place::parse(text) {
                Ok(place) => assert_eq!(Some(format!("{place:?}").as_str()), shown, "{text}"),
                Err(why) => assert!(shown.is_none() && !why.contains("canary"), "{text}: {why}"),
            }
        }
    }
}
