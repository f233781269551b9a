//! Lines of any length from a stream, without ever holding more of one than an activity can need.

use std::borrow::Cow;
use std::io::{self, BufRead};

use crate::domain::intake::{not_json, too_long};
use crate::domain::json::Json;
use crate::domain::reason::{Reason, ReasonCode};

/// One line, without its end.
#[derive(PartialEq, Eq, Debug)]
pub(crate) enum Line<'a> {
    /// The line as text.
    Text(&'a str),
    /// Longer than the limit; the rest of it was passed over.
    TooLong,
    /// Bytes that are no text.
    Unreadable,
}

impl<'a> Line<'a> {
    /// A line of these bytes, the first of its file or not. A mark at the very beginning and a carriage return at an end
    /// are not part of it.
    pub(crate) fn of(bytes: &'a [u8], first: bool, limit: usize) -> Self {
        let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).filter(|_| first).unwrap_or(bytes);
        let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
        if bytes.len() > limit {
            return Self::TooLong;
        }
        std::str::from_utf8(bytes).map_or(Self::Unreadable, Self::Text)
    }

    /// What is on it, or why that cannot be read.
    pub(crate) fn json(&self) -> Result<Json<Cow<'a, str>>, Reason> {
        match self {
            Self::Text(text) => Json::borrowed(text).map_err(|fault| not_json(&fault)),
            Self::TooLong => Err(too_long()),
            Self::Unreadable => Err(Reason::at(ReasonCode::NotJson, "")),
        }
    }

    /// Whether there is nothing on it to be answered.
    pub(crate) fn is_blank(&self) -> bool {
        matches!(self, Self::Text(text) if text.trim().is_empty())
    }
}

/// Reads line after line into one buffer.
pub(crate) struct Lines<R> {
    input: R,
    limit: usize,
    buffer: Vec<u8>,
    first: bool,
}

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

impl<R: BufRead> Lines<R> {
    /// Lines of at most `limit` bytes, their end not counted.
    pub(crate) fn new(input: R, limit: usize) -> Self {
        Self { input, limit, buffer: Vec::new(), first: true }
    }

    /// The next line, or `None` at the end.
    pub(crate) fn next(&mut self) -> io::Result<Option<Line<'_>>> {
        let Some(fits) = self.fill()? else { return Ok(None) };
        let first = std::mem::take(&mut self.first);
        if !fits {
            return Ok(Some(Line::TooLong));
        }
        Ok(Some(Line::of(&self.buffer, first, self.limit)))
    }

    /// Whether the next line has to be waited for.
    pub(crate) fn must_wait(&self, buffered: impl Fn(&R) -> &[u8]) -> bool {
        !buffered(&self.input).contains(&b'\n')
    }

    /// Reads to the end of the line; says whether it fits. `None` at the end of the input.
    fn fill(&mut self) -> io::Result<Option<bool>> {
        self.buffer.clear();
        let (mut fits, mut any) = (true, false);
        loop {
            let chunk = match self.input.fill_buf() {
                Ok(chunk) => chunk,
                Err(fault) if fault.kind() == io::ErrorKind::Interrupted => continue,
                Err(fault) => return Err(fault),
            };
            if chunk.is_empty() {
                return Ok(any.then_some(fits));
            }
            any = true;
            let end = chunk.iter().position(|byte| *byte == b'\n');
            let part = end.and_then(|end| chunk.get(..end)).unwrap_or(chunk);
            // A little more than the limit, for the mark and the carriage return.
            if self.buffer.len() + part.len() > self.limit + BYTE_ORDER_MARK.len() + 1 {
                fits = false;
            } else if fits {
                self.buffer.extend_from_slice(part);
            }
            let used = part.len() + usize::from(end.is_some());
            self.input.consume(used);
            if end.is_some() {
                return Ok(Some(fits));
            }
        }
    }
}
