//! The page and the command line agree: a household's entries of every kind, over two versions of the rules and a
//! district's, as the page keeps them and as `assess --ledger` reads them out of the page's export.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::LazyLock;

use carbon_points::domain::archive::json_text;
use carbon_points::domain::assessment::{Outcome, Totals};
use carbon_points::domain::date::Date;
use carbon_points::domain::district::shipped;
use carbon_points::domain::json::Json;
use carbon_points::domain::ledger::{Entry, Ledger, Policy, Posted, Posting, saved};
use carbon_points::domain::methodology::assess_json;
use carbon_points::domain::rewards;
use carbon_points::domain::rulebook::Rulebook;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use super::{settings, told};
use crate::generator::activity;
use crate::support::day;

/// The last day of the story, with points of 2025 expired two weeks ago.
const TODAY: &str = "2027-01-14";

/// Rules by version and district.
static RULES: LazyLock<BTreeMap<String, Rulebook>> = LazyLock::new(|| {
    let mut rules = BTreeMap::new();
    for version in Rulebook::versions() {
        let base = Rulebook::built_in(version).expect("built in").expect("sound");
        for id in ["chaoyang", "xicheng"] {
            let laid = base.with_district(shipped(id).expect("shipped")).expect("laid");
            rules.insert(format!("{version} {id}"), laid);
        }
        rules.insert(format!("{version} "), base);
    }
    rules
});

fn rules_of(today: Date, district: &str) -> Rc<Rulebook> {
    Rc::new(RULES[&format!("{} {district}", Rulebook::current_name(today))].clone())
}

#[derive(Clone, Debug)]
enum Deed {
    /// An activity, so many days ago, and who it is for.
    Act(Json, i32, Vec<String>),
    Undo(Index),
    Correct(Index, Json, i32),
    Redeem(Index, String),
    Use(Index),
    Name(String, Option<String>),
}

fn member(name: &str, value: &str) -> (String, Json) {
    (name.to_owned(), Json::Text(value.to_owned()))
}

fn object(members: Vec<(String, Json)>) -> Json {
    Json::Object(members)
}

/// Acts that meet caps, bonuses and one another's claims, on few days.
fn crowded() -> impl Strategy<Value = Json> {
    let merchant = || prop::option::of(select(vec!["jingkelong", "solana", "nobody"]));
    let verified = |members: &mut Vec<(String, Json)>, yes: bool| {
        members.extend(yes.then(|| member("evidence", "verified")));
    };
    let trip = (select(vec!["rail", "bus", "bike", "walk", "bev_car"]), 1..120_u32, any::<bool>());
    let trip = trip.prop_map(move |(mode, km, sure)| {
        let leg = object(vec![member("mode", mode), member("km", &km.to_string())]);
        let mut members = vec![member("kind", "trip"), ("legs".to_owned(), Json::List(vec![leg]))];
        verified(&mut members, sure);
        object(members)
    });
    let actions = select(vec!["tree_planting", "clean_plate", "old_appliance_handin", "cycling_day", "low_carbon_day"]);
    let action = (actions, 1..6_u32, merchant(), any::<bool>()).prop_map(move |(action, count, merchant, sure)| {
        let count = member("count", &count.to_string());
        let mut members = vec![member("kind", "action"), member("action", action), count];
        members.extend(merchant.map(|merchant| member("merchant", merchant)));
        verified(&mut members, sure);
        object(members)
    });
    let refuel = (1..60_u32).prop_map(|litres| {
        object(vec![member("kind", "refuel"), member("litres", &litres.to_string()), member("time", "23:30")])
    });
    let stand = (24..80_u32).prop_map(|hours| {
        let hours = member("hours", &hours.to_string());
        object(vec![member("kind", "car_free"), hours, member("power", "petrol"), member("engine_litres", "1.6")])
    });
    let fridge = (select(vec!["S1", "S2"]), 150..300_u32).prop_map(|(serial, annual)| {
        object(vec![
            member("kind", "appliance"),
            member("appliance", "other"),
            member("annual_kwh", &annual.to_string()),
            member("replaced_annual_kwh", "301"),
            member("serial", serial),
        ])
    });
    let paint = (1..40_u32, select(vec!["家", "老家"]), merchant()).prop_map(|(litres, dwelling, merchant)| {
        let mut members = vec![
            member("kind", "purchase"),
            member("category", "interior_wall_coating"),
            member("amount", &litres.to_string()),
            member("unit", "L"),
            member("voc", "10"),
            member("voc_unit", "g/L"),
            member("basis", "less_water"),
            member("mode", "below_limit"),
            member("floor_area_m2", "60"),
            member("coats", "2"),
            member("dwelling", dwelling),
        ];
        members.extend(merchant.map(|merchant| member("merchant", merchant)));
        object(members)
    });
    prop_oneof![4 => trip, 4 => action, 1 => refuel, 1 => stand, 1 => fridge, 2 => paint]
}

fn act() -> impl Strategy<Value = Json> {
    prop_oneof![2 => crowded(), 1 => activity()]
}

fn ago() -> impl Strategy<Value = i32> {
    prop_oneof![3 => 0..4_i32, 1 => 0..800_i32]
}

fn deed() -> impl Strategy<Value = Deed> {
    let people = prop::sample::subsequence(vec!["1".to_owned(), "2".to_owned(), "K7".to_owned()], 0..=3);
    let person = || select(vec!["1", "2", "K7"]).prop_map(str::to_owned);
    prop_oneof![
        12 => (act(), ago(), people).prop_map(|(json, ago, people)| Deed::Act(json, ago, people)),
        1 => any::<Index>().prop_map(Deed::Undo),
        2 => (any::<Index>(), act(), ago()).prop_map(|(of, json, ago)| Deed::Correct(of, json, ago)),
        3 => (any::<Index>(), person()).prop_map(|(reward, person)| Deed::Redeem(reward, person)),
        1 => any::<Index>().prop_map(Deed::Use),
        1 => (person(), prop::option::of("[\\p{Han}a-z]{1,12}")).prop_map(|(person, name)| Deed::Name(person, name)),
    ]
}

/// The activity as it is recorded: of that many days before, unless its days hang together.
fn recorded(json: &Json, ago: i32, on: Date, rules: &Rulebook, people: Vec<String>) -> Option<Posted> {
    let mut members = json.members()?.to_vec();
    let kind = json.get("kind").and_then(Json::text)?.to_owned();
    members.retain(|(name, _)| name != "date" || kind == "utility");
    if kind != "utility" {
        members.push(member("date", &on.plus_days(-ago).to_string()));
    }
    let Outcome::Assessed(both) = assess_json(&Json::Object(members), rules, on) else { return None };
    let (activity, worth) = *both;
    let (verdict, totals) = (worth.verdict, worth.totals);
    let shared = activity.facts.kind().shared();
    let people = if shared { people } else { people.into_iter().take(1).collect() };
    Some(Posted { activity, rulebook: rules.name(), verdict, totals, corrects: None, people, receipt: None })
}

/// What the page has recorded after all of it, a deed a day.
fn lived(deeds: Vec<Deed>, district: &str) -> Ledger {
    let mut ledger = Ledger::under(Policy::of(rules_of(day("2026-11-21"), district)));
    for (place, deed) in (0..).zip(deeds) {
        let on = day("2026-11-21").plus_days(place);
        let rules = rules_of(on, district);
        let (id, at) = (format!("E{place}"), i64::from(place) * 86_400_000);
        let post = |ledger: &mut Ledger, id: &str, posting| {
            ledger.post(Entry { id: id.to_owned(), recorded_at: at, posting }).is_ok()
        };
        let earlier = |ledger: &Ledger, index: &Index| {
            let entries = ledger.entries();
            if entries.is_empty() { String::new() } else { index.get(entries).id.clone() }
        };
        match deed {
            Deed::Act(json, ago, people) => {
                if let Some(posted) = recorded(&json, ago, on, &rules, people) {
                    post(&mut ledger, &id, Posting::Activity(Box::new(posted)));
                }
            }
            Deed::Undo(of) => {
                let of = earlier(&ledger, &of);
                post(&mut ledger, &id, Posting::Reversal { of });
            }
            Deed::Correct(of, json, ago) => {
                let of = earlier(&ledger, &of);
                let people = ledger.entry(&of).and_then(|entry| Some(entry.posted()?.people.clone()));
                let Some(mut posted) = people.and_then(|people| recorded(&json, ago, on, &rules, people)) else {
                    continue;
                };
                if post(&mut ledger, &format!("{id}r"), Posting::Reversal { of: of.clone() }) {
                    posted.corrects = Some(of);
                    post(&mut ledger, &id, Posting::Activity(Box::new(posted)));
                }
            }
            Deed::Redeem(reward, person) => {
                let Some(district) = rules.district.as_ref() else { continue };
                let reward = &reward.get(&district.rewards).id;
                let made = rewards::redeem(&ledger, &rules, (&person, reward), format!("CODE-{place}"), on);
                if let Ok(made) = made {
                    post(&mut ledger, &id, Posting::Redemption(Box::new(made)));
                }
            }
            Deed::Use(of) => {
                let of = earlier(&ledger, &of);
                post(&mut ledger, &id, Posting::Use { of });
            }
            Deed::Name(person, name) => {
                post(&mut ledger, &id, Posting::Member { person, name });
            }
        }
    }
    ledger
}

/// The accounts as the page has them when it opens: every saved record read and posted, in their order.
fn opened(ledger: &Ledger, district: &str) -> Ledger {
    let base = rules_of(day(TODAY), "");
    let mut page = Ledger::under(Policy::of(rules_of(day(TODAY), district)));
    for entry in ledger.entries() {
        let read = saved::entry(&saved::entry_text(entry), &base).expect("the page reads what it saved");
        page.post(read).expect("posted");
    }
    page
}

fn totals(totals: Totals, points: i64) -> Value {
    json!({"carbon_mg": totals.carbon_mg, "voc_mg": totals.air.voc_mg, "nox_mg": totals.air.nox_mg,
           "upe": totals.air.upe, "points": points})
}

/// What the page says of a person: totals, expired and spent, points withheld by cap and entry, bonuses by entry.
fn of_page(page: &Ledger, person: &str) -> Value {
    let (account, today) = (page.account(person), day(TODAY));
    let (mut withheld, mut bonuses) = (Vec::new(), Vec::new());
    let rules = page.policy().rulebook().expect("rules");
    for entry in page.entries() {
        let Some(posted) = entry.posted() else { continue };
        let Some(standing) = account.standing(posted.activity.date, &entry.id) else { continue };
        withheld.extend(standing.withheld.iter().map(|one| json!([entry.id, one.limit.id(rules), one.points])));
        if let Some(bonus) = &standing.bonus {
            bonuses.push(json!([entry.id, bonus.merchant, bonus.credited]));
            withheld.extend(bonus.withheld.iter().map(|one| json!([entry.id, one.limit.id(rules), one.points])));
        }
    }
    json!({"totals": totals(account.all_time(), account.balance(today)), "expired": account.expired(today),
           "spent": account.spent(), "owed": account.owed(), "withheld": withheld, "bonuses": bonuses})
}

/// The same of a line of totals.
fn of_line(line: &Value) -> Value {
    let list = |name: &str, what: &str| -> Vec<Value> {
        let items = line[name].as_array().expect("a list");
        items.iter().map(|one| json!([one["id"], one[what], one["points"]])).collect()
    };
    let whole = |name: &str| line.get(name).cloned().unwrap_or(json!(0));
    json!({"totals": line["totals"], "expired": line["expired"], "spent": whole("spent"), "owed": whole("owed"),
           "withheld": list("withheld", "cap"), "bonuses": list("bonuses", "merchant")})
}

/// What the story came across, so that it is known to be a story of everything.
fn seen(page: &Ledger) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for entry in page.entries() {
        let word = match &entry.posting {
            Posting::Activity(posted) => {
                seen.extend(posted.rulebook.split('+').map(str::to_owned));
                seen.extend((posted.people.len() > 1).then(|| "shared".to_owned()));
                posted.activity.facts.kind().as_str()
            }
            Posting::Reversal { .. } => "reversal",
            Posting::Redemption(_) => "redemption",
            Posting::Use { .. } => "use",
            Posting::Member { .. } => "member",
        };
        seen.push(word.to_owned());
    }
    for member in page.members() {
        let found = of_page(page, &member.person);
        let lists = ["withheld", "bonuses"].into_iter().filter(|name| found[*name] != json!([]));
        seen.extend(lists.map(str::to_owned));
        seen.extend((found["expired"] != json!(0)).then(|| "expired".to_owned()));
    }
    seen
}

#[test]
fn the_page_and_the_command_line_agree() {
    use proptest::test_runner::{Config, TestRunner};
    let mut runner = TestRunner::new_with_rng(
        Config { cases: 48, failure_persistence: None, ..Config::default() },
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    let met = std::cell::RefCell::new(std::collections::BTreeSet::new());
    let stories = (prop::collection::vec(deed(), 1..55), select(vec!["", "chaoyang", "chaoyang", "xicheng"]));
    let agreed = runner.run(&stories, |(deeds, district)| {
        let lived = lived(deeds, district);
        let page = opened(&lived, district);
        met.borrow_mut().extend(seen(&page));
        let chosen = settings(&[("district", district), ("person", "1")]);
        let file = json_text(page.entries().iter().map(|entry| &**entry), &chosen);
        let (answers, last) = told(&file, &[&format!("--today={TODAY}")]);
        prop_assert_eq!(answers.len(), page.entries().len());
        for answer in &answers {
            let said = ["reasons", "notes"].into_iter().filter_map(|name| answer.get(name)?.as_array()).flatten();
            for code in said.map(|one| one["code"].as_str().expect("a code")) {
                let doubted = ["different_result", "unchecked", "follows_refused", "not_offered", "in_future"];
                prop_assert!(!doubted.contains(&code), "{}", answer);
            }
        }
        let members = page.members();
        if let [only] = members.as_slice() {
            prop_assert_eq!(of_line(&last), of_page(&page, &only.person));
            return Ok(());
        }
        let people = last["people"].as_array().expect("people");
        prop_assert_eq!(people.len(), members.len());
        for (line, member) in people.iter().zip(&members) {
            prop_assert_eq!(&line["person"], &json!(&member.person));
            prop_assert_eq!(of_line(line), of_page(&page, &member.person), "{}", member.person);
        }
        for name in ["carbon_mg", "voc_mg", "nox_mg", "upe", "points"] {
            let sum: i64 = people.iter().filter_map(|line| line["totals"][name].as_i64()).sum();
            prop_assert_eq!(&last["totals"][name], &json!(sum));
        }
        Ok(())
    });
    agreed.unwrap_or_else(|fault| panic!("{fault}"));
    let met = met.into_inner();
    for word in [
        "trip",
        "car_free",
        "utility",
        "solar",
        "appliance",
        "purchase",
        "refuel",
        "action",
        "shared",
        "reversal",
        "redemption",
        "use",
        "member",
        "withheld",
        "bonuses",
        "expired",
        "beijing@2026.11",
        "beijing@2026.12",
        "chaoyang@2026.11",
        "xicheng@2026.11",
    ] {
        assert!(met.contains(word), "the stories never came across {word}: {met:?}");
    }
}
