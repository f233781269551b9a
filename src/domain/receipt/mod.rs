//! Receipts: an activity that an issuer (a merchant, a kiosk, who sends the bills) has signed, so that it counts as
//! verified without a server.
//!
//! ## What is signed
//!
//! UTF-8: `carbon-points receipt 1`, a line feed, and this JSON in this order, written as the
//! [canonical form](super::chain) of an entry is; `district` and `until` are left out where there are none:
//!
//! ```text
//! {"issuer":"…","district":"…","at":…,"until":"2026-12-31","nonce":"…","activity":{"kind":"…",…,"evidence":"verified",…}}
//! ```
//!
//! `at` is the moment of issue in milliseconds since 1970-01-01T00:00Z, `until` the last day on which the receipt can be
//! taken, `nonce` a text that no other receipt of the issuer has. The signature is ECDSA with P-256 and SHA-256 as
//! `WebCrypto` makes and takes it: r and s, 32 bytes each, one after the other. The issuer's public key stands in the
//! district's rules ([`super::district::Issuer`]), with the days on which it holds.
//!
//! A receipt goes over as a short text ([`Receipt::pack`]) in the frame of [`super::handover`], in a link or a QR code.
//! The entry made of it keeps that text, so that everything can be checked again later.
//!
//! ## How it is judged
//!
//! In this order, and each refusal is its own ([`Refusal`]): it can be read ([`Receipt::parse`]); it is for this district,
//! and the issuer is one of it ([`issuer_of`]); then, by [`judge`], the signature, which the caller has checked, because in
//! a page only the browser can and only asynchronously; what the issuer may certify; the days; that it was not used
//! before; and that its activity is a valid one.
//!
//! ## What it shows, and what not
//!
//! That whoever holds the issuer's private key said so, of nobody in particular. It is not bound to a person: who has the
//! text first, has it. That it was never used can be seen on one device and in what is brought together on it, never
//! across devices: without a server there is no protection against taking the same receipt on two phones, except that
//! whoever brings the two exports together sees it. The moments are the issuer's and the device's own clocks.

mod judge;
mod key;
mod pack;
mod refusal;
mod used;

pub use judge::{Proof, Signed, Taking, issuer_of, judge, kept, proof};
pub use key::PublicKey;
pub use pack::MOST_CHARACTERS;
pub use refusal::Refusal;
pub use used::Used;

use super::activity::{Activity, Evidence};
use super::date::Date;
use super::json::Json;

/// What is signed begins with this.
const START: &str = "carbon-points receipt 1";

/// Bytes of a signature.
pub const SIGNATURE: usize = 64;

/// What an issuer says, before it is signed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Statement {
    /// The issuer's id in the district's rules.
    pub issuer: String,
    /// The district it is for; `None` if it is for every district that knows the issuer.
    pub district: Option<String>,
    /// When it was issued, milliseconds since 1970-01-01T00:00Z.
    pub at: i64,
    /// Last day on which it can be taken.
    pub until: Option<Date>,
    /// A text that no other receipt of the issuer has.
    pub nonce: String,
    /// What was done, as JSON in the order of the contract, with `"evidence":"verified"`.
    pub activity: Json,
}

/// A statement and its signature, which may be anybody's until it is checked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Receipt {
    /// What the issuer says.
    pub statement: Statement,
    /// r and s.
    pub signature: [u8; SIGNATURE],
}

impl Statement {
    /// The activity as a receipt carries it: verified, without an id and a note, which are the resident's.
    pub fn about(activity: &Activity) -> Json {
        let certified = Activity { evidence: Evidence::Verified, id: None, note: None, ..activity.clone() };
        certified.to_json()
    }

    /// The bytes that are signed.
    pub fn bytes(&self) -> Vec<u8> {
        let text = |text: &str| Json::Text(text.to_owned());
        let mut members = vec![("issuer".to_owned(), text(&self.issuer))];
        members.extend(self.district.as_ref().map(|district| ("district".to_owned(), text(district))));
        members.push(("at".to_owned(), Json::Number(self.at.to_string())));
        members.extend(self.until.map(|until| ("until".to_owned(), text(&until.to_string()))));
        members.push(("nonce".to_owned(), text(&self.nonce)));
        members.push(("activity".to_owned(), self.activity.clone()));
        format!("{START}\n{}", Json::Object(members)).into_bytes()
    }

    /// What no other receipt has: the issuer and the nonce.
    pub fn key(&self) -> String {
        format!("{}/{}", self.issuer, self.nonce)
    }
}
