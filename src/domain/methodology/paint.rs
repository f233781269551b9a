//! How much paint the walls of a home take, and how much of what was bought that is.
//!
//! Whoever buys more than the walls take paints nothing with the rest, so the rest avoids nothing. The litres are those of
//! one coat on the painted area, which goes by the floor area, times the coats. Both numbers are typical, not measured:
//! they only tell what is plausible. Where the resident gave no floor area or no coats, the rulebook's are taken, so that
//! leaving them out never earns more.

use super::low_voc::{amount, by_density};
use super::sheet::Sheet;
use crate::domain::activity::purchase::AmountUnit;
use crate::domain::activity::{Activity, Facts, Purchase};
use crate::domain::decimal::Decimal;
use crate::domain::exact::Exact;
use crate::domain::reason::ReasonCode;
use crate::domain::rulebook::{Formula, Key, Product, Rulebook};
use crate::domain::trace::{Operation, StepName, Term, Trace};
use crate::domain::unit::Unit;

/// What a purchase adds to the repaint of a home.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Paint {
    /// Litres of it that count; zero if kilograms were given without the density.
    pub litres: Exact,
    /// Litres that the walls take in all; `None` if kilograms were given without the density.
    pub most: Option<Exact>,
    /// Whether the floor area was given, and not assumed.
    pub told: bool,
}

/// What an activity adds to the repaint of a home; `None` if it does not under these rules.
pub fn paint(activity: &Activity, rulebook: &Rulebook) -> Option<Paint> {
    let Facts::Purchase(bought) = &activity.facts else { return None };
    let product = rulebook.product(&bought.category)?;
    if !product.repaints || !rulebook.in_force(Formula::LowVoc, activity.date) {
        return None;
    }
    let mut trace = Trace::unrecorded();
    let mut sheet = Sheet::on(&mut trace, activity, rulebook, Formula::LowVoc);
    let walls = Walls::of(&mut sheet, bought, product);
    let bare = amount(&mut sheet, StepName::AmountInBaseUnit, "amount", bought.amount, bought.unit);
    let litres = match &walls {
        Some(walls) => Some(walls.take(&mut sheet, bought, bare).used),
        None => has_litres(bought).then(|| by_density(&mut sheet, bare, Unit::Litre, bought)),
    };
    let value = |term: Term| sheet.trace.operand(term).value;
    Some(Paint {
        litres: litres.map_or(Exact::ZERO, value),
        most: walls.map(|walls| value(walls.litres)),
        told: bought.floor_area_m2.is_some(),
    })
}

/// The walls of a home.
pub(super) struct Walls {
    /// Litres that they take.
    litres: Term,
    /// What says so: the two rates, the floor area and the coats, given or assumed.
    limits: [Term; 4],
}

impl Walls {
    /// The walls that a purchase is for, if it is for walls and comes to litres; says what is assumed of them.
    pub(super) fn of(sheet: &mut Sheet<'_>, bought: &Purchase, product: &Product) -> Option<Self> {
        if !product.repaints {
            return None;
        }
        if !has_litres(bought) {
            sheet.note(ReasonCode::AreaNotChecked, "density_kg_per_l", None, &[]);
            return None;
        }
        let (ratio, spread_rate) = (sheet.key(Key::PaintedAreaRatio), sheet.key(Key::SpreadRate));
        let mut given = |path, amount: Option<Decimal>, key: Key| {
            if let Some(amount) = amount {
                return sheet.input(path, amount, key.unit());
            }
            let assumed = sheet.key(key);
            sheet.note(ReasonCode::AreaAssumed, path, None, &[assumed]);
            assumed
        };
        let area = given("floor_area_m2", bought.floor_area_m2, Key::AssumedFloorArea);
        let coats = given("coats", bought.coats, Key::AssumedCoats);
        let painted = [area, ratio, coats];
        let painted = sheet.step(StepName::PaintedArea, Operation::Multiply, &painted, Unit::SquareMetre);
        let litres = sheet.step(StepName::PlausibleLitres, Operation::Divide, &[painted, spread_rate], Unit::Litre);
        Some(Self { litres, limits: [ratio, spread_rate, area, coats] })
    }

    /// Of the amount bought, what the walls take.
    pub(super) fn take(&self, sheet: &mut Sheet<'_>, bought: &Purchase, amount: Term) -> Taken {
        let all = by_density(sheet, amount, Unit::Litre, bought);
        let beyond = sheet.compare(all, self.litres).is_gt();
        let used = sheet.step(StepName::LitresUsed, Operation::AtMost, &[all, self.litres], Unit::Litre);
        Taken { all, used, beyond: beyond.then_some(self.limits) }
    }
}

/// What walls take of a purchase.
pub(super) struct Taken {
    /// Litres bought.
    all: Term,
    /// Litres of it that the walls take.
    pub(super) used: Term,
    /// If that is less: what says so.
    beyond: Option<[Term; 4]>,
}

impl Taken {
    /// The same share of another amount.
    pub(super) fn likewise(&self, sheet: &mut Sheet<'_>, amount: Term) -> Term {
        if self.beyond.is_none() {
            return amount;
        }
        let share = sheet.step(StepName::ShareUsed, Operation::Divide, &[self.used, self.all], Unit::One);
        sheet.step(StepName::DisplacedUsed, Operation::Multiply, &[amount, share], sheet.unit(amount))
    }

    /// Says that less than all of the purchase counts, if it is so.
    pub(super) fn say_beyond(&self, sheet: &mut Sheet<'_>, bought: &Purchase) {
        if let Some(limits) = &self.beyond {
            sheet.reason(ReasonCode::PaintBeyondArea, "amount", Some(&bought.amount.to_string()), limits);
        }
    }
}

/// Whether an amount can be brought to litres.
fn has_litres(bought: &Purchase) -> bool {
    bought.density_kg_per_l.is_some() || matches!(bought.unit, AmountUnit::Litre | AmountUnit::Millilitre)
}
