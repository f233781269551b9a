//! The three voices: carbon, air, points. Always in this order, each with its own mark, unit and numerals; never added.

use super::Words;
use super::element::{Element, el, say, text};
use super::icon::{Icon, icon};
use crate::domain::assessment::{Air, Totals};
use crate::i18n::number::{self, Amount, MassUnit};
use crate::insight::Measure;

/// One of the three ledgers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Voice {
    /// Grams of CO2.
    Carbon,
    /// Air pollutants.
    Air,
    /// Points.
    Points,
}

impl Voice {
    /// In the order they are always shown.
    pub(crate) const ALL: [Self; 3] = [Self::Carbon, Self::Air, Self::Points];

    /// The chart of the ledger.
    pub(crate) fn measure(self) -> Measure {
        match self {
            Self::Carbon => Measure::Carbon,
            Self::Air => Measure::Air,
            Self::Points => Measure::Points,
        }
    }

    /// The word that stands for the ledger.
    pub(crate) fn name(self, words: Words) -> &'static str {
        match self {
            Self::Carbon => words.t.carbon(),
            Self::Air => words.t.air(),
            Self::Points => words.t.points(),
        }
    }

    /// What the number means.
    pub(crate) fn long_name(self, words: Words) -> &'static str {
        match self {
            Self::Carbon => words.t.carbon_long(),
            Self::Air => words.t.air_long(),
            Self::Points => words.t.points_long(),
        }
    }

    /// The numbers of a column and of its total, each column in one unit, adding up as shown.
    pub(crate) fn column(self, rows: &[Totals], words: Words) -> (Vec<Amount>, Amount) {
        match self {
            Self::Carbon => {
                let parts: Vec<i64> = rows.iter().map(|row| row.carbon_mg).collect();
                number::carbon_column(&parts, words.language)
            }
            Self::Air => {
                let parts: Vec<i64> = rows.iter().map(|row| row.air.upe).collect();
                let (shown, total) = number::equivalents_column(&parts);
                let amount = |number| Amount { number, unit: words.t.pe_unit() };
                (shown.into_iter().map(amount).collect(), amount(total))
            }
            Self::Points => {
                let total = rows.iter().fold(Totals::default(), |sum, row| sum.plus(*row));
                (rows.iter().map(|row| self.amount(*row, words)).collect(), self.amount(total, words))
            }
        }
    }

    /// What [`Self::amount`] says, in writing.
    pub(crate) fn written(self, totals: Totals, words: Words) -> String {
        let Amount { number, unit } = self.amount(totals, words);
        format!("{number} {unit}")
    }

    /// The number of this ledger in its own unit. Air is told as pollutant equivalents, the unit the two gases share.
    pub(crate) fn amount(self, totals: Totals, words: Words) -> Amount {
        match self {
            Self::Carbon => number::carbon(totals.carbon_mg, words.language),
            Self::Air => Amount { number: number::pollutant_equivalents(totals.air.upe), unit: words.t.pe_unit() },
            Self::Points => Amount { number: number::points(totals.points), unit: words.t.points_unit() },
        }
    }

    /// The class of its chart.
    pub(crate) fn chart_class(self) -> &'static str {
        match self {
            Self::Carbon => "chart voice--carbon",
            Self::Air => "chart voice--air",
            Self::Points => "chart voice--points",
        }
    }

    /// The class that gives a number its colour.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Carbon => "voice--carbon",
            Self::Air => "voice--air",
            Self::Points => "voice--points",
        }
    }

    fn mark_class(self) -> &'static str {
        match self {
            Self::Carbon => "mark voice--carbon",
            Self::Air => "mark voice--air",
            Self::Points => "mark voice--points",
        }
    }

    fn figure_class(self) -> &'static str {
        match self {
            Self::Carbon => "figure voice--carbon",
            Self::Air => "figure voice--air",
            Self::Points => "figure voice--points",
        }
    }

    fn is_zero(self, totals: Totals) -> bool {
        match self {
            Self::Carbon => totals.carbon_mg == 0,
            Self::Air => totals.air == Air::default(),
            Self::Points => totals.points == 0,
        }
    }
}

/// The mark of a ledger.
pub(crate) fn mark(voice: Voice) -> Element {
    el("span", voice.mark_class()).child(icon(match voice {
        Voice::Carbon => Icon::Carbon,
        Voice::Air => Icon::Air,
        Voice::Points => Icon::Points,
    }))
}

/// A number with its unit, in the numerals of its ledger.
pub(crate) fn figure(voice: Voice, totals: Totals, words: Words) -> Element {
    figure_of(voice, &voice.amount(totals, words))
}

fn figure_of(voice: Voice, amount: &Amount) -> Element {
    // Where there is little room, a long number is set smaller.
    let class = if amount.number.len() > 6 { "figure__number figure__number--long" } else { "figure__number" };
    el("span", voice.figure_class()).child(text("span", class, &amount.number)).say(" ").child(say(
        "span",
        "figure__unit",
        amount.unit,
    ))
}

/// The gases behind the air figure, in grams or milligrams.
pub(crate) fn gases(totals: Totals, words: Words) -> String {
    let mut said = String::new();
    for (name, mg) in [("VOC", totals.air.voc_mg), ("NOx", totals.air.nox_mg)] {
        if mg != 0 {
            let amount = number::voc(mg, words.language);
            if !said.is_empty() {
                said.push_str(" · ");
            }
            said.push_str(name);
            said.push(' ');
            said.push_str(&amount.number);
            said.push(' ');
            said.push_str(amount.unit);
        }
    }
    said
}

/// The ledgers that are not zero, side by side, each with its mark; for results.
pub(crate) fn figures(totals: Totals, words: Words) -> Element {
    figures_as(totals, &Voice::ALL.map(|voice| voice.amount(totals, words)), words)
}

/// [`figures`], saying in a word that the grams and pollutants are avoided.
pub(crate) fn avoided(totals: Totals, words: Words) -> Element {
    // The marks say it in full to a screen reader.
    let word = say("span", "avoided__word", words.t.avoided()).attr("aria-hidden", "true");
    let any = [Voice::Carbon, Voice::Air].iter().any(|voice| !voice.is_zero(totals));
    el("span", "avoided").maybe(any.then_some(word)).child(figures(totals, words))
}

/// Figures with the amounts as a column shows them.
fn figures_as(totals: Totals, amounts: &[Amount], words: Words) -> Element {
    let mut figures = el("span", "figures");
    for (voice, amount) in Voice::ALL.into_iter().zip(amounts) {
        if !voice.is_zero(totals) {
            figures.push(
                el("span", "figures__one")
                    .child(mark(voice))
                    .child(say("span", "visually-hidden", voice.long_name(words)))
                    .child(figure_of(voice, amount)),
            );
        }
    }
    figures
}

/// The figures of rows and of their total.
pub(crate) fn columns(rows: &[Totals], words: Words) -> (Vec<Element>, Element) {
    let columns = Columns::of(rows.to_vec(), words);
    let shown = (0..rows.len()).filter_map(|place| columns.row(place)).collect();
    let total = rows.iter().fold(Totals::default(), |sum, row| sum.plus(*row));
    (shown, figures_as(total, &columns.voices.each_ref().map(|(_, total)| total.clone()), words))
}

/// The figures of rows and of their total: one unit down each column, and parts that add up as they are shown.
pub(crate) struct Columns {
    rows: Vec<Totals>,
    voices: [(Vec<Amount>, Amount); Voice::ALL.len()],
    words: Words,
}

impl Columns {
    pub(crate) fn of(rows: Vec<Totals>, words: Words) -> Self {
        let voices = Voice::ALL.map(|voice| voice.column(&rows, words));
        Self { rows, voices, words }
    }

    /// The figures of the row at a place.
    pub(crate) fn row(&self, place: usize) -> Option<Element> {
        let amounts: Vec<Amount> = self.voices.iter().filter_map(|(parts, _)| parts.get(place).cloned()).collect();
        Some(figures_as(*self.rows.get(place)?, &amounts, self.words))
    }

    /// Those of the total; nothing if nothing counts. A total of a kilogram or more is told in kilograms, whatever the
    /// unit of its rows.
    pub(crate) fn total(&self) -> Option<Element> {
        let total = self.rows.iter().fold(Totals::default(), |sum, row| sum.plus(*row));
        let mut amounts = self.voices.each_ref().map(|(_, total)| total.clone());
        let [carbon, ..] = &mut amounts;
        let alone = Voice::Carbon.amount(total, self.words);
        if MassUnit::of_column(&[total.carbon_mg]) == MassUnit::Kilogram {
            *carbon = alone;
        }
        self.rows.iter().any(|row| !row.is_zero()).then(|| figures_as(total, &amounts, self.words))
    }
}
