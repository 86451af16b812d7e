//! Serves one folder to one browser on loopback, and takes the one answer that its page posts.
//!
//! It never waits for ever: not longer than it is told, and not for a browser that is gone.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use crate::failure::{Failure, Outcome};

/// More than the answer of a benchmark has.
const MOST: u64 = 1024 * 1024;
/// How often it looks whether the browser is still there.
const GLANCE: Duration = Duration::from_millis(250);
/// The page is alone in its process then, and its clock counts in steps of 5 µs and not of 100.
const ALONE: &str =
    "Cross-Origin-Opener-Policy: same-origin\r\nCross-Origin-Embedder-Policy: require-corp\r\n";

/// A server that ends with the program.
pub struct PageServer {
    port: u16,
    answers: Receiver<String>,
}

impl PageServer {
    /// Serves the folder on a free port.
    ///
    /// # Errors
    /// When no port is to be had.
    pub fn start(folder: PathBuf) -> Outcome<Self> {
        let listener =
            TcpListener::bind(("127.0.0.1", 0)).map_err(Failure::doing("listen on", "127.0.0.1"))?;
        let port = listener.local_addr().map_err(Failure::doing("listen on", "127.0.0.1"))?.port();
        let (sender, answers) = channel();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (folder, sender) = (folder.clone(), sender.clone());
                // A browser that hangs up concerns nobody: what counts is the answer.
                std::thread::spawn(move || serve(stream, &folder, &sender).unwrap_or_default());
            }
        });
        Ok(Self { port, answers })
    }

    /// Where its page is.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// What the page posted. `is_open` says whether its browser is still there.
    ///
    /// # Errors
    /// When it does not post in this time, or its browser goes before.
    pub fn answer(&self, patience: Duration, mut is_open: impl FnMut() -> bool) -> Outcome<String> {
        let began = Instant::now();
        loop {
            // Asked before the wait: what a page posts just before its browser goes is still taken.
            let was_open = is_open();
            match self.answers.recv_timeout(GLANCE.min(patience)) {
                Ok(answer) => return Ok(answer),
                Err(RecvTimeoutError::Timeout) if was_open && began.elapsed() < patience => {}
                Err(_) if was_open => {
                    return Err(Failure::new(format!(
                        "the page in the browser told nothing within {} s: is the machine busy with something else?",
                        patience.as_secs()
                    )));
                }
                Err(_) => {
                    return Err(Failure::new(
                        "the browser ended before its page told anything: does it start by itself with `--headless=new`?",
                    ));
                }
            }
        }
    }
}

fn serve(stream: TcpStream, folder: &Path, answers: &Sender<String>) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let line = line.trim().to_ascii_lowercase();
        if let Some(value) = line.strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
        if line.is_empty() {
            break;
        }
    }
    let (status, kind, body) = match first.split(' ').collect::<Vec<_>>()[..] {
        ["POST", "/answer", ..] => {
            let mut body = String::new();
            reader.by_ref().take(length.min(MOST)).read_to_string(&mut body)?;
            let _ = answers.send(body);
            ("200 OK", "text/plain", Vec::new())
        }
        ["GET", path, ..] => match file(folder, path) {
            Some((kind, body)) => ("200 OK", kind, body),
            None => ("404 Not Found", "text/plain", Vec::new()),
        },
        _ => ("400 Bad Request", "text/plain", Vec::new()),
    };
    let mut stream = reader.into_inner();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n{ALONE}Connection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(&body)
}

/// A file that lies directly in the folder, and its kind. A query means the same file: a page that asks for a module
/// with another query gets a module of its own.
fn file(folder: &Path, path: &str) -> Option<(&'static str, Vec<u8>)> {
    let name = path.strip_prefix('/')?;
    let name = name.split_once('?').map_or(name, |(name, _)| name);
    let name = if name.is_empty() { "index.html" } else { name };
    if name.contains(['/', '\\']) || name.starts_with('.') {
        return None;
    }
    let kind = match name.rsplit('.').next()? {
        "html" => "text/html",
        "js" | "mjs" => "text/javascript",
        "wasm" => "application/wasm",
        "css" => "text/css",
        "svg" => "image/svg+xml",
        "json" => "application/json",
        _ => return None,
    };
    Some((kind, std::fs::read(folder.join(name)).ok()?))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::folder::scratch::Scratch;

    #[test]
    fn only_files_of_the_page_itself_are_served() {
        let scratch = Scratch::new("bench-page");
        std::fs::write(scratch.0.join("index.html"), "page").unwrap();
        std::fs::write(scratch.0.join("notes.txt"), "private").unwrap();
        assert_eq!(file(&scratch.0, "/").unwrap().0, "text/html");
        assert_eq!(file(&scratch.0, "/index.html?again").unwrap().1, b"page");
        for path in ["/notes.txt", "/../index.html", "/a/index.html", "index.html", "/none.js"] {
            assert!(file(&scratch.0, path).is_none(), "{path}");
        }
    }

    #[test]
    fn what_is_posted_is_the_answer() {
        let scratch = Scratch::new("bench-answer");
        let server = PageServer::start(scratch.0.clone()).unwrap();
        let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
        stream.write_all(b"POST /answer HTTP/1.1\r\nContent-Length: 2\r\n\r\n[]").unwrap();
        assert_eq!(server.answer(Duration::from_secs(10), || true).unwrap(), "[]");
    }

    #[test]
    fn nobody_waits_for_a_browser_that_is_gone_or_silent() {
        let scratch = Scratch::new("bench-silence");
        let server = PageServer::start(scratch.0.clone()).unwrap();
        let gone = server.answer(Duration::from_secs(3600), || false).unwrap_err();
        assert!(gone.to_string().contains("the browser ended"), "{gone}");
        let silent = server.answer(Duration::ZERO, || true).unwrap_err();
        assert!(silent.to_string().contains("within 0 s"), "{silent}");
    }
}
