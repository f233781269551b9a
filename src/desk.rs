//! What goes on around rewards and the district: the question that stands open, what the last act came to, and whose
//! rules are laid over the built-in ones. Pure: the page's state holds it and the screens draw it.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use crate::domain::ledger::{Ledger, Policy};
use crate::domain::rewards::Refused;
use crate::domain::rulebook::Rulebook;
use crate::shelf::Shelf;

/// Name of the setting that keeps which district was chosen; empty for none.
pub const DISTRICT: &str = "district";

/// Ids of the districts that the page offers.
pub const DISTRICTS: [&str; 2] = ["xicheng", "chaoyang"];

/// What stands on the desk.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Desk {
    /// What is to be confirmed before it is done.
    pub question: Option<Question>,
    /// Whether points are being spent, or a voucher is being ended.
    pub busy: bool,
    /// What the last act came to.
    pub outcome: Option<Outcome>,
    /// Whose rules are laid over the built-in ones.
    pub district: Laid,
    /// Rules of other districts and versions that are at hand, once it was looked.
    pub shelf: Option<Rc<Shelf>>,
}

/// What is asked before it is done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Question {
    /// Whether the voucher is to be cancelled.
    Cancel,
    /// Whether the voucher is handed in.
    Use,
    /// Nothing is: an entry is shown so that somebody else can check it.
    Share,
    /// Whether an entry is undone although so many points of it are already spent.
    Undo(i64),
}

/// Something done at the desk.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DeskAct {
    /// Points are to be spent on the reward with that id.
    Redeem(String),
    /// A question was opened, or answered with no.
    Ask(Option<Question>),
    /// The voucher of that redemption is to be cancelled.
    Cancel(String),
    /// The voucher of that redemption is handed in.
    Use(String),
    /// The entry with that id is to be undone: at once, or after a question if its points are already spent.
    Undo(String),
    /// A district was chosen, or none.
    Choose(Option<String>),
    /// The rules of the chosen district are to be fetched again.
    Retry,
    /// What is said about the district was read.
    Read,
}

/// What an act came to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// Points were spent; the redemption's id.
    Redeemed(String),
    /// A voucher was cancelled, and so many points can be spent again.
    Cancelled(i64),
    /// A voucher was handed in.
    Used,
    /// Points were not spent.
    Refused(Refused),
    /// The voucher was used, cancelled or over before, perhaps in another tab.
    Ended,
    /// Other tabs kept adding entries: nothing was written.
    Crowded,
    /// The device is full: nothing was written.
    DeviceFull,
    /// A newer version of the page, in another tab, holds the store.
    Outdated,
    /// The device refused to write.
    WriteFailed,
}

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

/// A fact about the desk.
#[derive(Clone, Debug)]
pub enum News {
    /// A question was opened or closed.
    Asked(Option<Question>),
    /// Something is being written.
    Begun,
    /// What it came to.
    Done(Outcome),
    /// Rules are being fetched.
    Awaited(Wish),
    /// Rules are in use from now on; without a wish they are the built-in ones.
    Laid(Option<(Wish, Supply)>, Rules),
    /// Rules could not be used; the built-in ones are in use from now on.
    Refused(Wish, Rc<Trouble>, Rules),
    /// What is said about the district was read.
    Read,
    /// These rules are at hand.
    Shelved(Rc<Shelf>),
}

/// Rules to be used from now on.
#[derive(Clone)]
pub struct Rules {
    book: Rc<Rulebook>,
    /// Through a pointer, as in [`Change`].
    lay: fn(&RefCell<Ledger>, Rc<Rulebook>),
}

/// A fact with what it changes.
///
/// What it changes is reached through a pointer, so that it stands where the fact is made: in the file that is fetched
/// after the first screen.
#[derive(Clone)]
pub struct Change {
    news: News,
    after: fn(&Desk, &News) -> Option<Desk>,
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

impl From<News> for Change {
    fn from(news: News) -> Self {
        Self { news, after: |desk, news| desk.expects(news).then(|| desk.after(news)) }
    }
}

impl Change {
    /// The desk after it; `None` if it comes too late: rules that nobody waits for any more.
    pub fn after(&self, desk: &Desk) -> Option<Desk> {
        (self.after)(desk, &self.news)
    }

    /// Rules that are in use after it.
    pub fn rules(&self) -> Option<&Rules> {
        match &self.news {
            News::Laid(_, rules) | News::Refused(.., rules) => Some(rules),
            _ => None,
        }
    }
}

impl fmt::Debug for Rules {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Rules")
    }
}

impl fmt::Debug for Change {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Change")
    }
}

impl Desk {
    fn after(&self, news: &News) -> Self {
        let mut next = self.clone();
        match news {
            News::Asked(question) => (next.question, next.outcome) = (*question, None),
            News::Begun => (next.busy, next.outcome) = (true, None),
            News::Done(outcome) => {
                next = Self {
                    outcome: Some(outcome.clone()),
                    district: next.district,
                    shelf: next.shelf,
                    ..Self::default()
                };
            }
            News::Awaited(wish) => next.district = Laid::Awaited(wish.clone()),
            News::Laid(wish, _) => {
                next.district = wish.clone().map_or(Laid::None, |(wish, supply)| Laid::Over(wish, supply));
            }
            News::Refused(wish, trouble, _) => next.district = Laid::Refused(wish.clone(), trouble.clone()),
            News::Shelved(shelf) => next.shelf = Some(shelf.clone()),
            News::Read => {
                if let Laid::Refused(wish, _) = &self.district {
                    next.district = Laid::Passed(wish.clone());
                }
            }
        }
        next
    }

    /// Whether a fact still fits: rules that nobody waits for any more come too late.
    fn expects(&self, news: &News) -> bool {
        let waits = |wish: &Wish| matches!(&self.district, Laid::Awaited(awaited) if awaited == wish);
        match news {
            News::Laid(Some((wish, _)), _) | News::Refused(wish, ..) => waits(wish),
            // The same texts change nothing.
            News::Shelved(shelf) => self.shelf.as_ref() != Some(shelf),
            _ => true,
        }
    }

    /// On another screen nothing is asked or told any more.
    pub fn leave(&mut self) {
        (self.question, self.outcome) = (None, None);
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
