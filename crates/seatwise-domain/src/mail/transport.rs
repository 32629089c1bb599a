//! The mail server: any that speaks SMTP.

use std::time::Duration;

use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use super::{Composed, QueuedMail};

/// How the line to the mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Encryption {
    /// In the clear; for a mail server on the same machine.
    None,
    /// Begin in the clear, then upgrade or fail (RFC 3207).
    Starttls,
    /// TLS from the first byte (RFC 8314).
    Tls,
}

/// Where and how mail is handed over.
#[derive(Clone)]
pub struct SmtpOptions {
    /// Name or address of the server.
    pub host: String,
    /// 25, 465 or 587, as a rule.
    pub port: u16,
    /// How the line is protected.
    pub encryption: Encryption,
    /// User name, if the server asks for one.
    pub user: Option<String>,
    /// Password.
    pub password: Option<String>,
    /// The address mails come from.
    pub from: String,
    /// The name mails come from.
    pub from_name: String,
}

impl std::fmt::Debug for SmtpOptions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SmtpOptions")
            .field("host", &self.host)
            .field("port", &self.port)
            .finish_non_exhaustive()
    }
}

/// Why a mail was not handed over.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// The server will never take it.
    #[error("refused: {0}")]
    Refused(String),
    /// The server is away or asks to come again.
    #[error("not now: {0}")]
    Later(String),
}

/// The way out for mail.
#[derive(Clone)]
pub struct Transport(Option<(AsyncSmtpTransport<Tokio1Executor>, Mailbox)>);

impl std::fmt::Debug for Transport {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Transport(set up: {})", self.is_set_up())
    }
}

impl Transport {
    /// No mail server: mails wait in the outbox.
    pub const fn none() -> Self {
        Self(None)
    }

    /// A mail server. Connects at the first mail.
    ///
    /// # Errors
    /// A sentence for the operator: what is wrong with the options.
    pub fn smtp(options: &SmtpOptions) -> Result<Self, String> {
        let address: Address = options
            .from
            .parse()
            .map_err(|error| format!("the from-address is not one: {error}"))?;
        let from = Mailbox::new(Some(options.from_name.clone()), address);
        let tls = match options.encryption {
            Encryption::None => Tls::None,
            Encryption::Starttls => Tls::Required(tls(&options.host)?),
            Encryption::Tls => Tls::Wrapper(tls(&options.host)?),
        };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&options.host)
            .port(options.port)
            .tls(tls)
            .timeout(Some(Duration::from_secs(15)));
        if let (Some(user), Some(password)) = (&options.user, &options.password) {
            builder = builder.credentials(Credentials::new(user.clone(), password.clone()));
        }
        Ok(Self(Some((builder.build(), from))))
    }

    /// False when mails wait in the outbox for want of a server.
    pub const fn is_set_up(&self) -> bool {
        self.0.is_some()
    }

    /// Connects, greets, protects the line and signs in, as a mail would; nothing is sent.
    ///
    /// # Errors
    /// A sentence for the operator: what the server said, and which settings it concerns.
    pub async fn test(&self) -> Result<(), String> {
        let Some((smtp, _)) = &self.0 else {
            return Err("no mail server is set up".to_owned());
        };
        match smtp.test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => Err("ends the line after the greeting".to_owned()),
            Err(error) => Err(explained(&error)),
        }
    }

    /// Hands a mail over.
    pub async fn send(&self, mail: &QueuedMail, words: &Composed) -> Result<(), SendError> {
        let Some((smtp, from)) = &self.0 else {
            return Err(SendError::Later("no mail server is set up".to_owned()));
        };
        let message = message(from, mail, words).map_err(SendError::Refused)?;
        match smtp.send(message).await {
            Ok(_) => Ok(()),
            Err(error) if error.is_permanent() => Err(SendError::Refused(error.to_string())),
            Err(error) => Err(SendError::Later(error.to_string())),
        }
    }
}

/// What the mail server said when it was tried, and what to look at.
fn explained(error: &lettre::transport::smtp::Error) -> String {
    let mut said = error.to_string();
    let mut garbled = false;
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        let words = inner.to_string();
        if !said.contains(&words) {
            said.push_str(": ");
            said.push_str(&words);
        }
        // What TLS makes of a server that speaks in the clear.
        garbled |= inner
            .downcast_ref::<std::io::Error>()
            .is_some_and(|error| error.kind() == std::io::ErrorKind::InvalidData);
        cause = inner.source();
    }
    let code = error.status().map(|code| code.to_string());
    match code.as_deref() {
        Some("530" | "534" | "535" | "538") => {
            format!("refuses the sign-in; look at smtp.user and smtp.password ({said})")
        }
        Some(_) if error.is_permanent() => format!("refuses this machine ({said})"),
        Some(_) => format!("asks to come again later ({said})"),
        None if error.is_tls() || garbled => format!(
            "does not protect the line in this way; look at smtp.encryption, smtp.port and the certificate ({said})"
        ),
        None if error.is_timeout() => {
            format!("does not answer in time; look at smtp.port and smtp.encryption ({said})")
        }
        None if error.is_client() || error.is_response() => {
            format!("does not speak as expected; look at smtp.encryption and smtp.user ({said})")
        }
        None => format!("cannot be reached ({said})"),
    }
}

fn tls(host: &str) -> Result<TlsParameters, String> {
    TlsParameters::new(host.to_owned())
        .map_err(|error| format!("TLS to {host} cannot be set up: {error}"))
}

fn message(from: &Mailbox, mail: &QueuedMail, words: &Composed) -> Result<Message, String> {
    let address: Address = mail
        .address
        .parse()
        .map_err(|error| format!("not an address: {error}"))?;
    // A content type set here would override the boundary of the parts.
    Message::builder()
        .from(from.clone())
        .to(Mailbox::new(Some(mail.to_name.clone()), address))
        .subject(words.subject.clone())
        .message_id(Some(mail.message_id.clone()))
        .raw_header(HeaderValue::new(
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_owned(),
        ))
        .multipart(MultiPart::alternative_plain_html(
            words.text.clone(),
            words.html.clone(),
        ))
        .map_err(|error| error.to_string())
}
