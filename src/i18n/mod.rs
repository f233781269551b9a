//! Words and numbers in Chinese and English. Pure: what to say comes from [`crate::domain`], how to say it is here.

pub mod archive;
pub mod because;
pub mod calendar;
pub mod claim;
pub mod column;
pub mod facts;
pub mod fault;
mod filled;
pub mod handover;
pub mod limit;
pub mod measure;
pub mod number;
pub mod reason;
pub mod receipt;
pub mod search;
pub mod shared;
pub mod sheet;
pub mod source;
pub mod step;
pub mod summary;
pub mod text;
pub mod unit;
pub mod verify;
pub mod version;
pub mod word;

pub use filled::filled;
pub use text::Text;

/// The two languages of the page, Chinese first.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub enum Language {
    /// Simplified Chinese as used in Beijing.
    #[default]
    Zh,
    /// English.
    En,
}

impl Language {
    /// The BCP 47 tag for `lang` attributes.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// The language of a BCP 47 tag, if it is one of the two.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?;
        if primary.eq_ignore_ascii_case("zh") {
            Some(Self::Zh)
        } else if primary.eq_ignore_ascii_case("en") {
            Some(Self::En)
        } else {
            None
        }
    }

    /// One of two texts.
    pub fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}
