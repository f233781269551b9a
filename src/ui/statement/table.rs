//! Tables of the three ledgers: their heads, and rows of numbers.

use super::super::Words;
use super::super::amount::{Voice, mark};
use super::super::element::{Element, el, say, text};
use crate::domain::statement::Figures;
use crate::domain::unit::Unit;
use crate::i18n::column::Columns;
use crate::i18n::unit::unit_name;

/// The numeric columns: what tests find one by, and its ledger.
const COLUMNS: [(&str, Voice); 7] = [
    ("carbon", Voice::Carbon),
    ("voc", Voice::Air),
    ("nox", Voice::Air),
    ("equivalents", Voice::Air),
    ("earned", Voice::Points),
    ("withheld", Voice::Points),
    ("counted", Voice::Points),
];

/// Name of a numeric column, and its unit where the ledger's head does not say it.
fn names(words: Words) -> [(&'static str, &'static str); 7] {
    let (t, gram) = (words.t, unit_name(Unit::Gram, words.language));
    [
        (t.statement_co2(), gram),
        ("VOC", gram),
        ("NOx", gram),
        (t.pe_unit(), ""),
        (t.statement_earned(), ""),
        (t.statement_withheld(), ""),
        (t.statement_counted(), ""),
    ]
}

/// A table with the three ledgers' heads; `first` are the heads of the columns before them, and `count` of one more with
/// whole numbers.
pub(super) fn ledgers(first: &[&'static str], count: Option<&'static str>, words: Words) -> Element {
    let mut groups = el("tr", "");
    let mut heads = el("tr", "");
    let before = first.iter().map(|name| say("th", "table__text", name));
    for head in before.chain(count.map(|name| say("th", "table__number", name))) {
        groups.push(head.attr("scope", "col").attr("rowspan", "2"));
    }
    for (voice, span) in Voice::ALL.into_iter().zip(["1", "3", "3"]) {
        let group = el("th", group_class(voice)).attr("scope", "colgroup").attr("colspan", span);
        groups.push(group.child(mark(voice)).say(voice.long_name(words)));
    }
    for ((name, unit), (_, voice)) in names(words).into_iter().zip(COLUMNS) {
        let head = say("th", number_class(voice), name).attr("scope", "col");
        heads.push(if unit.is_empty() { head } else { head.child(el("span", "table__unit").say(" ").say(unit)) });
    }
    el("table", "table table--wide").child(el("thead", "").child(groups).child(heads))
}

/// The cells of a row. Nothing is a dash, but in a total it is a zero.
pub(super) fn figures(mut row: Element, figures: &Figures, columns: &Columns, total: bool, words: Words) -> Element {
    let shown = columns.show(figures).into_iter().zip(COLUMNS).zip(names(words));
    for ((number, (column, voice)), (name, unit)) in shown {
        let cell = match number {
            Some(number) => text("td", number_class(voice), &number),
            None => say("td", "table__number table__zero", if total { "0" } else { "–" }),
        };
        let label = if unit.is_empty() { name.to_owned() } else { format!("{name} {unit}") };
        row.push(cell.attr("data-column", column).attr_of("data-label", &label));
    }
    row
}

/// A cell with a whole number.
pub(super) fn whole(number: &str, column: &'static str, label: &'static str) -> Element {
    text("td", "table__number", number).attr("data-column", column).attr("data-label", label)
}

fn number_class(voice: Voice) -> &'static str {
    match voice {
        Voice::Carbon => "table__number voice--carbon",
        Voice::Air => "table__number voice--air",
        Voice::Points => "table__number voice--points",
    }
}

fn group_class(voice: Voice) -> &'static str {
    match voice {
        Voice::Carbon => "table__group voice--carbon",
        Voice::Air => "table__group voice--air",
        Voice::Points => "table__group voice--points",
    }
}
