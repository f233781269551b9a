//! The levers of "what if", and what they come to.

use super::next::withheld;
use super::{block, filled};
use crate::domain::activity::trip::CarStandard;
use crate::domain::assessment::Totals;
use crate::domain::ledger::account::sum;
use crate::i18n::word;
use crate::insight::figures::Scale;
use crate::insight::what_if::{DAYS, Slider, outcome, sliders};
use crate::insight::{Change, Insight, Lever, Viewpoint, usual};
use crate::ui::Context;
use crate::ui::act::Act;
use crate::ui::amount::{Voice, figure, gases, mark};
use crate::ui::chart::pair::{self, Pair};
use crate::ui::element::{Element, el, say, text};

/// The section.
#[inline(never)]
pub(super) fn section(context: &Context<'_>, view: &Viewpoint<'_>, insight: &Insight) -> Element {
    let (words, t) = (context.words, context.words.t);
    let sliders = sliders(view, &insight.moved);
    let outcome = outcome(view, &sliders);
    let mut levers = el("div", "levers");
    for slider in &sliders {
        levers.push(lever(context, slider));
    }
    if !sliders.iter().any(|slider| slider.lever == Lever::Power) {
        levers.push(say("a", "levers__bill", t.lever_no_bill()).attr("href", "#/record/utility"));
    }
    let drives = sliders.iter().any(|slider| slider.lever == Lever::CarKm && slider.value > 0);
    let car = drives.then(|| {
        let car = usual::legs(view).find_map(|leg| leg.instead_of_car).or(CarStandard::ALL.last().copied());
        let name = car.map_or("", |car| word::car_standard(car, words.language));
        text("p", "hint", &filled(t.what_if_car(), &[name]))
    });
    let held = if outcome.withheld.is_empty() {
        say("p", "hint", t.no_withheld())
    } else {
        el("p", "what-if__withheld").child(withheld(context, &outcome.withheld, t.withheld_monthly()))
    };
    let results = el("div", "what-if__results")
        .attr("role", "status")
        .attr("aria-live", "polite")
        .named("what-if")
        .child(result(context, t.per_month(), outcome.month))
        .child(result(context, t.per_year(), outcome.year))
        .child(held.named("what-if-withheld"));
    block(t.what_if_title())
        .child(say("p", "lead", t.what_if_lead()))
        .child(el("div", "what-if").child(levers).child(el("div", "what-if__side").child(results).child(beside(
            context,
            view,
            outcome.month,
        ))))
        .maybe(car)
}

/// A month as the levers have it beside the last thirty days as they were recorded, ledger by ledger.
fn beside(context: &Context<'_>, view: &Viewpoint<'_>, month: Totals) -> Element {
    let (words, t) = (context.words, context.words.t);
    let lately = sum(&view.ledger.account(view.person).between(view.today.plus_days(1 - DAYS), view.today));
    let mut all = el("div", "what-if__beside").named("what-if-beside");
    let names = [(pair::NOW, t.what_if_then()), (pair::OTHER, t.what_if_lately())];
    let mut legend = el("p", "what-if__keys");
    for (key, name) in names {
        legend.push(el("span", "what-if__key").child(pair::key(key)).say(name));
    }
    all.push(legend);
    let mut pairs = Vec::new();
    for voice in Voice::ALL {
        let measure = voice.measure();
        let (now, other) = (measure.of(month), measure.of(lately));
        let scale = Scale::of(measure, now.max(other), words.language);
        let said = [now, other].map(|amount| format!("{} {}", scale.text(amount), scale.unit));
        let [then, before] = &said;
        let name = [voice.long_name(words), t.what_if_then(), then, t.what_if_lately(), before];
        let pair = Pair { voice, scale, now, other, went_on: None };
        let line = el("div", "what-if__pair")
            .child(mark(voice))
            .child(pair::picture(&pair, &filled(t.what_if_picture(), &name)));
        all.push(line);
        pairs.push(pair);
    }
    all.child(pair::table(t.what_if_title(), &[t.what_if_then(), t.what_if_lately()], &pairs, words))
}

fn lever(context: &Context<'_>, slider: &Slider) -> Element {
    let t = context.words.t;
    let (name, unit) = match slider.lever {
        Lever::Rides => (t.lever_rides(), t.rides_unit()),
        Lever::RideKm => (t.lever_ride_km(), t.km_unit()),
        Lever::CarKm => (t.lever_car_km(), t.km_unit()),
        Lever::Power => (t.lever_power(), "%"),
        Lever::Meals => (t.lever_meals(), t.meals_unit()),
    };
    let id = format!("lever-{}", slider.lever.as_str());
    let shown = format!("{} {unit}", slider.value);
    let mut range = el("input", "lever__range").attr("type", "range").attr_of("id", &id);
    let lengths = [("min", slider.least), ("max", slider.most), ("step", slider.step)];
    for (name, length) in lengths {
        range = range.attr_of(name, &length.to_string());
    }
    let range = range.attr_of("aria-valuetext", &shown).value(&slider.value.to_string());
    let moved = |lever, value| Act::Insight(Change::Slid(lever, value));
    el("div", "lever")
        .child(say("label", "lever__name", name).attr_of("for", &id))
        .child(text("output", "lever__value", &shown).attr_of("for", &id))
        .child(range.slid(context.on, moved, slider.lever))
}

fn result(context: &Context<'_>, name: &'static str, totals: Totals) -> Element {
    let words = context.words;
    let mut list = el("div", "what-if__one").child(say("h3", "what-if__name", name));
    for voice in Voice::ALL {
        list.push(
            el("p", "what-if__figure")
                .child(mark(voice))
                .child(say("span", "visually-hidden", voice.long_name(words)))
                .child(figure(voice, totals, words)),
        );
    }
    list.child(text("p", "gases", &gases(totals, words)))
}
