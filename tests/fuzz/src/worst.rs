//! The worst that was thought of: inputs of 64 KB that repeat what might cost more the more there is of it.

use crate::MOST_INPUT;
use crate::frame::enclosed;
use crate::seeds::{HOUSEHOLD, of};

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

fn rules() -> Vec<Input> {
    let rulebook = |section: &str, item: &dyn Fn(usize) -> String| {
        let lists = ["methods", "sources", "parameters", "actions", "products", "displaced"];
        let mut begin =
            r#"{"schema":1,"id":"beijing","version":"1","published":"2026-11-01","scheme_from":"2026-01-01""#
                .to_owned();
        for list in lists.into_iter().filter(|list| *list != section) {
            begin.push_str(&format!(",\"{list}\":[]"));
        }
        fill(&format!("{begin},\"{section}\":[{}", item(usize::MAX)), |place| format!(",{}", item(place)), "]}")
    };
    let overlay = |section: &str, item: &dyn Fn(usize) -> String| {
        let begin = r#"{"schema":1,"base":"beijing","id":"x","version":"1","published":"2026-11-21""#;
        fill(&format!("{begin},\"{section}\":[{}", item(usize::MAX)), |place| format!(",{}", item(place)), "]}")
    };
    let empty = |_: usize| "{}".to_owned();
    let id = |place: usize| format!("{{\"id\":\"a{place}\"}}");
    let same = |_: usize| r#"{"id":"a"}"#.to_owned();
    let number = |_: usize| "0".to_owned();
    vec![
        ("wrong names", fill("{\"schema\":1", |place| format!(",\"{place}\":0"), "}")),
        ("methods of nothing", rulebook("methods", &empty)),
        ("methods", rulebook("methods", &id)),
        ("sources of nothing", rulebook("sources", &empty)),
        ("sources", rulebook("sources", &id)),
        ("parameters of nothing", rulebook("parameters", &empty)),
        ("parameters", rulebook("parameters", &id)),
        ("one parameter many times", rulebook("parameters", &same)),
        ("parameters that are numbers", rulebook("parameters", &number)),
        (
            "parameters with many wrong names",
            rulebook("parameters", &|place| format!("{{\"a{place}\":0,\"b{place}\":0}}")),
        ),
        (
            "values of nothing",
            rulebook("parameters", &|_| format!("{{\"id\":\"a\",\"values\":[{}{{}}]}}", "{},".repeat(2_000))),
        ),
        (
            "values of one day",
            rulebook("parameters", &|place| {
                format!(
                    "{{\"id\":\"a{place}\",\"unit\":\"g\",\"values\":[{}{{}}]}}",
                    r#"{"from":"2026-01-01","amount":"1"},"#.repeat(300)
                )
            }),
        ),
        ("actions", rulebook("actions", &id)),
        ("products of nothing", rulebook("products", &empty)),
        (
            "products that displace",
            rulebook("products", &|place| format!(r#"{{"id":"a{place}","displaces":["b{place}"]}}"#)),
        ),
        ("displaced", rulebook("displaced", &id)),
        ("references that lead nowhere", {
            let references: Vec<String> = (10_000..14_000).map(|one| format!("\"b{one}\"")).collect();
            let begin = r#"{"schema":1,"methods":[],"sources":[],"parameters":[],"actions":[],"#;
            let products = format!("\"products\":[{{\"displaces\":[{}]}}]", references.join(","));
            fill(
                &format!("{begin}{products},\"displaced\":[{{}}"),
                |place| format!(",{{\"id\":\"a{}\"}}", 10_000 + place),
                "]}",
            )
        }),
        ("long references that lead nowhere", {
            let long = "x".repeat(50);
            let references: Vec<String> = (10_000..10_400).map(|one| format!("\"{long}{one}\"")).collect();
            let begin = r#"{"schema":1,"methods":[],"sources":[],"parameters":[],"actions":[],"#;
            let products = format!("\"products\":[{{\"displaces\":[{}]}}]", references.join(","));
            fill(
                &format!("{begin}{products},\"displaced\":[{{}}"),
                |place| format!(",{{\"id\":\"{}{long}\"}}", 10_000 + place),
                "]}",
            )
        }),
        ("a district's sources", overlay("sources", &id)),
        ("a district's parameters", overlay("parameters", &id)),
        ("a district's policy", overlay("policy", &id)),
        ("a district's actions of nothing", overlay("actions", &empty)),
        ("a district's merchants", overlay("merchants", &id)),
        ("a district's merchants of nothing", overlay("merchants", &empty)),
        ("a district's rewards", overlay("rewards", &id)),
        ("a district's scenes", overlay("scenes", &id)),
        ("a district's issuers", overlay("issuers", &id)),
        ("a district's numbers for issuers", overlay("issuers", &number)),
    ]
}

const FILE: &str = "{\"format\":\"carbon-points\",\"version\":3,\n";

/// A file of such entries, laid out as the page does.
fn file(each: &dyn Fn(usize) -> String) -> Vec<u8> {
    fill(
        &format!("{FILE}\"settings\":{{}},\n\"entries\":[\n{}", each(100_000)),
        |place| format!(",\n{}", each(place)),
        "\n]}\n",
    )
}

/// The same in one line.
fn heap(each: &dyn Fn(usize) -> String) -> Vec<u8> {
    fill(&format!("{}\"entries\":[{}", FILE.trim_end(), each(100_000)), |place| format!(",{}", each(place)), "]}")
}

fn settings(each: &dyn Fn(usize) -> String) -> Vec<u8> {
    fill(
        &format!("{FILE}\"settings\":{{{}", each(100_000)),
        |place| format!(",{}", each(place)),
        "},\n\"entries\":[\n]}\n",
    )
}

const REDEEMED: &str =
    r#""person":"1","date":"2026-11-20","rulebook":"beijing@2026.12+chaoyang@2026.11","cost":1,"code":"A"}"#;
const CAR_FREE: &str = r#""rulebook":"beijing@2026.12","verdict":"credited","carbon_mg":0,"voc_mg":0,"nox_mg":0,"upe":0,"points":25,"activity":{"kind":"car_free","date":"2026-11-20","hours":"24","power":"petrol","engine_litres":"1.6"}}"#;

/// An entry that says 10 km by metro, by these rules.
fn metro(id: usize, rulebook: &str, day: usize, more: &str) -> String {
    format!(
        r#"{{"v":2,"id":"{id}","at":{id},"rulebook":"{rulebook}","verdict":"credited","carbon_mg":720000,"voc_mg":0,"nox_mg":0,"upe":0,"points":36,"activity":{{"kind":"trip","date":"2026-{:02}-{:02}","legs":[{{"mode":"rail","km":"10"}}]}}{more}}}"#,
        day / 28 % 10 + 1,
        day % 28 + 1
    )
}

/// An entry of a file, by its place.
type Each = Box<dyn Fn(usize) -> String>;

fn entries() -> Vec<(&'static str, Each)> {
    let member = |id: usize, person: usize, name: &str| {
        format!(r#"{{"v":2,"id":"{id}","at":1,"member":"{person}","name":"{name}"}}"#)
    };
    let bill = |id: usize, start: usize| {
        format!(
            r#"{{"v":2,"id":"{id}","at":{id},"rulebook":"beijing@2026.12","verdict":"credited","carbon_mg":504000,"voc_mg":0,"nox_mg":0,"upe":0,"points":25,"activity":{{"kind":"utility","date":"2026-10-31","utility":"water","start":"2026-{:02}-01","end":"2026-10-31","usage":"8","baseline_usage":"11","baseline_days":"31"}}}}"#,
            start % 10 + 1
        )
    };
    vec![
        ("people", Box::new(move |place| member(place, place, &format!("p{place}")))),
        ("people of one name", Box::new(move |place| member(place, place, "Ann"))),
        ("names of one person", Box::new(move |place| member(place, 1, &format!("p{place}")))),
        ("trips of one day", Box::new(|place| metro(place, "beijing@2026.12", 300, ""))),
        ("trips of many days", Box::new(|place| metro(place, "beijing@2026.12", place, ""))),
        (
            "trips of many people",
            Box::new(|place| {
                let people: Vec<String> = (0..60).map(|one| format!("\"{}\"", place * 60 + one)).collect();
                metro(place, "beijing@2026.12", place, &format!(",\"people\":[{}]", people.join(",")))
            }),
        ),
        ("rules of many names", Box::new(|place| metro(place, &format!("beijing@2026.12+{place}@1"), 300, ""))),
        ("bases of many names", Box::new(|place| metro(place, &format!("beijing@{place}"), 300, ""))),
        (
            "corrections of one another",
            Box::new(|place| metro(place + 1, "beijing@2026.12", 300, &format!(",\"corrects\":\"{place}\""))),
        ),
        ("corrections of one", Box::new(|place| metro(place, "beijing@2026.12", 300, ",\"corrects\":\"100000\""))),
        ("receipts that are none", Box::new(|place| metro(place, "beijing@2026.12", 300, ",\"receipt\":\"AUeU\""))),
        ("the same entry", Box::new(|_| metro(1, "beijing@2026.12", 300, ""))),
        ("other entries of the same id", Box::new(|place| metro(1, "beijing@2026.12", place, ""))),
        ("bills that overlap", Box::new(move |place| bill(place, place))),
        ("car-free days that overlap", Box::new(|place| format!(r#"{{"v":2,"id":"{place}","at":{place},{CAR_FREE}"#))),
        (
            "redemptions",
            Box::new(|place| {
                format!(r#"{{"v":2,"id":"{place}","at":{place},"redeems":"r","{REDEEMED}"#).replace("\"\"", "\"")
            }),
        ),
        ("reversals of nothing", Box::new(|place| format!(r#"{{"v":2,"id":"{place}","at":1,"reverses":"{place}"}}"#))),
        ("entries of nothing", Box::new(|_| "{}".to_owned())),
        ("numbers for entries", Box::new(|_| "0".to_owned())),
        ("entries with one wrong name", Box::new(|place| format!("{{\"v\":2,\"{place}\":0}}"))),
        (
            "activities with one wrong name",
            Box::new(|place| metro(place, "beijing@2026.12", 300, "").replacen("\"kind\"", &format!("\"{place}\""), 1)),
        ),
    ]
}

fn import_json() -> Vec<Input> {
    let mut inputs: Vec<Input> = Vec::new();
    for (name, each) in entries() {
        inputs.push((name, file(&each)));
        inputs.push((name, heap(&each)));
    }
    let chaoyang = carbon_points::domain::district::shipped("chaoyang").unwrap_or_default();
    let quoted = carbon_points::domain::json::Json::Text(chaoyang.to_owned()).to_string();
    inputs.extend([
        (
            "one entry with many wrong names",
            heap(&|_| {
                String::from_utf8_lossy(&fill("{\"v\":2", |place| format!(",\"{place}\":0"), "}"))
                    .into_owned()
                    .chars()
                    .take(60_000)
                    .collect()
            }),
        ),
        ("settings", settings(&|place| format!("\"{place}\":\"\""))),
        ("goals", settings(&|place| format!("\"goal:{place}\":\"carbon 10\""))),
        ("rules of districts, of nothing", settings(&|place| format!("\"overlay:{place}\":\"\""))),
        ("rules of districts", settings(&|place| format!("\"overlay:{place}\":{quoted}"))),
        ("beginnings of entries", fill(FILE, |_| "\n\"entries\":[".to_owned(), "")),
        ("ends of entries", fill(&format!("{FILE}\n\"entries\":[\n"), |_| "\n]".to_owned(), "")),
        ("a file in a file", fill(HOUSEHOLD, |_| HOUSEHOLD.to_owned(), "")),
    ]);
    inputs
}

fn import_csv() -> Vec<Input> {
    let table = |each: &dyn Fn(usize) -> String| {
        let row = |place| format!("\"{}\"\r\n", each(place).replace('"', "\"\""));
        fill(&format!("Record (JSON)\r\n{}", row(100_000)), row, "")
    };
    let mut inputs: Vec<Input> = entries().into_iter().map(|(name, each)| (name, table(&each))).collect();
    inputs.extend([
        ("rows of one letter", fill("Record (JSON)\n", |_| "x\n".to_owned(), "")),
        ("rows of nothing", fill("Record (JSON)\n", |_| "\n".to_owned(), "")),
        ("cells of nothing", fill("Record (JSON)\n", |_| ",".to_owned(), "")),
        ("many columns", fill("a", |_| ",a".to_owned(), ",Record (JSON)\n{}")),
        ("a quotation mark that is never closed", fill("Record (JSON)\n\"", |_| "a\n".to_owned(), "")),
        ("quotation marks", fill("Record (JSON)\n\"", |_| "\"\"".to_owned(), "\"")),
        ("a heading that is never closed", fill("\"", |_| "\"\"".to_owned(), "")),
        ("letters after a quotation mark", fill("Record (JSON)\n", |_| "\"\"x\n".to_owned(), "")),
        ("a cell of many lines", fill("Record (JSON)\n\"{", |_| "\n".to_owned(), "x\"")),
        ("cells of many lines", fill("Record (JSON)\n", |_| "\"{\n\n\n\n\n\n\n\nx\"\n".to_owned(), "")),
    ]);
    inputs
}

fn link() -> Vec<Input> {
    let whole = |mut number: usize| {
        let mut bytes = Vec::new();
        while number >= 0x80 {
            bytes.push((number & 0x7F) as u8 | 0x80);
            number >>= 7;
        }
        bytes.push(number as u8);
        bytes
    };
    // Bodies that fill 64 KB once they are enclosed.
    let most = MOST_INPUT / 4 * 3 - 16;
    let repeated = |head: Vec<u8>, each: &[u8]| {
        let count = most.saturating_sub(head.len() + 4) / each.len();
        enclosed(&[head, whole(count), each.repeat(count)].concat()).into_bytes()
    };
    let trip = &of("link")
        .into_iter()
        .filter(|seed| seed.first().is_some_and(|byte| *byte < 8))
        .max_by_key(Vec::len)
        .unwrap_or_default();
    vec![
        ("reversals", repeated(vec![0], &[0, 0, 1, b'a', 0, 0, 1, b'b'])),
        ("names of rules", repeated(Vec::new(), &[1, b'a'])),
        ("more lines than there are", enclosed(&[vec![0], vec![0xFF; 9], vec![1]].concat()).into_bytes()),
        (
            "lists in lists",
            repeated(vec![1, 1, b'a'], &[1, 0, 1, b'a', 0, 0, 0, 4, 210, 210, 210, 210, 208, 208, 208, 208, 208]),
        ),
        (
            "a real body, cut to size",
            enclosed(&trip.iter().copied().cycle().take(most).collect::<Vec<u8>>()).into_bytes(),
        ),
        ("a damaged frame", {
            let mut text = enclosed(&vec![7; most]).into_bytes();
            text.extend(b"A");
            text
        }),
        ("an address", fill("#/", |_| "take/".to_owned(), "")),
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
