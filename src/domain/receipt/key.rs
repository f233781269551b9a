//! A public key as the district's rules have it.

use std::fmt;

use crate::domain::chain::{bytes_of, hexadecimal};
use crate::domain::handover::frame;
use crate::domain::json::Json;

/// Bytes of a point that is written out: 4, then both coordinates.
const BYTES: usize = 65;

/// What an uncompressed point begins with.
const UNCOMPRESSED: u8 = 4;

/// A point of P-256, uncompressed, as `WebCrypto` takes it under the name `raw`.
///
/// That it lies on the curve is for whoever uses it to find out: `assess --check` and every browser do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PublicKey([u8; BYTES]);

impl PublicKey {
    /// From `04` and 128 small hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; BYTES];
        (bytes_of(text, &mut bytes) && bytes.first() == Some(&UNCOMPRESSED)).then_some(Self(bytes))
    }

    /// From the bytes; `None` if they are no uncompressed point.
    pub fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let bytes: [u8; BYTES] = bytes.try_into().ok()?;
        (bytes.first() == Some(&UNCOMPRESSED)).then_some(Self(bytes))
    }

    /// As a JSON Web Key (RFC 7517).
    pub fn jwk(&self) -> Json {
        let (x, y) = self.0.get(1..).unwrap_or_default().split_at(32);
        let text = |text: &str| Json::Text(text.to_owned());
        Json::object([
            ("kty", text("EC")),
            ("crv", text("P-256")),
            ("x", Json::Text(frame::spelled(x))),
            ("y", Json::Text(frame::spelled(y))),
        ])
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8; BYTES] {
        &self.0
    }
}

/// `04` and 128 small hexadecimal digits.
impl fmt::Display for PublicKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&hexadecimal(&self.0))
    }
}
