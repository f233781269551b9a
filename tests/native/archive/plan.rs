//! What an import would do, and what merging keeps.

use std::rc::Rc;

use carbon_points::domain::activity::Kind;
use carbon_points::domain::archive::{Archive, Here, Mixed, Plan, Unchecked, Verified, Why};
use carbon_points::domain::assessment::{Totals, Verdict};
use carbon_points::domain::ledger::{Entry, FIRST_PERSON, Ledger, Posted, Posting};
use carbon_points::i18n::Language;
use carbon_points::i18n::archive::mixed as sentence;
use proptest::prelude::*;

use super::{archive, deeds, ledger, member, metro, perform, posted, redemption, reversal, several, usage};
use crate::support::{beijing, day, today};

/// 2026-11-21 12:00 in Beijing: 20,778 days of 86,400 s after 1970-01-01, and 4 hours.
const NOON: i64 = (20_778 * 86_400 + 4 * 3_600) * 1_000;

fn plan(file: &[Entry], device: &Ledger) -> Plan {
    planned(&archive(file.iter().cloned()), device, &[])
}

/// The plan at noon of the day of most tests, with the shipped rulebook at hand.
fn planned(file: &Archive, device: &Ledger, settings: &[(String, String)]) -> Plan {
    let rulebooks = |name: &str| (name == beijing().name()).then(|| Rc::new(beijing().clone()));
    let is_setting = &|_: &str, _: &str| true;
    Plan::of(
        file,
        device,
        &Here { settings, today: today(), now: NOON, is_setting, rulebooks: &rulebooks, signed: &|_, _| None },
    )
}

fn imported(device: &Ledger, plan: &Plan) -> Ledger {
    let mut after = device.clone();
    after.post_all(plan.new.iter().cloned());
    assert_eq!(after.entries().len(), device.entries().len() + plan.new.len(), "the ledger takes every new entry");
    after
}

fn ids(entries: &[Entry]) -> Vec<&str> {
    entries.iter().map(|entry| entry.id.as_str()).collect()
}

fn why(plan: &Plan) -> Vec<(&str, Why)> {
    plan.left_out.iter().map(|left| (left.entry.id.as_str(), left.why)).collect()
}

fn correction(id: &str, at: i64, of: &str) -> Entry {
    let mut entry = metro(id, at);
    if let Posting::Activity(posted) = &mut entry.posting {
        posted.corrects = Some(of.to_owned());
    }
    entry
}

#[test]
fn a_plan_says_what_is_new_and_what_it_changes() {
    let device = ledger([metro("A", 1)]);
    // 2 plates: 2 × 449 g; verified, 90 points (89.8 rounded).
    let plates = r#"{"kind":"action","date":"2026-10-01","evidence":"verified","action":"clean_plate","count":2}"#;
    let file =
        [metro("A", 1), posted("B", 2, plates), metro("C", 3), reversal("D", 4, "A"), member("E", 5, "1", Some("李"))];
    let plan = plan(&file, &device);
    assert_eq!((ids(&plan.new), plan.known, plan.left_out.len()), (vec!["B", "C", "D", "E"], 1, 0));
    let counts = plan.counts();
    assert_eq!(counts.kinds, [(Kind::Trip, 1), (Kind::Action, 1)]);
    assert_eq!((counts.reversals, counts.redemptions, counts.uses, counts.members), (1, 0, 0, 1));
    assert_eq!(plan.days(), Some((day("2026-10-01"), day("2026-11-20"))));
    assert_eq!(plan.marks().collect::<Vec<_>>(), ["A"]);
    let [account] = plan.accounts.as_slice() else { panic!("one account: {:?}", plan.accounts) };
    // 720 g and 36 points before; after it A is gone, C is as much, and B is 898 g and 90 points more.
    assert_eq!((account.before.carbon_mg, account.before.points), (720_000, 36));
    assert_eq!((account.after.carbon_mg, account.after.points), (720_000 + 898_000, 36 + 90));
    assert_eq!(account.balance, (36, 126));
    assert_eq!((account.here.as_deref(), account.after_name.as_deref()), (None, Some("李")));
}

#[test]
fn nothing_new_is_nothing_to_do() {
    let device = ledger([metro("A", 1), reversal("B", 2, "A")]);
    let plan = plan(&[metro("A", 1), reversal("B", 2, "A")], &device);
    assert!(plan.is_empty() && plan.left_out.is_empty() && plan.accounts.is_empty());
    assert_eq!((plan.known, plan.days()), (2, None));
}

#[test]
fn an_entry_with_other_contents_stays_as_it_is_here_with_all_that_follows_it() {
    let device = ledger([metro("A", 1)]);
    let plan = plan(&[metro("A", 99), reversal("B", 2, "A"), correction("C", 3, "A"), metro("D", 4)], &device);
    assert_eq!(ids(&plan.new), ["D"]);
    assert_eq!(why(&plan), [("A", Why::OtherContent), ("B", Why::FollowsLeftOut), ("C", Why::FollowsLeftOut)]);
    assert_eq!(plan.conflicts().count(), 3);
}

#[test]
fn what_was_done_on_both_devices_is_done_once() {
    let device = ledger([metro("A", 1), redemption("R", 2, 10), reversal("B", 3, "A"), usage("U", 4, "R")]);
    let plan = plan(&[metro("A", 1), redemption("R", 2, 10), reversal("B2", 5, "A"), usage("U2", 6, "R")], &device);
    assert_eq!(why(&plan), [("B2", Why::DoneHere), ("U2", Why::DoneHere)]);
    assert_eq!((plan.conflicts().count(), plan.is_empty()), (0, true));
}

#[test]
fn a_voucher_ends_once() {
    let used = ledger([redemption("R", 2, 10), usage("U", 4, "R")]);
    let cancelled = ledger([redemption("R", 2, 10), reversal("X", 4, "R")]);
    let cancels = [redemption("R", 2, 10), reversal("X", 4, "R")];
    assert_eq!(why(&plan(&cancels, &used)), [("X", Why::EndedOtherwise)]);
    let uses = [redemption("R", 2, 10), usage("U", 4, "R")];
    assert_eq!(why(&plan(&uses, &cancelled)), [("U", Why::EndedOtherwise)]);
}

#[test]
fn an_entry_corrected_on_both_devices_counts_once() {
    let device = ledger([metro("A", 1), reversal("B", 2, "A"), correction("C", 3, "A")]);
    let file = [
        metro("A", 1),
        reversal("B2", 4, "A"),
        correction("C2", 5, "A"),
        reversal("B3", 6, "C2"),
        correction("C3", 7, "C2"),
    ];
    let found = plan(&file, &device);
    assert_eq!(
        why(&found),
        [("B2", Why::DoneHere), ("C2", Why::CorrectedHere), ("B3", Why::FollowsLeftOut), ("C3", Why::FollowsLeftOut)]
    );
    // Undone here, corrected there: the correction is worth having.
    let undone = ledger([metro("A", 1), reversal("B", 2, "A")]);
    assert_eq!(ids(&plan(&file[..3], &undone).new), ["C2"]);
}

#[test]
fn what_is_about_nothing_is_left_out() {
    let device = ledger([member("M", 1, "2", Some("妈"))]);
    let found = plan(&[reversal("B", 2, "A"), usage("U", 3, "A"), reversal("C", 4, "M"), metro("D", 5)], &device);
    assert_eq!(why(&found), [("B", Why::NotThere), ("U", Why::NotThere), ("C", Why::NotThere)]);
    // What is used must be a voucher.
    let found = plan(&[usage("U", 3, "A")], &ledger([metro("A", 1)]));
    assert_eq!(why(&found), [("U", Why::NotThere)]);
}

#[test]
fn settings_are_taken_only_where_there_are_none() {
    let pairs = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    };
    let file = Archive {
        settings: pairs(&[("district", "xicheng"), ("goal", "20"), ("language", "en")]),
        ..Archive::default()
    };
    let found = planned(&file, &ledger([]), &pairs(&[("goal", "30"), ("language", "en")]));
    assert_eq!(found.settings, pairs(&[("district", "xicheng")]));
    assert_eq!(found.kept, ["goal"]);
    assert!(!found.is_empty());
}

#[test]
fn only_known_settings_are_taken() {
    let pairs = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    };
    let known = [("district", "a"), ("goal", "20"), ("language", "en"), ("overlay:a", "{}"), ("person", "1")];
    let mut settings = pairs(&known);
    settings.extend(pairs(&[("imported", "9"), ("overlay:", "{}"), ("Goal", "1")]));
    let found = planned(&Archive { settings, ..Archive::default() }, &ledger([]), &[]);
    assert_eq!(found.settings, pairs(&known));
    assert_eq!(found.ignored, ["imported", "overlay:", "Goal"]);
}

fn changed(mut entry: Entry, change: impl FnOnce(&mut Posted)) -> Entry {
    if let Posting::Activity(posted) = &mut entry.posting {
        change(posted);
    }
    entry
}

#[test]
fn numbers_that_the_own_rules_do_not_come_to_are_left_out() {
    // 10 km by metro: 720 g and 36 points.
    let honest = Totals { carbon_mg: 720_000, points: 36, ..Totals::default() };
    let forged = [
        changed(metro("carbon", 1), |posted| posted.totals.carbon_mg = 9_000_000_000_000_000),
        changed(metro("points", 1), |posted| posted.totals.points = 9_999_999_999_999),
        changed(metro("less", 1), |posted| posted.totals.points = 35),
        changed(metro("air", 1), |posted| posted.totals.air.nox_mg = 1),
        changed(metro("verdict", 1), |posted| posted.verdict = Verdict::Recorded),
        // With a district that is not at hand, the grams are those of the rulebook below it.
        changed(metro("district", 1), |posted| {
            posted.rulebook += "+nowhere@1";
            posted.totals.carbon_mg = 720_001;
        }),
        reversal("follows", 2, "points"),
        metro("good", 3),
    ];
    let found = plan(&forged, &ledger([]));
    assert_eq!(ids(&found.new), ["good"]);
    assert_eq!(found.unchecked, Unchecked::default());
    let reasons = why(&found);
    assert!(reasons[..6].iter().all(|(_, why)| *why == Why::Different(honest)), "{reasons:?}");
    assert_eq!(reasons[6], ("follows", Why::FollowsLeftOut));
    assert_eq!(found.accounts[0].after.points, 36);
}

#[test]
fn what_cannot_be_checked_is_taken_in_and_counted() {
    let unknown = changed(metro("A", 1), |posted| posted.rulebook = "beijing@2031.01".to_owned());
    let district = changed(metro("B", 1), |posted| {
        posted.rulebook += "+nowhere@1";
        posted.totals.points = 50;
    });
    let as_below = changed(metro("C", 1), |posted| posted.rulebook += "+nowhere@1");
    let found = plan(&[unknown, district, as_below], &ledger([]));
    assert_eq!(ids(&found.new), ["A", "B", "C"]);
    assert_eq!(found.unchecked, Unchecked { entries: 2, points: 36 + 50 });
}

/// Verified entries escape the caps for self-declared ones, and a file can say anything: the plan names them.
#[test]
fn what_the_file_calls_verified_is_told() {
    // 10 km by metro, verified: 720 g × 0.1 points; a plate as before: 45 and 90 points.
    let metro = |id, at| {
        posted(id, at, r#"{"kind":"trip","date":"2026-10-01","evidence":"verified","legs":[{"mode":"rail","km":10}]}"#)
    };
    let own = super::metro("B", 2);
    let file = [metro("A", 1), own.clone(), metro("C", 3), metro("D", 4), reversal("E", 5, "D")];
    assert_eq!(plan(&file, &ledger([])).verified, Verified { entries: 2, points: 144, without: 2 });
    assert_eq!(
        plan(&file, &ledger([metro("A", 1)])).verified,
        Verified { entries: 1, points: 72, without: 1 },
        "only new ones"
    );
    assert_eq!(plan(&[own], &ledger([])).verified, Verified::default());
    let said =
        |language| carbon_points::i18n::archive::verified(Verified { entries: 2, points: 144, without: 2 }, language);
    for part in ["2 笔", "144 积分", "已核实", "已核实（没有凭据）」2 笔", "没有什么能证明", "不受自报的上限限制"]
    {
        assert!(said(Language::Zh).contains(part), "{part}");
    }
    for part in
        [": 2,", "144 points", "Verified", "“Verified, no receipt” are 2", "nothing shows it", "caps for self-declared"]
    {
        assert!(said(Language::En).contains(part), "{part}");
    }
}

#[test]
fn what_is_already_here_is_not_checked_again() {
    let forged = changed(metro("A", 1), |posted| posted.totals.points = 37);
    let found = plan(std::slice::from_ref(&forged), &ledger([forged.clone()]));
    assert_eq!((found.known, found.left_out.len()), (1, 0));
}

#[test]
fn days_and_moments_to_come_are_left_out() {
    const DAY: i64 = 86_400_000;
    let on = |id: &str, date: &str| changed(metro(id, 1), |posted| posted.activity.date = day(date));
    let mut later = redemption("R", 1, 5);
    if let Posting::Redemption(redemption) = &mut later.posting {
        redemption.date = day("2026-11-22");
    }
    let file = [
        on("today", "2026-11-21"),
        on("tomorrow", "2026-11-22"),
        later,
        metro("ahead", NOON + DAY),
        metro("beyond", NOON + DAY + 1),
        reversal("undo", NOON + DAY + 1, "today"),
    ];
    let found = plan(&file, &ledger([]));
    assert_eq!(ids(&found.new), ["today", "ahead"]);
    let expected =
        [("tomorrow", Why::Future), ("R", Why::Future), ("beyond", Why::RecordedLater), ("undo", Why::RecordedLater)];
    assert_eq!(why(&found), expected);
}

#[test]
fn two_ledgers_that_become_one_are_told() {
    let some = |name: &str| Some(name.to_owned());
    let li = [member("N", 1, "1", Some("李")), metro("B", 2)];
    // Nobody is named here.
    let found = plan(&li, &ledger([metro("A", 1)]));
    assert_eq!(found.mixed, Some(Mixed { file: some("李"), here: None }));
    // Another name here.
    let wang = ledger([metro("A", 1), member("M", 2, "1", Some("王"))]);
    assert_eq!(plan(&li, &wang).mixed, Some(Mixed { file: some("李"), here: some("王") }));
    // The same ledger under its old name, too.
    let renamed = [metro("A", 1), member("N", 3, "1", Some("李"))];
    assert_eq!(plan(&renamed, &wang).mixed, Some(Mixed { file: some("李"), here: some("王") }));
    // Without any names, nothing shows that they ever were one.
    assert_eq!(plan(&[metro("B", 2)], &ledger([metro("A", 1)])).mixed, Some(Mixed { file: None, here: None }));
    // They were one; a new device; nothing new.
    assert_eq!(plan(&[metro("A", 1), metro("B", 2)], &ledger([metro("A", 1)])).mixed, None);
    assert_eq!(plan(&li, &ledger([])).mixed, None);
    assert_eq!(plan(&li, &ledger(li.clone())).mixed, None);
    for language in [Language::Zh, Language::En] {
        let said = sentence(&Mixed { file: some("李"), here: None }, language);
        assert!(said.contains('李') && (said.contains("「我」") || said.contains("“Me”")), "{said}");
    }
}

#[test]
fn people_of_one_name_are_told() {
    let device = ledger([member("M", 1, "2", Some("妈妈")), metro("A", 1)]);
    let found = plan(&[metro("A", 1), member("N", 2, "K7", Some("妈妈")), member("O", 3, "K8", Some("爸爸"))], &device);
    assert_eq!(found.namesakes, ["妈妈"]);
    assert!(plan(&[member("O", 3, "K8", Some("爸爸"))], &device).namesakes.is_empty());
}

fn worth(ledger: &Ledger) -> Vec<(String, Totals, i64, i64)> {
    let mut people: Vec<String> = ledger.members().into_iter().map(|member| member.person).collect();
    people.sort();
    let account = |person: String| {
        let account = ledger.account(&person);
        (person.clone(), account.all_time(), account.balance(today()), account.owed())
    };
    people.into_iter().map(account).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// A file imported twice adds nothing the second time, and its own device has nothing to import.
    #[test]
    fn twice_is_once(a in deeds("a", 1_790_000_000_000), b in deeds("b", 1_790_000_003_000)) {
        let device = ledger(a.clone());
        let own = plan(&a, &device);
        prop_assert!(own.is_empty() && own.left_out.is_empty());
        prop_assert_eq!(own.known, a.len());
        let first = plan(&b, &device);
        let after = imported(&device, &first);
        let second = plan(&b, &after);
        prop_assert!(second.is_empty(), "{:?}", second.new);
        prop_assert_eq!(second.known, first.new.len() + first.known);
        let account = first.accounts.iter().find(|change| change.person == FIRST_PERSON);
        let expected = account.map_or(device.account(FIRST_PERSON).all_time(), |change| change.after);
        prop_assert_eq!(after.account(FIRST_PERSON).all_time(), expected, "the plan said so");
    }

    /// Two devices that began with the same file and went on by themselves come to the same, whichever way they are
    /// merged; and so does a new device, in whatever order the files come. Unless they contradict one another: then each
    /// keeps its own.
    #[test]
    fn merging_both_ways_comes_to_the_same(
        shared in deeds("s", 1_780_000_000_000),
        a in several(),
        b in several(),
    ) {
        let (mut one, mut two) = (ledger(shared.clone()), ledger(shared));
        perform(&mut one, "a", 1_790_000_000_000, a);
        perform(&mut two, "b", 1_790_000_003_000, b);
        let entries = |ledger: &Ledger| -> Vec<Entry> { ledger.entries().iter().map(|entry| Entry::clone(entry)).collect() };
        let (first, second) = (entries(&one), entries(&two));
        let (there, back) = (plan(&second, &one), plan(&first, &two));
        let (both, other) = (imported(&one, &there), imported(&two, &back));
        prop_assert_eq!(there.conflicts().count() == 0, back.conflicts().count() == 0);
        if there.conflicts().count() > 0 {
            return Ok(());
        }
        prop_assert_eq!(worth(&both), worth(&other));
        let new = imported(&ledger([]), &plan(&first, &ledger([])));
        let new = imported(&new, &plan(&second, &new));
        prop_assert_eq!(worth(&new), worth(&both));
        let new = imported(&ledger([]), &plan(&second, &ledger([])));
        let new = imported(&new, &plan(&first, &new));
        prop_assert_eq!(worth(&new), worth(&both));
    }
}
