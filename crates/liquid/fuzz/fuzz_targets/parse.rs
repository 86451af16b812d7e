#![no_main]
#[path = "../meaning/parse.rs"]
mod meaning;

libfuzzer_sys::fuzz_target!(|input: &[u8]| meaning::check(input));
