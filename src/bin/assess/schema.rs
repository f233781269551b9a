//! `--schema`: the JSON Schemas as they are published, indented for people.

use carbon_points::domain::district::District;
use carbon_points::domain::json::Json;
use carbon_points::domain::rulebook::schema;

use super::arguments::Schema;

/// The text of a schema file.
pub(crate) fn text(which: Schema) -> String {
    let json = match which {
        Schema::Rulebook => schema::rulebook(),
        Schema::District => District::schema(),
    };
    let mut text = String::new();
    write(&json, 0, &mut text);
    text.push('\n');
    text
}

/// What is short stands on one line.
const LINE: usize = 120;

fn write(json: &Json, depth: usize, into: &mut String) {
    let line = json.to_string();
    match json {
        Json::Object(members) if line.len() + 2 * depth > LINE => {
            block(['{', '}'], members, depth, into, |(name, value), into| {
                into.push_str(&Json::Text(name.clone()).to_string());
                into.push_str(": ");
                write(value, depth + 1, into);
            });
        }
        Json::List(items) if line.len() + 2 * depth > LINE => {
            block(['[', ']'], items, depth, into, |item, into| write(item, depth + 1, into));
        }
        _ => into.push_str(&line),
    }
}

fn block<T>([open, close]: [char; 2], items: &[T], depth: usize, into: &mut String, each: impl Fn(&T, &mut String)) {
    into.push(open);
    for (index, item) in items.iter().enumerate() {
        into.push_str(if index > 0 { ",\n" } else { "\n" });
        into.push_str(&"  ".repeat(depth + 1));
        each(item, into);
    }
    into.push('\n');
    into.push_str(&"  ".repeat(depth));
    into.push(close);
}
