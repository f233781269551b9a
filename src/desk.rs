//! What goes on around rewards and the district: the question that stands open, what the last act came to, and whose
//! rules are laid over the built-in ones. Pure: the page's state holds it and the screens draw it.

mod laid;

use std::fmt;
use std::rc::Rc;

pub use laid::{DISTRICT, DISTRICTS, Laid, Rules, Said, Supply, Trouble, Wish, file, kept_under};

use crate::domain::rewards::Refused;
use crate::shelf::Shelf;

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

/// A fact with what it changes.
///
/// What it changes is reached through a pointer, so that it stands where the fact is made: in the file that is fetched
/// after the first screen.
#[derive(Clone)]
pub struct Change {
    news: News,
    after: fn(&Desk, &News) -> Option<Desk>,
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
