//! From the state to the screen.

use yew::Callback;

use super::form::{draft_form, preview};
use super::later::Later;
use super::state::{Keeping, Rest, State};
use super::storage::Storage;
use crate::domain::assessment::Totals;
use crate::i18n::Language;
use crate::route::View;
use crate::ui::act::Act;
use crate::ui::element::{Element, el, say};
use crate::ui::home::{Counted, begin};
use crate::ui::icon::Icon;
use crate::ui::shell;
use crate::ui::{Context, Rules, Words};

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
    let failed = matches!(state.rest, Rest::Failed);
    let screen = match opening {
        true if failed => el("div", ""),
        true => say("p", "loading", t.loading()),
        false => screen(state, &context, later),
    };
    let main = el("main", "main")
        .attr("id", "main")
        .attr("tabindex", "-1")
        .attr_of("data-view", &state.view.to_string())
        .state("data-ready", !opening)
        // A screen is another element than the one before it, so nothing of one is left in the next.
        .child(el("div", "").key(&state.view.to_string()).child(screen));
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
        .maybe(later.and_then(|later| (later.switcher)(state, words, on)))
        .maybe(
            (state.keeping == Keeping::InMemory && state.storage == Storage::Fine)
                .then(|| shell::remark(t.memory_only(), Icon::Info).named("memory-only")),
        )
        .child(later.map_or_else(shell::notices, |later| (later.notice)(state, words, on)))
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
        (_, Some(later)) => (later.screen)(state, context),
        (View::Home, None) => newcomer(state, context),
        (_, None) => match state.rest {
            Rest::Failed => el("div", ""),
            Rest::Awaited | Rest::Here => say("p", "loading", context.words.t.awaited()),
        },
    }
}

/// What a newcomer finds; the rest of the page draws home for everybody else, and for newcomers once it is here.
fn newcomer(state: &State, context: &Context<'_>) -> Element {
    let example = state.example();
    let preview = preview(&example, context.rules, context.today);
    let form = draft_form(context, &example, &preview, &[]);
    // Points are promised only once it can be tried what the account would count of them; grams count always.
    let grams = preview.valid().map(|(_, worth)| Counted { totals: Totals { points: 0, ..worth.totals }, full: None });
    begin::screen(context, (&form, &preview), grams)
}
