//! Natively, beside the `liquid` crate: prints the times of every pair as JSON for `cargo xtask bench liquid`.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    native::run()
}

/// In a browser the library is measured.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::process::ExitCode;
    use std::time::Instant;

    use liquid::model::Value as Theirs;
    use liquid::{Object, ParserBuilder};
    use push_liquid::{Settings, Template};
    use push_liquid_bench::recipients::{Recipient, recipients};
    use push_liquid_bench::templates::TEMPLATES;

    const RECIPIENTS: usize = 10_000;
    const PAIRS: usize = 15;

    pub fn run() -> ExitCode {
        match compare() {
            Ok(told) => {
                println!("{told}");
                ExitCode::SUCCESS
            }
            Err(fault) => {
                eprintln!("error: {fault}");
                ExitCode::FAILURE
            }
        }
    }

    fn compare() -> Result<serde_json::Value, String> {
        let people = recipients(RECIPIENTS);
        let objects: Vec<Object> = people.iter().map(object).collect();
        let parser = ParserBuilder::with_stdlib().build().map_err(|error| error.to_string())?;
        let settings = Settings::default();
        let mut told = Vec::new();
        for (kind, source) in TEMPLATES {
            let ours = Template::parse(source).map_err(|fault| fault.to_string())?;
            let theirs = parser.parse(source).map_err(|error| error.to_string())?;
            for (person, object) in people.iter().zip(&objects) {
                let a = ours.render(person, &settings).map_err(|fault| fault.to_string())?;
                let b = theirs.render(object).map_err(|error| error.to_string())?;
                if a != b {
                    return Err(format!("{kind}: the texts differ\n  ours   {a}\n  theirs {b}"));
                }
            }
            let mut out = String::new();
            let mut bytes: Vec<u8> = Vec::new();
            let mut pairs = Vec::new();
            for _ in 0..PAIRS {
                let began = Instant::now();
                for person in &people {
                    out.clear();
                    ours.render_to(&mut out, person, &settings).map_err(|fault| fault.to_string())?;
                    std::hint::black_box(&out);
                }
                let mine = began.elapsed();
                let began = Instant::now();
                for object in &objects {
                    bytes.clear();
                    theirs.render_to(&mut bytes, object).map_err(|error| error.to_string())?;
                    std::hint::black_box(&bytes);
                }
                pairs.push((mine.as_secs_f64(), began.elapsed().as_secs_f64()));
            }
            told.push(serde_json::json!({ "template": kind, "renders": RECIPIENTS, "pairs": pairs }));
        }
        Ok(told.into())
    }

    /// A recipient in the other engine's own form.
    fn object(person: &Recipient) -> Object {
        let text = |text: &str| Theirs::scalar(text.to_owned());
        let items = person.items.0.iter().map(|item| {
            Theirs::Object(Object::from_iter([
                ("title".into(), text(item.title)),
                ("price".into(), Theirs::scalar(item.price)),
                ("count".into(), Theirs::scalar(item.count)),
            ]))
        });
        Object::from_iter([
            ("name".into(), text(&person.name)),
            ("order".into(), Theirs::scalar(person.order)),
            ("city".into(), text(person.city)),
            ("day".into(), text(person.day)),
            ("tier".into(), text(person.tier)),
            ("points".into(), Theirs::scalar(person.points)),
            ("newsletter".into(), Theirs::scalar(person.newsletter)),
            ("items".into(), Theirs::Array(items.collect())),
        ])
    }
}
