//! Who may know whom: `main → app → ui → insight → domain, i18n`, and `bin → answer → domain, i18n`; only `platform` touches the browser; `domain` and `i18n` are
//! pure. One package cannot enforce this by crate boundaries, so the sources are read.

use std::fs;
use std::path::{Path, PathBuf};

/// What a part of the sources must not mention.
struct Rule {
    /// Folder or file under `src/`.
    part: &'static str,
    forbidden: &'static [&'static str],
    /// Files of the part that may.
    except: &'static [&'static str],
}

const BROWSER: &[&str] = &["web_sys", "js_sys", "wasm_bindgen", "yew", "gloo", "idb::"];

const RULES: &[Rule] = &[
    Rule { part: "domain", forbidden: BROWSER, except: &[] },
    Rule {
        part: "domain",
        forbidden: &[
            "crate::answer",
            "crate::app",
            "crate::ui",
            "crate::platform",
            "crate::i18n::",
            "crate::route",
            "f32",
            "f64",
        ],
        except: &[],
    },
    Rule { part: "i18n", forbidden: BROWSER, except: &[] },
    Rule {
        part: "i18n",
        forbidden: &["crate::app", "crate::ui", "crate::platform", "crate::route", "f32", "f64"],
        except: &[],
    },
    Rule { part: "answer", forbidden: BROWSER, except: &[] },
    Rule {
        part: "answer",
        forbidden: &["crate::app", "crate::ui", "crate::platform", "crate::route", "f32", "f64"],
        except: &[],
    },
    Rule { part: "insight", forbidden: BROWSER, except: &[] },
    Rule {
        part: "insight",
        forbidden: &["crate::app", "crate::ui", "crate::platform", "crate::route", "f32", "f64"],
        except: &[],
    },
    Rule { part: "kiosk", forbidden: BROWSER, except: &[] },
    Rule {
        part: "kiosk",
        forbidden: &["crate::app", "crate::ui", "crate::platform", "crate::route", "f32", "f64"],
        except: &[],
    },
    Rule { part: "host", forbidden: BROWSER, except: &[] },
    Rule {
        part: "host",
        forbidden: &["crate::app", "crate::ui", "crate::platform", "crate::route", "f32", "f64"],
        except: &[],
    },
    Rule { part: "ui", forbidden: &["crate::app", "crate::platform"], except: &[] },
    // What an event carries has to be read somewhere.
    Rule { part: "ui", forbidden: &["web_sys", "js_sys", "wasm_bindgen", "gloo"], except: &["ui/event.rs"] },
    Rule { part: "app", forbidden: &["web_sys", "js_sys", "gloo", "idb::"], except: &[] },
    Rule { part: "platform", forbidden: &["crate::app", "crate::ui"], except: &[] },
    // The page answers people, not programs; its first file must not hold what writes the contract's JSON.
    Rule { part: "app", forbidden: &["crate::answer"], except: &[] },
    Rule { part: "ui", forbidden: &["crate::answer"], except: &[] },
    Rule { part: "bin", forbidden: BROWSER, except: &["bin/api.rs"] },
    Rule {
        part: "bin",
        forbidden: &["carbon_points::app", "carbon_points::ui", "carbon_points::platform"],
        except: &[],
    },
];

/// Whether a line of code mentions a name; a name in a comment, a string or inside a longer word does not count.
fn mentions(line: &str, name: &str) -> bool {
    let code = without_strings(line);
    let code = code.split("//").next().unwrap_or_default();
    let word =
        |character: Option<char>| character.is_some_and(|character| character.is_alphanumeric() || character == '_');
    code.match_indices(name).any(|(at, _)| {
        let (before, after) = (code[..at].chars().next_back(), code[at + name.len()..].chars().next());
        !word(before) && (name.ends_with(':') || !word(after))
    })
}

fn without_strings(line: &str) -> String {
    line.split('"').step_by(2).collect::<Vec<_>>().join("\"")
}

fn violations(rule: &Rule, file: &str, text: &str) -> Vec<String> {
    if rule.except.contains(&file) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for name in rule.forbidden {
            if mentions(line, name) {
                found.push(format!("src/{file}:{}: {} must not know {name}: {}", number + 1, rule.part, line.trim()));
            }
        }
    }
    found
}

fn sources() -> Vec<(String, String)> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &root, &mut files);
    files
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(root, &path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.strip_prefix(root).expect("inside").to_string_lossy().replace('\\', "/");
            files.push((name, fs::read_to_string(&path).expect("text")));
        }
    }
}

fn belongs(file: &str, part: &str) -> bool {
    file.strip_prefix(part).is_some_and(|rest| rest.starts_with('/') || rest == ".rs")
}

#[test]
fn no_part_knows_what_it_must_not() {
    let files = sources();
    let found: Vec<String> = RULES
        .iter()
        .flat_map(|rule| {
            files
                .iter()
                .filter(|(file, _)| belongs(file, rule.part))
                .flat_map(|(file, text)| violations(rule, file, text))
        })
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_part_is_there_to_be_checked() {
    let files = sources();
    for part in ["domain", "i18n", "answer", "insight", "kiosk", "ui", "app", "bin"] {
        assert!(files.iter().any(|(file, _)| belongs(file, part)), "nothing under src/{part} was read");
    }
    assert!(files.iter().any(|(file, _)| file == "domain/methodology/travel.rs"));
}

#[test]
fn a_planted_violation_is_found() {
    let rule = &RULES[0];
    for line in ["use web_sys::Window;", "    let x = yew::html! {};", "use {js_sys::Date, std::fmt};"] {
        assert_eq!(violations(rule, "domain/date.rs", line).len(), 1, "{line}");
    }
    for line in ["// web_sys is not known here", "let yewtree = 1;", r#"let text = "gloo";"#, "/// See yew."] {
        assert_eq!(violations(rule, "domain/date.rs", line), [""; 0], "{line}");
    }
    let floats = &RULES[1];
    assert_eq!(violations(floats, "domain/exact.rs", "fn half(x: f64) -> f64 {").len(), 1);
    assert_eq!(violations(floats, "domain/exact.rs", "let buf64 = 0xf64a;"), [""; 0]);
    let events = RULES.iter().find(|rule| rule.except == ["ui/event.rs"]).expect("a rule with an exception");
    assert_eq!(violations(events, "ui/event.rs", "use web_sys::Event;"), [""; 0]);
    assert_eq!(violations(events, "ui/field.rs", "use web_sys::Event;").len(), 1);
}
