//! What follows from a message of the host. Whoever is not allowed gets no answer, and changes nothing.

use std::rc::Rc;

use super::{linked, reread, tell, telling};
use crate::app::district;
use crate::app::edge::Edge;
use crate::app::rewards::why_refused;
use crate::app::state::{Action, State};
use crate::desk::{DISTRICT, Laid};
use crate::domain::activity::Evidence;
use crate::domain::draft::Draft;
use crate::domain::intake::{self, too_long};
use crate::domain::json::Json;
use crate::host::heard::{Heard, Misheard, Wanted, read};
use crate::host::origins::Origins;
use crate::host::{Host, told};
use crate::i18n::Language;
use crate::insight::Change;
use crate::platform::{host, location, page};
use crate::route::View;
use crate::ui::{Rules, Words};

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
            match theme {
                Wanted::Same => {}
                Wanted::Back => page::set_theme(None),
                Wanted::To(theme) => page::set_theme(Some(theme.word())),
            }
            if let Some(language) = language {
                edge.tell(Action::LanguageChosen(language));
            }
            match district {
                Wanted::Same => {}
                Wanted::Back => asked_for("", state, edge),
                Wanted::To(district) => asked_for(&district, state, edge),
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
            reread(&mut next);
            let consent = next.asks();
            telling::consent(&next, consent);
            telling::again();
            tell(edge, next);
        }
    }
}

/// The rules of a district are asked for, or with no name none but what the resident chose.
fn asked_for(district: &str, state: &State, edge: &Edge) {
    let before = location::asked(DISTRICT).unwrap_or_default();
    if location::ask(DISTRICT, district) {
        linked(|link| {
            // Of several in a row, the last that could be had is what there is to go back to.
            let before = link.district.take().map_or(before, |(_, before)| before);
            link.district = (!district.is_empty()).then(|| (district.to_owned(), before));
        });
        edge.tell(Action::Desk(district::again(edge, state.today).into()));
    }
}

/// After each drawing: a district that cannot be had is told to the host that asked for it, and what was asked for before
/// is asked for again.
pub(super) fn laid(state: &State, host: &Host, edge: &Edge) {
    let (wish, trouble) = match &state.desk.district {
        Laid::Over(wish, _) => (wish, None),
        Laid::Refused(wish, trouble) => (wish, Some(trouble)),
        Laid::None | Laid::Awaited(_) | Laid::Passed(_) => return,
    };
    let awaited = linked(|link| link.district.take_if(|(asked, _)| *asked == wish.asked));
    let Some(((asked, before), trouble)) = awaited.zip(trouble) else { return };
    let why = |language| why_refused(trouble, Words::of(language));
    telling::say(host, &told::no_district(&asked, [&why(Language::Zh), &why(Language::En)]));
    if location::ask(DISTRICT, &before) {
        edge.tell(Action::Desk(district::again(edge, state.today).into()));
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
