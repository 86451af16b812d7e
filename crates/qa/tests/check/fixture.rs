//! Ten thousand recipients, made by a seed, of whom it is known exactly what is wrong with each.

use push_api::Draft;

pub const ROWS: usize = 10_000;

/// What is wrong with a recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Defect {
    NoToken,
    NoShare,
    Mute,
    Huge,
    LongCity,
    Liquid,
    Object,
    Undefined,
    BlankCode,
    NoCity,
    Mail,
    Phone,
    Bell,
    Override,
    LongNote,
    NoName,
}

/// Every defect and how many recipients have it; no recipient has two.
pub const DEFECTS: [(Defect, u32); 16] = [
    (Defect::NoToken, 7),
    (Defect::NoShare, 3),
    (Defect::Mute, 5),
    (Defect::Huge, 23),
    (Defect::LongCity, 9),
    (Defect::Liquid, 13),
    (Defect::Object, 11),
    (Defect::Undefined, 2),
    (Defect::BlankCode, 17),
    (Defect::NoCity, 111),
    (Defect::Mail, 19),
    (Defect::Phone, 29),
    (Defect::Bell, 31),
    (Defect::Override, 37),
    (Defect::LongNote, 41),
    (Defect::NoName, 313),
];

/// What is sent to them.
pub fn draft() -> Draft {
    Draft {
        title: "Save {{ 100 | divided_by: share }} %".to_owned(),
        body: "{% unless plan == 'mute' %}{{ first_name | default: 'Friend' }}, {{ city }}\
               {% if note %}: {{ note }}{% endif %} https://s.example/{{ code }}/x{% endunless %}"
            .to_owned(),
        tags: vec![("city".to_owned(), "{{ city }}".to_owned())],
        ..Draft::default()
    }
}

/// SplitMix64: the same numbers from the same seed, anywhere.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % bound as u64) as usize
    }
}

/// The file, and what is wrong with each of its recipients.
pub fn file(seed: u64) -> (String, Vec<Option<Defect>>) {
    let mut chance = Chance(seed);
    let mut defects: Vec<Option<Defect>> = vec![None; ROWS];
    let marks = DEFECTS.iter().flat_map(|(defect, count)| (0..*count).map(|_| Some(*defect)));
    for (slot, mark) in defects.iter_mut().zip(marks) {
        *slot = mark;
    }
    for at in (1..ROWS).rev() {
        defects.swap(at, chance.below(at + 1));
    }
    let mut csv = "token,provider,first_name,city,plan,code,share,note\n".to_owned();
    for (index, defect) in defects.iter().enumerate() {
        csv.push_str(&row(index, *defect, &mut chance));
        csv.push('\n');
    }
    (csv, defects)
}

fn row(index: usize, defect: Option<Defect>, chance: &mut Chance) -> String {
    let pick = |chance: &mut Chance, from: &[&str]| from[chance.below(from.len())].to_owned();
    let mut token = format!("token-{index:05}");
    let provider = pick(chance, &["FCM", "APN"]);
    let mut name = pick(chance, &["Ada", "Grace", "Jörg", "美咲", "שרה"]);
    let mut city = pick(chance, &["Berlin", "Kyoto", "Haifa", "Łódź"]);
    let mut plan = pick(chance, &["free", "gold"]);
    let mut code = pick(chance, &["A1", "B2", "C3"]);
    let mut share = pick(chance, &["4", "5", "10"]);
    let mut note = String::new();
    match defect {
        None => {}
        Some(Defect::NoToken) => token.clear(),
        Some(Defect::NoShare) => share = "0".to_owned(),
        Some(Defect::Mute) => plan = "mute".to_owned(),
        Some(Defect::Huge) => note = "long ".repeat(1000).trim_end().to_owned(),
        Some(Defect::LongCity) => city = "y".repeat(300),
        Some(Defect::Liquid) => city = "{{ city }}".to_owned(),
        Some(Defect::Object) => city = "[object Object]".to_owned(),
        Some(Defect::Undefined) => city = "undefined".to_owned(),
        Some(Defect::BlankCode) => code = "A 1".to_owned(),
        Some(Defect::NoCity) => city.clear(),
        Some(Defect::Mail) => note = "a@mail.example".to_owned(),
        Some(Defect::Phone) => note = "+49 170 123456".to_owned(),
        Some(Defect::Bell) => note = "\u{7}".to_owned(),
        Some(Defect::Override) => note = "\u{202E}evil".to_owned(),
        Some(Defect::LongNote) => note = "z".repeat(100),
        Some(Defect::NoName) => name.clear(),
    }
    [token, provider, name, city, plan, code, share, note].join(",")
}
