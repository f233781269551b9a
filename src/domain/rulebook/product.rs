//! The lists that operators extend by data alone: everyday actions, purchase categories, displaced products.

use super::Label;
use crate::domain::activity::CountedBy;
use crate::domain::activity::purchase::Basis;

/// An everyday action.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EverydayAction {
    /// Id used in activities.
    pub id: String,
    /// Name.
    pub label: Label,
    /// What exactly counts.
    pub hint: Label,
    /// How it is counted.
    pub counted_by: CountedBy,
    /// Index of the parameter with grams of CO2 each, if it has one.
    pub carbon: Option<usize>,
    /// Index of the parameter with the fixed award each, if it has one.
    pub award: Option<usize>,
}

/// A purchase category.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Product {
    /// Id used in activities.
    pub id: String,
    /// Name.
    pub label: Label,
    /// Index of the parameter with its limit, if there is one.
    pub limit: Option<usize>,
    /// Basis of that limit, and of the number expected from the tin.
    pub basis: Basis,
    /// Whether it counts as a solvent product on alert days.
    pub solvent: bool,
    /// Whether it is what the walls of a home are repainted with: then it is held against the home's floor area, and
    /// against the years between two repaints.
    pub repaints: bool,
    /// Ids of the displaced products it may stand in for.
    pub displaces: Vec<String>,
}

/// A product that a purchase can stand in for, as supplied.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Displaced {
    /// Id used in activities.
    pub id: String,
    /// Name.
    pub label: Label,
    /// Index of the parameter with its mean content or limit (g/L, g/kg or %).
    pub content: usize,
}
