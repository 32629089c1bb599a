//! A mail server for tests: takes messages on a free port of the loopback and keeps them.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::JoinHandle;

use crate::mime::Message;

/// One delivered message, as the envelope and the bytes said.
#[derive(Clone, Debug)]
pub struct Received {
    /// The address in `MAIL FROM`.
    pub from: String,
    /// The addresses in `RCPT TO`, in their order.
    pub to: Vec<String>,
    /// Headers and body with the dots of the transport removed.
    pub raw: String,
}

impl Received {
    /// The message with headers and parts decoded.
    pub fn message(&self) -> Message {
        Message::parse(&self.raw)
    }
}

#[derive(Default)]
struct Mailbox {
    refusing: bool,
    attempts: usize,
    messages: Vec<Received>,
}

#[derive(Default)]
struct Shared {
    mailbox: Mutex<Mailbox>,
    changed: Notify,
}

impl Shared {
    fn mailbox(&self) -> MutexGuard<'_, Mailbox> {
        self.mailbox.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A running mail server; it ends when it is dropped.
pub struct SmtpReceiver {
    address: SocketAddr,
    shared: Arc<Shared>,
    task: JoinHandle<()>,
}

impl SmtpReceiver {
    /// Listens on a free port of the loopback.
    pub async fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0))
            .await
            .expect("a free port");
        let address = listener
            .local_addr()
            .expect("a bound socket has an address");
        let shared = Arc::new(Shared::default());
        let task = tokio::spawn(accept(listener, Arc::clone(&shared)));
        Self {
            address,
            shared,
            task,
        }
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// From now on every message is answered with a temporary failure, until it is told otherwise.
    pub fn refuse(&self, refusing: bool) {
        self.shared.mailbox().refusing = refusing;
    }

    /// How many messages were begun, refused ones included.
    pub fn attempts(&self) -> usize {
        self.shared.mailbox().attempts
    }

    /// The messages taken so far, oldest first.
    pub fn messages(&self) -> Vec<Received> {
        self.shared.mailbox().messages.clone()
    }

    /// Waits until at least this many messages are there.
    pub async fn wait_for(&self, count: usize) -> Vec<Received> {
        loop {
            let changed = self.shared.changed.notified();
            let messages = self.messages();
            if messages.len() >= count {
                return messages;
            }
            changed.await;
        }
    }
}

impl Drop for SmtpReceiver {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    while let Ok((stream, _)) = listener.accept().await {
        let shared = Arc::clone(&shared);
        tokio::spawn(async move {
            // A client that hangs up is its own business.
            drop(converse(stream, &shared).await);
        });
    }
}

async fn converse(stream: TcpStream, shared: &Shared) -> std::io::Result<()> {
    let (reader, mut writer) = stream.into_split();
    let mut lines = BufReader::new(reader).lines();
    let (mut from, mut to) = (String::new(), Vec::new());
    writer.write_all(b"220 localhost ESMTP\r\n").await?;
    while let Some(line) = lines.next_line().await? {
        let verb = line.get(..4).unwrap_or_default().to_ascii_uppercase();
        let answer = match verb.as_str() {
            "EHLO" => "250-localhost\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n",
            "HELO" | "NOOP" => "250 localhost\r\n",
            "RSET" => {
                to.clear();
                "250 ok\r\n"
            }
            "MAIL" => {
                shared.mailbox().attempts += 1;
                from = address(&line);
                to.clear();
                if shared.mailbox().refusing {
                    "451 try again later\r\n"
                } else {
                    "250 ok\r\n"
                }
            }
            "RCPT" => {
                to.push(address(&line));
                "250 ok\r\n"
            }
            "DATA" => {
                writer.write_all(b"354 end with a dot\r\n").await?;
                let mut raw = String::new();
                while let Some(line) = lines.next_line().await? {
                    if line == "." {
                        break;
                    }
                    raw.push_str(line.strip_prefix('.').unwrap_or(&line));
                    raw.push_str("\r\n");
                }
                let received = Received {
                    from: from.clone(),
                    to: std::mem::take(&mut to),
                    raw,
                };
                shared.mailbox().messages.push(received);
                shared.changed.notify_waiters();
                "250 taken\r\n"
            }
            "QUIT" => {
                writer.write_all(b"221 bye\r\n").await?;
                break;
            }
            _ => "502 not known here\r\n",
        };
        writer.write_all(answer.as_bytes()).await?;
    }
    Ok(())
}

fn address(line: &str) -> String {
    let inner = line
        .split_once('<')
        .and_then(|(_, rest)| rest.split_once('>'));
    inner.map_or(String::new(), |(address, _)| address.to_owned())
}
