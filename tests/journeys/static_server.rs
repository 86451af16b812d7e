//! A plain static host for the console's folder: files, the folder's own header rules, and nothing else.
//!
//! It stands for the CDN, on another origin than the proxy. It knows nothing of the console but its folder.

mod rules;

use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use rules::Rules;

/// A host that serves until it is dropped.
pub struct StaticServer {
    /// Its origin.
    pub origin: String,
    site: Arc<Site>,
    task: JoinHandle<()>,
}

struct Site {
    folder: PathBuf,
    rules: Rules,
    withheld: Mutex<Option<&'static str>>,
}

impl StaticServer {
    /// Serves `folder` on a free loopback port.
    pub async fn start(folder: &Path) -> Self {
        let rules = std::fs::read_to_string(folder.join("_headers"))
            .unwrap_or_else(|error| panic!("{}/_headers: {error}", folder.display()));
        let site = Arc::new(Site {
            folder: folder.to_owned(),
            rules: Rules::read(&rules),
            withheld: Mutex::default(),
        });
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let router = Router::new().fallback(serve).with_state(Arc::clone(&site));
        let task = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { origin, site, task }
    }

    /// Answers 503 from now on to files whose names begin so; none lets every file through again.
    pub fn withhold(&self, beginning: Option<&'static str>) {
        *self.site.withheld.lock().unwrap() = beginning;
    }
}

impl Drop for StaticServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(State(site): State<Arc<Site>>, uri: Uri) -> Response {
    let path = uri.path();
    let withheld = *site.withheld.lock().unwrap();
    let is_withheld = withheld.is_some_and(|beginning| path.trim_start_matches('/').starts_with(beginning));
    if is_withheld {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let mut response = answer(&site.folder, path);
    for (name, value) in site.rules.of(path) {
        let name = HeaderName::from_bytes(name.as_bytes()).unwrap();
        response.headers_mut().append(name, HeaderValue::from_str(value).unwrap());
    }
    response
}

fn answer(folder: &Path, path: &str) -> Response {
    let inside = Path::new(path.trim_start_matches('/'));
    if inside.components().any(|part| !matches!(part, Component::Normal(_))) || path.starts_with("/_") {
        return StatusCode::NOT_FOUND.into_response();
    }
    let file = folder.join(inside);
    // Addresses within the console are no files: the page answers to them.
    let file = if file.is_file() { file } else { folder.join("index.html") };
    let bytes = std::fs::read(&file).unwrap();
    ([(header::CONTENT_TYPE, content_type(&file))], bytes).into_response()
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        _ => "application/octet-stream",
    }
}
