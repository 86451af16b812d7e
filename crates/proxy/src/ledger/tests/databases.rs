//! Empty databases for tests: SQLite in files, and a PostgreSQL that is made, started and ended here, or that
//! `DATABASE_URL` names.

use std::net::TcpListener;
use std::os::unix::fs::{MetadataExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use sqlx::any::install_default_drivers;
use sqlx::{AnyConnection, AssertSqlSafe, Connection as _, Executor as _};
use tempfile::TempDir;

use crate::ledger::Place;
use crate::secret::Secret;

/// Names the folder of PostgreSQL's programs; without it they are looked for on PATH.
const PROGRAMS: &str = "POSTGRES_BIN";
/// PostgreSQL refuses to run as root; then it runs as nobody.
const NOBODY: u32 = 65_534;

/// Where empty databases come from.
pub enum Databases {
    /// Files of a folder.
    Sqlite(TempDir),
    /// A server of these tests.
    Own(Server),
    /// A server that somebody else runs, by an address without the name of a database.
    Named(String),
}

/// A running PostgreSQL; ends with this value.
pub struct Server {
    folder: TempDir,
    process: Child,
    port: u16,
}

static COUNT: AtomicU32 = AtomicU32::new(0);

impl Databases {
    /// SQLite.
    pub fn sqlite() -> Self {
        Self::Sqlite(TempDir::new().unwrap())
    }

    /// PostgreSQL.
    pub async fn postgres() -> Self {
        let named = std::env::var("DATABASE_URL").ok().filter(|url| url.starts_with("postgres"));
        match named {
            Some(url) => Self::Named(url.rsplit_once('/').unwrap().0.to_owned()),
            None => Self::Own(Server::start().await),
        }
    }

    /// One that nobody else uses.
    pub async fn empty(&self) -> Place {
        let name = format!("ledger_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let base = match self {
            Self::Sqlite(folder) => return Place::Sqlite(folder.path().join(name).display().to_string()),
            Self::Own(server) => format!("postgres://postgres@127.0.0.1:{}", server.port),
            Self::Named(base) => base.clone(),
        };
        install_default_drivers();
        let mut connection = AnyConnection::connect(&format!("{base}/postgres")).await.unwrap();
        connection.execute(AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.unwrap();
        Place::Postgres(Secret::new(format!("{base}/{name}")))
    }
}

impl Server {
    async fn start() -> Self {
        let programs = programs();
        let folder = TempDir::new().unwrap();
        // A folder of one's own has one's own number.
        let is_root = folder.path().metadata().unwrap().uid() == 0;
        if is_root {
            chown(folder.path(), Some(NOBODY), Some(NOBODY)).unwrap();
        }
        let command = |program: &str| {
            let mut command = Command::new(programs.join(program));
            command.current_dir(folder.path()).env_clear().stdin(Stdio::null());
            if is_root {
                command.uid(NOBODY).gid(NOBODY);
            }
            command
        };
        let data = folder.path().join("data");
        let made = command("initdb")
            .args(["--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C", "--pgdata"])
            .arg(&data)
            .output()
            .unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let port = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
        let log = std::fs::File::create(folder.path().join("log")).unwrap();
        let process = command("postgres")
            .args(["-p", &port.to_string(), "-c", "listen_addresses=127.0.0.1", "-k", "", "-D"])
            .arg(&data)
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .unwrap();
        let server = Self { folder, process, port };
        server.is_ready().await;
        server
    }

    async fn is_ready(&self) {
        install_default_drivers();
        let address = format!("postgres://postgres@127.0.0.1:{}/postgres", self.port);
        for _ in 0..200 {
            if AnyConnection::connect(&address).await.is_ok() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let log = std::fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
        panic!("PostgreSQL does not answer:\n{log}");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Its data goes with it, so that it need not write anything more; its children see that it is gone.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The folder of PostgreSQL's programs: named, or on PATH.
fn programs() -> PathBuf {
    let named = std::env::var_os(PROGRAMS).map(PathBuf::from);
    let on_path = std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect::<Vec<_>>());
    let mut all = named.into_iter().chain(on_path.into_iter().flatten());
    all.find(|folder| folder.join("initdb").is_file()).unwrap_or_else(|| {
        panic!(
            "these tests need PostgreSQL: `cargo xtask test` finds or installs it; by hand, set {PROGRAMS} to the \
             folder of its programs, or DATABASE_URL to a server's database"
        )
    })
}
