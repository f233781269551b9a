//! A merchant's bonus: a line of its own beside the entry that earned it, without grams.

use super::day::Line;
use super::policy::{Limit, Policy, evidence_key};
use super::standing::Bonus;
use crate::domain::activity::{Activity, Evidence};
use crate::domain::district::Merchant;
use crate::domain::exact::Overflow;
use crate::domain::trace::{Operation, Step, StepName, Trace};
use crate::domain::unit::Unit;

/// Gives the bonuses of a day. Each merchant gives its own so many times a day, to the verified acts first; what it
/// does not give any more stands there, withheld.
pub(super) fn give(lines: &mut [Line], policy: &Policy) {
    // By the limit, of which each merchant has one.
    let mut given: Vec<(Limit, i64)> = Vec::new();
    for evidence in [Evidence::Verified, Evidence::SelfDeclared] {
        for line in lines.iter_mut().filter(|line| line.first && line.standing.claim.is_none()) {
            let Some(activity) = line.activity().filter(|activity| activity.evidence == evidence) else { continue };
            if line.standing.earned.is_zero() {
                continue;
            }
            let Some((mut bonus, limit, most)) = policy.bonus(activity) else { continue };
            let times = match given.iter_mut().find(|(known, _)| *known == limit) {
                Some((_, times)) => times,
                None => &mut given.push_mut((limit, 0)).1,
            };
            if *times < most {
                *times += 1;
            } else {
                bonus.withhold(limit, bonus.credited);
            }
            line.standing.bonus = Some(bonus);
        }
    }
}

impl Policy {
    /// How the bonus of an act is worked out, to whole points; nothing where the act names no merchant of the district,
    /// or one that does not reward its kind on that day.
    pub fn bonus_steps(&self, activity: &Activity) -> Vec<Step> {
        let steps = self.rewarding(activity).and_then(|merchant| self.steps(activity, merchant));
        steps.unwrap_or_default()
    }

    fn steps(&self, activity: &Activity, merchant: &Merchant) -> Option<Vec<Step>> {
        let (rulebook, mut trace) = (self.rulebook()?, Trace::new());
        let terms = [
            rulebook.operand(merchant.bonus, activity.date)?,
            rulebook.key(evidence_key(activity.evidence), activity.date)?,
        ]
        .map(|operand| trace.take(operand));
        let mut settled = || {
            let exact = trace.step(StepName::AwardAfterEvidence, Operation::Multiply, &terms, Unit::Point)?;
            trace.step(StepName::AwardRounded, Operation::RoundHalfUp, &[exact], Unit::Point)?;
            Ok::<(), Overflow>(())
        };
        settled().ok()?;
        Some(trace.take_steps())
    }

    /// The bonus of an act, all of it credited; what limits it, and to how many times a day. `None` where there is none.
    fn bonus(&self, activity: &Activity) -> Option<(Bonus, Limit, i64)> {
        let merchant = self.rewarding(activity)?;
        let points = self.steps(activity, merchant)?.last()?.result.floor().ok().filter(|points| *points > 0)?;
        let limit = Limit::Merchant(merchant.daily_most);
        let bonus = Bonus { merchant: merchant.id.clone(), earned: points, credited: points, withheld: Vec::new() };
        Some((bonus, limit, self.whole(limit, activity.date)?))
    }

    /// The merchant of the district that an act names, if it rewards such an act on that day.
    fn rewarding(&self, activity: &Activity) -> Option<&Merchant> {
        let merchant = self.rulebook()?.district.as_ref()?.merchant(activity.merchant.as_deref()?)?;
        merchant.rewards(activity.facts.kind(), activity.date).then_some(merchant)
    }
}
