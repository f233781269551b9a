//! A file of records: read, planned onto a ledger, imported, shown and written again.

use std::io;

use carbon_points::answer::export;
use carbon_points::answer::rules::{Asked, District};
use carbon_points::answer::verify::verified;
use carbon_points::domain::archive::{Archive, Here, Placed, Plan, json_text, placed, read};
use carbon_points::domain::chain::Seal;
use carbon_points::domain::ledger::{FIRST_PERSON, Ledger};
use carbon_points::domain::statement::{Period, Statement};
use carbon_points::domain::verify::{AtHand, Cells, verify};
use carbon_points::host::told;
use carbon_points::i18n::archive::{left_out, mixed, namesakes, sentence};
use carbon_points::i18n::verify::{difference, seal, unchecked, unproven};
use carbon_points::i18n::{Language, sheet};
use carbon_points::setting;

use crate::world::{NOON, World, at_hand, today};

const LANGUAGES: [Language; 2] = [Language::Zh, Language::En];

/// A file as JSON: read, planned and imported.
pub fn import_json(data: &[u8]) {
    at_hand(|world| taken(&crate::text(data), world));
}

/// A file as a table: the same.
pub fn import_csv(data: &[u8]) {
    at_hand(|world| taken(&crate::text(data), world));
}

/// What a file holds, verified, written again in both forms, and summed up.
pub fn records(data: &[u8]) {
    at_hand(|world| {
        let Ok(placed) = placed(&crate::text(data), &world.district) else { return };
        looked_into(&placed, world);
        written_again(&placed.archive, world);
        let mut ledger = Ledger::under(world.ledger.policy().clone());
        ledger.post_all(placed.archive.entries);
        shown(&ledger, world);
    });
}

/// Whether a file is as its rules say: `assess --verify`.
pub fn verify_file(data: &[u8]) {
    at_hand(|world| {
        let asked = Asked { base: world.base.clone(), district: District::Unsaid };
        if let Ok(verified) = verified(data, &asked, today()) {
            verified.tell(&mut io::sink()).expect("nothing is written");
        }
    });
}

/// What accounts a file comes to: `assess --ledger` and the JavaScript API.
pub fn ledger(data: &[u8]) {
    at_hand(|world| folded(data, world));
}

fn folded(mut data: &[u8], world: &World) {
    let asked = Asked { base: world.base.clone(), district: District::Unsaid };
    let (known, head) = export::recognised(&mut data, true).expect("memory gives everything");
    if known && let Ok(book) = export::book(head, data, &asked, today()) {
        book.tell(today(), None, &mut io::sink()).expect("nothing is written");
    }
}

fn taken(text: &str, world: &World) {
    match placed(text, &world.district) {
        Ok(placed) => drop(imported(&placed.archive, world)),
        Err(faults) => {
            assert!(!faults.is_empty(), "refused for nothing");
            for fault in &faults {
                crate::said(LANGUAGES.map(|language| sentence(fault, &world.district, language)));
            }
        }
    }
}

/// Each entry worked out again, and the chain of digests.
fn looked_into(placed: &Placed, world: &World) {
    let report = verify(
        placed,
        Cells::default(),
        AtHand { rulebooks: &|name| world.rulebook(name), signed: &|_, _| None, today: Some(today()) },
    );
    for found in &report.differences {
        crate::said(LANGUAGES.map(|language| difference(found, language)));
    }
    for found in &report.unchecked {
        crate::said(LANGUAGES.map(|language| unchecked(found, language)));
    }
    for found in &report.unproven {
        crate::said(LANGUAGES.map(|language| unproven(found, language)));
    }
    let _ = LANGUAGES.map(|language| seal(&placed.archive.seal, language));
}

/// What was read is written and read again, as JSON and as a table.
fn written_again(archive: &Archive, world: &World) {
    let unsealed = |archive: Archive| Archive { seal: Seal::None, ..archive };
    let mut expected = unsealed(archive.clone());
    expected.settings.sort();
    let text = json_text(&archive.entries, &archive.settings);
    let again = read(&text, &world.district).expect("what was written is read");
    assert_eq!(unsealed(again), expected);
}

/// The ledger after the plan was carried out.
fn imported(archive: &Archive, world: &World) -> Ledger {
    let named = |name: &str| archive.settings.iter().any(|(known, _)| known == name);
    let valid = setting::Valid::default();
    let here = Here {
        settings: &[],
        today: today(),
        now: NOON,
        is_setting: &|name, text| valid.is(name, text, &named),
        rulebooks: &|name| world.rulebook(name),
        signed: &|_, _| None,
    };
    let plan = Plan::of(archive, &world.ledger, &here);
    for left in &plan.left_out {
        crate::said(LANGUAGES.map(|language| left_out(left.why, language).to_owned()));
    }
    if let Some(found) = &plan.mixed {
        crate::said(LANGUAGES.map(|language| mixed(found, language)));
    }
    if !plan.namesakes.is_empty() {
        crate::said(LANGUAGES.map(|language| namesakes(&plan.namesakes, language)));
    }
    let (_, _) = (plan.counts(), plan.days());
    let mut after = world.ledger.clone();
    after.post_all(plan.new.iter().cloned());
    assert_eq!(
        after.entries().len(),
        world.ledger.entries().len() + plan.new.len(),
        "the ledger takes every new entry"
    );
    after
}

/// What the page shows of it and tells of it.
fn shown(ledger: &Ledger, world: &World) {
    for member in ledger.members().iter().take(3) {
        for period in [Period::year(today().year()), Period::month(today().year(), today().month())] {
            let _ = Statement::of(ledger, &member.person, period, today(), &|name| world.rulebook(name));
        }
    }
    assert!(!told::summary(ledger, FIRST_PERSON, today()).to_string().is_empty());
    // One table of the two, whichever the size of the ledger falls upon.
    let language = if ledger.entries().len().is_multiple_of(2) { Language::Zh } else { Language::En };
    let table = sheet::csv_text(ledger, &world.district, language);
    let again = read(&table, &world.district).expect("the table is read");
    assert!(again.entries.iter().eq(ledger.entries().iter().map(|entry| &**entry)), "the table says something else");
}
