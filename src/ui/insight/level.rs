//! The level by lifetime carbon, and how many acts it is to the next.

use super::{block, filled, whose};
use crate::domain::activity::CountedBy;
use crate::domain::ledger::Account;
use crate::i18n::word;
use crate::insight::figures::Scale;
use crate::insight::level::{Standing, standing, times};
use crate::insight::{Measure, Viewpoint, usual};
use crate::ui::element::{Element, el, say, text};
use crate::ui::filling::filling;
use crate::ui::icon::icon;
use crate::ui::summary::{kind_icon, mode_icon};
use crate::ui::{Context, Words};

/// The section.
#[inline(never)]
pub(super) fn section(context: &Context<'_>, view: &Viewpoint<'_>, account: &Account) -> Element {
    let (words, t) = (context.words, context.words.t);
    let carbon = account.all_time().carbon_mg;
    let levels = view.ledger.policy().levels(context.today);
    let stands = standing(&levels, carbon);
    let scale = Scale::of(Measure::Carbon, carbon.max(stands.next.unwrap_or(0)), words.language);
    let with_unit = |number: &str| format!("{number} {}", scale.unit);
    // What there is and what is missing add up to the next level.
    let row = scale.row(&[carbon, stands.missing]);
    let number = |place: usize| row.parts.get(place).map(|number| with_unit(number)).unwrap_or_default();
    let now = filled(t.level_now(), &[&number(0), level_name(stands.reached, words)]);
    let section = block(t.level_title()).named("level").child(text("p", "level__now", &now));
    let section = match stands.next {
        Some(next) => {
            let begins = with_unit(&scale.tick(next));
            let to = [level_name(stands.reached + 1, words), &*begins, &*number(1)];
            section
                .child(bar(&stands, &[with_unit(&scale.tick(stands.since)), begins.clone()], &now, words))
                .child(text("p", "", &filled(t.level_next(), &to)))
                .child(acts(context, view, &stands))
        }
        None => section.child(say("p", "", t.level_top())),
    };
    section.child(say("p", "hint", t.level_note()))
}

/// How far it is from this level to the next, between the values at which the two begin.
fn bar(stands: &Standing, [from, to]: &[String; 2], said: &str, words: Words) -> Element {
    let bar = el("div", "level__bar")
        .attr("role", "progressbar")
        .attr("aria-label", words.t.level_progress())
        .attr("aria-valuemin", "0")
        .attr("aria-valuemax", "100")
        .attr_of("aria-valuenow", &stands.percent().to_string())
        .attr_of("aria-valuetext", said)
        .child(filling(stands.percent()));
    el("div", "level__way voice--carbon").child(text("span", "level__end", from)).child(bar).child(text(
        "span",
        "level__end",
        to,
    ))
}

/// The name of a level; the first is that of who has reached none. Ours, and only an example.
pub(crate) fn level_name(reached: usize, words: Words) -> &'static str {
    let t = words.t;
    match reached {
        0 => t.level_0(),
        1 => t.level_1(),
        2 => t.level_2(),
        3 => t.level_3(),
        _ => t.level_4(),
    }
}

fn acts(context: &Context<'_>, view: &Viewpoint<'_>, stands: &Standing) -> Element {
    let (words, t) = (context.words, context.words.t);
    let mut list = el("ul", "level__acts");
    let mut push = |drawn, name: &str, carbon: i64| {
        if let Some(times) = times(stands.missing, carbon) {
            list.push(el("li", "").child(icon(drawn)).child(text("span", "level__act", name)).child(text(
                "span",
                "level__times",
                &filled(t.level_times(), &[&times.to_string()]),
            )));
        }
    };
    for leg in [usual::ride(view), usual::bike(view)] {
        let parts = [word::mode(leg.mode, words.language), &*leg.km.to_string(), whose(leg, words)];
        let carbon = usual::worth(view, &leg.activity(context.today)).carbon_mg;
        push(mode_icon(leg.mode), &filled(t.level_each(), &parts), carbon);
    }
    let plate = usual::action(usual::CLEAN_PLATE, CountedBy::Count, 1, context.today);
    let carbon = usual::worth(view, &plate).carbon_mg;
    push(kind_icon(plate.facts.kind()), t.level_plate(), carbon);
    list
}
