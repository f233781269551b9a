//! Whether a result that somebody shared is what its rules give.

use std::rc::Rc;

use super::Shared;
use crate::domain::methodology;
use crate::domain::rulebook::Rulebook;
use crate::domain::verify::fields;

/// What came of it. A text that cannot be read is the [`Fault`](crate::domain::handover::Fault) of
/// [`unpack`](super::unpack).
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Checked {
    /// It comes to exactly what it says.
    Equal,
    /// It does not: the first that differs.
    Differs {
        /// `carbon_mg`, `voc_mg`, `nox_mg`, `upe`, `points` or `verdict`.
        field: &'static str,
        /// What it says.
        stated: String,
        /// What it comes to.
        recomputed: String,
    },
    /// Its rules are not at hand, so it cannot be worked out here; that does not make it wrong.
    UnknownRules,
    /// Its rules refuse such an activity.
    Refused,
}

/// Works a result out again. `rulebooks` gives the rulebook of a name as entries keep it, if it is at hand.
pub fn check(shared: &Shared, rulebooks: &dyn Fn(&str) -> Option<Rc<Rulebook>>) -> Checked {
    let Some(rules) = rulebooks(&shared.rulebook) else { return Checked::UnknownRules };
    let Ok(found) = methodology::assess(&shared.activity, &rules) else { return Checked::Refused };
    let stated = fields(shared.verdict, shared.totals);
    let other = stated.into_iter().zip(fields(found.verdict, found.totals)).find(|(stated, found)| stated != found);
    match other {
        None => Checked::Equal,
        Some(((field, stated), (_, recomputed))) => Checked::Differs { field, stated, recomputed },
    }
}
