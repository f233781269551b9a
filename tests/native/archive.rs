//! Records out and in: the file, its faults, the plan of an import, the table.

mod checks;
mod csv;
mod fault;
mod file;
mod plan;

use std::rc::Rc;

use carbon_points::domain::archive::{Archive, json_text};
use carbon_points::domain::chain::Seal;
use carbon_points::domain::intake;
use carbon_points::domain::json::Json;
use carbon_points::domain::ledger::{Entry, FIRST_PERSON, Ledger, Policy, Posted, Posting, Redemption};
use carbon_points::domain::methodology::assess;
use proptest::prelude::*;

use crate::generator::activity;
use crate::support::{beijing, day};

/// An entry of an activity worked out with the shipped rulebook.
pub(crate) fn posted(id: &str, at: i64, json: &str) -> Entry {
    from_json(id, at, &Json::parse(json).expect("JSON"), Vec::new())
}

fn from_json(id: &str, at: i64, json: &Json, people: Vec<String>) -> Entry {
    let activity = intake::read(json, beijing(), day("2026-11-21")).expect("a valid activity");
    let worth = assess(&activity, beijing()).expect("assessed");
    let posting = Posting::Activity(Box::new(Posted {
        activity,
        rulebook: beijing().name(),
        verdict: worth.verdict,
        totals: worth.totals,
        corrects: None,
        people,
        receipt: None,
    }));
    Entry { id: id.to_owned(), recorded_at: at, posting }
}

/// 10 km by metro: 720 g and, self-declared, 36 points.
pub(crate) fn metro(id: &str, at: i64) -> Entry {
    posted(id, at, r#"{"kind":"trip","date":"2026-11-20","legs":[{"mode":"rail","km":"10"}]}"#)
}

pub(crate) fn other(id: &str, at: i64, posting: Posting) -> Entry {
    Entry { id: id.to_owned(), recorded_at: at, posting }
}

pub(crate) fn reversal(id: &str, at: i64, of: &str) -> Entry {
    other(id, at, Posting::Reversal { of: of.to_owned() })
}

pub(crate) fn usage(id: &str, at: i64, of: &str) -> Entry {
    other(id, at, Posting::Use { of: of.to_owned() })
}

pub(crate) fn redemption(id: &str, at: i64, cost: i64) -> Entry {
    let redemption = Redemption {
        person: FIRST_PERSON.to_owned(),
        date: day("2026-11-21"),
        rulebook: "beijing@2026.11+nowhere@1".to_owned(),
        reward: "museum".to_owned(),
        cost,
        code: "ABCD-1234".to_owned(),
        valid_until: Some(day("2026-12-31")),
    };
    other(id, at, Posting::Redemption(Box::new(redemption)))
}

pub(crate) fn member(id: &str, at: i64, person: &str, name: Option<&str>) -> Entry {
    other(id, at, Posting::Member { person: person.to_owned(), name: name.map(str::to_owned) })
}

/// A ledger under the shipped rules.
pub(crate) fn ledger(entries: impl IntoIterator<Item = Entry>) -> Ledger {
    let mut ledger = Ledger::under(Policy::of(Rc::new(beijing().clone())));
    ledger.post_all(entries);
    ledger
}

pub(crate) fn archive(entries: impl IntoIterator<Item = Entry>) -> Archive {
    Archive { entries: entries.into_iter().collect(), ..Archive::default() }
}

/// The same, whatever its digests say.
pub(crate) fn unsealed(archive: Archive) -> Archive {
    Archive { seal: Seal::None, ..archive }
}

pub(crate) fn file_of(ledger: &Ledger) -> String {
    json_text(ledger.entries().iter().map(|entry| &**entry), &[])
}

/// One thing done on a device: an activity, or something about an earlier one.
#[derive(Clone, Debug)]
enum Deed {
    Act(Json, Vec<String>),
    Reverse(prop::sample::Index),
    Correct(prop::sample::Index, Json),
    Redeem(i64),
    Use(prop::sample::Index),
    Name(String, Option<String>),
}

fn deed() -> impl Strategy<Value = Deed> {
    let people = prop::sample::subsequence(vec!["1".to_owned(), "2".to_owned(), "K7".to_owned()], 0..=3);
    prop_oneof![
        4 => (activity(), people).prop_map(|(json, people)| Deed::Act(json, people)),
        1 => any::<prop::sample::Index>().prop_map(Deed::Reverse),
        1 => (any::<prop::sample::Index>(), activity()).prop_map(|(of, json)| Deed::Correct(of, json)),
        1 => (1..5_000_i64).prop_map(Deed::Redeem),
        1 => any::<prop::sample::Index>().prop_map(Deed::Use),
        1 => ("[12K]", prop::option::of("[\\p{Han}a-z]{1,12}")).prop_map(|(person, name)| Deed::Name(person, name)),
    ]
}

/// What somebody has done on a device that began empty, as entries.
pub(crate) fn deeds(device: &'static str, first_at: i64) -> impl Strategy<Value = Vec<Entry>> {
    several().prop_map(move |deeds| {
        let mut ledger = ledger([]);
        perform(&mut ledger, device, first_at, deeds);
        ledger.entries().iter().map(|entry| Entry::clone(entry)).collect()
    })
}

fn several() -> impl Strategy<Value = Vec<Deed>> {
    prop::collection::vec(deed(), 0..25)
}

/// Does it on a device, with ids that begin with `device`; no two entries of any device are of the same moment.
fn perform(ledger: &mut Ledger, device: &str, first_at: i64, deeds: Vec<Deed>) {
    for deed in deeds {
        let place = i64::try_from(ledger.entries().len()).expect("few");
        let (id, at) = (format!("{device}{place}"), first_at + place * 7_000);
        let earlier = |index: &prop::sample::Index| {
            let entries = ledger.entries();
            if entries.is_empty() { String::new() } else { index.get(entries).id.clone() }
        };
        match deed {
            Deed::Act(json, people) => ledger.post_all([from_json(&id, at, &json, people)]),
            // What cannot be, the ledger refuses.
            Deed::Reverse(of) => ledger.post_all([reversal(&id, at, &earlier(&of))]),
            Deed::Use(of) => ledger.post_all([usage(&id, at, &earlier(&of))]),
            Deed::Redeem(cost) => ledger.post_all([redemption(&id, at, cost)]),
            Deed::Name(person, name) => ledger.post_all([member(&id, at, &person, name.as_deref())]),
            Deed::Correct(of, json) => {
                let of = earlier(&of);
                let known = ledger.entry(&of).is_some_and(|entry| entry.posted().is_some());
                if known && ledger.post(reversal(&format!("{id}r"), at, &of)).is_ok() {
                    let mut entry = from_json(&id, at + 1, &json, Vec::new());
                    if let Posting::Activity(posted) = &mut entry.posting {
                        posted.corrects = Some(of);
                    }
                    ledger.post_all([entry]);
                }
            }
        }
    }
}
