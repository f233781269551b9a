//! The screens of the page and their addresses after the `#`. Pure: both [`crate`]'s views and its state use it.

use std::fmt;

use crate::domain::activity::Kind;

/// A screen.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub enum View {
    /// Totals, today and the next step.
    #[default]
    Home,
    /// What to record.
    Choose,
    /// The form of one kind.
    Record(Kind),
    /// All entries.
    Ledger,
    /// One entry with its reasons.
    Entry(String),
    /// The form that replaces an entry.
    Correct(String),
    /// Every parameter of the rulebook.
    Rules,
    /// The points account: balance, level, caps, rewards and vouchers.
    Points,
    /// One reward and its terms.
    Reward(String),
    /// The voucher of one redemption.
    Voucher(String),
    /// Pictures of what was saved, a goal, and what would add most.
    Insight,
    /// Settings and everything that is not an act: people, district, files, statements.
    Me,
    /// The people of the household.
    Household,
    /// Taking records out and in.
    Carry,
    /// What another device hands over ([`crate::domain::handover`]), to be looked at before it is taken in.
    Take(String),
    /// A result that somebody shared ([`crate::domain::shared`]), worked out again.
    Check(String),
    /// A receipt ([`crate::domain::receipt`]), to be checked before it is recorded.
    Receipt(String),
    /// The statement of a month, or of a year.
    Statement(i32, Option<u8>),
}

impl View {
    /// The screen of an address such as `#/record/trip`; `None` for an address that is not one of ours, such as the
    /// target of a skip link.
    pub fn from_hash(hash: &str) -> Option<Self> {
        let path = hash.strip_prefix('#').unwrap_or(hash);
        if path.is_empty() {
            return Some(Self::Home);
        }
        let mut parts = path.strip_prefix('/')?.split('/').filter(|part| !part.is_empty());
        let view = match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => Self::Home,
            (Some("record"), None, _) => Self::Choose,
            (Some("record"), Some(word), None) => Self::Record(Kind::from_word(word)?),
            (Some("ledger"), None, _) => Self::Ledger,
            (Some("entry"), Some(id), None) => Self::Entry(id.to_owned()),
            (Some("entry"), Some(id), Some("correct")) => Self::Correct(id.to_owned()),
            (Some("rules"), None, _) => Self::Rules,
            (Some("points"), None, _) => Self::Points,
            (Some("reward"), Some(id), None) => Self::Reward(id.to_owned()),
            (Some("voucher"), Some(id), None) => Self::Voucher(id.to_owned()),
            (Some("insight"), None, _) => Self::Insight,
            (Some("me"), None, _) => Self::Me,
            (Some("me"), Some("household"), None) => Self::Household,
            (Some("me"), Some("carry"), None) => Self::Carry,
            (Some("take"), Some(packed), None) => Self::Take(packed.to_owned()),
            (Some("check"), Some(packed), None) => Self::Check(packed.to_owned()),
            (Some("receipt"), Some(packed), None) => Self::Receipt(packed.to_owned()),
            (Some("statement"), Some(period), None) => statement(period)?,
            _ => return None,
        };
        parts.next().is_none().then_some(view)
    }

    /// The address, for links.
    pub fn href(&self) -> String {
        format!("#{self}")
    }
}

/// `2026` or `2026-11`.
fn statement(period: &str) -> Option<View> {
    let (year, month) = period.split_once('-').map_or((period, None), |(year, month)| (year, Some(month)));
    let number = |text: &str, length| {
        let digits = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| text.parse::<u16>().ok()).flatten()
    };
    let month = match month {
        Some(month) => Some(number(month, 2).and_then(|month| u8::try_from(month).ok())?),
        None => None,
    };
    let known = month.is_none_or(|month| (1..=12).contains(&month));
    known.then_some(View::Statement(number(year, 4)?.into(), month))
}

impl fmt::Display for View {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => formatter.write_str("/"),
            Self::Choose => formatter.write_str("/record"),
            Self::Record(kind) => write!(formatter, "/record/{}", kind.as_str()),
            Self::Ledger => formatter.write_str("/ledger"),
            Self::Entry(id) => write!(formatter, "/entry/{id}"),
            Self::Correct(id) => write!(formatter, "/entry/{id}/correct"),
            Self::Rules => formatter.write_str("/rules"),
            Self::Points => formatter.write_str("/points"),
            Self::Reward(id) => write!(formatter, "/reward/{id}"),
            Self::Voucher(id) => write!(formatter, "/voucher/{id}"),
            Self::Insight => formatter.write_str("/insight"),
            Self::Me => formatter.write_str("/me"),
            Self::Household => formatter.write_str("/me/household"),
            Self::Carry => formatter.write_str("/me/carry"),
            Self::Take(packed) => write!(formatter, "/take/{packed}"),
            Self::Check(packed) => write!(formatter, "/check/{packed}"),
            Self::Receipt(packed) => write!(formatter, "/receipt/{packed}"),
            Self::Statement(year, None) => write!(formatter, "/statement/{year:04}"),
            Self::Statement(year, Some(month)) => write!(formatter, "/statement/{year:04}-{month:02}"),
        }
    }
}
