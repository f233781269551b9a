//! The three voices: carbon, air, points. Always in this order, each with its own mark, unit and numerals; never added.

use yew::{Html, classes, html};

use super::Words;
use super::icon::{Icon, icon};
use crate::domain::assessment::Totals;
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

    /// The modifier of its colours in the style sheet.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Carbon => "voice--carbon",
            Self::Air => "voice--air",
            Self::Points => "voice--points",
        }
    }

    fn mark(self) -> Icon {
        match self {
            Self::Carbon => Icon::Carbon,
            Self::Air => Icon::Air,
            Self::Points => Icon::Points,
        }
    }

    /// The number of this ledger in its own unit. Air is told as pollutant equivalents, the unit the two gases share.
    pub(crate) fn amount(self, totals: Totals, words: Words) -> Amount {
        match self {
            Self::Carbon => number::carbon(totals.carbon_mg, words.language),
            Self::Air => Amount {
                number: number::pollutant_equivalents(totals.air.upe),
                unit: words.t.pe_unit,
            },
            Self::Points => Amount { number: number::points(totals.points), unit: words.t.points_unit },
        }
    }

    fn is_zero(self, totals: Totals) -> bool {
        match self {
            Self::Carbon => totals.carbon_mg == 0,
            Self::Air => totals.air == crate::domain::assessment::Air::default(),
            Self::Points => totals.points == 0,
        }
    }
}

/// The mark of a ledger.
pub(crate) fn mark(voice: Voice) -> Html {
    html! { <span class={classes!("mark", voice.class())}>{ icon(voice.mark()) }</span> }
}

/// A number with its unit, in the numerals of its ledger.
pub(crate) fn figure(voice: Voice, totals: Totals, words: Words) -> Html {
    let amount = voice.amount(totals, words);
    html! {
        <span class={classes!("figure", voice.class())} data-voice={voice.class()}>
            <span class="figure__number">{ amount.number }</span>
            <span class="figure__unit">{ amount.unit }</span>
        </span>
    }
}

/// The gases behind the air figure, in grams or milligrams.
pub(crate) fn gases(totals: Totals, words: Words) -> Html {
    let language = words.language;
    let gas = |name: &'static str, amount: Amount| format!("{name} {} {}", amount.number, amount.unit);
    let mut parts = Vec::new();
    if totals.air.voc_mg != 0 {
        parts.push(gas("VOC", number::voc(totals.air.voc_mg, language)));
    }
    if totals.air.nox_mg != 0 {
        parts.push(gas("NOx", number::nox(totals.air.nox_mg, language)));
    }
    if parts.is_empty() {
        return Html::default();
    }
    html! { <span class="gases">{ parts.join(" · ") }</span> }
}

/// The ledgers that are not zero, side by side, each with its mark; for rows and results.
pub(crate) fn figures(totals: Totals, words: Words) -> Html {
    html! {
        <span class="figures">
            for voice in Voice::ALL {
                if !voice.is_zero(totals) {
                    <span class="figures__one">{ mark(voice) }<span class="visually-hidden">{ voice.long_name(words) }</span>{ figure(voice, totals, words) }</span>
                }
            }
        </span>
    }
}
