//! Writing JSON, as compact as it can be.

use super::Json;
use super::read::is_number;

/// Appends a value. A number made by hand that is no JSON number is written as `null`.
pub(super) fn write<T: AsRef<str>>(json: &Json<T>, into: &mut String) {
    match json {
        Json::Bool(true) => into.push_str("true"),
        Json::Bool(false) => into.push_str("false"),
        Json::Number(text) if is_number(text.as_ref()) => into.push_str(text.as_ref()),
        Json::Null | Json::Number(_) => into.push_str("null"),
        Json::Text(text) => quoted(text.as_ref(), into),
        Json::List(items) => {
            into.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    into.push(',');
                }
                write(item, into);
            }
            into.push(']');
        }
        Json::Object(members) => {
            into.push('{');
            for (index, (name, value)) in members.iter().enumerate() {
                if index > 0 {
                    into.push(',');
                }
                quoted(name.as_ref(), into);
                into.push(':');
                write(value, into);
            }
            into.push('}');
        }
    }
}

fn quoted(text: &str, into: &mut String) {
    into.push('"');
    for character in text.chars() {
        let letter = match character {
            '"' | '\\' => character,
            '\u{8}' => 'b',
            '\u{c}' => 'f',
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            '\0'..' ' => {
                into.push_str(if character < '\u{10}' { "\\u000" } else { "\\u001" });
                into.extend(char::from_digit(u32::from(character) % 16, 16));
                continue;
            }
            _ => {
                into.push(character);
                continue;
            }
        };
        into.push('\\');
        into.push(letter);
    }
    into.push('"');
}
