//! Of files that are taken in.

use super::{Input, fill};
use crate::seeds::HOUSEHOLD;

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

pub(super) fn import_json() -> Vec<Input> {
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

pub(super) fn import_csv() -> Vec<Input> {
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
