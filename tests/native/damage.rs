//! The smallest changes of a published file, one a line: where | what is put there (`-`: nothing) | code of the fault |
//! where the fault is, if elsewhere.
//!
//! Places are written `section/id/key`; `+` stands for a new entry, copied from the section's first.

use std::fmt::Write as _;

use serde_json::Value;

/// Where, what, code and where the fault is, of each change.
pub(crate) fn rows(
    changes: &'static str,
) -> impl Iterator<Item = (&'static str, &'static str, &'static str, &'static str)> {
    changes.lines().filter(|row| !row.is_empty()).map(|row| {
        let columns: Vec<&str> = row.split('|').map(str::trim).collect();
        (columns[0], columns[1], columns[2], columns.get(3).copied().unwrap_or(columns[0]))
    })
}

/// Index of an entry in its section, or of an item in its list.
fn position(list: &Value, name: &str) -> usize {
    let entries = list.as_array().expect("a list");
    name.parse().unwrap_or_else(|_| entries.iter().position(|entry| entry["id"] == name).expect("the entry"))
}

/// Puts `what` at a place.
pub(crate) fn put(book: &mut Value, place: &str, what: &str) {
    let (parents, key) = place.rsplit_once('/').unwrap_or(("", place));
    let mut target = book;
    for name in parents.split('/').filter(|name| !name.is_empty()) {
        if name == "+" {
            let entries = target.as_array_mut().expect("a list");
            entries.push(entries[0].clone());
            target = entries.last_mut().expect("the new entry");
        } else if target.is_array() {
            let index = position(target, name);
            target = &mut target[index];
        } else {
            target = &mut target[name];
        }
    }
    match (target, what) {
        (Value::Object(object), "-") => assert!(object.remove(key).is_some(), "{place}"),
        (Value::Object(object), _) => {
            object.insert(key.to_owned(), serde_json::from_str(what).expect("JSON"));
        }
        (list, "-") => {
            let index = position(list, key);
            list.as_array_mut().expect("a list").remove(index);
        }
        (list, _) => {
            let index = position(list, key);
            list[index] = serde_json::from_str(what).expect("JSON");
        }
    }
}

/// A place as faults write it: `section[index](id).key`.
pub(crate) fn written(book: &Value, place: &str) -> String {
    let mut target = book;
    let mut path = String::new();
    for name in place.split('/') {
        if target.is_array() {
            let index = position(target, name);
            write!(path, "[{index}]").expect("a String takes everything");
            if name.parse::<usize>().is_err() {
                write!(path, "({name})").expect("a String takes everything");
            }
            target = &target[index];
        } else {
            path += if path.is_empty() { "" } else { "." };
            path += name;
            target = &target[name];
        }
    }
    path
}
