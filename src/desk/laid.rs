//! Whose rules are laid over the built-in ones, and those rules.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use crate::domain::ledger::{Ledger, Policy};
use crate::domain::rulebook::Rulebook;

/// Name of the setting that keeps which district was chosen; empty for none.
pub const DISTRICT: &str = "district";

/// Ids of the districts that the page offers.
pub const DISTRICTS: [&str; 2] = ["xicheng", "chaoyang"];

/// Whose rules are laid over the built-in ones.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Laid {
    /// Nobody's: none were asked for.
    #[default]
    None,
    /// They are being fetched. Until they are here, nothing may be worked out to be kept.
    Awaited(Wish),
    /// They are in use.
    Over(Wish, Supply),
    /// They could not be used; the built-in rules are.
    Refused(Wish, Rc<Trouble>),
    /// The same, and the resident has read why.
    Passed(Wish),
}

/// Which rules were asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wish {
    /// A district's id, or the address of a file.
    pub asked: String,
    /// Whether the page's own address asks for them, which then goes before what was chosen.
    pub by_address: bool,
}

/// Where rules in use came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Supply {
    /// From the server, just now.
    Fetched,
    /// From this device: they could not be fetched, and this is what was fetched last.
    Kept,
}

/// Why rules could not be used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// Their address is on another server.
    OtherOrigin,
    /// Nothing came: no network, no such server, or it took too long.
    Unreachable,
    /// The server refused, with that status.
    Status(u16),
    /// What came is not text.
    NotText,
    /// The file has faults; every one that was found.
    Faults(Vec<Said>),
}

/// A fault of a file of rules in words, which are all that is kept of it: what words faults is fetched after the first
/// screen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    /// Where in the file; empty for the file as a whole.
    pub path: String,
    /// The sentence in Chinese.
    pub zh: String,
    /// The sentence in English.
    pub en: String,
}

/// Rules to be used from now on.
#[derive(Clone)]
pub struct Rules {
    book: Rc<Rulebook>,
    /// Through a pointer, as in [`super::Change`].
    lay: fn(&RefCell<Ledger>, Rc<Rulebook>),
}

impl Rules {
    /// The rules of a rulebook.
    pub fn new(book: Rulebook) -> Self {
        let lay = |ledger: &RefCell<Ledger>, book| {
            let moved = ledger.borrow().moved_to(Policy::of(book));
            ledger.replace(moved);
        };
        Self { book: Rc::new(book), lay }
    }

    /// The rulebook.
    pub fn book(&self) -> &Rc<Rulebook> {
        &self.book
    }

    /// Keeps the accounts of a ledger by them.
    pub fn keep(&self, ledger: &RefCell<Ledger>) {
        (self.lay)(ledger, self.book.clone());
    }
}

impl fmt::Debug for Rules {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Rules")
    }
}

impl Laid {
    /// What was asked for, if anything was.
    pub fn wish(&self) -> Option<&Wish> {
        match self {
            Self::None => None,
            Self::Awaited(wish) | Self::Over(wish, _) | Self::Refused(wish, _) | Self::Passed(wish) => Some(wish),
        }
    }
}

/// The address of the file that was asked for: that of a district is named after its id, anything else is an address.
pub fn file(asked: &str) -> String {
    let id = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'_';
    if asked.bytes().all(id) { format!("rulebooks/districts/{asked}.json") } else { asked.to_owned() }
}

/// Name of the setting that keeps the last good text of the rules that were asked for.
pub fn kept_under(asked: &str) -> String {
    format!("overlay:{asked}")
}
