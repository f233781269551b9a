//! Taking things along from where files cannot be saved: pictures to press long, and codes that hand entries over.

use std::rc::Rc;

use yew::Callback;

use super::{CARRIED, entries, linked, tell};
use crate::app::edge::Edge;
use crate::app::state::State;
use crate::desk::Laid;
use crate::domain::handover::{Batches, batches};
use crate::domain::statement::{Period, Statement};
use crate::host::picture::{self, CodeSheet, Sheet};
use crate::host::{Codes, Drawn, Host};
use crate::kiosk::{MOST_LINK, home};
use crate::platform::{canvas, location, marker, public};
use crate::route::View;
use crate::ui::codes::codes as code_part;
use crate::ui::element::Element;
use crate::ui::{Context, Rules, Words, person, statement};

/// The picture on the screen, unless something has changed since it was made.
pub(super) fn shown(state: &State) -> Option<Rc<Drawn>> {
    linked(|link| link.drawn.clone()).filter(|drawn| drawn.of == made_of(state, &state.view))
}

fn made_of(state: &State, view: &View) -> String {
    let records = state.ledger.borrow().entries().len();
    format!("{view} {} {} {records}", state.language.tag(), state.person)
}

/// The statement on the screen, or else the month, as a picture.
pub(super) fn picture(state: &State, rules: &Rules) -> Option<Rc<Drawn>> {
    let on = Callback::noop();
    let words = Words::of(state.language);
    let context = Context {
        words,
        rules,
        today: state.today,
        person: &state.person,
        on: &on,
        attempted: false,
        saving: false,
        why_open: false,
        factor: None,
        explain: None,
        shelf: state.desk.shelf.as_deref(),
    };
    let ledger = state.ledger.borrow();
    let sheet = if let View::Statement(year, month) = &state.view {
        let period = Period { year: *year, month: *month };
        let rulebooks = |name: &str| context.rules_of(name).map(|rules| rules.shared());
        let made = Statement::of(&ledger, &state.person, period, state.today, &rulebooks);
        let account = person::name_of(&ledger, &state.person, words);
        statement::sheet(&context, &made, &account, location::clean())
    } else {
        let (year, month) = (state.today.year(), state.today.month());
        let totals = ledger.account(&state.person).month((year, month));
        let status = crate::ui::shell::status(rules, words).to_owned();
        let title = crate::i18n::calendar::month(year, month, state.language);
        Sheet { title, facts: Vec::new(), totals, tables: Vec::new(), status, address: location::clean() }
    };
    let address = canvas::png(&picture::of_sheet(&sheet, state.language))?;
    let said = crate::ui::host::three_ledgers(&sheet.title, sheet.totals, words);
    Some(Rc::new(Drawn { of: made_of(state, &state.view), address, said, codes: None }))
}

/// The account as codes, with the picture of the one in that place.
pub(super) fn codes(state: &State, place: usize) -> Rc<Drawn> {
    let of = made_of(state, &View::Carry);
    let before = linked(|link| link.drawn.clone()).filter(|drawn| drawn.of == of);
    let before = before.as_ref().and_then(|drawn| drawn.codes.as_ref());
    let home = address(state);
    let link = |packed: &str| format!("{home}#/take/{packed}");
    let made = || {
        let room = MOST_LINK.saturating_sub(link("").len());
        Rc::new(batches(&state.ledger.borrow(), &state.person, room))
    };
    let batches: Rc<Batches> = before.map_or_else(made, |codes| codes.batches.clone());
    let at = place.min(batches.all.len().saturating_sub(1));
    let batch = batches.all.get(at);
    let link = batch.map(|batch| link(&batch.packed)).unwrap_or_default();
    let place = (at + 1, batches.all.len());
    let drawn = batch.and_then(|batch| {
        let sheet = picture::of_code(&CodeSheet { batch, place, link: &link }, state.language)?;
        let said = format!("{} {}", picture::name(place, state.language), picture::contents(batch, state.language));
        Some((canvas::png(&sheet).unwrap_or_default(), said))
    });
    let (address, said) = drawn.unwrap_or_default();
    Rc::new(Drawn { of, address, said, codes: Some(Codes { batches, at, link }) })
}

/// The address that a code leads to: the page's own, without what says who shows it, and with the district whose rules
/// are in use, so that the points are the same there.
fn address(state: &State) -> String {
    let district = match &state.desk.district {
        Laid::Over(wish, _) | Laid::Awaited(wish) => format!("?district={}", wish.asked),
        Laid::None | Laid::Refused(..) | Laid::Passed(_) => String::new(),
    };
    home(&public::here(), &district)
}

/// As many entries as there are now are kept elsewhere, too.
pub(super) fn carried(state: &State, host: &mut Host) {
    host.carried = entries(state);
    marker::keep(CARRIED, &host.carried.to_string());
}

/// Everything was copied.
pub(in crate::app) fn carried_out(state: &State, edge: &Edge) {
    if let Some(host) = state.host.as_deref().filter(|host| !host.files) {
        let mut next = host.clone();
        carried(state, &mut next);
        tell(edge, next);
    }
}

/// What stands in the place of a file and of paper where neither is to be had.
pub(in crate::app) fn instead(state: &State, context: &Context<'_>) -> Option<Element> {
    state.host.as_deref().filter(|host| !host.files)?;
    let drawn = shown(state);
    Some(match &state.view {
        View::Carry => code_part(context, state.ledger.borrow().entries().is_empty(), drawn.as_deref()),
        _ => crate::ui::host::picture(context, drawn.as_deref()),
    })
}
