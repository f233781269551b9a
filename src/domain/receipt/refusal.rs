//! Why a receipt is not taken. No prose; the sentences are in [`crate::i18n::receipt`].

use crate::domain::activity::Kind;
use crate::domain::date::Date;
use crate::domain::handover::Fault;
use crate::domain::reason::Reason;

/// Why a receipt is not taken. Nothing of it is recorded.
#[derive(Clone, PartialEq, Debug)]
pub enum Refusal {
    /// The text cannot be read: it was cut, mistyped, or is of a newer version.
    Damaged(Fault),
    /// It is for another district.
    WrongDistrict {
        /// The district it is for.
        given: String,
        /// The district whose rules are in use; `None` if none are.
        here: Option<String>,
    },
    /// The rules in use do not know who signed it.
    UnknownIssuer {
        /// The id it names.
        issuer: String,
    },
    /// The signature is not the issuer's over what it says: it was altered, or is somebody else's.
    Forged {
        /// The issuer it names.
        issuer: String,
    },
    /// The issuer may not certify such an activity.
    NotItsKind {
        /// The issuer.
        issuer: String,
        /// What it says was done.
        kind: Kind,
    },
    /// It says that it was issued on a day on which its issuer's key does not count.
    NotInKeyTime {
        /// The issuer.
        issuer: String,
        /// The day it was issued.
        given: Date,
        /// First and last day of the key.
        days: [Date; 2],
    },
    /// It says that it was issued after this moment.
    NotYetValid {
        /// The day it is here.
        given: Date,
        /// The day it was issued.
        from: Date,
    },
    /// Its own last day, or the issuer's, is over.
    Expired {
        /// The day it is here, or that of the issuer, whose clock may be ahead.
        given: Date,
        /// The last day on which it would have done.
        until: Date,
    },
    /// It was taken before.
    Replayed {
        /// The id of the entry that was made of it.
        entry: String,
    },
    /// Whoever signed it, its activity is not a valid one.
    NotAnActivity(Vec<Reason>),
    /// The entry that keeps it says something else than it does.
    OtherFacts,
}

impl Refusal {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Damaged(_) => "receipt_damaged",
            Self::WrongDistrict { .. } => "receipt_wrong_district",
            Self::UnknownIssuer { .. } => "receipt_unknown_issuer",
            Self::Forged { .. } => "receipt_forged",
            Self::NotItsKind { .. } => "receipt_not_its_kind",
            Self::NotInKeyTime { .. } => "receipt_not_in_key_time",
            Self::NotYetValid { .. } => "receipt_not_yet_valid",
            Self::Expired { .. } => "receipt_expired",
            Self::Replayed { .. } => "receipt_replayed",
            Self::NotAnActivity(_) => "receipt_not_an_activity",
            Self::OtherFacts => "receipt_other_facts",
        }
    }
}
