//! Every screen but the first ones: what each shows of the state.

use super::again::{again, rules_for};
use super::carry;
use super::form::{checked, draft_form};
use super::host;
use super::household;
use super::insight;
use super::rewards;
use super::state::State;
use super::{at_home, suggestion};
use crate::desk::Question;
use crate::domain::activity::Kind;
use crate::domain::ledger::{Person, Standing};
use crate::domain::shared;
use crate::domain::statement::{Period, Statement};
use crate::platform::host::is_sized_by_host;
use crate::platform::page;
use crate::route::View;
use crate::ui::element::Element;
use crate::ui::field::Form;
use crate::ui::outcome::{InAccount, Preview, claims_twice};
use crate::ui::{Context, check, entry, ledger, me, person, record, rules as rules_screen, size, standing, statement};

/// Trips offered at the top of the trip form.
const TRIPS: usize = 3;

pub(super) fn screen(state: &State, context: &Context<'_>) -> Element {
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
