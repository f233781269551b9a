//! What a source is called.

use super::Language;
use crate::domain::rulebook::Source;

/// A source in a language: its title, who issued it, and where in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Named<'s> {
    /// Title; in the original language, unless it is our own.
    pub title: &'s str,
    /// Who issued it.
    pub issuer: &'s str,
    /// Clause, table or page.
    pub clause: &'s str,
}

/// Who issued what these rulebooks set themselves, and how its title begins.
const OWN_ISSUER: &str = "碳惠账本（本规则）";
const OWN_TITLE: &str = "碳惠账本";

/// A source as it names itself; what we set ourselves has no original language and is named in each.
pub fn named(source: &Source, language: Language) -> Named<'_> {
    if source.issuer == OWN_ISSUER && source.title.starts_with(OWN_TITLE) && language == Language::En {
        return Named {
            title: "Carbon Points example rules",
            issuer: "Carbon Points (this rulebook)",
            clause: "parameters set by this rulebook",
        };
    }
    Named { title: &source.title, issuer: &source.issuer, clause: &source.clause }
}
