//! Purchases of products that give off less VOC.

use super::words;
use crate::domain::decimal::Decimal;

words! {
    /// Unit of the amount bought.
    AmountUnit {
        /// Litre.
        Litre = "L",
        /// Millilitre.
        Millilitre = "mL",
        /// Kilogram.
        Kilogram = "kg",
        /// Gram.
        Gram = "g",
    }
}

words! {
    /// Unit of the VOC content.
    VocUnit {
        /// Grams per litre.
        GramPerLitre = "g/L",
        /// Grams per kilogram.
        GramPerKilogram = "g/kg",
        /// Percent by weight.
        Percent = "percent",
    }
}

words! {
    /// What a VOC content refers to. Numbers on different bases differ two- to fourfold and are never mixed.
    Basis {
        /// The product as it stands in the shop.
        AsSupplied = "as_supplied",
        /// Per litre of the product without its water.
        LessWater = "less_water",
        /// After mixing and thinning as the label says.
        ReadyToUse = "ready_to_use",
    }
}

words! {
    /// What the product is compared with.
    Comparison {
        /// The legal limit of its category.
        BelowLimit = "below_limit",
        /// A solvent product it stands in for.
        TechnologySwitch = "technology_switch",
    }
}

/// One purchase.
#[derive(Clone, PartialEq, Debug)]
pub struct Purchase {
    /// Category id of the rulebook.
    pub category: String,
    /// How much.
    pub amount: Decimal,
    /// Unit of the amount.
    pub unit: AmountUnit,
    /// VOC content, from the tin.
    pub voc: Decimal,
    /// Its unit.
    pub voc_unit: VocUnit,
    /// Its basis.
    pub basis: Basis,
    /// Compared with what.
    pub mode: Comparison,
    /// The displaced product's id; present for a technology switch.
    pub displaced: Option<String>,
    /// How much of it, in `unit`; the same amount if absent.
    pub displaced_amount: Option<Decimal>,
    /// Density, kg/L.
    pub density_kg_per_l: Option<Decimal>,
    /// Water by weight, percent.
    pub water_percent: Option<Decimal>,
    /// Whether a pollution alert was on.
    pub alert: bool,
    /// Floor area of the home that is painted, m²; only of categories that repaint a home, like the two after it.
    pub floor_area_m2: Option<Decimal>,
    /// How many coats it is given; a whole number.
    pub coats: Option<Decimal>,
    /// Which home, where there is more than one.
    pub dwelling: Option<String>,
}
