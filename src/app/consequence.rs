//! What a choice in a form brings with it, so that nobody has to set what follows.

use crate::domain::activity::purchase::{AmountUnit, Comparison};
use crate::domain::activity::{CountedBy, Facts};
use crate::domain::decimal::Decimal;
use crate::domain::draft::{Draft, Edit};
use crate::domain::ledger::Ledger;
use crate::domain::rulebook::Rulebook;
use crate::domain::unit::Unit;

/// The edits that follow from one: choosing a product sets the units its label and its limit are written in, and drops
/// the figures that were typed in others; choosing what a home is repainted with tells the home of last time; choosing
/// an action keeps only the amount it is counted by, and starts a count at one.
pub fn consequences(edit: &Edit, draft: &Draft, rulebook: &Rulebook, ledger: &Ledger) -> Vec<Edit> {
    let Edit::Text(path, chosen) = edit else { return Vec::new() };
    let set = |path: &str, text: &str| Edit::Text(path.to_owned(), text.to_owned());
    match path.as_str() {
        "category" => {
            let mut edits = vec![set("displaced", ""), set("displaced_amount", "")];
            if let Some(product) = rulebook.product(chosen) {
                let compared = product.limit.or_else(|| {
                    let first = product.displaces.first()?;
                    rulebook.displaced(first).map(|displaced| displaced.content)
                });
                let unit = compared.and_then(|index| rulebook.parameters.get(index)).map(|parameter| parameter.unit);
                let (voc_unit, amount_unit) = match unit {
                    Some(Unit::GramPerLitre) => ("g/L", "L"),
                    Some(Unit::GramPerKilogram) => ("g/kg", "kg"),
                    _ => ("percent", "g"),
                };
                let mode = if product.limit.is_some() { Comparison::BelowLimit } else { Comparison::TechnologySwitch };
                // 10 g/L would be quite another paint at 10 %, and another still with its water.
                if (draft.text("voc_unit"), draft.text("basis")) != (voc_unit, product.basis.as_str()) {
                    edits.extend(["voc", "density_kg_per_l", "water_percent"].map(|path| set(path, "")));
                }
                edits.push(set("voc_unit", voc_unit));
                edits.push(set("basis", product.basis.as_str()));
                // Litres do not become kilograms; but who said millilitres goes on saying so.
                if is_volume(draft.text("unit")) != is_volume(amount_unit) {
                    edits.push(set("amount", ""));
                    edits.push(set("unit", amount_unit));
                }
                edits.push(set("mode", mode.as_str()));
                if !product.repaints {
                    edits.extend(HOME.map(|path| set(path, "")));
                } else if draft.corrects.is_none() && HOME.iter().all(|path| draft.text(path).is_empty()) {
                    edits.extend(last_home(ledger));
                }
            }
            edits
        }
        "action" => match rulebook.action(chosen).map(|action| action.counted_by) {
            Some(CountedBy::Kilogram) => vec![set("count", "")],
            Some(CountedBy::Count) if draft.text("count").is_empty() => vec![set("kg", ""), set("count", "1")],
            _ => vec![set("kg", "")],
        },
        _ => Vec::new(),
    }
}

/// What is asked about the home that is repainted.
const HOME: [&str; 3] = ["floor_area_m2", "coats", "dwelling"];

/// The home that was last painted.
fn last_home(ledger: &Ledger) -> Vec<Edit> {
    let homes = ledger.recent().filter_map(|posted| match &posted.activity.facts {
        Facts::Purchase(bought) => {
            let number = |number: Option<Decimal>| number.map(|number| number.to_string());
            let told = [number(bought.floor_area_m2), number(bought.coats), bought.dwelling.clone()];
            told.iter().any(Option::is_some).then_some(told)
        }
        _ => None,
    });
    let last = homes.take(1).flat_map(|told| HOME.into_iter().zip(told));
    last.filter_map(|(path, told)| Some(Edit::Text(path.to_owned(), told?))).collect()
}

/// Whether a unit is one of volume; `None` if it is none.
fn is_volume(unit: &str) -> Option<bool> {
    AmountUnit::from_word(unit).map(|unit| matches!(unit, AmountUnit::Litre | AmountUnit::Millilitre))
}
