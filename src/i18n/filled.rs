//! A fixed text with something put in.

/// A text with parts in the places of its `^`, in order. A place without a part stays as it is.
pub fn filled(text: &str, parts: &[&str]) -> String {
    let mut parts = parts.iter();
    let mut filled = String::new();
    for character in text.chars() {
        match (character, (character == '^').then(|| parts.next()).flatten()) {
            ('^', Some(part)) => filled.push_str(part),
            _ => filled.push(character),
        }
    }
    filled
}
