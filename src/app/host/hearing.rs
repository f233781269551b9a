//! What follows from a message of the host. Whoever is not allowed gets no answer, and changes nothing.

use std::rc::Rc;

use super::{linked, tell, telling};
use crate::app::district;
use crate::app::edge::Edge;
use crate::app::state::{Action, State};
use crate::desk::DISTRICT;
use crate::domain::activity::Evidence;
use crate::domain::draft::Draft;
use crate::domain::intake::{self, too_long};
use crate::domain::json::Json;
use crate::host::heard::{Heard, Misheard, read};
use crate::host::origins::Origins;
use crate::host::{Host, told};
use crate::insight::Change;
use crate::platform::{host, location, page};
use crate::route::View;
use crate::ui::Rules;

/// Messages that wait for the list of hosts at most.
const MOST_WAITING: usize = 16;

/// The list of hosts is here: says to the host that the page listens, if it is allowed, and hears what it said before.
pub(super) fn listed(origins: Origins, state: &State, rules: &Rules, edge: &Edge) {
    let parent = host::parent_origin().filter(|parent| origins.allow(parent, &host::own_origin()));
    let waiting = linked(|link| {
        link.allowed = Some(origins);
        std::mem::take(&mut link.waiting)
    });
    if let Some(parent) = parent {
        known(parent, state, edge);
    }
    for (origin, text) in waiting {
        heard(origin, text, state, rules, edge);
    }
}

/// The host is that origin: the page is ready for it.
fn known(origin: String, state: &State, edge: &Edge) -> Option<Host> {
    let mut next = state.host.as_deref()?.clone();
    if next.who.as_ref() != Some(&origin) {
        next.who = Some(origin);
        tell(edge, next.clone());
    }
    telling::ready(&next);
    Some(next)
}

/// Hears one message; before the list of hosts is here, it waits.
pub(super) fn heard(origin: String, text: Option<String>, state: &State, rules: &Rules, edge: &Edge) {
    let allowed = linked(|link| {
        let allowed = link.allowed.as_ref().map(|allowed| allowed.allow(&origin, &host::own_origin()));
        if allowed.is_none() && link.waiting.len() < MOST_WAITING {
            link.waiting.push((origin.clone(), text.clone()));
        }
        allowed
    });
    if allowed != Some(true) {
        return;
    }
    let message = match text {
        Some(text) => read(&text),
        None => Some(Err(Misheard { of: None, reasons: vec![too_long()] })),
    };
    let Some(message) = message else { return };
    let Some(mut next) = known(origin, state, edge) else { return };
    match message {
        Err(misheard) => telling::say(&next, &told::problem(&misheard, Some(rules))),
        Ok(Heard::Set { language, theme, district }) => {
            // For this visit: none of it is kept.
            if let Some(theme) = theme {
                page::set_theme(theme.word());
            }
            if let Some(language) = language {
                edge.tell(Action::LanguageChosen(language));
            }
            if let Some(district) = district
                && location::ask(DISTRICT, &district)
            {
                edge.tell(Action::Desk(district::again(edge, state.today).into()));
            }
        }
        Ok(Heard::Prefill(activity)) => match prefilled(&activity, state, rules) {
            Ok(draft) => {
                let view = View::Record(draft.kind);
                location::replace_hash(&view.href());
                edge.tell(Action::Insight(Change::Offered(Rc::new(draft))));
                edge.tell(Action::Navigated(view));
            }
            Err(answer) => telling::say(&next, &answer),
        },
        Ok(Heard::Summary) => {
            let consent = next.asks();
            telling::consent(&next, consent);
            telling::again();
            tell(edge, next);
        }
    }
}

/// The form that the host asks for, or what it is answered instead. Only the resident's own saving makes an entry of it,
/// and that is declared by them, whatever the host says of its evidence.
fn prefilled(activity: &Json, state: &State, rules: &Rules) -> Result<Draft, Json> {
    let refused = |reasons| told::problem(&Misheard { of: Some("prefill"), reasons }, Some(rules));
    let mut activity = intake::read(activity, rules, state.today).map_err(refused)?;
    activity.evidence = Evidence::SelfDeclared;
    let draft = Draft::from_json(&activity.to_json()).ok_or_else(|| refused(Vec::new()))?;
    if state.typed_draft(draft.kind.as_str()).is_some() {
        return Err(told::own_draft());
    }
    Ok(draft)
}
