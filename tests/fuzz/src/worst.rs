//! The worst that was thought of: inputs of 64 KB that repeat what might cost more the more there is of it.

mod import;
mod link;
mod rules;

use import::{import_csv, import_json};
use link::link;
use rules::rules;

use crate::MOST_INPUT;

/// A name and what it stands for.
pub type Input = (&'static str, Vec<u8>);

/// What is worst for every target, and for that one.
pub fn for_target(target: &str) -> Vec<Input> {
    let own = match target {
        "activity" => activity(),
        "rules" => rules(),
        "import_json" | "records" | "verify_file" | "ledger" => import_json(),
        "import_csv" => import_csv(),
        "link" => link(),
        "host" => host(),
        _ => Vec::new(),
    };
    anywhere().into_iter().chain(own).collect()
}

/// So much of a text that it fits.
fn fill(begin: &str, each: impl Fn(usize) -> String, end: &str) -> Vec<u8> {
    let mut text = begin.to_owned();
    for place in 0.. {
        let next = each(place);
        if text.len() + next.len() + end.len() > MOST_INPUT {
            break;
        }
        text.push_str(&next);
    }
    text.push_str(end);
    text.into_bytes()
}

fn all(each: &str) -> Vec<u8> {
    fill("", |_| each.to_owned(), "")
}

fn anywhere() -> Vec<Input> {
    vec![
        ("lists in lists", all("[")),
        ("objects in objects", all("{\"a\":")),
        ("127 levels, again and again", fill("[", |_| format!("{}{},", "[".repeat(126), "]".repeat(126)), "0]")),
        ("digits", all("9")),
        ("a fraction", fill("0.", |_| "0".to_owned(), "1")),
        ("an exponent", fill("1e", |_| "9".to_owned(), "")),
        ("one string", fill("\"", |_| "a".to_owned(), "\"")),
        ("a string that does not end", fill("\"", |_| "a".to_owned(), "")),
        ("a string of escapes", fill("\"", |_| "\\u0000".to_owned(), "\"")),
        ("a string of pairs", fill("\"", |_| "\\ud83d\\ude00".to_owned(), "\"")),
        ("a string of marks that turn text around", fill("\"", |_| "\u{202e}\u{200b}".to_owned(), "\"")),
        ("zeros", vec![0; MOST_INPUT]),
        ("no text", vec![0xFF; MOST_INPUT]),
        ("blanks", all(" ")),
        ("ends of lines", all("\n")),
        ("returns", all("\r")),
        ("commas", all(",")),
        ("quotation marks", all("\"")),
        ("numbers in a list", fill("[0", |_| ",0".to_owned(), "]")),
        ("empty objects in a list", fill("[{}", |_| ",{}".to_owned(), "]")),
        ("one name for every member", fill("{\"kind\":\"trip\"", |_| ",\"kind\":\"trip\"".to_owned(), "}")),
        ("another name for every member", fill("{\"kind\":\"trip\"", |place| format!(",\"{place}\":0"), "}")),
        ("letters of base64url", all("A")),
        ("names of three bytes", fill("", |_| "碳".to_owned(), "")),
    ]
}

const TRIP: &str = r#"{"kind":"trip","date":"2026-11-20","legs":["#;

fn activity() -> Vec<Input> {
    let field = |name: &str, value: &str| {
        fill(&format!("{{\"kind\":\"trip\",\"date\":\"2026-11-20\",\"{name}\":\"{value}"), |_| value.to_owned(), "\"}")
    };
    vec![
        ("legs", fill(TRIP, |_| r#"{"mode":"rail","km":"1"},"#.to_owned(), r#"{"mode":"rail","km":"1"}]}"#)),
        ("legs that are none", fill(TRIP, |_| "{},".to_owned(), "{}]}")),
        ("legs with wrong names", fill(TRIP, |place| format!("{{\"{place}\":0}},"), "{}]}")),
        (
            "one leg with wrong names",
            fill(&format!("{TRIP}{{\"mode\":\"rail\""), |place| format!(",\"{place}\":0"), "}]}"),
        ),
        ("legs that are numbers", fill(TRIP, |_| "0,".to_owned(), "0]}")),
        (
            "kilometres of many digits",
            fill(&format!("{TRIP}{{\"mode\":\"rail\",\"km\":\""), |_| "1".to_owned(), "\"}]}"),
        ),
        ("kilometres of many places", fill(&format!("{TRIP}{{\"mode\":\"rail\",\"km\":0."), |_| "1".to_owned(), "}]}")),
        ("a long note", field("note", "😀")),
        ("a note of marks", field("note", "\u{202e}")),
        ("a long id", field("id", "x")),
        ("a long merchant", field("merchant", "<")),
        ("a long kind", fill("{\"kind\":\"", |_| "t".to_owned(), "\"}")),
        ("a long date", fill("{\"kind\":\"trip\",\"date\":\"2026-11-20", |_| "0".to_owned(), "\"}")),
    ]
}

fn host() -> Vec<Input> {
    let message = r#"{"carbonPoints":1,"type":"#;
    vec![
        ("wrong names", fill(&format!("{message}\"set\""), |place| format!(",\"{place}\":0"), "}")),
        ("one name", fill(&format!("{message}\"set\""), |_| ",\"theme\":\"dark\"".to_owned(), "}")),
        ("a long district", fill(&format!("{message}\"set\",\"district\":\""), |_| "x".to_owned(), "\"}")),
        ("a long type", fill(&format!("{message}\""), |_| "x".to_owned(), "\"}")),
        (
            "an activity with wrong names",
            fill(
                &format!("{message}\"prefill\",\"activity\":{{\"kind\":\"trip\""),
                |place| format!(",\"{place}\":0"),
                "}}",
            ),
        ),
        (
            "an activity of legs",
            fill(&format!("{message}\"prefill\",\"activity\":{TRIP}"), |_| "{},".to_owned(), "{}]}}"),
        ),
        (
            "an activity of true legs",
            fill(
                &format!("{message}\"prefill\",\"activity\":{TRIP}"),
                |_| "{\"mode\":\"rail\",\"km\":1},".to_owned(),
                "{\"mode\":\"rail\",\"km\":1}]}}",
            ),
        ),
        ("hosts", fill("{\"origins\":[\"https://a\"", |place| format!(",\"https://{place}\""), "]}")),
        ("hosts that were agreed to", fill("1", |place| format!(" https://{place}"), "")),
    ]
}

/// Many activities, one a line: each is an input of its own, and they are answered one after another.
pub fn lines() -> Vec<Input> {
    vec![
        ("lines of nothing", fill("", |_| "{}\n".to_owned(), "")),
        ("lines of one letter", all("x\n")),
        ("lines of a kind", all("{\"kind\":\"purchase\"}\n")),
        ("trips", all("{\"kind\":\"trip\",\"date\":\"2026-11-20\",\"legs\":[{\"mode\":\"rail\",\"km\":\"10\"}]}\n")),
    ]
}
