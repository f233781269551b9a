//! What the host is told, and when.

use super::{AGREED, linked};
use crate::app::state::{Report, State};
use crate::domain::json::Json;
use crate::host::origins::Agreed;
use crate::host::told::{self, Consent};
use crate::host::{Host, Surface};
use crate::platform::{bridge, host, marker};

/// Says something to the host, if there is one.
pub(super) fn say(to: &Host, message: &Json) {
    let Some(who) = &to.who else { return };
    match to.surface {
        Surface::Alone => {}
        Surface::Framed => host::post(&message.to_string(), who),
        Surface::Weixin | Surface::Alipay => bridge::post(to.surface, message.to_string()),
    }
}

/// Says once that the page listens, and how tall it is.
pub(super) fn ready(to: &Host) {
    if linked(|link| !std::mem::replace(&mut link.ready, true)) {
        say(to, &told::ready());
    }
    height(to);
}

/// The page is so tall now.
pub(super) fn grown(to: &Host, pixels: u32) {
    linked(|link| link.height.0 = pixels);
    if to.who.is_some() {
        height(to);
    }
}

fn height(to: &Host) {
    let new = linked(|link| {
        let (now, before) = link.height;
        link.height.1 = now;
        (now != before).then_some(now)
    });
    if let Some(now) = new {
        say(to, &told::height(now));
    }
}

/// How the resident stands to what the host asked.
pub(super) fn consent(to: &Host, consent: Consent) {
    say(to, &told::consent(consent));
}

/// The resident took back what they had agreed to.
pub(super) fn withdrawn(to: &Host) {
    again();
    consent(to, Consent::Withdrawn);
}

/// What was told is forgotten, so that the next summary is told whether or not it has changed.
pub(super) fn again() {
    linked(|link| link.told.1.clear());
}

/// Tells what was recorded and the new summary, the summary last, if the resident agreed and it has changed.
pub(super) fn follow(state: &State, to: &Host) {
    // Taken back in another tab, it is taken back here.
    let elsewhere = marker::kept(AGREED).map(|text| Agreed::read(&text));
    let still = |who: &str| elsewhere.as_ref().is_none_or(|agreed| agreed.has(who));
    if !to.may_be_told() || !to.who.as_deref().is_some_and(still) {
        return;
    }
    let ledger = state.ledger.borrow();
    let summary = told::summary(&ledger, &state.person, state.today);
    let text = summary.to_string();
    let saved = match &state.report {
        Some(Report::Saved(id) | Report::Corrected(id) | Report::Reversed(id)) => Some(id),
        _ => None,
    };
    let (changed, saved) = linked(|link| {
        let (entry, before) = &mut link.told;
        let undone = matches!(state.report, Some(Report::Reversed(_)));
        let saved = saved.map(|id| (id, format!("{}{id}", if undone { "-" } else { "" })));
        let changed = *before != text;
        let new = saved.filter(|(_, mark)| changed && mark != entry);
        if let Some((_, mark)) = &new {
            entry.clone_from(mark);
        }
        *before = text;
        (changed, new.map(|(id, _)| id))
    });
    if let Some(change) = saved.and_then(|id| told::change(&ledger, &state.person, id)) {
        say(to, &change);
    }
    if changed {
        say(to, &summary);
    }
}
