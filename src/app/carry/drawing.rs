//! From how far it has come to what the screen shows.

use super::{Failure, Stage, Verifying, certifying};
use crate::app::host;
use crate::app::state::State;
use crate::i18n::handover::sentence;
use crate::ui::Context;
use crate::ui::carry::{self, Shown};
use crate::ui::element::Element;
use crate::ui::receipt::{self, Checked};
use crate::ui::take::{self, Otherwise};

/// The element that says how it went; it gets the focus.
pub(super) const SAID: &str = carry::SAID;

/// The screen.
pub(in crate::app) fn screen(state: &State, context: &Context<'_>) -> Element {
    with_shown(state, context, |shown| carry::screen(context, shown, host::instead(state, context)))
}

/// The screen of what another device hands over.
pub(in crate::app) fn take_screen(state: &State, context: &Context<'_>) -> Element {
    let carry = state.carry.as_deref();
    let handed = carry.and_then(|carry| carry.handed).unwrap_or_default();
    let fault = match carry.map(|carry| &carry.stage) {
        Some(Stage::Misread(fault)) => Some(sentence(*fault, context.words.language)),
        _ => None,
    };
    let otherwise = Otherwise { by_base: handed.by_base, unknown: handed.unknown };
    let ledger = state.ledger.borrow();
    with_shown(state, context, |shown| take::screen(context, shown, &ledger, otherwise, fault.as_deref()))
}

/// The screen of a receipt.
pub(in crate::app) fn receipt_screen(state: &State, context: &Context<'_>) -> Element {
    let carry = state.carry.as_deref();
    let ledger = state.ledger.borrow();
    let certified = certifying::shown(carry);
    let checked = match certified.map(|certified| &certified.judged) {
        None if carry.is_some_and(|carry| carry.stage == Stage::Writing) => Checked::Writing,
        None => Checked::Awaited,
        Some(None) => Checked::Unable,
        Some(Some(Err(refusal))) => Checked::Refused(refusal),
        Some(Some(Ok(activity))) if certified.is_some_and(|certified| certified.failed) => Checked::Failed(activity),
        Some(Some(Ok(activity))) => Checked::Sound(activity),
    };
    let says = certified.and_then(|certified| certified.receipt.as_ref());
    let by_address = state.desk.district.wish().is_some_and(|wish| wish.by_address);
    receipt::screen(context, &receipt::Shown { says, checked, ledger: &ledger, by_address })
}

fn verifying(of: &Verifying) -> carry::Verifying<'_> {
    match of {
        Verifying::Not => carry::Verifying::Not,
        Verifying::Running(done, all) => carry::Verifying::Running(*done, *all),
        Verifying::Done(done) => carry::Verifying::Done(carry::Verified {
            report: &done.report,
            file: done.file,
            unreadable: done.unreadable,
        }),
        Verifying::Bad(faults) => carry::Verifying::Bad(faults),
        Verifying::Unreadable => carry::Verifying::Unreadable,
        Verifying::Failed => carry::Verifying::Failed,
    }
}

fn with_shown(state: &State, context: &Context<'_>, draw: impl FnOnce(&Shown<'_>) -> Element) -> Element {
    let t = context.words.t;
    let ledger = state.ledger.borrow();
    let carry = state.carry.as_deref();
    let mut shown = Shown {
        entries: ledger.counting(),
        empty: ledger.entries().is_empty(),
        unread: carry.map_or(&[], |carry| &carry.unread),
        ready: carry.is_some_and(|carry| !matches!(carry.verifying, Verifying::Running(..))),
        last: carry.and_then(|carry| carry.last).map(|last| (last.entries, last.undoable)),
        saved: carry.and_then(|carry| carry.saved),
        busy: None,
        said: None,
        failed: false,
        faults: &[],
        plan: None,
        verifying: carry.map_or(carry::Verifying::Not, |carry| verifying(&carry.verifying)),
    };
    match carry.map(|carry| &carry.stage) {
        // A receipt has a screen of its own.
        None | Some(Stage::Ready | Stage::Certified(_)) => {}
        Some(Stage::Misread(_)) => (shown.said, shown.failed) = (Some(t.take_refused()), true),
        Some(Stage::Reading) => shown.busy = Some(t.carry_reading()),
        Some(Stage::Writing) => shown.busy = Some(t.carry_writing()),
        Some(Stage::Done) => shown.said = Some(t.carry_done()),
        Some(Stage::Undone) => shown.said = Some(t.carry_undone()),
        Some(Stage::Unreadable) => (shown.said, shown.failed) = (Some(t.carry_unreadable()), true),
        Some(Stage::Refused(faults)) => {
            (shown.said, shown.failed) = (Some(t.carry_refused()), true);
            shown.faults = faults;
        }
        Some(Stage::Planned { plan, moved, .. }) => {
            shown.plan = Some(plan);
            shown.failed = *moved;
            shown.said = Some(if *moved {
                t.carry_moved()
            } else if plan.is_empty() && carry.is_some_and(|carry| carry.handed.is_some()) {
                t.take_none()
            } else if plan.is_empty() {
                t.carry_plan_none()
            } else {
                t.carry_plan()
            });
        }
        Some(Stage::Failed(failure)) => {
            shown.failed = true;
            shown.said = Some(match failure {
                Failure::Full => t.carry_full(),
                Failure::Outdated => t.carry_outdated(),
                Failure::Late => t.carry_undo_refused(),
                Failure::Refused => t.carry_failed(),
            });
        }
    }
    draw(&shown)
}
