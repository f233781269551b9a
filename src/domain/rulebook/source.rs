//! Where a number is published.

use crate::domain::date::Date;
use crate::domain::rulebook::Label;

/// A citation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// Stable id within the rulebook.
    pub id: String,
    /// Title in the original language.
    pub title: String,
    /// Who issued it.
    pub issuer: String,
    /// Document number, if it has one.
    pub number: Option<String>,
    /// Clause, table or page.
    pub clause: String,
    /// Address of the issuer's or publisher's own page; never a mirror.
    pub link: Option<String>,
    /// Day of issue, if known.
    pub issued: Option<Date>,
    /// Day it came into force, if known.
    pub in_force: Option<Date>,
    /// Day it was last looked at.
    pub consulted: Date,
    /// What a reader should know about it (how it was seen, what disagrees).
    pub note: Option<Label>,
}
