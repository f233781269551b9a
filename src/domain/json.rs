//! JSON as it was written: numbers keep their text, objects keep their order and their duplicates.

mod read;
mod write;

use std::fmt;

/// A JSON value. Numbers are text, never floating point.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as its characters.
    Number(String),
    /// A string, unescaped.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object: its members in order, duplicates included.
    Object(Vec<(String, Json)>),
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

    /// The text of a string.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A whole number that fits 64 bits.
    pub fn whole(&self) -> Option<i64> {
        match self {
            Self::Number(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// The members of an object.
    pub fn members(&self) -> Option<&[(String, Self)]> {
        match self {
            Self::Object(members) => Some(members),
            _ => None,
        }
    }

    /// The first member of that name.
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.members()?.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// The value as a person would recognise it in a message, shortened to 40 characters.
    pub fn shown(&self) -> String {
        let text = match self {
            Self::Null => "null".to_owned(),
            Self::Bool(value) => value.to_string(),
            Self::Number(text) | Self::Text(text) => text.clone(),
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
impl fmt::Display for Json {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        write::write(self, &mut text);
        formatter.write_str(&text)
    }
}
