//! Who shows the page: nobody but a browser, another site's frame, or a mini-program. Pure: the messages both sides send,
//! what is decided about them, and what the page knows of its host.
//!
//! What a host may hear is in two parts. That the page is there, how tall it is and what was wrong with a message is
//! nobody's business but the page's own. What somebody recorded is theirs: it is told only to hosts they agreed to.

pub mod heard;
pub mod losses;
pub mod named;
pub mod origins;
pub mod picture;
pub mod signs;
pub mod told;

use std::rc::Rc;

use origins::Agreed;

use crate::domain::handover::Batches;

/// Version of the messages; every one carries it as `carbonPoints`.
pub const VERSION: i64 = 1;

/// Most bytes of a message that is read.
pub const MOST_BYTES: usize = 64 * 1024;

/// Most letters of a district's name in a message.
const MOST_NAME: usize = 40;

/// Where the page is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Surface {
    /// In a window of its own.
    Alone,
    /// In a frame of another page.
    Framed,
    /// In a web-view of `WeChat`.
    Weixin,
    /// In a web-view of Alipay.
    Alipay,
}

impl Surface {
    /// What `?host=` in the address calls a mini-program, and what consent to it is kept under.
    pub const WEIXIN: &'static str = "weixin";
    /// See [`Self::WEIXIN`].
    pub const ALIPAY: &'static str = "alipay";

    /// The web-view of a mini-program, with its bridge.
    pub fn is_mini_program(self) -> bool {
        matches!(self, Self::Weixin | Self::Alipay)
    }

    /// The host's name where it is none of many.
    pub fn host(self) -> Option<&'static str> {
        match self {
            Self::Alone | Self::Framed => None,
            Self::Weixin => Some(Self::WEIXIN),
            Self::Alipay => Some(Self::ALIPAY),
        }
    }
}

/// What the page knows of its host, and what is open between them.
#[derive(Clone, PartialEq, Eq, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Host {
    /// Where the page is shown.
    pub surface: Surface,
    /// Whether files can be saved there. In an app's own browser they cannot, and the page may be closed and cleared at
    /// any time.
    pub files: bool,
    /// Who shows it: an origin that is allowed to, or a mini-program; `None` as long as that is not known.
    pub who: Option<String>,
    /// Who the resident agreed to, in this visit or an earlier one.
    pub agreed: Agreed,
    /// Whether the resident is being asked.
    pub asking: bool,
    /// Whether the resident said no in this visit.
    pub refused: bool,
    /// Entries that were on this device before and are not any more.
    pub lost: Option<u64>,
    /// Whether the offer to carry the records out was put off in this visit.
    pub put_off: bool,
    /// Entries there were when they were last carried out.
    pub carried: u64,
}

/// A picture to press long.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Drawn {
    /// What it was made of: another screen, language, person or number of entries has another picture.
    pub of: String,
    /// The picture, as a `data:` address; empty where the browser does not draw.
    pub address: String,
    /// What is on it, for those who do not see it.
    pub said: String,
    /// The codes that it is one of.
    pub codes: Option<Codes>,
}

/// An account as codes that hand it over.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Codes {
    /// What they carry, and what they do not.
    pub batches: Rc<Batches>,
    /// The place of the one that is shown, from 0.
    pub at: usize,
    /// Its address.
    pub link: String,
}

impl Host {
    /// A host that nothing is open with yet, of a mini-program with the name that it gives itself.
    pub fn new(signs::Seen { surface, files }: signs::Seen, name: Option<&str>, agreed: Agreed) -> Self {
        let who = surface.host().map(|host| named::who(host, name));
        Self { surface, files, who, agreed, asking: false, refused: false, lost: None, put_off: false, carried: 0 }
    }

    /// Whether the host of now may be told what was recorded.
    pub fn may_be_told(&self) -> bool {
        self.who.as_deref().is_some_and(|who| self.agreed.has(who))
    }

    /// The host asks for what was recorded: what it is answered, and whether the resident is asked from now on.
    pub fn asks(&mut self) -> told::Consent {
        if self.may_be_told() {
            return told::Consent::Agreed;
        }
        // Once a visit is enough.
        if self.refused {
            return told::Consent::Refused;
        }
        self.asking = true;
        told::Consent::Asked
    }

    /// The resident's answer.
    pub fn answered(&mut self, agrees: bool) {
        self.asking = false;
        self.refused = !agrees;
        if let Some(who) = self.who.as_deref().filter(|_| agrees) {
            self.agreed.add(who);
        }
    }

    /// What is agreed to now was said in another tab, or here; what the host is to hear of it, if anything.
    pub fn follows(&mut self, agreed: Agreed) -> Option<told::Consent> {
        let before = self.may_be_told();
        self.agreed = agreed;
        match (before, self.may_be_told()) {
            (true, false) => Some(told::Consent::Withdrawn),
            (false, true) => {
                (self.asking, self.refused) = (false, false);
                Some(told::Consent::Agreed)
            }
            _ => None,
        }
    }

    /// Whether to offer, calmly and not each time, to carry the records out of a place that may lose them.
    pub fn offers_to_carry(&self, entries: u64) -> bool {
        const EACH: u64 = 10;
        let unsaved = entries.saturating_sub(self.carried);
        !self.files && !self.put_off && (self.carried == 0 && unsaved > 0 || unsaved >= EACH)
    }
}

/// Something that a host or the resident did about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum HostAct {
    /// A page said something: its origin, and the message as JSON; longer ones than [`MOST_BYTES`] come without.
    Heard(String, Option<String>),
    /// The page is so tall now, pixels.
    Grown(u32),
    /// The list of hosts was read.
    Listed(origins::Origins),
    /// The resident agreed, or did not this time.
    Answered(bool),
    /// Another tab has kept something about who was agreed to.
    AgreedElsewhere,
    /// The app around the page has said late what it is.
    Arrived,
    /// The resident takes back what they agreed to for that host.
    Withdrawn(String),
    /// The resident lets a host hear without having been asked.
    Invited,
    /// The address was to be copied, to give to others.
    Shared,
    /// The statement on the screen, or elsewhere the month, was to be drawn as a picture, or the picture put away.
    Pictured(bool),
    /// The account was to be shown as codes: the one of that place, from 0.
    Coded(usize),
    /// The address of the code that is shown was to be copied.
    LinkCopied,
    /// The codes were kept, the resident says.
    Kept,
    /// The offer to do so was put off.
    PutOff,
    /// What was lost was taken note of.
    LossSeen,
}

/// Whether a district's name in a message is one; a path or another server's address is not.
pub fn is_district(name: &str) -> bool {
    let letters = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-".contains(&byte));
    (1..=MOST_NAME).contains(&name.len()) && letters
}
