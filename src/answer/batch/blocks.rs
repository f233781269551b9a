//! Blocks of whole lines from a stream.

use std::io::{self, ErrorKind, Read};

/// Bytes asked for at a time.
const READ: usize = 256 * 1024;
/// What a line may have beyond the limit and still fit: a mark at the beginning, a carriage return, and one more byte, by
/// which it is seen to be too long.
const BEYOND: usize = 5;

/// Some lines, each with its end; only the last of the input may have none.
pub(super) struct Block {
    /// The number of its first line.
    pub(super) first: u64,
    pub(super) bytes: Vec<u8>,
}

/// Reads block after block. Of a line that is too long to be answered no more is kept than shows that it is.
pub(super) struct Blocks<R> {
    input: R,
    /// Bytes of a line that are worth keeping.
    most: usize,
    /// The beginning of a line whose end was not read yet.
    begun: Vec<u8>,
    next: u64,
}

impl<R: Read> Blocks<R> {
    /// Blocks of lines that may have `limit` bytes each.
    pub(super) fn new(input: R, limit: usize) -> Self {
        Self { input, most: limit + BEYOND, begun: Vec::new(), next: 1 }
    }

    /// The next block: what can be had without waiting, at least one line. `None` at the end of the input.
    pub(super) fn next(&mut self) -> io::Result<Option<Block>> {
        let mut bytes = std::mem::take(&mut self.begun);
        loop {
            let before = bytes.len();
            bytes.resize(before + READ, 0);
            let read = self.fill(bytes.get_mut(before..).unwrap_or_default())?;
            bytes.truncate(before + read);
            let fresh = bytes.get(before..).unwrap_or_default();
            if let Some(end) = fresh.iter().rposition(|byte| *byte == b'\n') {
                self.begun = bytes.split_off(before + end + 1);
                if before > self.most {
                    // Its end is somewhere in what was read now; the bytes up to there are not worth keeping.
                    let over = bytes.iter().skip(before).take_while(|byte| **byte != b'\n').count();
                    bytes.drain(before..before + over);
                }
                return Ok(Some(self.block(bytes)));
            }
            if read == 0 {
                return Ok((!bytes.is_empty()).then(|| self.block(bytes)));
            }
            if bytes.len() > self.most {
                bytes.truncate(self.most + 1);
            }
        }
    }

    fn fill(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            match self.input.read(buffer) {
                Err(fault) if fault.kind() == ErrorKind::Interrupted => {}
                read => return read,
            }
        }
    }

    fn block(&mut self, bytes: Vec<u8>) -> Block {
        let first = self.next;
        self.next += line_ends(&bytes);
        Block { first, bytes }
    }
}

/// How many lines end in it. Few enough at a time to be counted in a byte, so that many are counted at once.
fn line_ends(bytes: &[u8]) -> u64 {
    let few = |part: &[u8]| part.iter().map(|byte| u8::from(*byte == b'\n')).sum::<u8>();
    bytes.chunks(u8::MAX.into()).map(|part| u64::from(few(part))).sum()
}
