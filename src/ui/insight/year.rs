//! This month against the same days last year, ledger by ledger.

use std::cmp::Ordering;

use super::{block, filled};
use crate::domain::ledger::Account;
use crate::i18n::calendar;
use crate::insight::figures::Scale;
use crate::insight::year::{Verdict, YearOnYear, year_on_year};
use crate::ui::Context;
use crate::ui::amount::{Voice, mark};
use crate::ui::chart::pair::{self, Pair};
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
    let (mut list, mut pairs) = (el("ul", "years"), Vec::new());
    for voice in Voice::ALL {
        let pair = pair(context, voice, &compared);
        list.push(one(context, &pair, &compared));
        pairs.push(pair);
    }
    let until = filled(t.year_then(), &[&calendar::day_short(compared.until, context.words.language)]);
    let columns = [t.year_now(), &until, t.year_whole()];
    section.child(list).child(pair::table(t.year_title(), &columns, &pairs, context.words))
}

fn pair(context: &Context<'_>, voice: Voice, compared: &YearOnYear) -> Pair {
    let measure = voice.measure();
    let [now, then, whole] = [compared.now, compared.then, compared.whole].map(|totals| measure.of(totals));
    let scale = Scale::of(measure, now.max(whole), context.words.language);
    Pair { voice, scale, now, other: then, went_on: Some(whole) }
}

fn one(context: &Context<'_>, pair: &Pair, compared: &YearOnYear) -> Element {
    let (words, t, language) = (context.words, context.words.t, context.words.language);
    let Pair { voice, scale, now, other: then, went_on } = *pair;
    let (measure, whole) = (voice.measure(), went_on.unwrap_or(then));
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
    let said = [&shown_now, &shown_then, &scale.text(whole)].map(|number| with_unit(number));
    let [said_now, said_then, said_whole] = &said;
    let drawn = now.max(whole) > 0;
    let names = [(pair::NOW, t.year_now()), (pair::OTHER, until.as_str()), (pair::ON, t.year_whole())];
    for ((key, name), number) in names.into_iter().zip(&said) {
        let name = el("dt", "").maybe(drawn.then(|| pair::key(key))).text(name);
        numbers.push(el("div", voice_class(voice)).child(name).child(text("dd", "", number)));
    }
    let shown = drawn.then(|| {
        let name = [voice.long_name(words), t.year_now(), said_now, &until, said_then, t.year_whole(), said_whole];
        pair::picture(pair, &filled(t.year_picture(), &name))
    });
    el("li", "years__one")
        .child(el("p", "years__name").child(mark(voice)).say(voice.long_name(words)))
        .child(text("p", "years__verdict", &verdict))
        .maybe(shown)
        .child(numbers)
}

/// The colour of the signs beside the numbers; the numbers keep that of the text.
fn voice_class(voice: Voice) -> &'static str {
    match voice {
        Voice::Carbon => "pair__of voice--carbon",
        Voice::Air => "pair__of voice--air",
        Voice::Points => "pair__of voice--points",
    }
}
