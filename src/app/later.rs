//! What is fetched once the first screen works: the other screens, the explanations, and the rulebook's words.
//!
//! In the release build all this stands in a second WebAssembly file, cut off by `wasm-split` at [`fetch`]: whatever
//! only the functions named in [`Later`] reach is in that file and nowhere else. Without the feature `split` there is
//! one file, and fetching answers at once.

use std::cell::RefCell;
use std::rc::Rc;

use yew::Callback;

use super::carry::{self, Carry};
use super::district;
use super::edge::{Edge, Writer};
use super::following::follow;
use super::hearing::hear;
use super::host;
use super::kiosk::{self, Public};
use super::listed;
use super::rewards;
use super::screens::screen;
use super::state::{Action, Keeping, State};
use super::writing::write;
use super::{reading, recording, reported, storage};
use crate::domain::date::Date;
use crate::domain::ledger::{Ledger, Policy};
use crate::domain::rulebook::{Damaged, Rulebook};
use crate::domain::statement::Period;
use crate::host::Surface;
use crate::i18n::reason::sentence;
use crate::platform::host::{is_sized_by_host, seen};
use crate::platform::store::Loaded;
use crate::platform::{Listening, location, page, speech};
use crate::route::View;
use crate::ui::act::Act;
use crate::ui::element::{Element, el};
use crate::ui::shell::{newer, opened_apart, switcher};
use crate::ui::why::{OPENED, why};
use crate::ui::{Context, Explain, Rules, Words, own_rules, person, standing, statement};

/// Entrances to what was fetched.
#[derive(Clone, Copy, Debug)]
pub(super) struct Later {
    /// Draws any screen but the first ones.
    pub(super) screen: fn(&State, &Context<'_>) -> Element,
    /// Explains results and problems.
    pub(super) explain: Explain,
    /// The state after a fact that no newcomer's screen brings about.
    pub(super) after: fn(&State, Action) -> Option<State>,
    /// Reads what was in the store when it was opened.
    pub(super) read: fn(&Edge, Loaded, &Rulebook),
    /// Keeps the draft on the screen as it now stands.
    pub(super) keep_draft: fn(&State, &Edge),
    /// What follows once a screen was drawn: the document is named after it, and the host hears what has changed.
    pub(super) drawn: fn(&State, &Callback<Act>, &Edge),
    /// What follows from an act, for all that a newcomer can do before this is here.
    pub(super) follow: fn(Act, &State, &Rules, &Edge) -> Option<Action>,
    /// Brings a factor that was just opened into view.
    pub(super) reveal: fn(),
    /// Writes to the store.
    pub(super) write: Writer,
    /// Tells what changes outside this page.
    pub(super) hear: fn(&Edge, Rc<Rulebook>) -> [Listening; 4],
    /// The built-in rulebook for new entries of a day, with its words.
    pub(super) rulebook: fn(Date) -> Result<Rulebook, Damaged>,
    /// Keeps the accounts of a ledger by other rules.
    pub(super) keep: fn(&RefCell<Ledger>, Rc<Rulebook>),
    /// What follows once the screen for that was drawn; the last is what was drawn before.
    pub(super) carry_drawn: fn(&State, &Rules, &Edge, &mut Option<Rc<Carry>>),
    /// Begins to lay the rules of the district that was asked for over those of a day, if any were; what is known then.
    pub(super) lay: fn(&Edge, Date) -> Option<Action>,
    /// What the last act came to, in the place for it.
    pub(super) notice: fn(&State, Words, &Callback<Act>) -> Element,
    /// Whose account is shown, and the choice of another one; nothing for somebody alone.
    pub(super) switcher: fn(&State, Words, &Callback<Act>) -> Option<Element>,
    /// Whether the tabs stand above the screen: nothing stays at the foot of a frame as tall as the page.
    pub(super) tabs_above: fn() -> bool,
    /// What is to be said on every screen, about the district and about a newer build.
    pub(super) said: fn(&State, &Context<'_>) -> Element,
    /// Puts a public screen up.
    pub(super) kiosk: fn(&Callback<Act>) -> Box<dyn Public>,
}

/// It could not be fetched: no network, or the server has a newer build.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unfetched;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Unfetched {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// Fetches it, or answers at once if that was done before. A failure can be tried again.
#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(later, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "the macro adds the failure to fetch")]
pub(super) fn fetch() -> Result<Later, Unfetched> {
    Ok(LATER)
}

/// Answers at once: this build is in one piece.
#[cfg(not(feature = "split"))]
pub(super) async fn fetch() -> Result<Later, Unfetched> {
    Ok(LATER)
}

const LATER: Later = Later {
    screen,
    explain: Explain {
        why,
        sentence,
        own_rules,
        speaks: speech::can_speak,
        fill: Rules::fill,
        beneath: standing::beneath,
    },
    after: State::after,
    read: reading::read,
    keep_draft: recording::keep,
    drawn: |state, on, edge| {
        entitle(state);
        listed::drawn(state, edge);
        host::drawn(state, on, edge);
    },
    follow,
    reveal: || page::reveal(OPENED),
    write,
    hear,
    keep: |ledger, rules| {
        let moved = ledger.borrow().moved_to(Policy::of(rules));
        ledger.replace(moved);
    },
    carry_drawn: |state, rules, edge, before| {
        carry::acting::drawn(state, rules, edge, before);
        storage::begin(state, rules, edge);
    },
    rulebook: Rulebook::current,
    lay: district::lay_later,
    notice: reported::notice,
    switcher: |state, words, on| switcher(words, &state.ledger.borrow().present(), &state.person, on),
    tabs_above: is_sized_by_host,
    said,
    kiosk: kiosk::put_up,
};

fn said(state: &State, context: &Context<'_>) -> Element {
    let newer = state.newer.then(|| newer(context.words, context.on));
    let district = rewards::said_of_district(state, context);
    let apart = state.keeping == Keeping::InMemory && seen().surface == Surface::Framed;
    let apart = apart.then(|| opened_apart(context.words, &location::unframed()));
    el("div", "")
        .child(storage::said(state, context))
        .maybe(apart)
        .maybe(newer)
        .maybe(district)
        .maybe(host::said(state, context))
}

/// A statement bears its period and, in a household, whose it is: that is what its file is called.
fn entitle(state: &State) {
    let words = Words::of(state.language);
    let View::Statement(year, month) = &state.view else { return page::set_title(words.t.app_name()) };
    let ledger = state.ledger.borrow();
    let several = ledger.members().len() > 1;
    let name = several.then(|| person::name_of(&ledger, &state.person, words));
    page::set_title(&statement::document_title(Period { year: *year, month: *month }, name.as_deref(), words));
}
