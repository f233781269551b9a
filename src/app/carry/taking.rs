//! Taking in what another device hands over: unpacked, worked out again here, and shown as an import is.

use std::rc::Rc;

use super::acting::plan;
use super::{Carry, Handed, Stage};
use crate::app::edge::Edge;
use crate::app::state::{Action, Keeping, State};
use crate::desk::Laid;
use crate::domain::archive::Archive;
use crate::domain::handover::{self, arrived};
use crate::route::View;
use crate::ui::{Rules, at_hand};

/// Unpacks it once the ledger and the rules are here.
pub(super) fn take(packed: &str, state: &State, rules: &Rules, edge: &Edge) {
    // Its points may be a district's, whose rules are still on their way.
    if state.keeping == Keeping::Opening || matches!(state.desk.district, Laid::Awaited(_)) {
        return;
    }
    let lines = match handover::unpack(packed, rules) {
        Ok(lines) => lines,
        Err(fault) => {
            let carry = Carry { stage: Stage::Misread(fault), ..Carry::default() };
            return edge.tell(Action::Carried(Rc::new(carry)));
        }
    };
    let rulebooks = |name: &str| at_hand(rules, state.desk.shelf.as_deref(), name).map(|rules| rules.shared());
    let arrival = arrived(lines, &state.person, &state.ledger.borrow(), &rulebooks);
    let handed = Handed { by_base: arrival.by_base, unknown: arrival.unknown };
    let archive = Rc::new(Archive { entries: arrival.entries, ..Archive::default() });
    let carry = Carry { handed: Some(handed), stage: Stage::Reading, ..Carry::default() };
    edge.tell(Action::Carried(Rc::new(carry.clone())));
    plan(archive, carry, state, rules, edge);
}

/// Leaves for home, and puts its address in the place of the one with the entries.
pub(super) fn leave(edge: &Edge) {
    crate::platform::location::replace_hash(&View::Home.href());
    edge.tell(Action::Navigated(View::Home));
}
