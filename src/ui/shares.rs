//! What each person has, as a table: people down, the three ledgers across, and sums that add up as they are shown.

use super::Words;
use super::amount::{Voice, mark};
use super::element::{Element, el, say, text};
use crate::domain::assessment::Totals;

/// An empty table; [`add`] fills it.
pub(crate) fn table(caption: &'static str) -> Element {
    el("table", "shares").child(say("caption", "shares__caption", caption))
}

/// Adds a group of rows with its heads and its sum.
pub(crate) fn add(
    table: Element,
    title: &'static str,
    rows: &[(String, Totals)],
    total: &'static str,
    words: Words,
) -> Element {
    let amounts: Vec<Totals> = rows.iter().map(|(_, totals)| *totals).collect();
    let columns = Voice::ALL.map(|voice| (voice, voice.column(&amounts, words)));
    let mut head = el("tr", "shares__head").child(say("th", "shares__title", title).attr("scope", "col"));
    let mut sum = el("tr", "shares__total").child(say("th", "shares__name", total).attr("scope", "row"));
    for (voice, (_, total)) in &columns {
        let name = say("span", "shares__voice", voice.name(words));
        // Points are counted in points: the unit would only say it again.
        let unit = (*voice != Voice::Points).then(|| say("span", "shares__unit", total.unit));
        head.push(el("th", "").attr("scope", "col").child(mark(*voice)).child(name).maybe(unit));
        sum.push(text("td", voice.class(), &total.number));
    }
    let mut group = el("tbody", "").child(head);
    for (place, (name, _)) in rows.iter().enumerate() {
        let mut row = el("tr", "").child(text("th", "shares__name", name).attr("scope", "row"));
        for (voice, (parts, _)) in &columns {
            row.push(text("td", voice.class(), parts.get(place).map_or("", |amount| &amount.number)));
        }
        group.push(row);
    }
    table.child(group.child(sum))
}
