//! From the state to the screen.

use std::borrow::Cow;

use yew::Callback;

use super::form::{draft_form, preview};
use super::later::Later;
use super::state::{EXAMPLE, Keeping, Report, Rest, State};
use super::suggestion;
use crate::domain::activity::Kind;
use crate::domain::assessment::Totals;
use crate::domain::methodology;
use crate::domain::rulebook::Key;
use crate::i18n::Language;
use crate::route::View;
use crate::ui::act::Act;
use crate::ui::carry::CarryAct;
use crate::ui::element::{Element, el, say};
use crate::ui::home::{Again, Counted, Home, Next};
use crate::ui::icon::Icon;
use crate::ui::shell::{self, Notice};
use crate::ui::{Context, Rules, Words, home, record};

/// The whole page.
pub(super) fn page(state: &State, rules: &Rules, later: Option<&Later>, on: &Callback<Act>) -> Element {
    let words = Words::of(state.language);
    let context = Context {
        words,
        rules,
        today: state.today,
        person: &state.person,
        on,
        attempted: state.attempted,
        saving: state.saving,
        why_open: state.why_open,
        factor: state.factor,
        explain: later.map(|later| later.explain),
        shelf: state.desk.shelf.as_deref(),
    };
    let t = words.t;
    let opening = state.keeping == Keeping::Opening;
    let screen = if opening { say("p", "loading", t.loading()) } else { screen(state, &context, later) };
    let main = el("main", "main")
        .attr("id", "main")
        .attr("tabindex", "-1")
        .attr_of("data-view", &state.view.to_string())
        .state("data-ready", !opening)
        // A screen is another element than the one before it, so nothing of one is left in the next.
        .child(el("div", "").key(&state.view.to_string()).child(screen));
    let failed = matches!(state.rest, Rest::Failed);
    let class = match state.view {
        View::Record(_) | View::Correct(_) => "app app--form",
        View::Statement(..) => "app app--paper",
        _ => "app",
    };
    let tabs = Some(shell::tabs(words, &state.view, "tabs tabs--foot"));
    let (above, below) = if later.is_some_and(|later| (later.tabs_above)()) { (tabs, None) } else { (None, tabs) };
    el("div", class)
        .child(say("a", "skip", t.skip()).attr("href", "#main"))
        .child(shell::head(words, rules, &state.view, state.size, on))
        .maybe(above)
        .maybe(shell::switcher(words, &state.ledger.borrow().present(), &state.person, on))
        .maybe(
            (state.keeping == Keeping::InMemory)
                .then(|| shell::remark(t.memory_only(), Icon::Info).named("memory-only")),
        )
        .maybe(state.aside.then(|| shell::remark(t.aside_kept(), Icon::Info).named("aside")))
        .child(shell::notice(words, notice(state, words, later), on))
        .maybe(failed.then(|| shell::not_fetched(words, on)))
        .maybe(later.map(|later| (later.said)(state, &context)))
        .child(main)
        .maybe(below)
}

/// What is shown where a public screen is still to come. Nothing on it leads to the page that keeps records.
pub(super) fn awaited(state: &State, on: &Callback<Act>) -> Element {
    let t = Words::of(state.language).t;
    let failed = matches!(state.rest, Rest::Failed);
    let retry = || say("button", "button", t.retry()).attr("type", "button").named("retry").pressed(on, Act::Retried);
    el("main", "main")
        .child(say("p", "loading", if failed { t.not_fetched() } else { t.loading() }))
        .maybe(failed.then(retry))
}

/// What is shown when the embedded rulebook cannot be read: the build was damaged.
pub(super) fn unusable(language: Language) -> Element {
    el("main", "main").child(say("h1", "screen__title", Words::of(language).t.rulebook_unusable()))
}

fn screen(state: &State, context: &Context<'_>, later: Option<&Later>) -> Element {
    match (&state.view, later) {
        (View::Home, _) => home_screen(state, context, later),
        (View::Choose, _) => record::chooser(context, &state.ledger.borrow()),
        (_, Some(later)) => (later.screen)(state, context),
        (_, None) => match state.rest {
            Rest::Failed => el("div", ""),
            Rest::Awaited | Rest::Here(_) => say("p", "loading", context.words.t.awaited()),
        },
    }
}

/// Points are promised only once it can be tried what the account would count of them; grams count always.
fn grams(worth: Totals) -> Counted {
    Counted { totals: Totals { points: 0, ..worth }, full: None }
}

fn home_screen(state: &State, context: &Context<'_>, later: Option<&Later>) -> Element {
    let ledger = state.ledger.borrow();
    let example = state.draft(EXAMPLE, Kind::Trip);
    let preview = preview(&example, context.rules, context.today);
    let mut again: Vec<Again> = suggestion::habits(&ledger, context.person, context.today, suggestion::AGAIN)
        .into_iter()
        .enumerate()
        .filter_map(|(place, habit)| {
            let counted = grams(methodology::assess(&habit.activity, context.rules).ok()?.totals);
            let suggestion::Habit { activity, times, yesterday, today: done } = habit;
            Some(Again { place, activity, counted, times, yesterday, done })
        })
        .collect();
    let mut home = Home {
        ledger: &ledger,
        in_ozone_season: in_ozone_season(context),
        next: next(state, context, &mut again),
        again,
        example: preview.valid().map(|valid| grams(valid.1.totals)),
        expiring: None,
    };
    if let Some(later) = later {
        (later.at_home)(state, context, &preview, &mut home);
    }
    let form = draft_form(context, &example, &preview, &[]);
    home::screen(context, &home, (&form, &preview))
}

/// The one act to suggest; a habit is taken out of those offered again. What a draft comes to is worked out later.
fn next(state: &State, context: &Context<'_>, again: &mut Vec<Again>) -> Next {
    let (ledger, today) = (state.ledger.borrow(), context.today);
    // The draft touched last stands last.
    if let Some(kind) = state.drafts.iter().rev().find_map(|(name, _)| Kind::from_word(name)) {
        return Next::Unfinished(kind, None);
    }
    if let Some(due) = again.iter().position(|act| !act.done && !act.counted.totals.is_zero()) {
        return Next::Habit(again.remove(due));
    }
    if !suggestion::has_bill(&ledger, today) {
        return Next::Bill(None);
    }
    if suggestion::has_trip(&ledger, context.person, today) { Next::Nothing } else { Next::Trip }
}

fn in_ozone_season(context: &Context<'_>) -> bool {
    let month = |key| context.rules.key(key, context.today)?.value.floor().ok();
    match (month(Key::OzoneFirstMonth), month(Key::OzoneLastMonth)) {
        (Some(first), Some(last)) => (first..=last).contains(&i64::from(context.today.month())),
        _ => false,
    }
}

fn notice<'a>(state: &'a State, words: Words, later: Option<&Later>) -> Option<Notice<'a>> {
    let t = words.t;
    let said = |text| Notice { text: Cow::Borrowed(text), failed: false, undo: None, entry: None };
    Some(match state.report.as_ref()? {
        Report::Saved(id) => Notice {
            undo: Some(Act::Reversed(id.clone())),
            entry: Some(id),
            failed: false,
            // Nothing is saved before it was fetched.
            text: later.map_or(Cow::Borrowed(""), |later| {
                let ledger = state.ledger.borrow();
                Cow::Owned((later.saved)(&ledger, id, &state.person, state.today, words.language))
            }),
        },
        Report::Corrected(id) => Notice { entry: Some(id), ..said(t.corrected()) },
        Report::Reversed(id) => Notice { entry: Some(id), ..said(t.undone()) },
        Report::HouseholdChanged => said(t.household_saved()),
        Report::AlreadyReversed => said(t.could_not_reverse()),
        Report::NoVoice => said(t.no_voice()),
        Report::Imported => Notice { undo: Some(Act::Carry(CarryAct::Undone)), ..said(t.carry_done()) },
        Report::Unchanged => said(t.unchanged()),
        Report::DeviceFull => Notice { failed: true, ..said(t.device_full()) },
        Report::Outdated => Notice { failed: true, ..said(t.outdated()) },
        Report::WriteFailed => Notice { failed: true, ..said(t.write_failed()) },
        Report::Copied(true) => said(t.copied()),
        Report::Copied(false) => Notice { failed: true, ..said(t.copy_failed()) },
    })
}
