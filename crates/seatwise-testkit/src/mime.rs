//! Reads the mails that Seatwise writes: headers, and the parts of a multipart message.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// A mail with its headers and text parts decoded.
#[derive(Clone, Debug, Default)]
pub struct Message {
    /// Header names in lower case, with decoded values.
    pub headers: Vec<(String, String)>,
    /// The `text/plain` part, empty when there is none.
    pub text: String,
    /// The `text/html` part, empty when there is none.
    pub html: String,
}

impl Message {
    /// Reads a message as it came over the wire.
    pub fn parse(raw: &str) -> Self {
        let mut message = Self::default();
        let (headers, _) = split(raw);
        message.headers = headers;
        message.collect(raw);
        message
    }

    /// The value of a header, by its name in lower case.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .iter()
            .find(|(key, _)| key == name)
            .map_or("", |(_, value)| value.as_str())
    }

    /// The first address of a page in the text part.
    pub fn link(&self) -> &str {
        let start = self.text.find("http").unwrap_or(self.text.len());
        let rest = &self.text[start..];
        rest.split(|c: char| c.is_whitespace() || c == '<' || c == '>')
            .next()
            .unwrap_or_default()
    }

    fn collect(&mut self, raw: &str) {
        let (headers, body) = split(raw);
        let value = |name: &str| {
            headers
                .iter()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value.clone())
                .unwrap_or_default()
        };
        let kind = value("content-type");
        if let Some(boundary) = boundary(&kind) {
            let mark = format!("--{boundary}");
            for part in body
                .split(mark.as_str())
                .skip(1)
                .take_while(|part| !part.starts_with("--"))
            {
                self.collect(part.trim_start_matches("\r\n"));
            }
            return;
        }
        let text = decode(body, &value("content-transfer-encoding"));
        if kind.starts_with("text/html") {
            self.html = text;
        } else {
            self.text = text;
        }
    }
}

fn split(raw: &str) -> (Vec<(String, String)>, &str) {
    let (head, body) = raw.split_once("\r\n\r\n").unwrap_or((raw, ""));
    let unfolded = head.replace("\r\n ", " ").replace("\r\n\t", " ");
    let headers = unfolded
        .lines()
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), words(value.trim())))
        .collect();
    (headers, body)
}

fn boundary(kind: &str) -> Option<&str> {
    let rest = kind.split_once("boundary=")?.1.trim_start_matches('"');
    rest.split(['"', ';']).next()
}

fn decode(body: &str, encoding: &str) -> String {
    let bytes = match encoding {
        "base64" => STANDARD
            .decode(body.replace(['\r', '\n'], ""))
            .expect("valid base64"),
        "quoted-printable" => quoted(&body.replace("=\r\n", "")),
        _ => body.as_bytes().to_vec(),
    };
    String::from_utf8(bytes).expect("mails are UTF-8")
}

fn quoted(text: &str) -> Vec<u8> {
    let mut bytes = text.bytes();
    let mut out = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        if byte == b'=' {
            let pair = [bytes.next().unwrap_or(b'0'), bytes.next().unwrap_or(b'0')];
            let hex = std::str::from_utf8(&pair).expect("two digits");
            out.push(u8::from_str_radix(hex, 16).expect("two hexadecimal digits"));
        } else {
            out.push(byte);
        }
    }
    out
}

/// Decodes the `=?utf-8?b?...?=` words of a header (RFC 2047).
fn words(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value;
    while let Some((before, word)) = rest.split_once("=?") {
        let mut fields = word.splitn(4, '?');
        let (_, kind, text, after) = (fields.next(), fields.next(), fields.next(), fields.next());
        let (Some(kind), Some(text), Some(after)) = (kind, text, after) else {
            break;
        };
        if !before.trim().is_empty() || out.is_empty() {
            out.push_str(before);
        }
        let bytes = if kind.eq_ignore_ascii_case("b") {
            STANDARD.decode(text).expect("valid base64")
        } else {
            quoted(&text.replace('_', " "))
        };
        out.push_str(&String::from_utf8_lossy(&bytes));
        rest = after.strip_prefix('=').unwrap_or(after);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_multipart_mail_is_read_with_its_subject() {
        let raw = "Subject: =?utf-8?b?0J/RgNC40LLRltGC?= =?utf-8?q?_=21?=\r\nContent-Type: multipart/alternative;\r\n \
                   boundary=\"xyz\"\r\n\r\n--xyz\r\nContent-Type: text/plain; charset=utf-8\r\n\
                   Content-Transfer-Encoding: quoted-printable\r\n\r\nGr=C3=BC=C3=9Fe http://localhost:1/a?b=3D=\r\nc\r\n\
                   --xyz\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPGI+\r\n--xyz--\r\n";
        let message = Message::parse(raw);
        assert_eq!(message.header("subject"), "Привіт !");
        assert_eq!(message.text.trim_end(), "Grüße http://localhost:1/a?b=c");
        assert_eq!(message.link(), "http://localhost:1/a?b=c");
        assert_eq!(message.html, "<b>");
    }
}
