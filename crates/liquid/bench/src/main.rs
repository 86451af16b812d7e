//! Natively, beside the `liquid` crate: prints the times of every pair as JSON for `cargo xtask bench liquid`.

#[cfg(not(target_arch = "wasm32"))]
mod native;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    match native::compare() {
        Ok(told) => {
            println!("{told}");
            std::process::ExitCode::SUCCESS
        }
        Err(fault) => {
            eprintln!("error: {fault}");
            std::process::ExitCode::FAILURE
        }
    }
}

/// In a browser the library is measured.
#[cfg(target_arch = "wasm32")]
fn main() {}
