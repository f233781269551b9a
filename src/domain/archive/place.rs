//! Where in a file something stands.

/// The line on which each entry begins, in a text that is JSON: of the list that is the whole text, or the member
/// `entries` of the object that is.
pub(super) fn entry_lines(text: &str) -> Vec<usize> {
    let mut lines = Vec::new();
    let (mut line, mut depth, mut quoted, mut escaped) = (1, 0_usize, false, false);
    // Depth of the list's items once it is open, whether the next thing begins one, and the last name of the object.
    let (mut list, mut begins) = (None, false);
    let (mut name, mut is_entries) = (String::new(), false);
    for character in text.chars() {
        if character == '\n' {
            line += 1;
        }
        if quoted {
            if character == '"' && !escaped {
                quoted = false;
            } else if depth == 1 {
                name.push(character);
            }
            escaped = character == '\\' && !escaped;
            continue;
        }
        if character.is_whitespace() {
            continue;
        }
        if begins && character != ']' {
            lines.push(line);
        }
        begins = false;
        match character {
            '"' => {
                quoted = true;
                name.clear();
            }
            ':' if depth == 1 => is_entries = name == "entries",
            '[' | '{' => {
                if character == '[' && (depth == 0 || depth == 1 && is_entries) && list.is_none() {
                    (list, begins) = (Some(depth + 1), true);
                }
                depth += 1;
            }
            ']' | '}' => {
                depth = depth.saturating_sub(1);
                if list.is_some_and(|items| depth < items) {
                    return lines;
                }
            }
            ',' => begins = list == Some(depth),
            _ => {}
        }
    }
    lines
}

/// The character at which a byte of a line stands, both from 1.
pub(super) fn character(text: &str, line: usize, byte: usize) -> usize {
    let line = text.split('\n').nth(line.saturating_sub(1)).unwrap_or_default();
    // A character begins at every byte that does not continue one.
    line.bytes().take(byte).filter(|byte| byte & 0xC0 != 0x80).count().max(1)
}
