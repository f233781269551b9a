//! What steps are called.

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
