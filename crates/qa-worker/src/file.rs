//! Reads a file by slices, the next one already on its way while the session works on the last.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// Bytes that are read at once.
const SLICE: u32 = 1 << 20;

/// A file that is being read.
pub struct Slices {
    file: Blob,
    at: f64,
    coming: Option<Promise>,
    bytes: Vec<u8>,
}

/// The file cannot be read: it was changed, moved or taken away since it was chosen.
pub struct Gone;

impl Slices {
    /// Begins at the beginning.
    pub fn of(file: Blob) -> Self {
        let mut slices = Self { file, at: 0.0, coming: None, bytes: Vec::new() };
        slices.coming = slices.ask();
        slices
    }

    /// The next slice; none at the end.
    ///
    /// # Errors
    /// When the browser can no longer read the file.
    pub async fn next(&mut self) -> Result<Option<&[u8]>, Gone> {
        let Some(coming) = self.coming.take() else { return Ok(None) };
        let buffer = JsFuture::from(coming).await.map_err(|_| Gone)?;
        self.coming = self.ask();
        let view = Uint8Array::new(&buffer);
        // One buffer for all slices: the importer keeps what it needs.
        self.bytes.resize(view.length() as usize, 0);
        view.copy_to(&mut self.bytes);
        Ok(Some(&self.bytes))
    }

    fn ask(&mut self) -> Option<Promise> {
        let (start, size) = (self.at, self.file.size());
        if start >= size {
            return None;
        }
        self.at = (start + f64::from(SLICE)).min(size);
        let slice = self.file.slice_with_f64_and_f64(start, self.at).ok()?;
        Some(slice.array_buffer())
    }
}
