//! Reading JSON, strictly by RFC 8259: no comments, no trailing commas, no lone surrogates, no control characters in
//! strings, nothing after the value.

use super::{Json, NotJson};

/// Objects and lists inside one another must be fewer than these.
const DEPTH: u8 = 128;

/// Where reading has come to. Whatever cannot be read is `None`, and `at` then stands on the byte that is wrong.
struct Reader<'t> {
    text: &'t str,
    at: usize,
    depth: u8,
}

/// Reads one value and nothing else.
pub(super) fn read<'t, T: From<&'t str> + From<String>>(text: &'t str) -> Result<Json<T>, NotJson> {
    let mut reader = Reader { text, at: 0, depth: DEPTH };
    match reader.value() {
        Some(json) if reader.next() == 0 && reader.at == text.len() => Ok(json),
        _ => Err(reader.fault()),
    }
}

/// Whether a text is a JSON number.
pub(super) fn is_number(text: &str) -> bool {
    let mut reader = Reader { text, at: 0, depth: DEPTH };
    reader.number().is_some() && reader.at == text.len()
}

impl<'t> Reader<'t> {
    /// The byte under way; zero at the end of the text. A zero in the text is as wrong everywhere as the end is.
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    /// The byte under way, past white space.
    fn next(&mut self) -> u8 {
        while matches!(self.peek(), b' ' | b'\n' | b'\t' | b'\r') {
            self.at += 1;
        }
        self.peek()
    }

    fn literal(&mut self, text: &str) -> Option<()> {
        for byte in text.bytes() {
            if self.peek() != byte {
                return None;
            }
            self.at += 1;
        }
        Some(())
    }

    fn value<T: From<&'t str> + From<String>>(&mut self) -> Option<Json<T>> {
        match self.next() {
            b'n' => self.literal("null").map(|()| Json::Null),
            b't' => self.literal("true").map(|()| Json::Bool(true)),
            b'f' => self.literal("false").map(|()| Json::Bool(false)),
            b'"' => self.string().map(Json::Text),
            b'[' => self.list(),
            b'{' => self.object(),
            _ => self.number().map(|number| Json::Number(number.into())),
        }
    }

    fn list<T: From<&'t str> + From<String>>(&mut self) -> Option<Json<T>> {
        let mut items = Vec::new();
        self.enter()?;
        if self.next() != b']' {
            loop {
                items.push(self.value()?);
                if self.next() != b',' {
                    break;
                }
                self.at += 1;
            }
        }
        self.leave("]")?;
        Some(Json::List(items))
    }

    fn object<T: From<&'t str> + From<String>>(&mut self) -> Option<Json<T>> {
        let mut members = Vec::new();
        self.enter()?;
        if self.next() != b'}' {
            loop {
                self.next();
                let name = self.string()?;
                self.next();
                self.literal(":")?;
                members.push((name, self.value()?));
                if self.next() != b',' {
                    break;
                }
                self.at += 1;
            }
        }
        self.leave("}")?;
        Some(Json::Object(members))
    }

    fn enter(&mut self) -> Option<()> {
        self.depth = self.depth.checked_sub(1).filter(|left| *left > 0)?;
        self.at += 1;
        Some(())
    }

    fn leave(&mut self, end: &str) -> Option<()> {
        self.depth += 1;
        self.literal(end)
    }

    fn number(&mut self) -> Option<&'t str> {
        let start = self.at;
        if self.peek() == b'-' {
            self.at += 1;
        }
        if self.peek() == b'0' {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == b'.' {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.peek(), b'e' | b'E') {
            self.at += 1;
            if matches!(self.peek(), b'+' | b'-') {
                self.at += 1;
            }
            self.digits()?;
        }
        self.text.get(start..self.at)
    }

    /// One digit or more.
    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while self.peek().is_ascii_digit() {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    fn string<T: From<&'t str> + From<String>>(&mut self) -> Option<T> {
        self.literal("\"")?;
        let plain = self.plain()?;
        if self.peek() == b'"' {
            self.at += 1;
            return Some(plain.into());
        }
        let mut text = plain.to_owned();
        while self.peek() != b'"' {
            self.literal("\\")?;
            text.push(self.escaped()?);
            text.push_str(self.plain()?);
        }
        self.at += 1;
        Some(text.into())
    }

    /// What stands as it is, up to a quotation mark, a backslash or what must not stand in a string.
    fn plain(&mut self) -> Option<&'t str> {
        let start = self.at;
        while !matches!(self.peek(), b'"' | b'\\' | 0..0x20) {
            self.at += 1;
        }
        self.text.get(start..self.at)
    }

    /// The character behind a backslash.
    fn escaped(&mut self) -> Option<char> {
        let character = match self.peek() {
            mark @ (b'"' | b'\\' | b'/') => char::from(mark),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                self.at += 1;
                return self.unicode();
            }
            _ => return None,
        };
        self.at += 1;
        Some(character)
    }

    /// One code unit in four hexadecimal digits, or two of them that make a character together.
    fn unicode(&mut self) -> Option<char> {
        let first = self.unit()?;
        let mut code = first;
        if matches!(first, 0xD800..0xDC00) {
            self.literal("\\u")?;
            let second = self.unit()?;
            if matches!(second, 0xDC00..0xE000) {
                code = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
            }
        }
        let character = char::from_u32(code);
        if character.is_none() {
            self.at -= 1;
        }
        character
    }

    fn unit(&mut self) -> Option<u32> {
        let Some(digits) = self.text.as_bytes().get(self.at..self.at + 4) else {
            self.at = self.text.len();
            return None;
        };
        self.at += 3;
        let unit = digits.iter().try_fold(0, |unit, digit| Some(unit << 4 | char::from(*digit).to_digit(16)?))?;
        self.at += 1;
        Some(unit)
    }

    fn fault(&self) -> NotJson {
        let end = self.text.len().min(self.at + 1);
        let (mut line, mut column) = (1, 0);
        for byte in self.text.bytes().take(end) {
            column += 1;
            if byte == b'\n' {
                (line, column) = (line + 1, 0);
            }
        }
        NotJson { line, column: column.max(1), truncated: self.at >= self.text.len() }
    }
}
