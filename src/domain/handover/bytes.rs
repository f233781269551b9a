//! Numbers and texts as bytes, written and read back.

/// Bytes under construction.
#[derive(Default)]
pub(in crate::domain) struct Bytes(Vec<u8>);

impl Bytes {
    pub(in crate::domain) fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    /// A whole number, seven bits a byte, the lowest first.
    pub(in crate::domain) fn whole(&mut self, mut number: u64) {
        loop {
            let [low, ..] = number.to_le_bytes();
            number >>= 7;
            if number == 0 {
                return self.byte(low & 0x7F);
            }
            self.byte(low | 0x80);
        }
    }

    /// A number that may be below zero: small ones of either sign are short.
    pub(in crate::domain) fn signed(&mut self, number: i64) {
        self.whole(((number << 1) ^ (number >> 63)).cast_unsigned());
    }

    pub(in crate::domain) fn text(&mut self, text: &str) {
        self.whole(u64::try_from(text.len()).unwrap_or(u64::MAX));
        self.all(text.as_bytes());
    }

    pub(in crate::domain) fn all(&mut self, bytes: &[u8]) {
        self.0.extend(bytes);
    }

    pub(in crate::domain) fn finish(self) -> Vec<u8> {
        self.0
    }
}

/// Bytes being read. Every answer is `None` where they end too early or are not what was asked for.
pub(in crate::domain) struct Reader<'b>(&'b [u8]);

impl<'b> Reader<'b> {
    pub(in crate::domain) fn new(bytes: &'b [u8]) -> Self {
        Self(bytes)
    }

    /// What was not read yet.
    pub(in crate::domain) fn rest(&self) -> &'b [u8] {
        self.0
    }

    pub(in crate::domain) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    pub(in crate::domain) fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    pub(in crate::domain) fn whole(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7F);
            let shifted = bits << shift;
            if shifted >> shift != bits {
                return None;
            }
            number |= shifted;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    pub(in crate::domain) fn signed(&mut self) -> Option<i64> {
        let number = self.whole()?;
        Some((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }

    /// A count or a place, as far as memory goes.
    pub(in crate::domain) fn count(&mut self) -> Option<usize> {
        self.whole()?.try_into().ok()
    }

    pub(in crate::domain) fn text(&mut self) -> Option<String> {
        let length = self.count()?;
        String::from_utf8(self.take(length)?.to_vec()).ok()
    }
}
