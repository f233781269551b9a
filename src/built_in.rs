//! The versions of the rulebook that come with the build.
//!
//! It stands outside [`crate::domain`] because `build.rs` compiles the domain to make it. Every version ever published
//! comes with every build, so that an old entry can be worked out again for ever. The texts of two versions are nearly
//! the same, so compressed the second costs little more than what it changes.

use crate::domain::date::Date;
use crate::domain::rulebook::{Damaged, Rulebook};

/// Name, day of publication and figures of each version, oldest first, packed by `build.rs`.
const FIGURES: &[(&str, &str, &str)] = &include!(concat!(env!("OUT_DIR"), "/figures.rs"));

/// Sources, notes and names of each version, in the same order.
const WORDS: &[&str] = &include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// Name of the first version.
const FIRST: &str = "beijing@2026.11";

impl Rulebook {
    /// The names of the built-in versions, oldest first.
    pub fn versions() -> impl DoubleEndedIterator<Item = &'static str> {
        FIGURES.iter().map(|(name, ..)| *name)
    }

    /// The name of the version that new entries of that day are worked out with: the newest that is published by then,
    /// and on days before the first (a clock that is wrong) the first.
    pub fn current_name(today: Date) -> &'static str {
        let published = |day: &str| Date::parse(day).is_some_and(|day| day <= today);
        FIGURES.iter().rfind(|(_, day, _)| published(day)).or(FIGURES.first()).map_or(FIRST, |(name, ..)| name)
    }

    /// A built-in version by its name, as entries keep it; `None` if this build has no such version.
    pub fn built_in(name: &str) -> Option<Result<Self, Damaged>> {
        let place = FIGURES.iter().position(|(known, ..)| *known == name)?;
        let words = WORDS.get(place)?;
        Some(unpacked(name).and_then(|figures| figures.add_words(words)))
    }

    /// The version for new entries of that day.
    pub fn current(today: Date) -> Result<Self, Damaged> {
        Self::built_in(Self::current_name(today)).unwrap_or(Err(Damaged))
    }

    /// The same without its words: all that is needed to work something out.
    pub fn current_figures(today: Date) -> Result<Self, Damaged> {
        unpacked(Self::current_name(today))
    }

    /// The first version, `beijing@2026.11`, whatever the day.
    pub fn beijing() -> Result<Self, Damaged> {
        Self::built_in(FIRST).unwrap_or(Err(Damaged))
    }

    /// The same without its words.
    pub fn beijing_figures() -> Result<Self, Damaged> {
        unpacked(FIRST)
    }
}

fn unpacked(name: &str) -> Result<Rulebook, Damaged> {
    FIGURES.iter().find(|(known, ..)| *known == name).map_or(Err(Damaged), |(.., figures)| Rulebook::unpack(figures))
}
