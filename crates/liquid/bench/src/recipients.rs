//! Made-up recipients, the same ones every time.

use push_liquid::{Array, Lookup, Map, Object, Sequence, Value};
use serde::Serialize;

/// What a push may say to one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Recipient {
    /// First name; empty for one in sixteen, who has not given it.
    pub name: String,
    /// Number of an order.
    pub order: i64,
    /// Where they live.
    pub city: &'static str,
    /// A day of the week.
    pub day: &'static str,
    /// `gold`, `silver` or `none`.
    pub tier: &'static str,
    /// 0 to 999.
    pub points: i64,
    /// Whether they want letters.
    pub newsletter: bool,
    /// What is in their cart: 1 to 5 things.
    pub items: Items,
}

/// Things in a cart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Items(pub Vec<Item>);

/// A thing in a cart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Item {
    /// What it is.
    pub title: &'static str,
    /// Whole crowns.
    pub price: i64,
    /// How many.
    pub count: i64,
}

const NAMES: [&str; 8] = ["ada", "grace", "linus", "edsger", "barbara", "alan", "margaret", "donald"];
const CITIES: [&str; 6] = ["Oslo", "Bern", "Zürich", "Rome", "Lyon", "Porto"];
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const TIERS: [&str; 3] = ["gold", "silver", "none"];
const TITLES: [&str; 6] = ["walking boots", "tent", "blue lamp", "map", "sleeping bag", "stove"];

/// So many recipients.
pub fn recipients(count: usize) -> Vec<Recipient> {
    let mut dice = Dice(0x5eed);
    (0..count).map(|_| dice.recipient()).collect()
}

/// SplitMix64: small, and the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }

    fn number(&mut self, bound: u64) -> i64 {
        i64::try_from(self.below(bound)).unwrap_or_default()
    }

    fn one_of(&mut self, words: &[&'static str]) -> &'static str {
        let index = usize::try_from(self.below(words.len() as u64)).unwrap_or_default();
        words.get(index).copied().unwrap_or_default()
    }

    fn recipient(&mut self) -> Recipient {
        let name = match self.below(16) {
            0 => String::new(),
            _ => format!("{}{}", self.one_of(&NAMES), self.below(1000)),
        };
        let count = 1 + self.below(5);
        Recipient {
            name,
            order: 100_000 + self.number(900_000),
            city: self.one_of(&CITIES),
            day: self.one_of(&DAYS),
            tier: self.one_of(&TIERS),
            points: self.number(1000),
            newsletter: self.below(2) == 0,
            items: Items((0..count).map(|_| self.item()).collect()),
        }
    }

    fn item(&mut self) -> Item {
        Item { title: self.one_of(&TITLES), price: 10 + self.number(990), count: 1 + self.number(3) }
    }
}

impl Lookup for Recipient {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        Some(match name {
            "name" => Value::from(self.name.as_str()),
            "order" => Value::Int(self.order),
            "city" => Value::from(self.city),
            "day" => Value::from(self.day),
            "tier" => Value::from(self.tier),
            "points" => Value::Int(self.points),
            "newsletter" => Value::Bool(self.newsletter),
            "items" => Value::Array(Array::Lent(&self.items)),
            _ => return None,
        })
    }
}

impl Sequence for Items {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn at(&self, index: usize) -> Value<'_> {
        self.0.get(index).map_or(Value::Nil, |item| Value::Map(Map::Lent(item)))
    }
}

impl Lookup for Item {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        Some(match name {
            "title" => Value::from(self.title),
            "price" => Value::Int(self.price),
            "count" => Value::Int(self.count),
            _ => return None,
        })
    }
}

impl Object for Item {
    fn len(&self) -> usize {
        3
    }

    fn each<'s>(&'s self, visit: &mut dyn FnMut(&'s str, Value<'s>)) {
        for name in ["title", "price", "count"] {
            visit(name, self.get(name).unwrap_or_default());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recipients_are_the_same_every_time_and_not_all_alike() {
        let some = recipients(100);
        assert_eq!(some, recipients(100));
        assert!(some.iter().any(|it| it.tier == "gold") && some.iter().any(|it| it.points > 500));
        assert!(some.iter().any(|it| it.name.is_empty()));
        assert!(some.iter().all(|it| (1..=5).contains(&it.items.0.len())));
    }
}
