//! This month against the same days last year, ledger by ledger.

use std::cmp::Ordering;

use super::{block, filled};
use crate::domain::ledger::Account;
use crate::i18n::calendar;
use crate::insight::figures::Scale;
use crate::insight::year::{Verdict, YearOnYear, year_on_year};
use crate::ui::Context;
use crate::ui::amount::{Voice, mark};
use crate::ui::element::{Element, el, say, text};

/// The section.
#[inline(never)]
pub(super) fn section(context: &Context<'_>, account: &Account) -> Element {
    let t = context.words.t;
    let compared = year_on_year(account, context.today);
    let section = block(t.year_title()).named("year");
    if !compared.recorded_then {
        return section.child(say("p", "hint", t.year_first()));
    }
    let mut list = el("ul", "years");
    for voice in Voice::ALL {
        list.push(one(context, voice, &compared));
    }
    section.child(list)
}

fn one(context: &Context<'_>, voice: Voice, compared: &YearOnYear) -> Element {
    let (words, t, language) = (context.words, context.words.t, context.words.language);
    let measure = voice.measure();
    let [now, then, whole] = [compared.now, compared.then, compared.whole].map(|totals| measure.of(totals));
    let scale = Scale::of(measure, now.max(whole), language);
    // The smaller one and the difference add up to the larger one.
    let less = scale.row(&[now.min(then), (now - then).abs()]);
    let [smaller, difference] = [0, 1].map(|place| less.parts.get(place).cloned().unwrap_or_default());
    let (shown_now, shown_then) = if now < then { (smaller, less.total) } else { (less.total, smaller) };
    let with_unit = |number: &str| format!("{number} {}", scale.unit);
    let verdict = match compared.verdict(measure) {
        Verdict::FirstYear => t.year_first().to_owned(),
        Verdict::Nothing => t.year_nothing().to_owned(),
        Verdict::NothingThen => t.year_nothing_then().to_owned(),
        Verdict::Compared(Ordering::Greater, _) => filled(t.year_more(), &[&with_unit(&difference)]),
        Verdict::Compared(Ordering::Less, _) => filled(t.year_less(), &[&with_unit(&difference)]),
        Verdict::Compared(Ordering::Equal, _) => t.year_same().to_owned(),
    };
    let until = filled(t.year_then(), &[&calendar::day_short(compared.until, language)]);
    let mut numbers = el("dl", "years__numbers");
    for (name, number) in [(t.year_now(), shown_now), (until.as_str(), shown_then), (t.year_whole(), scale.text(whole))]
    {
        numbers.push(el("div", "").child(text("dt", "", name)).child(text("dd", "", &with_unit(&number))));
    }
    el("li", "years__one")
        .child(el("p", "years__name").child(mark(voice)).say(voice.long_name(words)))
        .child(text("p", "years__verdict", &verdict))
        .child(numbers)
}
