//! A district's overlay on a rulebook: its own policy, actions, merchants, rewards and texts, as one JSON file per
//! district under `static/rulebooks/districts/`.
//!
//! Grams are the same in every district: an overlay can change only what points come to, and add. History stays as it
//! is: nothing in a file begins before the day on which the district first published its rules, and entries keep the
//! name of the rules that they were worked out with ([`Rulebook::name`]).

mod carried;
mod check;
mod fault;
mod form;
mod history;
mod load;
mod offers;
mod policy;
mod schema;
mod shipped;

pub use carried::without_issuers;
pub use fault::DistrictFault;
pub use shipped::{SHIPPED, shipped};

use super::activity::{Kind, words};
use super::date::Date;
use super::receipt::PublicKey;
use super::rulebook::{Fault, Label, Rulebook};

/// One version of a district's overlay. It is always part of the [`Rulebook`] it was laid over, and its indices are
/// those of that rulebook.
#[derive(Clone, PartialEq, Debug)]
pub struct District {
    /// Id, for instance `xicheng`.
    pub id: String,
    /// Version, for instance `2026.11`.
    pub version: String,
    /// Id of the rulebook it adds to.
    pub base: String,
    /// Title in both languages; the rulebook's title while the overlay lies over it.
    pub title: Label,
    /// Whose rules these are; the rulebook's status while the overlay lies over it.
    pub status: Label,
    /// Day of publication of this version.
    pub published: Date,
    /// Day of publication of the first version: nothing in the file begins earlier.
    pub first_published: Date,
    /// What is different from the version before.
    pub change_note: Label,
    /// Indices in the rulebook's `parameters` of those whose values the district changes.
    pub policy: Vec<usize>,
    /// What the district's plan asks for.
    pub scenes: Vec<Scene>,
    /// Merchants that reward greener acts.
    pub merchants: Vec<Merchant>,
    /// What points can be spent on.
    pub rewards: Vec<Reward>,
    /// Whose signed receipts count as verified.
    pub issuers: Vec<Issuer>,
}

/// Somebody whose signed receipts ([`super::receipt`]) count as verified in the district.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Issuer {
    /// Stable id within the district, as receipts name it. A new key is a new issuer.
    pub id: String,
    /// Name.
    pub label: Label,
    /// Who that is, and what its receipts are based on.
    pub note: Label,
    /// The kinds of activity it may certify; at least one.
    pub kinds: Vec<Kind>,
    /// Its public key for ECDSA with P-256 and SHA-256.
    pub public_key: PublicKey,
    /// First day on which it signs.
    pub valid_from: Date,
    /// Last day on which it signs and its receipts are taken, itself included.
    pub valid_to: Date,
}

/// Something that the district's plan asks for: a mall, a pilot, a kind of place or occasion.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scene {
    /// Stable id within the district.
    pub id: String,
    /// Name.
    pub label: Label,
    /// What the plan says about it.
    pub text: Label,
    /// Index of the plan's clause in the rulebook's `sources`.
    pub source: usize,
}

/// A merchant: a fixed number of points, and no grams, for acts of some kinds that name it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Merchant {
    /// Id, as the `merchant` of activities.
    pub id: String,
    /// Name.
    pub label: Label,
    /// What earns its bonus.
    pub note: Label,
    /// The kinds of activity that earn it; at least one.
    pub kinds: Vec<Kind>,
    /// Index of the parameter with the bonus each time (points/time, whole).
    pub bonus: usize,
    /// Index of the parameter with how often a day it is given (times/d, whole).
    pub daily_most: usize,
    /// Index of the plan's clause that names the merchant in the rulebook's `sources`.
    pub source: usize,
    /// First day.
    pub from: Date,
    /// Last day, itself included.
    pub until: Option<Date>,
}

words! {
    /// What points turn into.
    RewardKind {
        /// A voucher that the resident uses.
        Voucher = "voucher",
        /// A gift to a good cause; nothing comes back.
        Donation = "donation",
    }
}

/// Something that points can be spent on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reward {
    /// Stable id within the district.
    pub id: String,
    /// Name.
    pub label: Label,
    /// What it is good for, and what not.
    pub terms: Label,
    /// Voucher or donation.
    pub kind: RewardKind,
    /// Index of the parameter with what one costs (points, whole).
    pub cost: usize,
    /// Id of the merchant where a voucher is used, if it is only one; always one of the district's `merchants`.
    pub merchant: Option<String>,
    /// Index of the parameter with the days on which a voucher can be used (d, whole); `None` for no end.
    pub valid_days: Option<usize>,
    /// Index of the plan's clause that it follows in the rulebook's `sources`.
    pub source: usize,
    /// First day it is offered.
    pub from: Date,
    /// Last day it is offered, itself included.
    pub until: Option<Date>,
}

impl District {
    /// The merchant with that id.
    pub fn merchant(&self, id: &str) -> Option<&Merchant> {
        self.merchants.iter().find(|merchant| merchant.id == id)
    }

    /// Whether a rulebook of that name, as entries keep it, is one with this district, whatever the versions.
    pub fn is_of(&self, rulebook: &str) -> bool {
        rulebook.split_once('+').and_then(|(_, named)| named.split_once('@')).is_some_and(|(id, _)| id == self.id)
    }

    /// The issuer with that id.
    pub fn issuer(&self, id: &str) -> Option<&Issuer> {
        self.issuers.iter().find(|issuer| issuer.id == id)
    }

    /// The reward with that id.
    pub fn reward(&self, id: &str) -> Option<&Reward> {
        self.rewards.iter().find(|reward| reward.id == id)
    }
}

impl Merchant {
    /// Whether an act of that kind on that day earns the bonus, the daily limit aside.
    pub fn rewards(&self, kind: Kind, date: Date) -> bool {
        self.kinds.contains(&kind) && within(self.from, self.until, date)
    }
}

impl Reward {
    /// Whether it can be had on that day.
    pub fn offered(&self, date: Date) -> bool {
        within(self.from, self.until, date)
    }
}

fn within(from: Date, until: Option<Date>, date: Date) -> bool {
    from <= date && until.is_none_or(|until| date <= until)
}

impl Rulebook {
    /// These rules with a district's overlay, as the text of its file, laid over them; on failure every fault that
    /// could be found, at least one.
    ///
    /// The rulebook must have its words (sources, notes and names) and no district yet. Whatever the overlay refers to
    /// keeps its place: indices in `methods`, `parameters`, `actions` and `sources` that were good before are good after.
    pub fn with_district(&self, text: &str) -> Result<Self, Vec<Fault>> {
        load::apply(self, text)
    }
}
