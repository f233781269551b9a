//! The shipped rulebook and its strict loader.

mod edges;
pub(crate) mod faults;
mod hostile;
mod numbers;
mod packed;
mod shipped;

use carbon_points::domain::rulebook::{BEIJING_2026_11, Rulebook};
use serde_json::Value;

/// The shipped file, changed.
pub(crate) fn changed(change: impl FnOnce(&mut Value)) -> String {
    let mut book: Value = serde_json::from_str(BEIJING_2026_11).expect("the shipped file is JSON");
    change(&mut book);
    book.to_string()
}

/// The entry of a section with that id.
fn entry<'b>(book: &'b mut Value, section: &str, id: &str) -> &'b mut Value {
    let entries = book[section].as_array_mut().expect("a list");
    entries.iter_mut().find(|entry| entry["id"] == id).unwrap_or_else(|| panic!("{section} has {id}"))
}

/// A dated value of a parameter.
fn value<'b>(book: &'b mut Value, parameter: &str, index: usize) -> &'b mut Value {
    &mut entry(book, "parameters", parameter)["values"][index]
}

/// `path: code` of every fault; empty for a text that loads.
pub(crate) fn faults(text: &str) -> Vec<String> {
    match Rulebook::parse(text) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.iter().map(|fault| format!("{}: {}", fault.path, fault.kind.code())).collect(),
    }
}

/// The path of an entry as faults name it.
fn path(section: &str, id: &str) -> String {
    let book: Value = serde_json::from_str(BEIJING_2026_11).expect("the shipped file is JSON");
    let entries = book[section].as_array().expect("a list");
    let index = entries.iter().position(|entry| entry["id"] == id).unwrap_or_else(|| panic!("{section} has {id}"));
    format!("{section}[{index}]({id})")
}
