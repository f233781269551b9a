//! The page: state in the middle, screens outside, effects at the edge.

mod home;
mod record;

use std::rc::Rc;

use yew::{Callback, Html, Properties, Reducible, component, html, use_effect_with, use_memo, use_reducer};

use super::edge::Edge;
use super::state::{Action, Keeping, Report, State};
use crate::domain::activity::Activity;
use crate::domain::assessment::Assessment;
use crate::domain::intake;
use crate::domain::methodology;
use crate::i18n::Language;
use crate::platform::{clock, location, page};
use crate::route::View;
use crate::ui::entry::{EntryScreen, missing};
use crate::ui::ledger::{LedgerAt, LedgerScreen};
use crate::ui::outcome::Preview;
use crate::ui::rules::RulesScreen;
use crate::ui::shell::{self, Notice};
use crate::ui::{Rules, Words};

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        self.after(action).map_or(self, Rc::new)
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct PageProps {
    pub(super) rules: Rules,
}

/// What the parts of the page need of it.
#[derive(Clone, Copy)]
struct Context<'a> {
    state: &'a State,
    rules: &'a Rules,
    words: Words,
    edge: &'a Edge,
    dispatch: &'a Callback<Action>,
    on_copy: &'a Callback<String>,
}

#[component]
pub(super) fn Page(props: &PageProps) -> Html {
    let state = use_reducer(|| {
        let language = page::preferred_language().unwrap_or_default();
        State::starting(language, View::from_hash(&location::hash()).unwrap_or_default(), clock::today())
    });
    let dispatch = {
        let dispatcher = state.dispatcher();
        Callback::from(move |action| dispatcher.dispatch(action))
    };
    let edge = use_memo((), |()| Edge::new(dispatch.clone()));
    use_outside_world(&edge, &props.rules, &dispatch);
    let words = Words::of(state.language);
    use_document(&state.view, state.language, words);

    let on_copy = {
        let dispatch = dispatch.clone();
        Callback::from(move |text: String| {
            let dispatch = dispatch.clone();
            page::copy_text(&text, move |copied| dispatch.emit(Action::Reported(Report::Copied(copied))));
        })
    };
    let context =
        Context { state: &state, rules: &props.rules, words, edge: &edge, dispatch: &dispatch, on_copy: &on_copy };
    let on_language = {
        let (dispatch, edge, language) = (dispatch.clone(), edge.clone(), state.language);
        Callback::from(move |()| {
            let other = if language == Language::Zh { Language::En } else { Language::Zh };
            edge.keep_language(other);
            dispatch.emit(Action::LanguageChosen(other));
        })
    };
    let on_form = matches!(state.view, View::Record(_) | View::Correct(_));
    html! {
        <div class={if on_form { "app app--form" } else { "app" }} lang={state.language.tag()}>
            <a class="skip" href="#main">{ words.t.skip }</a>
            { shell::head(words, &state.view, &on_language) }
            if state.keeping == Keeping::InMemory { { shell::remark(words.t.memory_only, "memory-only") } }
            if state.aside { { shell::remark(words.t.aside_kept, "aside") } }
            { notice(&context) }
            <main class="main" id="main" tabindex="-1" data-view={state.view.to_string()} data-ready={(state.keeping != Keeping::Opening).to_string()}>
                if state.keeping == Keeping::Opening {
                    <p class="loading">{ words.t.loading }</p>
                } else {
                    { screen(&context) }
                }
            </main>
            { shell::tabs(words, &state.view, "tabs tabs--foot") }
        </div>
    }
}

fn screen(context: &Context<'_>) -> Html {
    let (state, words, rules) = (context.state, context.words, context.rules);
    let at = LedgerAt { ledger: state.ledger.clone(), length: state.length };
    match &state.view {
        View::Home => home::screen(context, at),
        View::Choose => record::chooser(context),
        View::Record(_) | View::Correct(_) => record::form(context),
        View::Ledger => html! { <LedgerScreen {words} rules={rules.clone()} {at} today={state.today} /> },
        View::Entry(id) => entry(context, id),
        View::Rules => html! { <RulesScreen {words} rules={rules.clone()} /> },
    }
}

fn entry(context: &Context<'_>, id: &str) -> Html {
    let ledger = context.state.ledger.borrow();
    let Some(entry) = ledger.entry(id) else { return missing(context.words) };
    let again = entry.posted().filter(|posted| posted.rulebook == context.rules.name()).and_then(|posted| {
        let assessment = methodology::assess(&posted.activity, context.rules).ok()?;
        Some(Rc::new((posted.activity.clone(), assessment)))
    });
    html! {
        <EntryScreen words={context.words} rules={context.rules.clone()} entry={entry.clone()} reversed={ledger.reversal_of(id).is_some()}
            {again} on_reverse={reversing(context)} on_copy={context.on_copy.clone()} />
    }
}

fn reversing(context: &Context<'_>) -> Callback<String> {
    let (edge, dispatch, ledger) = (context.edge.clone(), context.dispatch.clone(), context.state.ledger.clone());
    Callback::from(move |id: String| {
        if ledger.borrow().reversal_of(&id).is_some() {
            dispatch.emit(Action::Reported(Report::AlreadyReversed));
        } else {
            edge.reverse(id);
        }
    })
}

fn notice(context: &Context<'_>) -> Html {
    let t = context.words.t;
    let said = |text: &str| Notice { text: text.to_owned(), failed: false, undo: None, entry: None };
    let notice = context.state.report.as_ref().map(|report| match report {
        Report::Saved(id) => Notice { undo: Some(id.clone()), entry: Some(id.clone()), ..said(t.saved) },
        Report::Corrected(id) => Notice { entry: Some(id.clone()), ..said(t.corrected) },
        Report::Reversed(id) => Notice { entry: Some(id.clone()), ..said(t.undone) },
        Report::AlreadyReversed => said(t.could_not_reverse),
        Report::WriteFailed => Notice { failed: true, ..said(t.write_failed) },
        Report::Copied(true) => said(t.copied),
        Report::Copied(false) => Notice { failed: true, ..said(t.copy_failed) },
    });
    let on_dismiss = context.dispatch.reform(|()| Action::Dismissed);
    shell::notice(context.words, notice.as_ref(), &reversing(context), &on_dismiss)
}

/// What a draft comes to as it stands.
fn preview(draft: &crate::domain::draft::Draft, context: &Context<'_>) -> Preview {
    let read = intake::read(&draft.to_json(), context.rules, context.state.today);
    let assessed = read.map(|activity| methodology::assess(&activity, context.rules).map(|worth| (activity, worth)));
    match assessed {
        Ok(Ok(valid)) => Preview::Valid(Rc::new(valid)),
        // The bounds of the intake keep every sum far below an overflow; if one came, there is nothing to show yet.
        Ok(Err(_)) => Preview::Unfinished(Rc::default()),
        Err(problems) => Preview::Unfinished(Rc::new(problems)),
    }
}

/// Saves a valid draft, or shows what is wrong and goes to the first field that needs a change.
fn saving(context: &Context<'_>, name: String, corrects: Option<String>, preview: &Preview) -> Callback<()> {
    let (edge, dispatch, rulebook) = (context.edge.clone(), context.dispatch.clone(), context.rules.name());
    let preview = preview.clone();
    let busy = context.state.saving;
    Callback::from(move |()| match &preview {
        Preview::Valid(_) if busy => {}
        Preview::Valid(valid) => {
            let (activity, assessment): &(Activity, Assessment) = valid;
            edge.post(activity.clone(), assessment, rulebook.clone(), Some(name.clone()), corrects.clone());
        }
        Preview::Unfinished(problems) => {
            dispatch.emit(Action::Attempted);
            if let Some(problem) = problems.first() {
                page::focus(&crate::ui::field::field_id(&problem.path));
            }
        }
    })
}

/// Opens the store, follows the address, and looks again when the page comes back to the front.
#[yew::hook]
fn use_outside_world(edge: &Rc<Edge>, rules: &Rules, dispatch: &Callback<Action>) {
    let (edge, rules, dispatch) = (edge.clone(), rules.clone(), dispatch.clone());
    use_effect_with((), move |()| {
        edge.open(rules.shared());
        let hash = {
            let dispatch = dispatch.clone();
            location::on_hash_change(move |hash| {
                if let Some(view) = View::from_hash(&hash) {
                    dispatch.emit(Action::Navigated(view));
                }
            })
        };
        let visible = location::on_visible(move || {
            dispatch.emit(Action::DayTurned(clock::today()));
            edge.reread(rules.shared());
        });
        move || drop((hash, visible))
    });
}

/// Keeps the document's language and title, and moves the focus to the title of a new screen.
#[yew::hook]
fn use_document(view: &View, language: Language, words: Words) {
    use_effect_with(language, move |language| page::set_language(language.tag(), words.t.app_name));
    let first = yew::use_mut_ref(|| true);
    use_effect_with(view.clone(), move |_| {
        if !first.replace(false) {
            page::scroll_to_top();
            page::focus("title");
        }
    });
}
