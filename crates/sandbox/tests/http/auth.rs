use crate::sandbox::Sandbox;
use push_api::proxy::ApiShape;
use push_sandbox::server::{self, Options};
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

#[tokio::test]
async fn nothing_is_answered_without_the_credential() {
    let sandbox = Sandbox::start(ApiShape::Guide);
    for path in ["/v1/PushNotifications", "/sandbox/requests", "/nowhere"] {
        let mut stream = TcpStream::connect(sandbox.running.address()).await.unwrap();
        let request = format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 401 "), "{path}: {answer}");
        assert!(answer.contains("www-authenticate: Basic"), "{answer}");
        let body: Value = serde_json::from_str(answer.split("\r\n\r\n").nth(1).unwrap()).unwrap();
        assert_eq!((&body["code"], &body["status"]), (&20003.into(), &401.into()));
    }
    assert_eq!(sandbox.get("/v1/PushNotifications").await.status, 200);
}

#[tokio::test]
async fn a_sandbox_without_a_secret_does_not_start() {
    let unknown = Options { secret: "s".into(), shape: ApiShape::unknown(), ..Options::default() };
    let colon = Options { secret: "s".into(), account: "a:b".into(), ..Options::default() };
    for options in [Options::default(), unknown, colon] {
        assert_eq!(server::start(options).err().unwrap().kind(), std::io::ErrorKind::InvalidInput);
    }
}
