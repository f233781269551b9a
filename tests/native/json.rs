//! JSON is read as strictly as `serde_json` reads it, to the column of a fault, and written so that it reads back.

use carbon_points::domain::json::Json;
use proptest::prelude::*;
use serde_json::Value;

/// A text that is JSON, with white space, escapes and numbers of every form.
fn json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        "null|true|false",
        "-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,9})?([eE][+-]?[0-9]{1,3})?",
        text(),
        Just("[ ]".to_owned()),
        Just("{\t}".to_owned()),
    ];
    leaf.prop_recursive(5, 40, 5, |inner| {
        let member = (text(), inner.clone()).prop_map(|(name, value)| format!("{name} : {value}"));
        prop_oneof![
            prop::collection::vec(inner, 1..5).prop_map(|items| format!("[\n{}]", items.join(" ,"))),
            prop::collection::vec(member, 1..5).prop_map(|members| format!("{{{}\r\n}}", members.join(",\n "))),
        ]
    })
}

/// A JSON string.
fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "[a-z0-9 中😀\u{7f}]{0,4}",
        r#"\\["\\/bfnrt]"#,
        r"\\u[0-9a-cA-C][0-9a-fA-F]{3}",
        r"\\u[dD][89abAB][0-9a-f]{2}\\u[dD][c-fC-F][0-9A-F]{2}",
    ];
    prop::collection::vec(part, 0..4).prop_map(|parts| format!("\"{}\"", parts.concat()))
}

/// What is put into a text to break it: marks of JSON, halves of escapes, control characters, wide characters.
const BREAKS: &[&str] = &[
    "\"",
    "\\",
    "\\u",
    "\\ud800",
    "\\udc00",
    "\\ud800\\u0041",
    "\\uD83D\\n",
    "\\u12",
    "\\u+123",
    "\\u12中",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "0",
    "-",
    "1.",
    ".5",
    "1e",
    "e+",
    "00",
    "nul",
    "True",
    "NaN",
    "\n",
    "\t",
    "\0",
    "\u{1f}",
    "\u{b}",
    "\u{feff}",
    "\u{a0}",
    "中",
    "😀",
    "//",
    "'",
    " ",
];

/// A text that is mostly not JSON any more.
fn broken() -> impl Strategy<Value = String> {
    let edit = (any::<prop::sample::Index>(), any::<bool>(), prop::sample::select(BREAKS));
    (json(), prop::collection::vec(edit, 1..4)).prop_map(|(json, edits)| {
        let mut characters: Vec<char> = json.chars().collect();
        for (place, replaces, what) in edits {
            let at = place.index(characters.len() + 1);
            let end = if replaces { (at + 1).min(characters.len()) } else { at };
            characters.splice(at..end, what.chars());
        }
        characters.into_iter().collect()
    })
}

/// Both readers agree: on the value, or on where it stops being one.
fn agree(text: &str) {
    match (Json::parse(text), serde_json::from_str::<Value>(text)) {
        (Ok(json), Ok(expected)) => {
            let printed = json.to_string();
            assert_eq!(serde_json::from_str::<Value>(&printed).ok(), Some(expected), "{text:?}");
            assert_eq!(Json::parse(&printed), Ok(json), "{text:?}");
        }
        (Err(found), Err(expected)) => {
            let place = (expected.line(), expected.column().max(1), expected.is_eof());
            assert_eq!((found.line, found.column, found.truncated), place, "{text:?}: {expected}");
        }
        (found, expected) => panic!("{text:?}: {found:?} but {expected:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn what_is_json_is_read(text in json()) {
        prop_assert!(Json::parse(&text).is_ok(), "{text:?}");
        agree(&text);
    }

    #[test]
    fn what_is_broken_is_refused_where_it_breaks(text in broken()) {
        agree(&text);
    }

    #[test]
    fn what_stops_in_the_middle_is_refused_there(text in json(), end in any::<prop::sample::Index>()) {
        let end = end.index(text.chars().count() + 1);
        agree(&text.chars().take(end).collect::<String>());
    }

    #[test]
    fn any_text_is_written_so_that_it_reads_back(text in any::<String>()) {
        let json = Json::Text(text);
        let printed = json.to_string();
        prop_assert_eq!(&printed, &serde_json::to_string(json.text().unwrap()).unwrap());
        prop_assert_eq!(Json::parse(&printed), Ok(json));
    }
}

#[test]
fn every_break_is_refused_everywhere() {
    let whole = r#" {"a\u00e9😀":[-1.5e+3,0,true,null,"\ud83d\ude00"] , "b":{}} "#;
    let places = whole.char_indices().map(|(at, _)| at).chain([whole.len()]);
    for at in places {
        let (before, after) = whole.split_at(at);
        agree(before);
        for what in BREAKS {
            agree(&format!("{before}{what}{after}"));
        }
    }
}

#[test]
fn nesting_ends_at_the_same_depth() {
    for depth in 120..=135 {
        agree(&format!("{}{}", "[".repeat(depth), "]".repeat(depth)));
        agree(&format!("{}1{}", r#"{"a":"#.repeat(depth), "}".repeat(depth)));
    }
    agree(&format!("[{}]", ["[[]]"; 200].join(",")));
}

#[test]
fn numbers_and_duplicates_are_kept_as_they_are_written() {
    let text = r#"{"a":1.50,"a":-0,"b":1E5,"c":100000000000000000000000000000}"#;
    assert_eq!(Json::parse(text).unwrap().to_string(), text);
    assert_eq!(<Json>::List(vec![Json::Number("1,5".into()), Json::Null]).to_string(), "[null,null]");
}
