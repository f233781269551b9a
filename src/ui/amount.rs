//! The three voices: carbon, air, points. Always in this order, each with its own mark, unit and numerals; never added.

use super::Words;
use super::element::{Element, el, say, text};
use super::icon::{Icon, icon};
use crate::domain::assessment::{Air, Totals};
use crate::i18n::number::{self, Amount};

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

    /// The word that stands for the ledger.
    pub(crate) fn name(self, words: Words) -> &'static str {
        match self {
            Self::Carbon => words.t.carbon,
            Self::Air => words.t.air,
            Self::Points => words.t.points,
        }
    }

    /// What the number means.
    pub(crate) fn long_name(self, words: Words) -> &'static str {
        match self {
            Self::Carbon => words.t.carbon_long,
            Self::Air => words.t.air_long,
            Self::Points => words.t.points_long,
        }
    }

    /// The number of this ledger in its own unit. Air is told as pollutant equivalents, the unit the two gases share.
    pub(crate) fn amount(self, totals: Totals, words: Words) -> Amount {
        match self {
            Self::Carbon => number::carbon(totals.carbon_mg, words.language),
            Self::Air => Amount { number: number::pollutant_equivalents(totals.air.upe), unit: words.t.pe_unit },
            Self::Points => Amount { number: number::points(totals.points), unit: words.t.points_unit },
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
    let amount = voice.amount(totals, words);
    el("span", voice.figure_class())
        .child(text("span", "figure__number", &amount.number))
        .say(" ")
        .child(say("span", "figure__unit", amount.unit))
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

/// The ledgers that are not zero, side by side, each with its mark; for rows and results.
pub(crate) fn figures(totals: Totals, words: Words) -> Element {
    let mut figures = el("span", "figures");
    for voice in Voice::ALL {
        if !voice.is_zero(totals) {
            figures.push(
                el("span", "figures__one")
                    .child(mark(voice))
                    .child(say("span", "visually-hidden", voice.long_name(words)))
                    .child(figure(voice, totals, words)),
            );
        }
    }
    figures
}
