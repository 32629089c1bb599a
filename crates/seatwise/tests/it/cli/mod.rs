//! The program as an operator runs it: commands to their end, servers in folders of their own.

mod backup;
mod demo;
mod exit_codes;
mod faults;
mod graceful;
mod imports;
mod logs;
mod migrate;
mod owner;
mod people;
mod serve;
mod settings;
mod stopped;
mod undo;

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use seatwise_testkit::TestDb;
use serde_json::Value as Json;
use tempfile::TempDir;

/// Longer than anything takes here, also on a machine with other work.
const PATIENCE: Duration = Duration::from_mins(1);

/// The program with a working folder and settings.
pub struct Program {
    folder: TempDir,
    settings: Vec<(String, String)>,
    prefix: Vec<String>,
}

/// What a command that ended left behind.
#[derive(Debug)]
pub struct Ran {
    /// The exit code; none after a signal.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Ran {
    /// The one JSON value on standard output.
    pub fn json(&self) -> Json {
        serde_json::from_str(&self.out).unwrap_or_else(|_| panic!("{self:?}"))
    }

    /// The code of the failure on standard error.
    pub fn error(&self) -> String {
        let line = self.err.lines().last().unwrap_or_default();
        let json: Json = serde_json::from_str(line).unwrap_or_else(|_| panic!("{self:?}"));
        json["error"]["code"].as_str().expect("a code").to_owned()
    }

    /// The same, if the command did its work.
    pub fn good(self) -> Self {
        assert_eq!(self.code, Some(0), "{self:?}");
        self
    }
}

impl Program {
    /// In an empty folder, with the embedded database that it makes itself.
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
            settings: Vec::new(),
            prefix: Vec::new(),
        }
    }

    /// On a database that is there.
    pub fn on(db: &TestDb) -> Self {
        Self::new().with("SEATWISE_DATABASE", db.url())
    }

    /// With a variable of the environment.
    pub fn with(mut self, name: &str, text: &str) -> Self {
        self.settings.push((name.to_owned(), text.to_owned()));
        self
    }

    /// Below another program, such as one that sets limits.
    pub fn below(mut self, prefix: &[&str]) -> Self {
        self.prefix = prefix.iter().map(|word| (*word).to_owned()).collect();
        self
    }

    /// A file of the working folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, words: &[&str]) -> Command {
        let program = Path::new(env!("CARGO_BIN_EXE_seatwise"));
        let mut command = match self.prefix.split_first() {
            Some((first, rest)) => {
                let mut command = Command::new(first);
                command.args(rest).arg(program);
                command
            }
            None => Command::new(program),
        };
        command
            .args(words)
            .current_dir(self.folder.path())
            .env_clear()
            .env("RUST_BACKTRACE", "0")
            .envs(self.settings.iter().map(|(name, text)| (name, text)));
        command
    }

    /// Runs a command to its end.
    pub fn run(&self, words: &[&str]) -> Ran {
        let output = self.command(words).output().expect("the program starts");
        Ran {
            code: output.status.code(),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// Begins a command and leaves it alone.
    pub fn spawn(&self, words: &[&str]) -> Child {
        self.command(words)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts")
    }

    /// Starts a server at a free port and waits until it says where it answers.
    pub fn serve(&self) -> Server {
        self.serve_with(&[])
    }

    /// Like [`Program::serve`] with further options.
    pub fn serve_with(&self, options: &[&str]) -> Server {
        let log = std::fs::File::options()
            .create(true)
            .append(true)
            .open(self.path("server.log"))
            .expect("a log");
        let mut child = self
            .command(&[&["serve", "--listen", "127.0.0.1:0"], options].concat())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .expect("the program starts");
        let mut lines = BufReader::new(child.stdout.take().expect("an output"));
        let mut first = String::new();
        lines.read_line(&mut first).expect("a line");
        let address = first
            .split_once("http://")
            .and_then(|(_, rest)| rest.split(['"', '/', '\n']).next())
            .and_then(|address| address.parse().ok());
        let Some(address) = address else {
            let log = std::fs::read_to_string(self.path("server.log")).unwrap_or_default();
            panic!("the server did not start: {first}\n{log}");
        };
        Server {
            child,
            address,
            lines,
            first,
        }
    }
}

/// A server that answers.
pub struct Server {
    child: Child,
    address: SocketAddr,
    lines: BufReader<std::process::ChildStdout>,
    /// The first line of its output.
    first: String,
}

impl Server {
    /// The process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Where it answers.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The next line of its output.
    pub fn line(&mut self) -> String {
        let mut line = String::new();
        self.lines.read_line(&mut line).expect("a line");
        line
    }

    /// Status and body of an answer.
    pub fn get(&self, path: &str) -> (u16, String) {
        self.get_with(path, "")
    }

    /// Like [`Server::get`] with lines of the head more.
    pub fn get_with(&self, path: &str, head: &str) -> (u16, String) {
        self.send("GET", path, head, "")
    }

    /// Any request.
    pub fn send(&self, method: &str, path: &str, head: &str, body: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(self.address).expect("the server listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a limit");
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: localhost\r\n{head}Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        )
        .expect("a request");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        let status = answer
            .split(' ')
            .nth(1)
            .and_then(|word| word.parse().ok())
            .unwrap_or_else(|| panic!("no answer: {answer}"));
        let body = answer.split_once("\r\n\r\n").map_or("", |(_, body)| body);
        (status, body.to_owned())
    }

    /// Sends a signal by its name.
    pub fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args([name, &id]).status();
        assert!(sent.expect("kill runs").success());
    }

    /// Waits for the end; tells the exit code, none after a signal.
    pub fn wait(&mut self) -> Option<i32> {
        self.child.wait().expect("a child that ends").code()
    }

    /// Asks it to stop and waits for the end.
    pub fn stop(mut self) -> Option<i32> {
        self.signal("-TERM");
        self.wait()
    }

    /// Kills it without a word.
    pub fn kill(mut self) {
        self.child.kill().expect("a child");
        self.wait();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Ended already, as a rule.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Asks again until it is so; fails after a minute.
pub fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < PATIENCE, "never came: {what}");
        std::thread::park_timeout(Duration::from_millis(50));
    }
}
