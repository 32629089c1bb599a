//! The encodings in which office programs save text, and how to read them piece by piece.

use std::fmt;
use std::io::Read;

use encoding_rs::{Decoder, DecoderResult};

use crate::ReadError;

/// The encoding of a text file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, low byte first (Excel's "Unicode text").
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Windows-1252: western Europe.
    Windows1252,
    /// Windows-1251: Russian, Ukrainian.
    Windows1251,
    /// GB 18030 and its subset GBK: Chinese.
    Gb18030,
}

impl Encoding {
    /// All encodings, in the order in which a page offers them.
    pub const ALL: [Self; 6] = [
        Self::Utf8,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::Windows1252,
        Self::Windows1251,
        Self::Gb18030,
    ];

    /// A stable code, the name that the encoding standard gives it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252 => "windows-1252",
            Self::Windows1251 => "windows-1251",
            Self::Gb18030 => "gb18030",
        }
    }

    /// The encoding with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|encoding| encoding.code() == code)
    }

    const fn codec(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 => encoding_rs::UTF_8,
            Self::Utf16Le => encoding_rs::UTF_16LE,
            Self::Utf16Be => encoding_rs::UTF_16BE,
            Self::Windows1252 => encoding_rs::WINDOWS_1252,
            Self::Windows1251 => encoding_rs::WINDOWS_1251,
            Self::Gb18030 => encoding_rs::GB18030,
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

const PIECE: usize = 64 * 1024;

/// Reads a file as text, one piece at a time, without its byte order mark.
pub(crate) struct Pieces<R> {
    source: R,
    decoder: Decoder,
    bytes: Vec<u8>,
    start: usize,
    end: usize,
    text: String,
    source_ended: bool,
    state: State,
}

#[derive(Clone, Copy)]
enum State {
    Reading,
    Broken,
    Finished,
}

/// A step of [`Pieces`].
pub(crate) enum Piece<'a> {
    Text(&'a str),
    /// The next bytes mean nothing in this encoding.
    Malformed,
    End,
}

impl<R: Read> Pieces<R> {
    pub(crate) fn new(source: R, encoding: Encoding) -> Self {
        Self {
            source,
            decoder: encoding.codec().new_decoder_with_bom_removal(),
            bytes: vec![0; PIECE],
            start: 0,
            end: 0,
            text: String::with_capacity(2 * PIECE),
            source_ended: false,
            state: State::Reading,
        }
    }

    pub(crate) fn next(&mut self) -> Result<Piece<'_>, ReadError> {
        loop {
            match self.state {
                State::Reading => {}
                State::Broken => return Ok(Piece::Malformed),
                State::Finished => return Ok(Piece::End),
            }
            if self.start == self.end && !self.source_ended {
                self.start = 0;
                self.end = self.source.read(&mut self.bytes)?;
                self.source_ended = self.end == 0;
            }
            let waiting = self.bytes.get(self.start..self.end).unwrap_or_default();
            self.text.clear();
            let (result, used) = self.decoder.decode_to_string_without_replacement(
                waiting,
                &mut self.text,
                self.source_ended,
            );
            self.start += used;
            // What stands before wrong bytes is handed out first, so that the row number is right.
            self.state = match result {
                DecoderResult::Malformed(..) => State::Broken,
                DecoderResult::InputEmpty if self.source_ended => State::Finished,
                DecoderResult::InputEmpty | DecoderResult::OutputFull => State::Reading,
            };
            if !self.text.is_empty() {
                return Ok(Piece::Text(&self.text));
            }
        }
    }
}
