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
use super::form::{checked, draft_form};
use super::hearing::hear;
use super::host;
use super::household;
use super::insight;
use super::kiosk::{self, Public};
use super::listed;
use super::rewards;
use super::state::{Action, Keeping, Report, State};
use super::writing::write;
use super::{at_home, reading, recording, reported, storage, suggestion};
use crate::desk::Question;
use crate::domain::activity::Kind;
use crate::domain::date::Date;
use crate::domain::draft::Draft;
use crate::domain::ledger::{Ledger, Person, Policy, Posted, Standing};
use crate::domain::methodology;
use crate::domain::rulebook::{Damaged, Rulebook};
use crate::domain::shared;
use crate::domain::statement::{Period, Statement};
use crate::host::Surface;
use crate::i18n::reason::sentence;
use crate::platform::host::{is_sized_by_host, seen};
use crate::platform::store::Loaded;
use crate::platform::{Listening, location, page, speech};
use crate::route::View;
use crate::ui::act::Act;
use crate::ui::element::{Element, el};
use crate::ui::entry::Again;
use crate::ui::field::Form;
use crate::ui::outcome::{InAccount, Preview, claims_twice};
use crate::ui::shell::{newer, opened_apart, switcher};
use crate::ui::why::{OPENED, calculation_text, why};
use crate::ui::{
    Context, Explain, Rules, Words, at_hand, check, entry, ledger, me, own_rules, person, record,
    rules as rules_screen, size, standing, statement,
};

/// Trips offered at the top of the trip form.
const TRIPS: usize = 3;

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

fn screen(state: &State, context: &Context<'_>) -> Element {
    let ledger = state.ledger.borrow();
    match &state.view {
        View::Home => at_home::screen(state, context),
        View::Choose => record::chooser(context, &ledger),
        View::Points | View::Reward(_) | View::Voucher(_) => rewards::screen(state, context, &ledger),
        View::Record(_) | View::Correct(_) => form_screen(state, context),
        View::Ledger => {
            let days = state.counted.rows(&ledger, state.filter, &state.person);
            let scrolls = !is_sized_by_host();
            // Where the frame is as tall as the page, nothing scrolls in it.
            let listing = if scrolls { state.listing.clone() } else { state.listing.from_the_top() };
            let shown = ledger::Shown { filter: state.filter, days: &days, listing: &listing, scrolls };
            ledger::screen(context, &ledger, &shown)
        }
        View::Entry(id) => entry_screen(state, context, id),
        View::Rules => rules_screen::screen(context, &state.query, state.opened),
        View::Insight => insight::screen(state, context),
        View::Me => {
            let size = size::section(context, state.size, state.size_asked);
            me::screen(context, rewards::chooser(state, context), size, host::section(state, context))
        }
        View::Statement(year, month) => statement_screen(state, context, Period { year: *year, month: *month }),
        View::Household => household::screen(state, context),
        View::Carry => carry::drawing::screen(state, context),
        View::Take(_) => carry::drawing::take_screen(state, context),
        View::Check(packed) => check_screen(state, context, packed),
        View::Receipt(_) => carry::drawing::receipt_screen(state, context),
    }
}

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

fn form_screen(state: &State, context: &Context<'_>) -> Element {
    let Some((name, kind)) = state.open_draft() else {
        return match &state.view {
            View::Correct(id) => entry_screen(state, context, id),
            _ => entry::missing(context.words),
        };
    };
    let draft = state.draft(&name, kind);
    let people = household::people(state, &draft);
    // A correction is worked out with the rules of its day, but the account is kept by today's.
    let (account, rules) = (context, rules_for(state, context.rules, &draft));
    let context = &Context { rules: &rules, ..*context };
    let preview = checked(&draft, context.rules, state, &people);
    let in_account = in_account(account, state, &preview, (draft.corrects.as_deref(), &people));
    let sharers = household::sharers(state, &draft, &preview, context.words);
    let trips = match kind {
        Kind::Trip => suggestion::last_trips(&state.ledger.borrow(), context.person, TRIPS),
        _ => Vec::new(),
    };
    let form =
        Form { touched: &state.touched, people: sharers.as_ref(), ..draft_form(context, &draft, &preview, &trips) };
    record::screen(context, &form, (&preview, in_account), state.is_filled(&name))
}

/// What the account would make of a draft that can be saved for these people and that no other entry claims.
fn in_account(
    context: &Context<'_>,
    state: &State,
    preview: &Preview,
    (replaces, people): (Option<&str>, &[Person]),
) -> Option<InAccount> {
    let (activity, assessment) = preview.valid().filter(|valid| claims_twice(valid).is_none())?;
    let ledger = state.ledger.borrow();
    let worth = (activity, assessment.totals);
    let standings = people.iter().filter_map(|person| ledger.trial(worth, people, person, replaces));
    let standing = Standing::together(standings);
    Some(InAccount {
        result: standing::result(context, &standing, activity.date),
        section: standing::section(context, &ledger, &standing, activity),
    })
}

fn entry_screen(state: &State, context: &Context<'_>, id: &str) -> Element {
    let ledger = state.ledger.borrow();
    match ledger.entry(id) {
        Some(found) => {
            let again = again(state, context.rules, id);
            let question = state.desk.question;
            let link = (question == Some(Question::Share)).then(|| carry::certifying::link(state)).flatten();
            entry::screen(context, &ledger, found, again.as_ref(), question, link.as_ref())
        }
        None => entry::missing(context.words),
    }
}

/// A result that somebody shared, once the rules are here by which it may have been worked out.
fn check_screen(state: &State, context: &Context<'_>, packed: &str) -> Element {
    let opened = carry::certifying::ready(state).then(|| shared::unpack(packed, context.rules));
    check::screen(context, opened.as_ref())
}

fn statement_screen(state: &State, context: &Context<'_>, period: Period) -> Element {
    let ledger = state.ledger.borrow();
    let rulebooks = |name: &str| context.rules_of(name).map(|rules| rules.shared());
    let statement = Statement::of(&ledger, context.person, period, context.today, &rulebooks);
    let name = person::name_of(&ledger, context.person, context.words);
    let instead = host::instead(state, context);
    statement::screen(context, &statement, &name, (page::can_print(), instead))
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

/// The rules that a draft is worked out with: a correction keeps those of the entry it corrects, if they are at hand.
pub(super) fn rules_for(state: &State, rules: &Rules, draft: &Draft) -> Rules {
    let ledger = state.ledger.borrow();
    let corrected = draft.corrects.as_ref().and_then(|id| ledger.entry(id)?.posted());
    let at_hand = |posted: &Posted| at_hand(rules, state.desk.shelf.as_deref(), &posted.rulebook);
    corrected.and_then(at_hand).unwrap_or_else(|| rules.clone())
}

/// An entry's result worked out again with the rules of its day, with the other versions that come with the page, and with
/// the rules in use; nothing if its own rules are not at hand.
fn again(state: &State, rules: &Rules, id: &str) -> Option<Again> {
    let ledger = state.ledger.borrow();
    let posted = ledger.entry(id)?.posted()?;
    let named = |name: &str| at_hand(rules, state.desk.shelf.as_deref(), name);
    let own = named(&posted.rulebook)?;
    let assessment = methodology::assess(&posted.activity, &own).ok()?;
    let in_use = Some(rules.name()).filter(|name| !Rulebook::versions().any(|built_in| built_in == name));
    let names = Rulebook::versions().map(str::to_owned).chain(in_use).filter(|name| *name != posted.rulebook);
    let others = names.filter_map(|name| named(&name)).map(|other| {
        let assessment = methodology::assess(&posted.activity, &other).ok();
        (other, assessment)
    });
    Some(Again { others: others.collect(), own: (posted.activity.clone(), assessment), rules: own })
}

pub(super) fn copy(state: &State, rules: &Rules, edge: &Edge) {
    if let Some(text) = calculation(state, rules) {
        let edge = edge.clone();
        page::copy_text(&text, move |copied| edge.report(Report::Copied(copied)));
    }
}

fn calculation(state: &State, rules: &Rules) -> Option<String> {
    if let View::Entry(id) = &state.view {
        let Again { rules, own: (activity, assessment), .. } = again(state, rules, id)?;
        return Some(calculation_text(&activity, &assessment, &rules, Words::of(state.language)));
    }
    if let View::Check(packed) = &state.view {
        let found = shared::unpack(packed, rules).ok()?;
        let own = at_hand(rules, state.desk.shelf.as_deref(), &found.rulebook)?;
        let assessment = methodology::assess(&found.activity, &own).ok()?;
        return Some(calculation_text(&found.activity, &assessment, &own, Words::of(state.language)));
    }
    let (name, kind) = state.shown_draft()?;
    let draft = state.draft(&name, kind);
    let rules = rules_for(state, rules, &draft);
    let (activity, assessment) = match checked(&draft, &rules, state, &household::people(state, &draft)) {
        Preview::Valid(valid) => *valid,
        Preview::Unfinished(_) => return None,
    };
    Some(calculation_text(&activity, &assessment, &rules, Words::of(state.language)))
}
