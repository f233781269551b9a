//! The receipt of an entry: kept with it, checked again with it, and taken once.

use std::rc::Rc;

use carbon_points::answer::signing::is_signed;
use carbon_points::domain::archive::{Archive, Here, Plan, Why, json_text, placed, read};
use carbon_points::domain::district::Issuer;
use carbon_points::domain::ledger::{Entry, Ledger, Policy, Posted, Posting, saved};
use carbon_points::domain::methodology::assess;
use carbon_points::domain::receipt::{Receipt, Refusal, Taking, Used, judge};
use carbon_points::domain::rulebook::Rulebook;
use carbon_points::domain::verify::{AtHand, Cause, Cells, Report, verify};

use super::{NOON, chaoyang, key, statement};
use crate::archive::{archive, metro, reversal};
use crate::support::{beijing, day};

fn rules(name: &str) -> Option<Rc<Rulebook>> {
    let known = [beijing().clone(), chaoyang()];
    known.into_iter().find(|rules| rules.name() == name).map(Rc::new)
}

/// An entry made of a receipt.
pub(super) fn verified(id: &str, nonce: &str) -> Entry {
    let receipt = key().sign(statement(nonce));
    let rules = chaoyang();
    let activity = judge(&receipt, true, &Taking { rules: &rules, now: NOON, used: &Used::default() }).expect("taken");
    let worth = assess(&activity, &rules).expect("assessed");
    let posted = Posted {
        activity,
        rulebook: rules.name(),
        verdict: worth.verdict,
        totals: worth.totals,
        corrects: None,
        people: Vec::new(),
        receipt: receipt.pack(),
    };
    Entry { id: id.to_owned(), recorded_at: NOON, posting: Posting::Activity(Box::new(posted)) }
}

pub(super) fn changed(entry: &Entry, change: impl FnOnce(&mut Posted)) -> Entry {
    let mut entry = entry.clone();
    if let Posting::Activity(posted) = &mut entry.posting {
        change(posted);
    }
    entry
}

#[allow(clippy::unnecessary_wraps, reason = "as it is asked for")]
pub(super) fn signed(issuer: &Issuer, receipt: &Receipt) -> Option<bool> {
    Some(is_signed(issuer, receipt))
}

fn report(entries: &[Entry]) -> Report {
    let at_hand = AtHand { rulebooks: &rules, signed: &signed, today: None };
    verify(&placed(&json_text(entries, &[]), beijing()).expect("read"), Cells::default(), at_hand)
}

fn cause(entries: &[Entry]) -> Cause {
    let mut found = report(entries).differences;
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0).cause
}

#[test]
fn it_is_saved_with_the_entry_and_comes_back() {
    let entry = verified("A", "n1");
    let text = saved::entry_text(&entry);
    assert!(text.contains("\"receipt\":\"") && text.contains("\"evidence\":\"verified\""), "{text}");
    assert_eq!(saved::entry(&text, beijing()), Some(entry.clone()));
    let file = json_text(std::slice::from_ref(&entry), &[]);
    assert_eq!(read(&file, beijing()).expect("read").entries.first(), Some(&entry));
    // Verified, 720 g are 72 points and not 36.
    assert_eq!(entry.posted().map(|posted| posted.totals.points), Some(72));
}

#[test]
fn it_is_checked_again_with_the_entry() {
    let entry = verified("A", "n1");
    let whole = report(std::slice::from_ref(&entry));
    assert_eq!((whole.equal, whole.differences.len(), whole.unproven.len()), (1, 0, 0));
    // 12 km in place of 10, with what that comes to: the receipt says 10.
    let more = changed(&entry, |posted| {
        let json = posted.activity.to_json().to_string().replace("\"10\"", "\"12\"");
        let json = carbon_points::domain::json::Json::parse(&json).expect("JSON");
        posted.activity = carbon_points::domain::intake::read_saved(&json, beijing()).expect("valid");
        posted.totals = assess(&posted.activity, &chaoyang()).expect("assessed").totals;
    });
    assert_eq!(cause(&[more]), Cause::Receipt(Refusal::OtherFacts));
    let forged = changed(&entry, |posted| {
        let mut receipt = key().sign(statement("n1"));
        receipt.signature[7] ^= 1;
        posted.receipt = receipt.pack();
    });
    assert_eq!(cause(&[forged]), Cause::Receipt(Refusal::Forged { issuer: "demo-issuer".to_owned() }));
    let damaged = changed(&entry, |posted| posted.receipt = Some("AAAA".to_owned()));
    assert!(matches!(cause(&[damaged]), Cause::Receipt(Refusal::Damaged(_))));
    // Taken after its last day.
    let mut late = entry;
    late.recorded_at += 60 * 86_400_000;
    let expired = Refusal::Expired { given: day("2027-01-20"), until: day("2026-12-31") };
    assert_eq!(cause(&[late]), Cause::Receipt(expired));
}

#[test]
fn verified_without_a_receipt_is_said_and_so_is_a_signature_nobody_can_check() {
    let bare = changed(&verified("A", "n1"), |posted| posted.receipt = None);
    let found = report(&[bare]);
    assert_eq!((found.equal, found.differences.len()), (1, 0), "its numbers are those of a verified one");
    assert!(matches!(found.unproven.as_slice(), [one] if one.id == "A" && !one.receipt));
    let file = json_text(&[verified("A", "n1")], &[]);
    let found = verify(
        &placed(&file, beijing()).expect("read"),
        Cells::default(),
        AtHand { rulebooks: &rules, signed: &|_, _| None, today: None },
    );
    assert_eq!((found.equal, found.differences.len()), (1, 0));
    assert!(matches!(found.unproven.as_slice(), [one] if one.receipt));
}

#[test]
fn one_receipt_is_one_entry_unless_that_was_undone() {
    let (first, second) = (verified("A", "n1"), verified("B", "n1"));
    assert_eq!(cause(&[first.clone(), second.clone()]), Cause::Receipt(Refusal::Replayed { entry: "A".to_owned() }));
    assert_eq!(report(&[first.clone(), reversal("X", NOON, "A"), second.clone()]).equal, 3);
    assert_eq!(report(&[first.clone(), verified("B", "n2")]).equal, 2);
    let mut ledger = Ledger::under(Policy::of(Rc::new(chaoyang())));
    ledger.post_all([first.clone(), metro("M", 1)]);
    assert_eq!(Used::of(&ledger).by(&statement("n1")), Some("A"));
    assert_eq!(Used::of(&ledger).by(&statement("n2")), None);
    ledger.post_all([reversal("X", NOON, "A")]);
    assert_eq!(Used::of(&ledger).by(&statement("n1")), None);
}

#[test]
fn a_corrected_receipt_stays_used_until_its_correction_is_undone() {
    let taken = verified("A", "n1");
    let corrected = changed(&metro("C", NOON + 20), |posted| posted.corrects = Some("A".to_owned()));
    let again = changed(&metro("D", NOON + 25), |posted| posted.corrects = Some("C".to_owned()));
    let ledger = |entries: &[Entry]| {
        let mut ledger = Ledger::under(Policy::of(Rc::new(chaoyang())));
        ledger.post_all(entries.to_vec());
        Used::of(&ledger).by(&statement("n1")).map(str::to_owned)
    };
    let reversed = |id: &str, of: &str| reversal(id, NOON, of);
    let held = |by: &str| Some(by.to_owned());
    assert_eq!(ledger(&[taken.clone(), reversed("X", "A"), corrected.clone()]), held("C"));
    assert_eq!(ledger(&[taken.clone(), corrected.clone(), reversed("X", "A")]), held("C"), "in the other order");
    assert_eq!(ledger(&[reversed("X", "A"), taken.clone(), corrected.clone()]), held("C"), "brought together");
    let twice = [taken.clone(), reversed("X", "A"), corrected.clone(), reversed("Y", "C"), again];
    assert_eq!(ledger(&twice), held("D"));
    assert_eq!(ledger(&[taken.clone(), reversed("X", "A"), corrected.clone(), reversed("Y", "C")]), None, "undone");
    // A file that takes it again beside its correction says so, and one that does not is equal.
    let replayed = Cause::Receipt(Refusal::Replayed { entry: "C".to_owned() });
    assert_eq!(cause(&[taken.clone(), reversed("X", "A"), corrected.clone(), verified("B", "n1")]), replayed);
    assert_eq!(report(&[taken, reversed("X", "A"), corrected]).equal, 3);
}

/// A device that has every rulebook and can check signatures.
fn here() -> Here<'static> {
    Here {
        settings: &[],
        today: day("2026-11-22"),
        now: NOON,
        is_setting: &|_, _| true,
        rulebooks: &rules,
        signed: &signed,
    }
}

#[test]
fn an_import_takes_no_receipt_twice() {
    let mut ledger = Ledger::under(Policy::of(Rc::new(chaoyang())));
    ledger.post_all([verified("A", "n1")]);
    let here = here();
    let planned = |archive: &Archive| Plan::of(archive, &ledger, &here);
    let plan = planned(&archive([verified("B", "n1"), verified("C", "n2"), verified("D", "n2")]));
    let left: Vec<_> = plan.left_out.iter().map(|left| (left.entry.id.as_str(), left.why)).collect();
    assert_eq!(left, [("B", Why::ReceiptUsed), ("D", Why::ReceiptUsed)]);
    assert_eq!(plan.new.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>(), ["C"]);
    // The very entry is known, and one that the file itself undid makes room.
    assert_eq!(planned(&archive([verified("A", "n1")])).known, 1);
    let undone = planned(&archive([verified("C", "n2"), reversal("X", NOON, "C"), verified("D", "n2")]));
    assert_eq!((undone.new.len(), undone.left_out.len()), (3, 0));
}

#[test]
fn an_import_leaves_out_what_its_receipt_does_not_certify() {
    let ledger = Ledger::under(Policy::of(Rc::new(chaoyang())));
    let forged = changed(&verified("A", "n1"), |posted| {
        let mut receipt = key().sign(statement("n1"));
        receipt.signature[0] ^= 1;
        posted.receipt = receipt.pack();
    });
    let bare = changed(&verified("B", "n2"), |posted| posted.receipt = None);
    let file = archive([forged, bare, verified("C", "n3")]);
    let base = here();
    let plan = Plan::of(&file, &ledger, &base);
    let left: Vec<_> = plan.left_out.iter().map(|left| (left.entry.id.as_str(), left.why)).collect();
    assert_eq!(left, [("A", Why::ReceiptRefused)]);
    // What is not proven is told, with its points; what is, is not.
    assert_eq!((plan.verified.entries, plan.verified.points), (1, 72));
    let nobody = Plan::of(&file, &ledger, &Here { signed: &|_, _| None, ..base });
    assert_eq!((nobody.left_out.len(), nobody.verified.entries), (0, 3));
}
