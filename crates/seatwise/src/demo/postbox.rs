//! A mail server that takes everything and keeps nothing, so that mails of the past count as sent.

use std::net::Ipv4Addr;

use seatwise_domain::mail::{Encryption, SmtpOptions};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// It ends when it is dropped.
#[derive(Debug)]
pub struct Postbox {
    port: u16,
    task: JoinHandle<()>,
}

impl Postbox {
    /// Opens at a free port of this machine.
    pub async fn open() -> std::io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let port = listener.local_addr()?.port();
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(async move {
                    // A sender that hangs up has nothing more to say.
                    drop(talk(stream).await);
                });
            }
        });
        Ok(Self { port, task })
    }

    /// How mails reach it.
    pub fn options(&self) -> SmtpOptions {
        SmtpOptions {
            host: Ipv4Addr::LOCALHOST.to_string(),
            port: self.port,
            encryption: Encryption::None,
            user: None,
            password: None,
            from: "crm@nordwind-solar.example".to_owned(),
            from_name: "Nordwind Solar".to_owned(),
        }
    }
}

impl Drop for Postbox {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn talk(stream: TcpStream) -> std::io::Result<()> {
    let (reading, mut writing) = stream.into_split();
    let mut lines = BufReader::new(reading).lines();
    writing.write_all(b"220 postbox\r\n").await?;
    let mut in_mail = false;
    while let Some(line) = lines.next_line().await? {
        if in_mail {
            if line == "." {
                in_mail = false;
                writing.write_all(b"250 taken\r\n").await?;
            }
            continue;
        }
        let word = line.split(' ').next().unwrap_or_default();
        let answer: &[u8] = match word.to_ascii_uppercase().as_str() {
            "DATA" => {
                in_mail = true;
                b"354 go on\r\n"
            }
            "QUIT" => b"221 bye\r\n",
            _ => b"250 well\r\n",
        };
        writing.write_all(answer).await?;
    }
    Ok(())
}
