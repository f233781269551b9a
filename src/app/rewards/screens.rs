//! From the state to the screens of points, rewards, vouchers and the district.

use crate::app::state::State;
use crate::desk::{Laid, Outcome, Trouble, file};
use crate::domain::ledger::Ledger;
use crate::domain::rewards::Refused;
use crate::i18n::{filled, number};
use crate::route::View;
use crate::ui::district::{self, Refusal};
use crate::ui::element::Element;
use crate::ui::points::{self, Counter};
use crate::ui::{Context, Words, reward, voucher};

/// The screen of points, of a reward or of a voucher.
pub(in crate::app) fn screen(state: &State, context: &Context<'_>, ledger: &Ledger) -> Element {
    let said = state.desk.outcome.as_ref().map(|outcome| said(outcome, context.words));
    let counter = Counter { ledger, desk: &state.desk, said: said.as_ref(), opened: state.opened };
    match &state.view {
        View::Reward(id) => reward::screen(context, &counter, id),
        View::Voucher(id) => voucher::screen(context, &counter, id),
        _ => points::screen(context, &counter),
    }
}

/// The choice of the district.
pub(in crate::app) fn chooser(state: &State, context: &Context<'_>) -> Element {
    district::section(context, &state.desk.district)
}

/// On every screen: that a district's rules could not be used, and why.
pub(in crate::app) fn said_of_district(state: &State, context: &Context<'_>) -> Option<Element> {
    let Laid::Refused(wish, trouble) = &state.desk.district else { return None };
    let faults = if let Trouble::Faults(found) = &**trouble { found.iter().collect() } else { Vec::new() };
    let reason = why_refused(trouble, context.words);
    Some(district::refused(context, &Refusal { file: file(&wish.asked), reason, faults }))
}

/// Why a district's rules could not be used.
pub(in crate::app) fn why_refused(trouble: &Trouble, words: Words) -> String {
    let t = words.t;
    match trouble {
        Trouble::OtherOrigin => t.district_other_origin().to_owned(),
        Trouble::Unreachable => t.district_unreachable().to_owned(),
        Trouble::Status(status) => filled(t.district_status(), &[&status.to_string()]),
        Trouble::NotText => t.district_not_text().to_owned(),
        Trouble::Faults(_) => t.district_invalid().to_owned(),
    }
}

/// What an act came to: whether it failed, and the sentence.
fn said(outcome: &Outcome, words: Words) -> (bool, String) {
    let t = words.t;
    match outcome {
        Outcome::Redeemed(_) => (false, t.said_redeemed().to_owned()),
        Outcome::Cancelled(0) => (false, t.said_cancelled_expired().to_owned()),
        Outcome::Cancelled(back) => (false, filled(t.said_cancelled(), &[&number::points(*back)])),
        Outcome::Used => (false, t.said_used().to_owned()),
        Outcome::Refused(Refused::Missing(missing)) => (true, filled(t.said_missing(), &[&number::points(*missing)])),
        Outcome::Refused(_) => (true, t.said_not_offered().to_owned()),
        Outcome::Ended => (true, t.said_ended().to_owned()),
        Outcome::Crowded => (true, t.said_crowded().to_owned()),
        Outcome::DeviceFull => (true, t.said_full().to_owned()),
        Outcome::Outdated => (true, t.said_outdated().to_owned()),
        Outcome::WriteFailed => (true, t.said_failed().to_owned()),
    }
}
