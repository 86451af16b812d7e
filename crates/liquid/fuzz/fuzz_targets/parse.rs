#![no_main]
#[path = "../meaning.rs"]
mod meaning;

libfuzzer_sys::fuzz_target!(|input: &[u8]| meaning::parse(input));
