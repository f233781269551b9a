//! The replayable explanation: every number of a result, the operation that made it, and where its operands came from.
//!
//! A methodology computes *through* a [`Trace`], so there is no second, untraced calculation that could disagree.

#[cfg(small_numbers)]
use super::exact::small::Small;
use super::exact::{Exact, Overflow};
use super::rulebook::ParameterRef;
use super::unit::Unit;

macro_rules! step_names {
    ($($(#[$doc:meta])* $name:ident = $code:literal),* $(,)?) => {
        /// What a step works out. The words for it are in [`crate::i18n`].
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum StepName { $($(#[$doc])* $name),* }

        impl StepName {
            /// Every name.
            pub const ALL: &'static [StepName] = &[$(StepName::$name),*];

            /// The stable spelling in JSON.
            pub fn as_str(self) -> &'static str {
                match self { $(StepName::$name => $code),* }
            }
        }
    };
}

step_names! {
    /// Avoided CO2 per kilometre: baseline less mode.
    SavedPerKilometre = "saved_per_kilometre",
    /// Avoided CO2 of one leg.
    LegCarbon = "leg_carbon",
    /// Avoided CO2 of all legs.
    TripCarbon = "trip_carbon",
    /// Exhaust NOx of the petrol car that stayed at home.
    LegNox = "leg_nox",
    /// Exhaust VOC (hydrocarbons) of the petrol car that stayed at home.
    LegVoc = "leg_voc",
    /// NOx of all legs.
    TripNox = "trip_nox",
    /// VOC of all legs.
    TripVoc = "trip_voc",
    /// Whole days in the hours given, by the scheme's day.
    WholeDays = "whole_days",
    /// The published yuan for those days.
    CarFreeYuan = "car_free_yuan",
    /// Doubled on an alert day.
    AlertYuan = "alert_yuan",
    /// Baseline usage brought to this bill's number of days.
    BaselineForPeriod = "baseline_for_period",
    /// Usage below the baseline.
    UsageSaved = "usage_saved",
    /// The most that may be credited.
    MostCredited = "most_credited",
    /// Usage credited after that limit.
    UsageCredited = "usage_credited",
    /// Avoided CO2 of home energy, an appliance, solar power or an everyday action.
    Carbon = "carbon",
    /// Electricity a year of the new appliance.
    AnnualUseNew = "annual_use_new",
    /// Electricity a year of the replaced appliance.
    AnnualUseReplaced = "annual_use_replaced",
    /// Gas a year that the new boiler burns for the same heat.
    GasForSameHeat = "gas_for_same_heat",
    /// Amount in litres or kilograms.
    AmountInBaseUnit = "amount_in_base_unit",
    /// Share of the volume that is water.
    WaterShare = "water_share",
    /// Share of the volume that is not water.
    WithoutWaterShare = "without_water_share",
    /// VOC really in a litre or kilogram of the product.
    VocInProduct = "voc_in_product",
    /// VOC in a litre or kilogram at the limit, on the same basis.
    VocAtBaseline = "voc_at_baseline",
    /// Grams in the amount bought.
    ProductGrams = "product_grams",
    /// Grams in the product compared with.
    BaselineGrams = "baseline_grams",
    /// Grams of VOC avoided.
    VocAvoided = "voc_avoided",
    /// Carbon, rounded to whole milligrams.
    CarbonRounded = "carbon_rounded",
    /// VOC, rounded to whole milligrams.
    VocRounded = "voc_rounded",
    /// NOx, rounded to whole milligrams.
    NoxRounded = "nox_rounded",
    /// Pollutant equivalents of VOC and NOx together.
    Equivalents = "equivalents",
    /// Pollutant equivalents, rounded to whole millionths.
    EquivalentsRounded = "equivalents_rounded",
    /// Kilograms of CO2 that the points are worked out from.
    PointKilograms = "point_kilograms",
    /// Points from carbon.
    CarbonPoints = "carbon_points",
    /// Points from air pollutants.
    AirPoints = "air_points",
    /// Points from the published yuan.
    YuanPoints = "yuan_points",
    /// The fixed award.
    AwardPoints = "award_points",
    /// Points before the evidence level.
    PointsBeforeEvidence = "points_before_evidence",
    /// Points after the evidence level.
    PointsAfterEvidence = "points_after_evidence",
    /// Points, rounded to whole points.
    PointsRounded = "points_rounded",
    /// The fixed award after the evidence level, rounded to whole points.
    AwardRounded = "award_rounded",
    /// All points of the entry.
    PointsTotal = "points_total",
    /// Days of this bill for each day of the earlier one.
    LengthRatio = "length_ratio",
    /// Cooling and heating a year that the air conditioner delivers.
    AnnualLoad = "annual_load",
    /// Efficiency of the replaced boiler for each unit of the new one's.
    EfficiencyRatio = "efficiency_ratio",
    /// Pollutant equivalents of VOC.
    VocEquivalents = "voc_equivalents",
    /// Pollutant equivalents of NOx.
    NoxEquivalents = "nox_equivalents",
    /// The fixed award after the evidence level.
    AwardAfterEvidence = "award_after_evidence",
    /// Amount of the displaced product in litres or kilograms.
    DisplacedInBaseUnit = "displaced_in_base_unit",
    /// Amount brought from litres to kilograms, or back, by the density.
    AmountByDensity = "amount_by_density",
    /// Area that is painted, each coat counted.
    PaintedArea = "painted_area",
    /// Litres that it takes.
    PlausibleLitres = "plausible_litres",
    /// Litres of what was bought that it takes.
    LitresUsed = "litres_used",
    /// Those litres for each litre bought.
    ShareUsed = "share_used",
    /// The same share of the displaced product.
    DisplacedUsed = "displaced_used",
    /// CO2 of cooking with power what a cubic metre of gas would have cooked.
    InductionCarbon = "induction_carbon",
    /// How much more that is than the gas.
    InductionRise = "induction_rise",
    /// CO2 per kilometre of a petrol car beyond the mode's; for comparison only, like the three after it.
    DrivingPerKilometre = "driving_per_kilometre",
    /// The same over one leg.
    DrivingLeg = "driving_leg",
    /// The same over all legs.
    DrivingTrip = "driving_trip",
    /// The same, rounded to whole milligrams.
    DrivingRounded = "driving_rounded",
}

/// What a step does with its operands, from left to right.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Operation {
    /// Sum of all operands.
    Add,
    /// First less the others.
    Subtract,
    /// Product of all operands.
    Multiply,
    /// First divided by the others.
    Divide,
    /// The largest operand (a floor such as zero).
    AtLeast,
    /// The smallest operand (a ceiling).
    AtMost,
    /// Whole number nearest to the product of all operands, halves up: the number and its conversion to the unit kept.
    RoundHalfUp,
    /// Whole number at or below the first divided by the others.
    Floor,
}

impl Operation {
    /// The stable spelling in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Subtract => "subtract",
            Self::Multiply => "multiply",
            Self::Divide => "divide",
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
            Self::RoundHalfUp => "round_half_up",
            Self::Floor => "floor",
        }
    }

    fn apply<'o>(self, mut operands: impl Iterator<Item = &'o Operand> + Clone) -> Result<Exact, Overflow> {
        #[cfg(small_numbers)]
        if let Some(value) = self.apply_to_small(operands.clone()) {
            return Ok(value.exact());
        }
        let combine: fn(Exact, Exact) -> Result<Exact, Overflow> = match self {
            Self::Add => Exact::add,
            Self::Subtract => Exact::subtract,
            Self::Multiply | Self::RoundHalfUp => Exact::multiply,
            Self::Divide | Self::Floor => Exact::divide,
            Self::AtLeast => |value, floor| Ok(value.at_least(floor)),
            Self::AtMost => |value, ceiling| Ok(value.at_most(ceiling)),
        };
        let mut value = operands.next().ok_or(Overflow)?.value;
        for other in operands {
            value = combine(value, other.value)?;
        }
        match self {
            Self::RoundHalfUp => value.round_half_up().map(Exact::from),
            Self::Floor => value.floor().map(Exact::from),
            _ => Ok(value),
        }
    }
}

#[cfg(small_numbers)]
impl Operation {
    /// The same where all numbers are small: then it is many times as fast. `None` if one is not, or becomes too large.
    fn apply_to_small<'o>(self, mut operands: impl Iterator<Item = &'o Operand>) -> Option<Small> {
        let mut value = Small::of(&operands.next()?.value)?;
        for operand in operands {
            let other = Small::of(&operand.value)?;
            value = match self {
                Self::Add => value.add(other),
                Self::Subtract => value.subtract(other),
                Self::Multiply | Self::RoundHalfUp => value.multiply(other),
                Self::Divide | Self::Floor => value.divide(other),
                Self::AtLeast => value.is_below(other).map(|below| if below { other } else { value }),
                Self::AtMost => other.is_below(value).map(|above| if above { other } else { value }),
            }?;
        }
        match self {
            Self::RoundHalfUp => value.round_half_up(),
            Self::Floor => value.floor(),
            _ => Some(value),
        }
    }
}

/// Where an operand came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// Given by the resident, at this path of the activity.
    Input(&'static str),
    /// A dated value of the rulebook.
    Parameter(ParameterRef),
    /// The result of an earlier step.
    Step(usize),
    /// A conversion such as 1000 g/kg, or the zero below which nothing goes.
    Constant,
    /// Worked out from the dates of the activity, such as the days of a bill.
    Calendar(&'static str),
}

/// A number with its unit and its origin.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Operand {
    /// Where it came from.
    pub origin: Origin,
    /// The exact number.
    pub value: Exact,
    /// Its unit.
    pub unit: Unit,
}

/// One operation of a calculation.
#[derive(Clone, PartialEq, Debug)]
pub struct Step {
    /// What is worked out.
    pub name: StepName,
    /// The part of the activity it is about, such as `legs[0]`; empty for the whole.
    pub about: &'static str,
    /// What is done.
    pub operation: Operation,
    /// With what, from left to right.
    pub operands: Vec<Operand>,
    /// The exact result.
    pub result: Exact,
    /// The result's unit.
    pub unit: Unit,
}

/// A number of a [`Trace`]: a name for one of its operands, small enough to be handed around.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Term(usize);

impl Term {
    /// Stands in for a number that there is none of; its operand is a plain zero.
    pub const NONE: Self = Self(usize::MAX);
}

/// A calculation that records itself.
#[derive(Clone, Default, Debug)]
pub struct Trace {
    steps: Vec<Step>,
    terms: Vec<Operand>,
    about: &'static str,
    /// Whether the steps are forgotten.
    unrecorded: bool,
}

impl Trace {
    /// An empty calculation.
    pub fn new() -> Self {
        // A typical calculation has ten steps of two new terms each; one allocation holds them.
        Self { steps: Vec::with_capacity(12), terms: Vec::with_capacity(24), about: "", unrecorded: false }
    }

    /// An empty calculation that forgets its steps, for who asks for nothing but the result.
    pub fn unrecorded() -> Self {
        Self { unrecorded: true, ..Self::new() }
    }

    /// Whether the steps are kept.
    pub fn is_recorded(&self) -> bool {
        !self.unrecorded
    }

    /// Empties it, for the next calculation.
    pub fn clear(&mut self) {
        self.steps.clear();
        self.terms.clear();
        self.about = "";
    }

    /// Says which part of the activity the following steps are about.
    pub fn about(&mut self, part: &'static str) {
        self.about = part;
    }

    /// Takes a number in, for steps to work with.
    #[cfg_attr(small_numbers, inline)]
    pub fn take(&mut self, operand: Operand) -> Term {
        self.terms.push(operand);
        Term(self.terms.len() - 1)
    }

    /// What a term stands for.
    pub fn operand(&self, term: Term) -> &Operand {
        const NOTHING: &Operand = &Operand { origin: Origin::Constant, value: Exact::ZERO, unit: Unit::One };
        self.terms.get(term.0).unwrap_or(NOTHING)
    }

    /// Works out one step and returns its result as a term for later ones.
    pub fn step(&mut self, name: StepName, operation: Operation, terms: &[Term], unit: Unit) -> Result<Term, Overflow> {
        let operands = terms.iter().map(|term| self.operand(*term));
        let origin = Origin::Step(self.steps.len());
        #[cfg(small_numbers)]
        if self.unrecorded
            && let Some(value) = operation.apply_to_small(operands.clone())
        {
            return Ok(self.take(Operand { origin, value: value.exact(), unit }));
        }
        let result = operation.apply(operands.clone())?;
        if !self.unrecorded {
            let operands = operands.copied().collect();
            self.steps.push(Step { name, about: self.about, operation, operands, result, unit });
        }
        Ok(self.take(Operand { origin, value: result, unit }))
    }

    /// Takes the steps so far, in order.
    pub fn take_steps(&mut self) -> Vec<Step> {
        std::mem::take(&mut self.steps)
    }
}

/// Works every step out again from its operands and checks that each operand taken from an earlier step equals that
/// step's result. Returns the index of the first step that does not hold.
pub fn replay(steps: &[Step]) -> Result<(), usize> {
    for (index, step) in steps.iter().enumerate() {
        let linked = step.operands.iter().all(|operand| match operand.origin {
            Origin::Step(earlier) => {
                earlier < index && steps.get(earlier).is_some_and(|source| source.result == operand.value)
            }
            _ => true,
        });
        if !linked || step.operation.apply(step.operands.iter()) != Ok(step.result) {
            return Err(index);
        }
    }
    Ok(())
}
