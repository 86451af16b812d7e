//! Compressed neighbours (`.br`, `.gz`) for files that a host sends as they are.
//!
//! As small as the formats go: a file is compressed once and sent many times.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::failure::{Failure, Outcome};
use crate::folder;

/// Endings of files that compress; pictures and fonts are compressed already.
const TEXT: [&str; 8] = ["html", "css", "js", "mjs", "wasm", "svg", "json", "txt"];

/// The bytes in brotli, quality 11.
///
/// # Errors
/// When the encoder fails.
pub fn brotli(bytes: &[u8]) -> Outcome<Vec<u8>> {
    // A window as large as the largest module, within what every browser accepts.
    let params = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut small, &params)
        .map_err(Failure::doing("compress with", "brotli"))?;
    Ok(small)
}

/// The bytes in gzip, level 9, without name or time, so that equal bytes stay equal.
///
/// # Errors
/// When the encoder fails.
pub fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_err(Failure::doing("compress with", "gzip"))
}

/// Writes the neighbours of every file below the folder that compresses and becomes smaller by it.
///
/// # Errors
/// When a file cannot be read or written.
pub fn neighbours(folder: &Path) -> Outcome<()> {
    for file in folder::files(folder)? {
        let ending = file.extension().and_then(|e| e.to_str()).unwrap_or_default();
        if !TEXT.contains(&ending) {
            continue;
        }
        let bytes = fs::read(&file).map_err(Failure::doing("read", file.display()))?;
        for (ending, small) in [("br", brotli(&bytes)?), ("gz", gzip(&bytes)?)] {
            if small.len() < bytes.len() {
                let neighbour = file.with_added_extension(ending);
                fs::write(&neighbour, small).map_err(Failure::doing("write", neighbour.display()))?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::io::Read as _;

    use super::*;
    use crate::folder::scratch::Scratch;

    #[test]
    fn both_formats_give_the_bytes_back() {
        let bytes = "push ".repeat(1000).into_bytes();
        let (br, gz) = (brotli(&bytes).unwrap(), gzip(&bytes).unwrap());
        assert!(br.len() < 100 && gz.len() < 100);
        let mut back = Vec::new();
        brotli::Decompressor::new(&br[..], 4096).read_to_end(&mut back).unwrap();
        assert_eq!(back, bytes);
        back.clear();
        flate2::read::GzDecoder::new(&gz[..]).read_to_end(&mut back).unwrap();
        assert_eq!(back, bytes);
        assert_eq!(gzip(&bytes).unwrap(), gz, "equal bytes stay equal");
    }

    #[test]
    fn only_what_becomes_smaller_gets_neighbours() {
        let scratch = Scratch::new("compress");
        let folder = &scratch.0;
        fs::create_dir_all(folder.join("snippets")).unwrap();
        fs::write(folder.join("long.css"), "a".repeat(500)).unwrap();
        fs::write(folder.join("snippets/inline0.js"), "b".repeat(500)).unwrap();
        fs::write(folder.join("short.js"), "x").unwrap();
        fs::write(folder.join("picture.png"), "c".repeat(500)).unwrap();
        neighbours(folder).unwrap();
        let names: Vec<String> = folder::files(folder)
            .unwrap()
            .iter()
            .map(|file| file.strip_prefix(folder).unwrap().to_string_lossy().into_owned())
            .collect();
        assert_eq!(
            names,
            [
                "long.css",
                "long.css.br",
                "long.css.gz",
                "picture.png",
                "short.js",
                "snippets/inline0.js",
                "snippets/inline0.js.br",
                "snippets/inline0.js.gz"
            ]
        );
    }
}
