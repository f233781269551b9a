//! The month's goal: set, shown as progress, and what is left of it in acts.

use super::{block, filled, whose};
use crate::domain::ledger::{Account, FIRST_PERSON, Limit};
use crate::i18n::number;
use crate::insight::figures::Scale;
use crate::insight::goal::{Basis, suggestions};
use crate::insight::level::times;
use crate::insight::months::month_of;
use crate::insight::{Change, Goal, Measure, Viewpoint, usual};
use crate::ui::Context;
use crate::ui::act::{Act, HouseholdAct};
use crate::ui::amount::{Voice, mark};
use crate::ui::element::{Element, el, say, text};
use crate::ui::filling::filling;
use crate::ui::icon::{Icon, icon};

/// The section.
#[inline(never)]
pub(super) fn section(context: &Context<'_>, view: &Viewpoint<'_>, account: &Account, goal: Option<Goal>) -> Element {
    let t = context.words.t;
    let mut section = block(t.goal_title()).named("goal");
    match goal {
        Some(goal) => section.push(progress(context, view, account, goal)),
        None => section.push(say("p", "lead", t.goal_lead())),
    }
    for (voice, name) in [(Voice::Carbon, t.goal_carbon()), (Voice::Points, t.goal_points())] {
        section.push(suggested(context, view, account, (voice, name), goal));
    }
    section.maybe(goal.map(|_| {
        say("button", "link", t.goal_drop())
            .attr("type", "button")
            .named("goal-drop")
            .pressed(context.on, aimed(view.person, None))
    }))
}

/// Setting a person's goal, or dropping it.
fn aimed(person: &str, goal: Option<Goal>) -> Act {
    match person {
        FIRST_PERSON => Act::Insight(Change::GoalSet(goal)),
        other => Act::Household(HouseholdAct::Aimed(other.to_owned(), goal)),
    }
}

/// A goal with its unit.
fn shown(context: &Context<'_>, goal: Goal) -> String {
    let unit = match goal.measure {
        Measure::Points => context.words.t.points_unit(),
        Measure::Carbon | Measure::Air => context.words.language.pick("千克", "kg"),
    };
    format!("{} {unit}", number::points(goal.amount))
}

fn progress(context: &Context<'_>, view: &Viewpoint<'_>, account: &Account, goal: Goal) -> Element {
    let (words, t) = (context.words, context.words.t);
    let done = goal.measure.of(account.month(month_of(context.today)));
    let left = goal.left(done);
    let scale = Scale::of(goal.measure, goal.whole().max(done), words.language);
    // What is done and what is left add up to the goal.
    let row = scale.row(&[done, left]);
    let number =
        |place: usize| row.parts.get(place).map(|number| format!("{number} {}", scale.unit)).unwrap_or_default();
    let (said, whole) = (if left == 0 { t.goal_reached() } else { t.goal_done() }, shown(context, goal));
    let percent = goal.percent(done).to_string();
    let said = filled(said, &[&number(0), &whole, &number(1)]);
    let ride = usual::ride(view);
    let worth = goal.measure.of(usual::worth(view, &ride.activity(context.today)));
    let acts = times(left, worth).filter(|acts| *acts > 0).map(|acts| {
        let parts = [&*acts.to_string(), &*ride.km.to_string(), whose(ride, words)];
        text("p", "goal__acts", &filled(t.goal_acts(), &parts))
    });
    let cap = view.ledger.policy().limit(Limit::Monthly, context.today).and_then(|cap| cap.value.floor().ok());
    let beyond = cap.filter(|cap| goal.measure == Measure::Points && goal.amount > *cap);
    let step = goal.step();
    let stepper = |by: i64, name, drawn| {
        let to = Goal::of(goal.measure, goal.amount.saturating_add(by));
        el("button", "stepper")
            .attr("type", "button")
            .attr_of("aria-label", &filled(name, &[&shown(context, Goal { amount: step, ..goal })]))
            .flag("disabled", to == goal)
            .pressed(context.on, aimed(view.person, Some(to)))
            .child(icon(drawn))
    };
    let bar = el("div", "goal__bar")
        .attr("role", "progressbar")
        .attr("aria-label", t.goal_progress())
        .attr("aria-valuemin", "0")
        .attr("aria-valuemax", "100")
        .attr_of("aria-valuenow", &percent)
        .attr_of("aria-valuetext", &said)
        .child(filling(goal.percent(done)));
    el("div", if goal.measure == Measure::Points { "goal voice--points" } else { "goal voice--carbon" })
        .child(
            el("div", "goal__set")
                .child(stepper(-step, t.goal_less_step(), Icon::Minus))
                .child(text("output", "goal__amount", &whole).named("goal-amount"))
                .child(stepper(step, t.goal_more_step(), Icon::Plus)),
        )
        .child(bar)
        .child(text("p", "goal__said", &said).attr("aria-live", "polite").named("goal-said"))
        .maybe(acts)
        .maybe(beyond.map(|cap| text("p", "hint", &filled(t.goal_beyond_cap(), &[&cap.to_string()]))))
}

fn suggested(
    context: &Context<'_>,
    view: &Viewpoint<'_>,
    account: &Account,
    (voice, name): (Voice, &'static str),
    goal: Option<Goal>,
) -> Element {
    let t = context.words.t;
    let mut row = el("div", "goal__row");
    for (suggested, basis) in suggestions(view, account, voice.measure()) {
        let on = goal == Some(suggested);
        let why = match basis {
            Basis::Usual => t.goal_usual().to_owned(),
            Basis::More => t.goal_more().to_owned(),
            Basis::Best => t.goal_best().to_owned(),
            Basis::Rides(rides, km) => filled(t.goal_rides(), &[&rides.to_string(), &km.to_string()]),
        };
        row.push(
            el("button", if on { "chip chip--on goal__chip" } else { "chip goal__chip" })
                .attr("type", "button")
                .state("aria-pressed", on)
                .attr("data-goal", voice.measure().as_str())
                .pressed(context.on, aimed(view.person, Some(suggested)))
                .child(text("span", "goal__suggested", &shown(context, suggested)))
                .child(text("span", "goal__why", &why)),
        );
    }
    el("div", "goal__group").child(el("p", "goal__voice").child(mark(voice)).say(name)).child(row)
}
