//! What whoever put up the screen set in the page's address, before its `#`.

use std::ops::RangeInclusive;

/// The settings. What was set wrongly is what it would be without.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Operator {
    /// The id of the merchant where the screen stands.
    pub merchant: Option<String>,
    /// Seconds without a touch until it is asked whether anybody is there.
    pub idle: u32,
    /// Seconds that question stands before the session is over.
    pub countdown: u32,
    /// The address that a phone opens, up to the entries.
    pub handover: String,
    /// What was set wrongly.
    pub misset: Vec<Misset>,
}

/// A setting that cannot be used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Misset {
    /// A number of seconds is none, or too small or too large.
    Seconds {
        /// The setting.
        name: &'static str,
        /// What was given.
        given: String,
        /// The least and the most that can be.
        least: u32,
        /// The most.
        most: u32,
        /// What is used instead.
        used: u32,
    },
    /// The address to hand over to is too long, or not one of the page's own scheme.
    Handover {
        /// What was given.
        given: String,
        /// The scheme it would have, such as `https:`.
        scheme: String,
    },
}

const IDLE: (RangeInclusive<u32>, u32) = (20..=600, 60);
const COUNTDOWN: (RangeInclusive<u32>, u32) = (10..=60, 20);

/// The longest address that leaves room for a day's entries in a code.
const MOST_ADDRESS: usize = 160;

impl Operator {
    /// Reads the settings. `here` is the address of the page up to its `?`, with its scheme.
    pub fn read(here: &str, asked: impl Fn(&str) -> Option<String>) -> Self {
        let mut misset = Vec::new();
        let mut seconds = |name: &'static str, (range, usual): (RangeInclusive<u32>, u32)| {
            let Some(given) = asked(name) else { return usual };
            match given.parse() {
                Ok(seconds) if range.contains(&seconds) => seconds,
                _ => {
                    let (least, most) = range.into_inner();
                    misset.push(Misset::Seconds { name, given: shortened(&given), least, most, used: usual });
                    usual
                }
            }
        };
        let (idle, countdown) = (seconds("idle", IDLE), seconds("countdown", COUNTDOWN));
        let scheme = here.split_inclusive(':').next().unwrap_or_default();
        let other = asked("handover").and_then(|given| {
            let given = given.split('#').next().unwrap_or_default().to_owned();
            let rest = given.strip_prefix(scheme).and_then(|rest| rest.strip_prefix("//"));
            let plain = given.len() <= MOST_ADDRESS && given.chars().all(|letter| letter.is_ascii_graphic());
            if plain && rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/')) {
                return Some(given);
            }
            misset.push(Misset::Handover { given: shortened(&given), scheme: scheme.to_owned() });
            None
        });
        let district = asked("district").map(|district| format!("?district={district}"));
        let own = || home(here, district.as_deref().unwrap_or_default());
        Self { merchant: asked("merchant"), idle, countdown, handover: other.unwrap_or_else(own), misset }
    }

    /// The address of a screen of the page that a phone opens, such as `#/check/…`.
    pub fn elsewhere(&self, hash: &str) -> String {
        format!("{}{hash}", self.handover)
    }

    /// The address of a packed text.
    pub fn link(&self, packed: &str) -> String {
        format!("{}#/take/{packed}", self.handover)
    }
}

/// The page's own address without what makes it a public screen; `index.html` is what a folder shows anyway.
pub fn home(here: &str, district: &str) -> String {
    let folder = here.strip_suffix("index.html").unwrap_or(here);
    let plain: String = district.chars().filter(|letter| letter.is_ascii_graphic() && *letter != '#').collect();
    format!("{folder}{plain}")
}

fn shortened(given: &str) -> String {
    crate::domain::json::shortened(given)
}
