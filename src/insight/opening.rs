//! What a form opens with when an act that is offered is pressed.

use super::next::{Because, Offer};
use crate::domain::activity::Facts;
use crate::domain::draft::Draft;

/// What nobody but the bill can say.
const OF_THE_BILL: [&str; 4] = ["usage", "baseline_usage", "baseline_days", "annual_usage"];
/// What nobody but the shop and the label can say.
const OF_THE_SHOP: [&str; 2] = ["amount", "voc"];

/// What nobody but the two labels can say.
const OF_THE_LABEL: [&str; 3] = ["appliance", "annual_kwh", "replaced_annual_kwh"];
/// What nobody but the pump can say.
const OF_THE_PUMP: [&str; 2] = ["litres", "time"];

impl Offer {
    /// The facts of the offer as a draft of its kind: those the resident's own history or the calendar gives.
    ///
    /// What was only assumed in order to reckon (a meter's reading, a product's content, whose car it is) is left for
    /// the resident to type, so that no example is ever recorded as a fact. `None` for an act that has no form.
    pub fn draft(&self) -> Option<Draft> {
        let draft = Draft::from_json(&self.activity.to_json())?;
        // What is recorded in a form is declared by the resident, also if the act was verified the last time.
        let draft = without(draft, &["evidence"]);
        Some(match (&self.activity.facts, self.because) {
            // It counts for its last day, whichever is typed.
            (Facts::Utility(_), Because::FirstBill(_)) => {
                without(without(draft, &OF_THE_BILL), &["date", "start", "end"])
            }
            (Facts::Utility(_), _) => without(without(draft, &OF_THE_BILL), &["date"]),
            (Facts::Purchase(_), _) => without(draft, &OF_THE_SHOP),
            (Facts::Appliance { .. }, _) => without(draft, &OF_THE_LABEL),
            (Facts::Refuel { .. }, _) => without(draft, &OF_THE_PUMP),
            (Facts::CarFree(_), Because::CarFree(false)) => without(draft, &["power"]),
            _ => draft,
        })
    }
}

fn without(draft: Draft, paths: &[&str]) -> Draft {
    paths.iter().fold(draft, |draft, path| draft.with(path, ""))
}
