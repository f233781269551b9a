//! One entry: what it was worth, why, and how to put it right.

use super::act::Act;
use super::aloud::aloud;
use super::amount::{Voice, figure, gases, mark};
use super::element::{Element, el, say, text};
use super::icon::{Icon, icon};
use super::shell::{remark, title};
use super::standing::{repeat, section, standing};
use super::summary::{activity_icon, summary};
use super::why::{compared, rechecked, why};
use super::{Context, Rules, Words, check, person, receipt, shares};
use crate::desk::{DeskAct, Question};
use crate::domain::activity::Activity;
use crate::domain::assessment::{Assessment, Totals, Verdict};
use crate::domain::ledger::account::share;
use crate::domain::ledger::{Entry, Ledger, Posted};
use crate::domain::rulebook::Key;
use crate::domain::shared::TooLong;
use crate::i18n::{calendar, filled, number, word};
use crate::route::View;
use crate::shelf::district_of;

/// An entry's activity worked out again.
#[derive(Debug)]
pub(crate) struct Again {
    /// The rules it was recorded with.
    pub(crate) rules: Rules,
    /// What it comes to with them.
    pub(crate) own: (Activity, Assessment),
    /// What it comes to with the other built-in versions, if they can work it out.
    pub(crate) others: Vec<(Rules, Option<Assessment>)>,
}

/// The screen of one entry. `again` is its result worked out again with the rules of its day, if those are here;
/// `question` what is to be answered before it is undone, `link` what it is given to others by, once that was asked for.
pub(crate) fn screen(
    context: &Context<'_>,
    ledger: &Ledger,
    entry: &Entry,
    again: Option<&Again>,
    question: Option<Question>,
    link: Option<&Result<String, TooLong>>,
) -> Element {
    // Everything about an old entry is said with the rules of its day; the account is kept by today's.
    let (account, own) = (context, Context { rules: again.map_or(context.rules, |again| &again.rules), ..*context });
    let context = &own;
    let (words, t, language) = (context.words, context.words.t, context.words.language);
    let Some(posted) = entry.posted() else { return missing(words) };
    let activity = &posted.activity;
    let reversed = ledger.reversal_of(&entry.id).is_some();
    let standing = standing(context, ledger, &entry.id, posted);
    let shown = standing.as_ref().map_or(posted.totals, |standing| standing.counted);
    let section = standing.as_ref().and_then(|standing| section(account, ledger, standing, activity));
    let lead = el("p", "lead entry__lead").child(icon(activity_icon(&activity.facts))).text(&format!(
        "{} · {}{}",
        calendar::full_day(activity.date, language),
        word::evidence_of(posted, language),
        whose(context, ledger, posted).map(|whose| format!(" · {whose}")).unwrap_or_default()
    ));
    let same = again.map(|again| again.own.1.totals == posted.totals && again.own.1.verdict == posted.verdict);
    let equivalent = context.fill(t.pe_explained(), &[Key::EquivalentVoc, Key::EquivalentNox]);
    let explained = (posted.verdict == Verdict::Credited)
        .then(|| text("p", "hint", &format!("{} {equivalent}", t.three_ledgers())));
    let correct = el("a", "button")
        .attr_of("href", &View::Correct(entry.id.clone()).href())
        .named("correct")
        .child(icon(Icon::Pen))
        .say(t.correct());
    let reverse = el("button", "button button--quiet")
        .attr("type", "button")
        .named("reverse")
        .pressed(context.on, Act::Desk(DeskAct::Undo(entry.id.clone())))
        .child(icon(Icon::Undo))
        .say(t.reverse());
    let actions = match question {
        Some(Question::Undo(spent)) => spent_already(context, &entry.id, spent),
        _ => el("div", "entry__actions").child(correct).child(reverse),
    };
    el("section", "screen screen--narrow")
        .child(title(words, &View::Ledger, &summary(activity, context.rules, words)))
        .child(lead)
        .maybe(activity.note.as_ref().map(|note| text("p", "entry__note", note).named("note")))
        .maybe(reversed.then(|| remark(t.reverse_done(), Icon::Undo).named("reversed")))
        .maybe(posted.corrects.as_ref().map(|old| {
            let old = say("a", "", t.corrects_entry()).attr_of("href", &View::Entry(old.clone()).href());
            el("p", "remark").named("corrects").child(icon(Icon::Pen)).child(old)
        }))
        .child(totals(shown, reversed, words))
        .maybe(repeat(ledger, entry, words))
        .maybe(aloud(context, &summary(activity, context.rules, words), shown))
        .maybe(section)
        .maybe((posted.holders().len() > 1).then(|| shared(ledger, posted, words)))
        .maybe((!reversed).then_some(actions))
        .maybe(explained)
        .maybe(receipt::behind(context, posted))
        .maybe(same.map(|same| rechecked(same, words)))
        .maybe(again.is_none().then(|| rules_not_here(words, &posted.rulebook)))
        .maybe(again.map(|again| el("div", "sheet").child(why(context, &again.own))))
        .maybe(again.map(|again| {
            let mut comparisons = el("div", "");
            for (rules, assessment) in &again.others {
                comparisons.push(compared(context, &again.own.1, rules, assessment.as_ref()).key(&rules.name()));
            }
            comparisons
        }))
        .child(check::share(account, link))
}

/// Asks before an entry is undone whose points are already spent, and says what follows.
fn spent_already(context: &Context<'_>, id: &str, spent: i64) -> Element {
    let t = context.words.t;
    let asked = filled(t.undo_spent(), &[&number::points(spent), &number::points(spent)]);
    let press = |name, said: &'static str, act| {
        say("button", "button", said).attr("type", "button").named(name).pressed(context.on, act)
    };
    el("div", "voucher__question")
        .attr("role", "alertdialog")
        .attr_of("aria-label", &asked)
        .named("question")
        .escaped(context.on, Act::Desk(DeskAct::Ask(None)))
        .child(text("p", "", &asked))
        .child(press("no", t.voucher_keep(), Act::Desk(DeskAct::Ask(None))))
        .child(press("yes", t.undo_spent_yes(), Act::Reversed(id.to_owned())))
}

/// Says which rules an entry cannot be worked out again without, and how they can be had.
fn rules_not_here(words: Words, rulebook: &str) -> Element {
    let (t, district) = (words.t, district_of(rulebook));
    let said = match district {
        Some((id, version)) => filled(t.rules_not_here_district(), &[&format!("{id}@{version}")]),
        None => filled(t.rules_not_here(), &[rulebook]),
    };
    let said = text("span", "", &said);
    let go = district.map(|_| say("a", "", t.district_choose()).attr_of("href", &View::Me.href()));
    el("p", "remark").named("rules-not-here").child(icon(Icon::Info)).child(said.say(" ").maybe(go))
}

/// Whose the entry is, or whose part of it is shown; nothing where there is nobody else.
fn whose(context: &Context<'_>, ledger: &Ledger, posted: &Posted) -> Option<String> {
    let (t, words) = (context.words.t, context.words);
    let mut holders = posted.holders();
    if holders.len() > 1 {
        let shown = holders.find(|holder| *holder == context.person)?;
        return Some(format!("{}{}{}", t.share_of(), person::name_of(ledger, shown, words), t.share_of_suffix()));
    }
    let of_several = ledger.members().len() > 1;
    holders.next().filter(|_| of_several).map(|holder| person::name_of(ledger, holder, words))
}

/// Who shares the entry and what each one gets of what it is worth; it adds up to the whole.
fn shared(ledger: &Ledger, posted: &Posted, words: Words) -> Element {
    let people = posted.holders().len();
    let part = |(place, holder)| (person::name_of(ledger, holder, words), share(posted.totals, place, people));
    let rows: Vec<(String, Totals)> = posted.holders().enumerate().map(part).collect();
    let table = shares::table(words.t.shares_title()).named("shares");
    let table = shares::add(table, words.t.shares_who(), &rows, words.t.shares_total(), words);
    el("div", "").child(table).child(say("p", "hint", words.t.caps_each()))
}

/// The three ledgers side by side, each with its mark and numerals.
pub(crate) fn totals(totals: Totals, reversed: bool, words: Words) -> Element {
    let class = if reversed { "totals totals--entry totals--reversed" } else { "totals totals--entry" };
    let mut list = el("dl", class).named("entry-totals");
    for voice in Voice::ALL {
        let name = voice_name(voice, words);
        let gases = (voice == Voice::Air).then(|| text("dd", "totals__more", &gases(totals, words)));
        list.push(
            el("div", "totals__one")
                .child(name)
                .child(el("dd", "totals__number").child(figure(voice, totals, words)))
                .maybe(gases),
        );
    }
    list
}

/// A ledger's mark, its word, and, where there is room, what its number means.
pub(crate) fn voice_name(voice: Voice, words: Words) -> Element {
    // In English the two names of points are one word.
    let meant = if voice == Voice::Points { words.t.points_meant() } else { voice.long_name(words) };
    let name = say("b", "", voice.name(words));
    el("dt", "totals__name").child(mark(voice)).child(name).child(say("span", "totals__long", meant))
}

/// What is shown for an address of no entry.
pub(crate) fn missing(words: Words) -> Element {
    el("section", "screen screen--narrow")
        .child(title(words, &View::Ledger, words.t.not_found()))
        .child(say("a", "button", words.t.ledger()).attr("href", "#/ledger"))
}
