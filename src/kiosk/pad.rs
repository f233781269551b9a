//! The number pad: digits, one point, and the last one taken back. What it makes is a number, or the beginning of one.

/// A key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Key {
    /// A digit, 0 to 9.
    Digit(u8),
    /// The decimal point.
    Point,
    /// The last key is taken back.
    Erase,
}

/// Most digits of a number, before and behind its point together.
pub const MOST_DIGITS: usize = 6;

/// Most digits behind the point.
const MOST_PLACES: usize = 2;

/// What stands there after a key. A key that would make no number, or too long a one, changes nothing.
pub fn typed(before: &str, key: Key, whole: bool) -> String {
    let mut text = before.to_owned();
    match key {
        Key::Erase => {
            text.pop();
        }
        Key::Point if whole || text.contains('.') => {}
        Key::Point => text.push_str(if text.is_empty() { "0." } else { "." }),
        Key::Digit(digit) => {
            let digits = text.chars().filter(char::is_ascii_digit).count();
            let places = text.split_once('.').map_or(0, |(_, places)| places.len());
            if text == "0" {
                text.clear();
            }
            if digits < MOST_DIGITS && places < MOST_PLACES {
                text.extend(char::from_digit(digit.into(), 10));
            }
        }
    }
    text
}
