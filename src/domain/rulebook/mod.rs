//! The rulebook: every number a formula may use, with its unit, its dates, its source and how well it is established.
//!
//! A rulebook is one JSON file per published version. [`Rulebook::parse`] is strict and names every fault at once; a
//! rulebook that loads has a value for every parameter the formulas need, for every day of each method's life.

mod bound;
mod check;
pub(super) mod entries;
mod fault;
mod fault_text;
pub(super) mod form;
mod formula;
pub(super) mod ids;
mod index;
pub(super) mod key;
pub(super) mod lists;
pub(super) mod load;
mod packed;
mod parameter;
mod product;
mod published;
pub(super) mod read;
pub mod schema;
pub(super) mod shape;
mod source;
mod table;
pub(super) mod timeline;
mod typed;

pub use bound::Bound;
pub use fault::{Fault, FaultKind};
pub use form::{Field, Form};
pub use formula::Formula;
pub use key::Key;
pub use packed::Damaged;
pub use parameter::{Grade, Label, Parameter, ParameterRef, Value};
pub use product::{Displaced, EverydayAction, Product};
pub use published::{BEIJING_2026_11, BEIJING_2026_12, PUBLISHED, Published};
pub use shape::{JsonType, Section};
pub use source::Source;

use super::activity::trip::CarStandard;
use super::activity::{Mode, is_same};
use super::date::Date;
use super::district::District;
use super::trace::{Operand, Origin};

/// A named calculation with the day it came into force.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Method {
    /// Stable id, for instance `bj-travel-3043`.
    pub id: String,
    /// Title in both languages.
    pub title: Label,
    /// First day it may credit.
    pub from: Date,
}

/// One version of a rulebook.
#[derive(Clone, PartialEq, Debug)]
pub struct Rulebook {
    /// Id, for instance `beijing`.
    pub id: String,
    /// Version, for instance `2026.11`.
    pub version: String,
    /// Title in both languages.
    pub title: Label,
    /// Whose rules these are: shown wherever results are.
    pub status: Label,
    /// Day of publication.
    pub published: Date,
    /// First day an activity can count for.
    pub scheme_from: Date,
    /// What is different from the version before: kind of change, days and entries affected.
    pub change_note: Label,
    /// Methods, in the order of the file.
    pub methods: Vec<Method>,
    /// Sources, in the order of the file.
    pub sources: Vec<Source>,
    /// Parameters, in the order of the file.
    pub parameters: Vec<Parameter>,
    /// Everyday actions.
    pub actions: Vec<EverydayAction>,
    /// Purchase categories.
    pub products: Vec<Product>,
    /// Products that can be displaced.
    pub displaced: Vec<Displaced>,
    /// The district whose overlay has been laid over these rules.
    pub district: Option<District>,
    /// Where the formulas' methods and parameters stand.
    index: index::Index,
}

impl Rulebook {
    /// Reads and checks a rulebook; on failure every fault that could be found, at least one.
    pub fn parse(text: &str) -> Result<Self, Vec<Fault>> {
        load::load(text)
    }

    /// `id@version`, as entries keep it; with a district `id@version+district@version`.
    pub fn name(&self) -> String {
        let (id, version) = (&self.id, &self.version);
        self.district.as_ref().map_or_else(
            || format!("{id}@{version}"),
            |district| format!("{id}@{version}+{}@{}", district.id, district.version),
        )
    }

    /// The value of a required parameter on a day, as an operand that remembers where it came from.
    ///
    /// `None` only for days before the parameter's first value; on each day on which a formula of
    /// [`Key::used_by`] is in force there is one.
    pub fn key(&self, key: Key, date: Date) -> Option<Operand> {
        self.operand(self.index.key(key), date)
    }

    /// Index in `parameters` of a required parameter.
    pub fn key_index(&self, key: Key) -> usize {
        self.index.key(key)
    }

    /// Index in `methods` of the method that a formula carries out.
    pub fn formula(&self, formula: Formula) -> usize {
        self.index.formula(formula)
    }

    /// Whether a formula's method may credit that day.
    pub fn in_force(&self, formula: Formula, date: Date) -> bool {
        self.methods.get(self.formula(formula)).is_some_and(|method| method.from <= date)
    }

    /// Index of a mode's CO2 per person-kilometre (`travel.<mode>`), if one was published.
    ///
    /// Its method may be younger than [`Formula::Travel`], so [`Rulebook::operand`] can give `None` for earlier days.
    pub fn mode_factor(&self, mode: Mode) -> Option<usize> {
        self.index.factor(mode)
    }

    /// Index of the kilometres a day that earn points in a mode (`distance.<mode>`), if there is such a limit.
    pub fn distance_limit(&self, mode: Mode) -> Option<usize> {
        self.index.distance(mode)
    }

    /// Indices of a petrol car's exhaust nitrogen oxides and hydrocarbons per kilometre.
    pub fn exhaust(&self, standard: CarStandard) -> (usize, usize) {
        let (nox, hydrocarbons) = index::exhaust(standard);
        (self.index.key(nox), self.index.key(hydrocarbons))
    }

    /// The value of any parameter on a day, by its index in `parameters`.
    pub fn operand(&self, parameter: usize, date: Date) -> Option<Operand> {
        let found = self.parameters.get(parameter)?;
        let value = found.values.iter().rposition(|value| value.from <= date)?;
        self.value(ParameterRef { parameter, value })
    }

    /// The value behind a reference made by this rulebook, as an operand.
    pub fn value(&self, reference: ParameterRef) -> Option<Operand> {
        let (parameter, value) = self.resolve(reference)?;
        Some(Operand { origin: Origin::Parameter(reference), value: value.amount.exact(), unit: parameter.unit })
    }

    /// Index of the parameter with that id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.parameters.iter().position(|parameter| parameter.id == id)
    }

    /// The parameter and the dated value behind a reference made by this rulebook.
    pub fn resolve(&self, reference: ParameterRef) -> Option<(&Parameter, &Value)> {
        let parameter = self.parameters.get(reference.parameter)?;
        Some((parameter, parameter.values.get(reference.value)?))
    }

    /// Index of the method with that id.
    pub fn method(&self, id: &str) -> Option<usize> {
        self.methods.iter().position(|method| method.id == id)
    }

    /// The everyday action with that id.
    pub fn action(&self, id: &str) -> Option<&EverydayAction> {
        self.actions.iter().find(|action| action.id == id)
    }

    /// The purchase category with that id.
    pub fn product(&self, id: &str) -> Option<&Product> {
        self.products.iter().find(|product| is_same(&product.id, id))
    }

    /// The displaced product with that id.
    pub fn displaced(&self, id: &str) -> Option<&Displaced> {
        self.displaced.iter().find(|displaced| displaced.id == id)
    }
}
