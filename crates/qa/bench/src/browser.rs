//! What a page calls: the file as bytes, an import of it to time, and cells to compare.

use push_qa::import::{Importer, Work};
use push_qa::list::List;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// A file of so many rows.
#[wasm_bindgen]
pub fn file(rows: usize) -> Vec<u8> {
    crate::file::file(rows).into_bytes()
}

/// An import, step by step as a worker does it.
#[wasm_bindgen]
pub struct Import {
    importer: Option<Importer>,
    list: Option<List>,
}

#[wasm_bindgen]
impl Import {
    /// Of a file of so many bytes.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: usize) -> Self {
        Self { importer: Some(Importer::new("bench.csv", bytes)), list: None }
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), JsError> {
        let Some(importer) = &mut self.importer else { return Err(JsError::new("the import is over")) };
        importer.feed(bytes).map_err(|refusal| JsError::new(&refusal.title))
    }

    /// Works on so many more rows; true when the list is there.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn work(&mut self, rows: usize) -> Result<bool, JsError> {
        let Some(importer) = &mut self.importer else { return Err(JsError::new("the import is over")) };
        if let Work::Done(list) = importer.work(rows).map_err(|refusal| JsError::new(&refusal.title))? {
            self.list = Some(*list);
            self.importer = None;
        }
        Ok(self.list.is_some())
    }

    /// Rows of the list.
    pub fn rows(&self) -> usize {
        self.list.as_ref().map_or(0, List::len)
    }

    /// All cells of a row, each followed by a separator that no cell holds.
    pub fn row(&self, index: usize) -> String {
        let Some(list) = &self.list else { return String::new() };
        let columns = 0..list.columns().len();
        let cells = columns.filter_map(|column| Some(list.row(index)?.cell(column)));
        cells.flat_map(|cell| [cell, "\u{1f}"]).collect()
    }
}
