//! An upstream that answers with the bytes it is told to, and remembers what it was asked.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;

/// What it does with a request.
#[derive(Clone)]
pub enum Act {
    /// Writes these bytes and closes.
    Write(String),
    /// Writes these bytes when told to.
    WriteWhen(Arc<Notify>, String),
    /// Writes these bytes and then neither more nor the end.
    WriteAndHang(String),
    /// Closes without reading the request's body, which the other side sees as a reset.
    Slam,
}

/// A request as it came.
#[derive(Clone, Debug)]
pub struct Seen {
    pub head: String,
    pub body: String,
}

pub struct Upstream {
    address: SocketAddr,
    seen: Arc<Mutex<Vec<Seen>>>,
    count: watch::Receiver<usize>,
    task: JoinHandle<()>,
}

impl Upstream {
    /// Acts the same way every time.
    pub async fn always(act: Act) -> Self {
        Self::new(move |_| act.clone()).await
    }

    /// Answers every request with these bytes.
    pub async fn answering(bytes: &str) -> Self {
        Self::always(Act::Write(bytes.into())).await
    }

    /// Acts as the function says.
    pub async fn new(act: impl Fn(&Seen) -> Act + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let (counter, count) = watch::channel(0);
        let (act, counter, memory) = (Arc::new(act), Arc::new(counter), seen.clone());
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, act.clone(), memory.clone(), counter.clone()));
            }
        });
        Self { address, seen, count, task }
    }

    pub fn base(&self) -> String {
        format!("http://{}/v1", self.address)
    }

    pub fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }

    pub fn calls(&self) -> usize {
        self.seen().len()
    }

    /// Waits until so many requests have come, whole.
    pub async fn reached(&self, calls: usize) {
        self.count.clone().wait_for(|count| *count >= calls).await.unwrap();
    }
}

impl Drop for Upstream {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(
    mut stream: TcpStream,
    act: Arc<dyn Fn(&Seen) -> Act + Send + Sync>,
    memory: Arc<Mutex<Vec<Seen>>>,
    counter: Arc<watch::Sender<usize>>,
) {
    let mut bytes = Vec::new();
    while !bytes.windows(4).any(|four| four == b"\r\n\r\n") {
        if stream.read_buf(&mut bytes).await.unwrap_or(0) == 0 {
            return;
        }
    }
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap() + 4;
    let head = String::from_utf8_lossy(&bytes[..end]).to_ascii_lowercase();
    let length =
        head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok()).unwrap_or(0);
    let mut seen = Seen { head: String::from_utf8_lossy(&bytes[..end]).into_owned(), body: String::new() };
    let act = act(&seen);
    if !matches!(act, Act::Slam) {
        while bytes.len() < end + length {
            if stream.read_buf(&mut bytes).await.unwrap_or(0) == 0 {
                return;
            }
        }
        seen.body = String::from_utf8_lossy(&bytes[end..]).into_owned();
    }
    memory.lock().unwrap().push(seen);
    counter.send_modify(|count| *count += 1);
    match act {
        Act::Slam => {}
        // Whoever hung up has no use for the rest.
        Act::Write(text) => drop(stream.write_all(text.as_bytes()).await),
        Act::WriteWhen(told, text) => {
            told.notified().await;
            drop(stream.write_all(text.as_bytes()).await);
        }
        Act::WriteAndHang(text) => {
            drop(stream.write_all(text.as_bytes()).await);
            // Ends when the other side closes.
            drop(stream.read_buf(&mut Vec::new()).await);
        }
    }
}

/// An answer with this status line, these header lines and this body, well formed.
pub fn http(status: &str, headers: &str, body: &str) -> String {
    let length = body.len();
    format!("HTTP/1.1 {status}\r\n{headers}content-length: {length}\r\nconnection: close\r\n\r\n{body}")
}

/// An answer of JSON.
pub fn json(status: &str, body: &str) -> String {
    http(status, "content-type: application/json\r\n", body)
}

/// What the API says to a send.
pub fn accepted() -> String {
    let headers = "content-type: application/json\r\n\
                   location: https://up.example/v1/PushNotifications/Operations/op_1\r\n";
    http("202 Accepted", headers, r#"{"operationId":"op_1"}"#)
}
