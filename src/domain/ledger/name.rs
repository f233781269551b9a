//! The name of a person: text as people see it, never markup.

use super::Member;

/// Most visible characters of a name.
pub const MOST: usize = 20;

/// Characters in all, those that take no room of their own among them: letters of some scripts are three of them.
const MOST_IN_ALL: usize = 4 * MOST;

/// Why a text cannot be somebody's name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NameFault {
    /// Nothing in it can be seen.
    Empty,
    /// It has so many visible characters, more than [`MOST`].
    TooLong(usize),
    /// Somebody of the household has that name.
    Taken(String),
    /// Somebody who has left had that name.
    TakenByOneWhoLeft(String),
}

/// The name that was typed: without blanks around it, with one blank where there were several, and without characters
/// that would only turn or hide the text around it.
///
/// `others` are the people it may not be confused with, each with the names they are shown by: capitals and full-width
/// letters make no difference.
pub fn read<'a>(typed: &str, others: impl IntoIterator<Item = (&'a Member, &'a str)>) -> Result<String, NameFault> {
    let mut name = String::new();
    for word in typed.split(is_blank).filter(|word| !word.is_empty()) {
        let seen = word.chars().filter(|character| !is_unseen(*character));
        let before = name.len();
        if !name.is_empty() {
            name.push(' ');
        }
        let from = name.len();
        name.extend(seen);
        if name.len() == from {
            name.truncate(before);
        }
    }
    let visible = name.chars().filter(|character| !is_joined(*character)).count();
    if visible == 0 {
        return Err(NameFault::Empty);
    }
    if visible > MOST || name.chars().count() > MOST_IN_ALL {
        return Err(NameFault::TooLong(visible.max(MOST + 1)));
    }
    for (member, other) in others {
        if compared(other) == compared(&name) {
            let fault = if member.left { NameFault::TakenByOneWhoLeft } else { NameFault::Taken };
            return Err(fault(other.to_owned()));
        }
    }
    Ok(name)
}

/// A text without characters that would only turn or hide the text around it, to be quoted.
pub(crate) fn seen(text: &str) -> String {
    text.chars().filter(|character| !is_unseen(*character)).collect()
}

/// The form in which two names are the same: capitals and full-width letters make no difference.
pub(in crate::domain) fn compared(name: &str) -> String {
    name.chars().map(narrow).flat_map(char::to_lowercase).collect()
}

/// The ASCII character of a full-width one.
fn narrow(character: char) -> char {
    const APART: u32 = '！' as u32 - '!' as u32;
    match character {
        '！'..='～' => char::from_u32(u32::from(character) - APART).unwrap_or(character),
        _ => character,
    }
}

/// White space, and letters that are drawn as nothing.
fn is_blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{115f}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}')
}

/// Control characters, and marks that turn the direction of the text around them or are never drawn.
fn is_unseen(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}')
        || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
        || matches!(character, '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Joiners, accents and variants, which are drawn with the character before them.
fn is_joined(character: char) -> bool {
    character == ' '
        || matches!(character, '\u{200c}' | '\u{200d}' | '\u{300}'..='\u{36f}' | '\u{fe00}'..='\u{fe0f}')
        || matches!(character, '\u{20d0}'..='\u{20ff}' | '\u{1f3fb}'..='\u{1f3ff}')
}
