//! Whole journeys: a real browser, the built console, the real proxy and the sandbox.
#![cfg(not(target_arch = "wasm32"))]
