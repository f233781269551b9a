//! What the runs begin with: the data of the other tests, and the words that stand in it.

use std::collections::BTreeSet;
use std::path::Path;
use std::{env, fs};

use carbon_points::answer::signing::PrivateKey;
use carbon_points::domain::archive::json_text;
use carbon_points::domain::date::Date;
use carbon_points::domain::district::shipped;
use carbon_points::domain::handover;
use carbon_points::domain::intake;
use carbon_points::domain::json::Json;
use carbon_points::domain::ledger::{Entry, FIRST_PERSON, Ledger, Policy, Posted, Posting, Redemption};
use carbon_points::domain::methodology::assess;
use carbon_points::domain::receipt::Statement;
use carbon_points::domain::shared::{self, Shared};
use carbon_points::i18n::{Language, sheet};

use crate::world::{NOON, World, at_hand, today};
use crate::{ENTRANCES, frame, within_bounds, worst};

/// An export that the tests of the JavaScript API read.
pub const HOUSEHOLD: &str = include_str!("../../api/exports/household.json");

const GOLDEN: &str = include_str!("../../golden/cases.jsonl");
const LEDGERS: [&str; 2] =
    [include_str!("../../api/ledgers/two-years.jsonl"), include_str!("../../api/ledgers/damaged.jsonl")];
const RULEBOOKS: [&str; 2] = [
    include_str!("../../../static/rulebooks/beijing-2026.11.json"),
    include_str!("../../../static/rulebooks/beijing-2026.12.json"),
];
const HOSTS: &str = include_str!("../../../static/hosts.json");

/// The messages of the contract, and two that are none.
const MESSAGES: [&str; 9] = [
    r#"{"carbonPoints":1,"type":"set","language":"en","theme":"dark","district":"xicheng"}"#,
    r#"{"type":"set","carbonPoints":1}"#,
    r#"{"carbonPoints":1,"type":"set","theme":null,"district":null}"#,
    r#"{"carbonPoints":1,"type":"summary"}"#,
    r#"{"carbonPoints":1,"type":"prefill","activity":{"kind":"trip"}}"#,
    r#"{"carbonPoints":2,"type":"set","district":"../x","font":20,"font":21}"#,
    r#"{"carbonPoints":1,"type":"#,
    "1 https://host.example weixin/小程序%一",
    r#"{"origins":["https://host.example","http://127.0.0.1:8080","*","null"]}"#,
];

/// Addresses after the `#`.
const ADDRESSES: [&str; 16] = [
    "#/",
    "#/record/trip",
    "#/ledger",
    "#/entry/0123/correct",
    "#/rules",
    "#/points",
    "#/reward/museum",
    "#/voucher/x",
    "#/insight",
    "#/me/household",
    "#/me/carry",
    "#/take/AUeU",
    "#/check/AUeU",
    "#/receipt/AUeU",
    "#/statement/2026-11",
    "#/statement/2026",
];

/// The key of RFC 6979, A.2.5, whose public half the example district names.
const PRIVATE: &str = "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721";

/// Makes ready what the target of that name needs. Where `HOSTILE_SEEDS` names a folder, its seeds and its dictionary are
/// written there, and the worst that was thought of is tried once.
pub fn begin(target: &str) {
    crate::world::ready();
    let Some(folder) = env::var_os("HOSTILE_SEEDS") else { return };
    let into = Path::new(&folder).join(target);
    fs::create_dir_all(&into).expect("a folder");
    for (place, seed) in of(target).iter().enumerate() {
        fs::write(into.join(format!("seed-{place:03}")), seed).expect("written");
    }
    fs::write(into.with_extension("dict"), dictionary(target)).expect("written");
    if let Some((_, entrance)) = ENTRANCES.into_iter().find(|(name, _)| *name == target) {
        for (_, data) in worst::for_target(target) {
            within_bounds(entrance, &data);
        }
    }
}

/// What the target of that name begins with.
pub fn of(target: &str) -> Vec<Vec<u8>> {
    at_hand(|world| match target {
        "activity" => activities().map(|json| json.to_string()).chain(lines()).map(String::into_bytes).collect(),
        "rules" => {
            RULEBOOKS.into_iter().chain(["xicheng", "chaoyang"].into_iter().filter_map(shipped)).map(bytes).collect()
        }
        "import_json" => files(world).into_iter().map(String::into_bytes).collect(),
        "import_csv" => tables(world).into_iter().map(String::into_bytes).collect(),
        "link" => links(world),
        "host" => messages(),
        "receipt" => receipts(),
        _ => Vec::new(),
    })
}

/// Words of the seeds of a target, as a dictionary for libFuzzer: what chance would have to spell letter by letter.
pub fn dictionary(target: &str) -> String {
    let mut words: BTreeSet<String> =
        ["\\\"", "null", "true", "e999", "-", "\\\\u0000", "\\\\ud800"].map(str::to_owned).into();
    for seed in of(target) {
        let text = String::from_utf8_lossy(&seed).replace("\"\"", "\"");
        let short = |word: &&str| {
            word.is_ascii() && (2..=24).contains(&word.len()) && !word.contains(['\\', '\n', '\r', '\t', '\0'])
        };
        words.extend(text.split('"').filter(short).map(str::to_owned));
    }
    words
        .into_iter()
        .filter(|word| word.bytes().all(|byte| (0x20..0x7F).contains(&byte)))
        .take(600)
        .map(|word| format!("\"{word}\"\n"))
        .collect()
}

fn bytes(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

/// The inputs of the golden cases.
fn activities() -> impl Iterator<Item = Json> {
    GOLDEN.lines().filter_map(|line| Json::parse(line).ok()?.get("input").cloned())
}

fn lines() -> impl Iterator<Item = String> {
    LEDGERS.into_iter().flat_map(str::lines).filter(|line| line.len() < 2_000).map(str::to_owned).take(80)
}

/// Entries of every kind, valid and in order.
fn entries(world: &World) -> Vec<Entry> {
    let rules = &world.district;
    let mut entries = Vec::new();
    let id = |place: usize| format!("0123456789ABC{place:03}");
    let mut add = |posting| {
        let place = entries.len();
        entries.push(Entry { id: id(place), recorded_at: NOON - 1_000_000 + place as i64 * 1_000, posting });
    };
    add(Posting::Member { person: FIRST_PERSON.to_owned(), name: Some("小满".to_owned()) });
    add(Posting::Member { person: "2".to_owned(), name: Some("Ann".to_owned()) });
    for (place, mut json) in activities().enumerate() {
        if let (Json::Object(members), 0) = (&mut json, place % 4) {
            members.push(("note".to_owned(), Json::Text("=1+1 <b>\"注\"".to_owned())));
        }
        let Ok(activity) = intake::read(&json, rules, today()) else { continue };
        let Ok(worth) = assess(&activity, rules) else { continue };
        add(Posting::Activity(Box::new(Posted {
            activity,
            rulebook: rules.name(),
            verdict: worth.verdict,
            totals: worth.totals,
            corrects: (place % 5 == 4).then(|| id(place)),
            people: if place % 3 == 0 { vec!["1".to_owned(), "2".to_owned()] } else { Vec::new() },
            receipt: None,
        })));
    }
    add(Posting::Redemption(Box::new(Redemption {
        person: FIRST_PERSON.to_owned(),
        date: today(),
        rulebook: rules.name(),
        reward: "museum".to_owned(),
        cost: 10,
        code: "ABCD-1234".to_owned(),
        valid_until: Some(today()),
    })));
    let redeemed = entries.len() - 1;
    let mut add = |posting| {
        let place = entries.len();
        entries.push(Entry { id: id(place), recorded_at: NOON, posting });
    };
    add(Posting::Use { of: id(redeemed) });
    add(Posting::Reversal { of: id(2) });
    entries
}

fn files(world: &World) -> Vec<String> {
    let entries = entries(world);
    let settings = |all: &[(&str, &str)]| -> Vec<(String, String)> {
        all.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    };
    let all = settings(&[
        ("language", "zh-CN"),
        ("district", "chaoyang"),
        ("person", "1"),
        ("goal:1", "carbon 10"),
        ("text_size", "2"),
    ]);
    let overlay = settings(&[("overlay:chaoyang", shipped("chaoyang").unwrap_or_default())]);
    let whole = json_text(&entries, &all);
    let mut files = vec![HOUSEHOLD.to_owned(), json_text([], &overlay), json_text([], &[]), whole.clone()];
    // Laid out by another program, and as the first release kept it.
    files.push(whole.replace('\n', ""));
    files.push(format!(
        "[{}]",
        whole.lines().nth(4).unwrap_or_default().trim_end_matches(',').replacen("\"v\":2", "\"v\":1", 1)
    ));
    files.extend(entries.iter().step_by(6).map(|entry| json_text([entry], &[])));
    files
}

fn tables(world: &World) -> Vec<String> {
    let table = |entries: Vec<Entry>, language| {
        let mut ledger = Ledger::under(Policy::of(world.district.clone()));
        ledger.post_all(entries);
        sheet::csv_text(&ledger, &world.district, language)
    };
    let mut tables = vec![table(entries(world), Language::Zh), table(Vec::new(), Language::En)];
    for entry in entries(world).into_iter().step_by(9) {
        tables.push(table(vec![entry], Language::En));
    }
    let few = table(entries(world).into_iter().take(4).collect(), Language::En);
    tables.push(few.replace("\r\n", "\n"));
    // As spreadsheets of other countries separate.
    tables.push(
        "Record (JSON);x\r\n\"{\"\"v\"\":2,\"\"id\"\":\"\"U\"\",\"\"at\"\":1,\"\"reverses\"\":\"\"A\"\"}\";1\r\n"
            .to_owned(),
    );
    tables.push("x\tRecord (JSON)\n1\t{\"v\":2}\n".to_owned());
    tables
}

fn links(world: &World) -> Vec<Vec<u8>> {
    let mut ledger = Ledger::under(Policy::of(world.district.clone()));
    ledger.post_all(entries(world));
    let lines: Vec<_> = ledger.entries().iter().filter_map(|entry| handover::line(entry)).collect();
    let mut texts: Vec<String> = lines.chunks(4).map(handover::pack).collect();
    texts.extend(ledger.entries().iter().filter_map(|entry| shared::pack(&Shared::of(entry.posted()?)).ok()));
    let bodies: Vec<Vec<u8>> = texts.iter().map(|text| frame::body(text)).collect();
    texts.into_iter().step_by(4).map(String::into_bytes).chain(ADDRESSES.map(bytes)).chain(bodies).collect()
}

fn messages() -> Vec<Vec<u8>> {
    let prefilled = activities().map(|json| format!(r#"{{"carbonPoints":1,"type":"prefill","activity":{json}}}"#));
    prefilled.chain(MESSAGES.map(str::to_owned)).chain([HOSTS.to_owned()]).map(String::into_bytes).collect()
}

fn receipts() -> Vec<Vec<u8>> {
    let key = PrivateKey::parse(PRIVATE).expect("a key");
    let mut seeds = vec![bytes(PRIVATE)];
    for (place, json) in activities().enumerate() {
        let Ok(activity) = at_hand(|world| intake::read(&json, &world.district, today())) else { continue };
        let statement = Statement {
            issuer: "demo-issuer".to_owned(),
            district: (place % 2 == 0).then(|| "chaoyang".to_owned()),
            at: NOON,
            until: (place % 3 == 0).then(|| Date::parse("2026-12-31").expect("a day")),
            nonce: format!("n{place}"),
            activity: Statement::about(&activity),
        };
        let Some(text) = key.sign(statement).pack() else { continue };
        seeds.push(frame::body(&text));
        if place % 8 == 0 {
            seeds.push(text.into_bytes());
        }
    }
    seeds
}
