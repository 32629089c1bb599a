//! One pass over a text file: which bytes occur, and hence its encoding.

use std::io::Read;

use crate::{Encoding, Looks, ReadError};

/// What one pass over a file tells.
#[derive(Debug)]
pub(crate) struct Census {
    counts: [u64; 256],
    bytes: u64,
    /// NUL bytes at even and at odd places: one of them marks UTF-16 without a byte order mark.
    nuls: [u64; 2],
    /// Line breaks, and those with a NUL beside them.
    breaks: u64,
    wide_breaks: u64,
    utf8: bool,
    bom: Option<Encoding>,
    /// Letters beyond ASCII beside another such letter, and beside an ASCII letter.
    runs: u64,
    mixed: u64,
    /// Runs of bytes beyond ASCII, those of odd length, and the length of the present one.
    high_runs: u64,
    odd_runs: u64,
    run: u64,
    blank: bool,
}

impl Census {
    /// Reads the whole file, but keeps none of it.
    pub(crate) fn take(mut source: impl Read) -> Result<Self, ReadError> {
        let mut census = Self {
            counts: [0; 256],
            bytes: 0,
            nuls: [0; 2],
            breaks: 0,
            wide_breaks: 0,
            utf8: true,
            bom: None,
            runs: 0,
            mixed: 0,
            high_runs: 0,
            odd_runs: 0,
            run: 0,
            blank: true,
        };
        let mut utf8 = Utf8Check::default();
        let mut buffer = vec![0; 64 * 1024];
        let mut before = 0;
        loop {
            let read = source.read(&mut buffer)?;
            if read == 0 {
                break;
            }
            let piece = buffer.get(..read).unwrap_or_default();
            if census.bytes == 0 {
                census.bom = byte_order_mark(piece);
            }
            before = census.count(piece, before);
            utf8.feed(piece);
        }
        census.utf8 = utf8.valid();
        Ok(census)
    }

    fn count(&mut self, piece: &[u8], mut before: u8) -> u8 {
        for &byte in piece {
            if let Some(count) = self.counts.get_mut(usize::from(byte)) {
                *count += 1;
            }
            if byte == 0 {
                let [even, odd] = &mut self.nuls;
                *(if self.bytes.is_multiple_of(2) {
                    even
                } else {
                    odd
                }) += 1;
            } else if !byte.is_ascii_whitespace() {
                self.blank = false;
            }
            match (is_high_letter(before), is_high_letter(byte)) {
                (true, true) => self.runs += 1,
                (true, false) if byte.is_ascii_alphabetic() => self.mixed += 1,
                (false, true) if before.is_ascii_alphabetic() => self.mixed += 1,
                _ => {}
            }
            let ends_line = |byte| matches!(byte, b'\n' | b'\r');
            self.breaks += u64::from(ends_line(byte));
            self.wide_breaks +=
                u64::from((ends_line(byte) && before == 0) || (ends_line(before) && byte == 0));
            if byte >= 0x80 {
                self.run += 1;
            } else if self.run > 0 {
                self.high_runs += 1;
                self.odd_runs += self.run % 2;
                self.run = 0;
            }
            self.bytes += 1;
            before = byte;
        }
        before
    }

    /// The encoding of the file, or why it is not text.
    pub(crate) fn encoding(&self) -> Result<Encoding, ReadError> {
        if let Some(encoding) = self.bom {
            return Ok(encoding);
        }
        if self.blank {
            return Err(ReadError::Empty);
        }
        if let Some(encoding) = self.utf16() {
            return Ok(encoding);
        }
        if self.binary() {
            return Err(ReadError::NotATable {
                looks: Looks::Binary,
            });
        }
        if self.utf8 {
            return Ok(Encoding::Utf8);
        }
        Ok(self.single_byte())
    }

    fn utf16(&self) -> Option<Encoding> {
        let [even, odd] = self.nuls;
        let pairs = self.bytes / 2;
        // A NUL that strayed into other text stands anywhere; here each line break has one at its side.
        if self.bytes % 2 == 1 || pairs == 0 || self.wide_breaks < self.breaks {
            return None;
        }
        // Line breaks, separators and addresses are ASCII, so in every table some of the high bytes are zero.
        if odd * 20 > pairs && even * 100 < pairs {
            return Some(Encoding::Utf16Le);
        }
        (even * 20 > pairs && odd * 100 < pairs).then_some(Encoding::Utf16Be)
    }

    fn binary(&self) -> bool {
        let control: u64 = (0_u8..32)
            .filter(|byte| !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1a))
            .map(|byte| self.count_of(byte))
            .sum();
        // A single one strayed in, and its row is worth more than "this is not text".
        control > 4 && control * 50 > self.bytes
    }

    /// Cyrillic words are runs of letters beyond ASCII, western words have single ones between ASCII letters.
    /// Chinese in GBK is made of runs, too, but of pairs, and few of its bytes are in the range of the small Cyrillic letters.
    fn single_byte(&self) -> Encoding {
        if self.runs <= self.mixed {
            return Encoding::Windows1252;
        }
        let high: u64 = (0x80..=0xff).map(|byte| self.count_of(byte)).sum();
        let small: u64 = (0xe0..=0xff).map(|byte| self.count_of(byte)).sum();
        let pairs = self.odd_runs * 8 <= self.high_runs;
        if pairs && small * 2 < high {
            Encoding::Gb18030
        } else {
            Encoding::Windows1251
        }
    }

    fn count_of(&self, byte: u8) -> u64 {
        self.counts
            .get(usize::from(byte))
            .copied()
            .unwrap_or_default()
    }
}

fn byte_order_mark(start: &[u8]) -> Option<Encoding> {
    if start.starts_with(&[0xef, 0xbb, 0xbf]) {
        Some(Encoding::Utf8)
    } else if start.starts_with(&[0xff, 0xfe]) {
        Some(Encoding::Utf16Le)
    } else {
        start
            .starts_with(&[0xfe, 0xff])
            .then_some(Encoding::Utf16Be)
    }
}

const fn is_high_letter(byte: u8) -> bool {
    byte >= 0xc0 || is_rare_cyrillic(byte)
}

/// The letters of Ukrainian and the Russian yo that stand outside the block of the alphabet in Windows-1251.
const fn is_rare_cyrillic(byte: u8) -> bool {
    matches!(
        byte,
        0xa5 | 0xb4 | 0xaa | 0xba | 0xaf | 0xbf | 0xb2 | 0xb3 | 0xa8 | 0xb8
    )
}

/// Checks UTF-8 across the borders of pieces.
#[derive(Default)]
struct Utf8Check {
    rest: Vec<u8>,
    wrong: bool,
}

impl Utf8Check {
    fn feed(&mut self, piece: &[u8]) {
        if self.wrong {
            return;
        }
        let mut piece = piece;
        while !self.rest.is_empty() {
            let Some((first, others)) = piece.split_first() else {
                return;
            };
            self.rest.push(*first);
            piece = others;
            match std::str::from_utf8(&self.rest) {
                Ok(_) => self.rest.clear(),
                Err(error) if error.error_len().is_none() && self.rest.len() < 4 => {}
                Err(_) => {
                    self.wrong = true;
                    return;
                }
            }
        }
        if let Err(error) = std::str::from_utf8(piece) {
            self.wrong = error.error_len().is_some();
            self.rest
                .extend_from_slice(piece.get(error.valid_up_to()..).unwrap_or_default());
        }
    }

    fn valid(&self) -> bool {
        !self.wrong && self.rest.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(bytes: &[u8]) -> Result<Encoding, ReadError> {
        Census::take(bytes)?.encoding()
    }

    fn encoded(text: &str, encoding: &'static encoding_rs::Encoding) -> Vec<u8> {
        let (bytes, _, lost) = encoding.encode(text);
        assert!(!lost, "the sample has letters outside its encoding");
        bytes.into_owned()
    }

    #[test]
    fn one_umlaut_is_enough_for_western_text() {
        let bytes = encoded("Vorname;Nachname\nJörg;Weiß\n", encoding_rs::WINDOWS_1252);
        assert_eq!(of(&bytes).unwrap(), Encoding::Windows1252);
    }

    #[test]
    fn one_cyrillic_name_is_enough_for_cyrillic_text() {
        for text in [
            "Name;Mail\nІван;a@b.example\n",
            "Имя;Почта\nАНЯ;a@b.example\n",
            "Їжак;Ґанок;Єва;i\n",
        ] {
            assert_eq!(
                of(&encoded(text, encoding_rs::WINDOWS_1251)).unwrap(),
                Encoding::Windows1251,
                "{text}"
            );
        }
    }

    #[test]
    fn chinese_is_not_taken_for_cyrillic() {
        let bytes = encoded(
            "姓名,邮箱,部门\n王小明,wang@b.example,销售一部\n李雷,li@b.example,市场部\n",
            encoding_rs::GBK,
        );
        assert_eq!(of(&bytes).unwrap(), Encoding::Gb18030);
    }

    #[test]
    fn a_letter_on_the_border_of_two_pieces_stays_utf8() {
        let mut text = vec![b'a'; 64 * 1024 - 1];
        text.extend_from_slice("ї;日本\n".as_bytes());
        assert_eq!(of(&text).unwrap(), Encoding::Utf8);
    }
}
