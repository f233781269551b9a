//! What is wrong with the overlay of a district beyond what can be wrong with any rulebook file: their codes, and their
//! words in English. The Chinese words are in [`crate::i18n::fault`].

use std::fmt;

use crate::domain::date::Date;
use crate::domain::rulebook::Grade;

/// What only an overlay can have wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DistrictFault {
    /// An overlay for another rulebook.
    WrongBase {
        /// The rulebook the overlay names.
        given: String,
        /// The rulebook it was to be laid over.
        base: String,
    },
    /// A part of the base rulebook that no district has a say in.
    BaseOnly,
    /// An id that the base rulebook gives to something already.
    InBase {
        /// The id.
        id: String,
    },
    /// A change of a number that is not policy.
    NotPolicy {
        /// The grade of the base rulebook's value.
        grade: Grade,
    },
    /// A change of a number that grams are worked out with: they are the same in every district.
    EntersGrams,
    /// Grams that nobody published: what an act saves is no matter of policy.
    PolicyGrams,
    /// Something that would begin before the district published its rules.
    BeforePublished {
        /// Its first day.
        given: Date,
        /// The first day it may have.
        published: Date,
    },
    /// Something else on a past day than what the version before says.
    Rewritten {
        /// The first such day.
        on: Date,
        /// Publication of this version: from this day on anything may change.
        published: Date,
    },
    /// A first publication after this one.
    PublishedLater {
        /// The first publication.
        given: Date,
        /// This publication.
        published: Date,
    },
    /// Something that ends before it begins.
    EndsEarlier {
        /// Its last day.
        given: Date,
        /// Its first day.
        from: Date,
    },
    /// A public key that is none, written out.
    NotAKey,
    /// A public key that another issuer has.
    SharedKey {
        /// The other one's id.
        with: String,
    },
    /// Donations give nothing that could be used later or somewhere.
    NotForDonations,
}

impl DistrictFault {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::WrongBase { .. } => "wrong_base",
            Self::BaseOnly => "base_only",
            Self::InBase { .. } => "in_base",
            Self::NotPolicy { .. } => "not_policy",
            Self::EntersGrams => "enters_grams",
            Self::PolicyGrams => "policy_grams",
            Self::BeforePublished { .. } => "before_published",
            Self::Rewritten { .. } => "rewritten",
            Self::PublishedLater { .. } => "published_later",
            Self::EndsEarlier { .. } => "ends_earlier",
            Self::NotAKey => "not_a_key",
            Self::SharedKey { .. } => "shared_key",
            Self::NotForDonations => "not_for_donations",
        }
    }
}

impl fmt::Display for DistrictFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WrongBase { given, base } => {
                write!(out, "these are rules for “{given}”; they cannot be laid over {base}")
            }
            Self::BaseOnly => out.write_str(
                "methods, formulas and products belong to the base rulebook; a district can change policy, and add \
                 actions, merchants, rewards and texts",
            ),
            Self::InBase { id } => {
                write!(out, "“{id}” is the base rulebook's and cannot be written over; add it under an id of your own")
            }
            Self::NotPolicy { grade } => write!(
                out,
                "this number is not policy (its grade is “{}”), so no district can change it",
                grade.as_str()
            ),
            Self::EntersGrams => out.write_str(
                "grams are worked out with this number, and they are the same in every district; a district can change \
                 what points, caps and levels come to",
            ),
            Self::PolicyGrams => out.write_str(
                "grams are no matter of policy; cite where this number is published, or give the action an award instead",
            ),
            Self::BeforePublished { given, published } => write!(
                out,
                "begins on {given}, before the district's rules were published; it can begin on {published} or later"
            ),
            Self::Rewritten { on, published } => write!(
                out,
                "says something else about {on} than the version before; what is past stays as it was, and may change \
                 from {published} on"
            ),
            Self::PublishedLater { given, published } => {
                write!(out, "{given} is after the publication of this version, {published}")
            }
            Self::EndsEarlier { given, from } => write!(out, "ends on {given}, before it begins on {from}"),
            Self::NotAKey => out.write_str(
                "this is no public key; it should be a point of P-256, uncompressed: 04 and then 128 small hexadecimal \
                 digits, as `assess --keygen` prints it",
            ),
            Self::SharedKey { with } => write!(out, "“{with}” has the same key; every issuer needs one of its own"),
            Self::NotForDonations => {
                out.write_str("a donation gives no voucher; it has neither a merchant nor days to be used in")
            }
        }
    }
}
