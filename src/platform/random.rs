//! Keys that nobody can guess and that never repeat.

/// A new key of 128 random bits as 32 hexadecimal digits; `None` in a browser without a source of randomness.
pub fn new_key() -> Option<String> {
    let mut bytes = [0_u8; 16];
    let crypto = web_sys::window()?.crypto().ok()?;
    crypto.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
