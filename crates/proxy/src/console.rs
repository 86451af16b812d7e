//! The folder of the built console, served on the proxy's own origin.
//!
//! Headers come from the folder's `_headers`, and only from there. What is for hosts is never served.

mod header_file;
mod hidden;

use std::convert::Infallible;
use std::path::Path;

use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode, Uri, header};
use axum::response::Response;
use push_api::proxy::ErrorCode;
use tower::{Service, ServiceExt};
use tower_http::services::ServeDir;

use crate::config::BadConfig;
use crate::problem::Problem;
use header_file::HeaderFile;

/// The page that answers every address inside the console.
const INDEX: &str = "/index.html";

/// Marks an answer that is a file of the console.
#[derive(Debug, Clone, Copy)]
pub struct FromConsole;

/// The console's files and the headers that they carry.
#[derive(Debug)]
pub struct Console {
    files: ServeDir,
    rules: HeaderFile,
}

impl Console {
    /// Takes a folder and reads its `_headers` once.
    ///
    /// # Errors
    /// When there is no `index.html`, or a line of `_headers` cannot be read.
    pub fn open(folder: &Path) -> Result<Self, BadConfig> {
        if !folder.join("index.html").is_file() {
            let folder = folder.display();
            return Err(BadConfig::new(format!(
                "The console's folder {folder} has no index.html. Build the console first."
            )));
        }
        let file = folder.join("_headers");
        let rules = match std::fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                tracing::warn!("the console's folder has no _headers: its pages carry no security headers");
                String::new()
            }
            Err(error) => return Err(BadConfig::new(format!("Cannot read {}: {error}.", file.display()))),
        };
        let rules =
            HeaderFile::parse(&rules).map_err(|why| BadConfig::new(format!("{}: {why}", file.display())))?;
        let files =
            ServeDir::new(folder).precompressed_br().precompressed_gzip().redirect_to_trailing_slash(false);
        Ok(Self { files, rules })
    }

    /// A file, or the index page when a person opens an address inside the console.
    ///
    /// # Errors
    /// 404 for what is not there or not for browsers, 405 for a write.
    pub async fn answer(
        &self,
        method: &Method,
        path: &str,
        headers: &HeaderMap,
    ) -> Result<Response, Problem> {
        if method != Method::GET && method != Method::HEAD {
            return Err(not_a_read());
        }
        if hidden::is_hidden(path) {
            return Err(Problem::not_found());
        }
        let file = self.file(method, path, headers).await?;
        if file.status() != StatusCode::NOT_FOUND {
            return Ok(self.with_headers(path, file));
        }
        if !is_page(path, headers) {
            return Err(Problem::not_found());
        }
        Ok(self.with_headers(INDEX, self.file(method, INDEX, headers).await?))
    }

    async fn file(&self, method: &Method, path: &str, headers: &HeaderMap) -> Result<Response, Problem> {
        let uri: Uri = path.parse().map_err(|_| Problem::not_found())?;
        let mut request = Request::new(Body::empty());
        *request.method_mut() = method.clone();
        *request.uri_mut() = uri;
        *request.headers_mut() = headers.clone();
        let mut files = self.files.clone();
        let ready = ServiceExt::<Request<Body>>::ready(&mut files).await;
        match ready.map(|files| files.call(request)) {
            Ok(answer) => Ok(answer.await.unwrap_or_else(|never: Infallible| match never {}).map(Body::new)),
            Err(never) => match never {},
        }
    }

    fn with_headers(&self, path: &str, mut file: Response) -> Response {
        self.rules.apply(path, file.headers_mut());
        file.extensions_mut().insert(FromConsole);
        file
    }
}

/// True for a browser that opens a page, at an address that is no file's.
fn is_page(path: &str, headers: &HeaderMap) -> bool {
    let names_file = path.rsplit('/').next().is_some_and(|last| last.contains('.'));
    let wants_page = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    !names_file && wants_page.is_some_and(|accept| accept.contains("text/html"))
}

fn not_a_read() -> Problem {
    let message = "The console's files can only be read.";
    let mut problem = Problem::new(StatusCode::METHOD_NOT_ALLOWED, ErrorCode::MethodNotAllowed, message);
    problem.allow = Some("GET, HEAD".into());
    problem
}
