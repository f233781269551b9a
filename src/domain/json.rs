//! JSON as it was written: numbers keep their text, objects keep their order and their duplicates.

mod read;
mod write;

use std::borrow::Cow;
use std::fmt;

/// A JSON value. Numbers are text, never floating point.
///
/// Its texts are its own; [`Json::borrowed`] leaves them where they stand, for a value that is read once and forgotten.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Json<T = String> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as its characters.
    Number(T),
    /// A string, unescaped.
    Text(T),
    /// An array.
    List(Vec<Json<T>>),
    /// An object: its members in order, duplicates included.
    Object(Vec<(T, Json<T>)>),
}

/// Where a text stops being JSON.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NotJson {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// Whether the text simply ends too early.
    pub truncated: bool,
}

impl Json {
    /// Reads one JSON value. Nesting of 128 levels or more is refused.
    pub fn parse(text: &str) -> Result<Self, NotJson> {
        read::read(text)
    }

    /// An object of these members.
    pub fn object<const N: usize>(members: [(&str, Self); N]) -> Self {
        Self::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }
}

impl<'t> Json<Cow<'t, str>> {
    /// The same as [`Json::parse`], whose texts stay where they stand unless something in them is escaped.
    pub fn borrowed(text: &'t str) -> Result<Self, NotJson> {
        read::read(text)
    }
}

impl<T: AsRef<str>> Json<T> {
    /// The text of a string.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text.as_ref()),
            _ => None,
        }
    }

    /// A whole number that fits 64 bits.
    pub fn whole(&self) -> Option<i64> {
        match self {
            Self::Number(text) => text.as_ref().parse().ok(),
            _ => None,
        }
    }

    /// The members of an object.
    pub fn members(&self) -> Option<&[(T, Self)]> {
        match self {
            Self::Object(members) => Some(members),
            _ => None,
        }
    }

    /// The first member of that name.
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.members()?.iter().find(|(key, _)| key.as_ref() == name).map(|(_, value)| value)
    }

    /// The value as a person would recognise it in a message, shortened to 40 characters.
    pub fn shown(&self) -> String {
        let text = match self {
            Self::Null => "null".to_owned(),
            Self::Bool(value) => value.to_string(),
            Self::Number(text) | Self::Text(text) => text.as_ref().to_owned(),
            Self::List(_) => "[…]".to_owned(),
            Self::Object(_) => "{…}".to_owned(),
        };
        shortened(&text)
    }
}

/// At most 40 characters of a text, for quoting it back.
pub fn shortened(text: &str) -> String {
    let Some(beginning) = beginning(text, 40) else { return text.to_owned() };
    let mut shortened = beginning.to_owned();
    shortened.push('…');
    shortened
}

/// So many characters of a text that has more.
pub(super) fn beginning(text: &str, characters: u32) -> Option<&str> {
    // A character begins at every byte that does not continue one.
    let mut starts = text.bytes().enumerate().filter(|(_, byte)| byte & 0xC0 != 0x80);
    let (end, _) = starts.nth(usize::try_from(characters).ok()?)?;
    text.get(..end)
}

/// Compact JSON text. A number made by hand that is no JSON number is written as `null`.
impl<T: AsRef<str>> fmt::Display for Json<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        write::write(self, &mut text);
        formatter.write_str(&text)
    }
}
