//! A short, repeatable run of what the fuzzers do: files of the corpus, mutated by a seeded dice.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../fuzz/meaning/parse.rs"]
mod parse;
#[path = "../fuzz/meaning/render.rs"]
mod render;

use std::path::Path;

/// How many mutated inputs each target gets: a few seconds without optimisation.
const ROUNDS: usize = 60_000;

const FRAGMENTS: [&str; 32] = [
    "{{",
    "}}",
    "{%",
    "%}",
    "{%-",
    "-%}",
    "{% if a %}",
    "{% endif %}",
    "{% for a in (1..3) %}",
    "{% endfor %}",
    "{% else %}",
    "{% raw %}",
    "{% endraw %}",
    "{% liquid\n",
    "{% case a %}",
    "{% when 1 %}",
    "{% comment %}",
    " | ",
    ": ",
    ", ",
    "..",
    "[",
    "]",
    "(",
    ")",
    "'",
    "\"",
    "-9223372036854775808",
    "1e400",
    "\u{1f44d}\u{301}",
    "| date: '%'",
    "\0",
];

struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound.max(1)
    }

    fn mutated(&mut self, corpus: &[Vec<u8>]) -> Vec<u8> {
        let mut input = corpus[self.below(corpus.len())].clone();
        for _ in 0..=self.below(4) {
            let at = self.below(input.len() + 1);
            match self.below(5) {
                0 if at < input.len() => input[at] = u8::try_from(self.below(128)).unwrap(),
                1 => input.truncate(at),
                2 => drop(input.drain(at..(at + self.below(12)).min(input.len()))),
                3 => {
                    let other = &corpus[self.below(corpus.len())];
                    let from = self.below(other.len());
                    input.splice(at..at, other[from..].iter().take(60).copied());
                }
                _ => drop(input.splice(at..at, FRAGMENTS[self.below(FRAGMENTS.len())].bytes())),
            }
        }
        input
    }
}

fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() > 20, "the corpus of {target} is there");
    files.iter().map(|file| std::fs::read(file).unwrap()).collect()
}

fn smoke(target: &str, run: fn(&[u8])) {
    let corpus = corpus(target);
    corpus.iter().for_each(|input| run(input));
    let mut dice = Dice(7);
    for _ in 0..ROUNDS {
        run(&dice.mutated(&corpus));
    }
}

#[test]
fn no_mutated_template_makes_the_parser_panic() {
    smoke("parse", parse::check);
}

#[test]
fn no_mutated_template_makes_a_render_panic_or_differ_from_itself() {
    smoke("render", render::check);
}
