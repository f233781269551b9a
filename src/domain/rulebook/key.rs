//! Every parameter that a formula names, with the unit it must have and the formulas that need it.

use super::bound::Bound;
use super::formula::Formula;
use crate::domain::unit::Unit;

macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $unit:ident, $users:expr $(, $bound:ident)?;)*) => {
        /// A parameter that a formula names. Every rulebook that loads has it, in [`Key::unit`], with a value on each
        /// day on which one of the formulas that use it is in force.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum Key { $($(#[$doc])* $name),* }

        impl Key {
            /// Every key, in the order of their declaration.
            pub const ALL: &'static [Key] = &[$(Key::$name),*];

            /// The parameter's id in rulebooks.
            pub fn id(self) -> &'static str {
                match self { $(Key::$name => $id),* }
            }

            /// The unit the formulas count on.
            pub fn unit(self) -> Unit {
                match self { $(Key::$name => Unit::$unit),* }
            }

            /// The formulas that use it.
            pub fn used_by(self) -> &'static [Formula] {
                match self { $(Key::$name => $users),* }
            }

            /// What its amounts may be.
            pub(in crate::domain) fn bound(self) -> Bound {
                match self { $(Key::$name => keys!(@bound $unit $($bound)?)),* }
            }
        }
    };
    (@bound $unit:ident) => { Bound::of_unit(Unit::$unit) };
    (@bound $unit:ident $bound:ident) => { Bound::$bound };
}

const TRAVEL: &[Formula] = &[Formula::Travel];
const OIL_TO_ELECTRIC: &[Formula] = &[Formula::OilToElectric];
const CAR_FREE: &[Formula] = &[Formula::CarFree];
const HOME: &[Formula] = &[Formula::HomeEnergy];
const POWER: &[Formula] = &[Formula::HomeEnergy, Formula::Solar, Formula::Appliance];
const GAS: &[Formula] = &[Formula::HomeEnergy, Formula::Appliance];
const APPLIANCE: &[Formula] = &[Formula::Appliance];
const LOW_VOC: &[Formula] = &[Formula::LowVoc];
const REFUEL: &[Formula] = &[Formula::NightRefuel];
const AIR: &[Formula] = &[Formula::Travel, Formula::Air];
const EQUIVALENTS: &[Formula] = &[Formula::Travel, Formula::LowVoc, Formula::Air];
const ALL: &[Formula] = Formula::ALL;

keys! {
    /// CO2 of the mix of all modes, which travel is compared with.
    TravelBaseline = "travel.baseline", GramPerPersonKilometre, TRAVEL;
    /// CO2 of the petrol car that an electric one replaced.
    CarPetrol = "car.petrol", GramPerKilometre, OIL_TO_ELECTRIC;
    /// CO2 of that electric car.
    CarBev = "car.bev", GramPerKilometre, OIL_TO_ELECTRIC;

    /// Exhaust nitrogen oxides of a China I petrol car.
    ExhaustChina1Nox = "car_exhaust.china_1.nox", GramPerKilometre, AIR;
    /// Exhaust hydrocarbons of a China I petrol car.
    ExhaustChina1Hc = "car_exhaust.china_1.hc", GramPerKilometre, AIR;
    /// Exhaust nitrogen oxides of a China II petrol car.
    ExhaustChina2Nox = "car_exhaust.china_2.nox", GramPerKilometre, AIR;
    /// Exhaust hydrocarbons of a China II petrol car.
    ExhaustChina2Hc = "car_exhaust.china_2.hc", GramPerKilometre, AIR;
    /// Exhaust nitrogen oxides of a China III petrol car.
    ExhaustChina3Nox = "car_exhaust.china_3.nox", GramPerKilometre, AIR;
    /// Exhaust hydrocarbons of a China III petrol car.
    ExhaustChina3Hc = "car_exhaust.china_3.hc", GramPerKilometre, AIR;
    /// Exhaust nitrogen oxides of a China IV petrol car.
    ExhaustChina4Nox = "car_exhaust.china_4.nox", GramPerKilometre, AIR;
    /// Exhaust hydrocarbons of a China IV petrol car.
    ExhaustChina4Hc = "car_exhaust.china_4.hc", GramPerKilometre, AIR;
    /// Exhaust nitrogen oxides of a China V petrol car.
    ExhaustChina5Nox = "car_exhaust.china_5.nox", GramPerKilometre, AIR;
    /// Exhaust hydrocarbons of a China V petrol car.
    ExhaustChina5Hc = "car_exhaust.china_5.hc", GramPerKilometre, AIR;
    /// Exhaust nitrogen oxides of a China VI petrol car.
    ExhaustChina6Nox = "car_exhaust.china_6.nox", GramPerKilometre, AIR;
    /// Exhaust hydrocarbons of a China VI petrol car.
    ExhaustChina6Hc = "car_exhaust.china_6.hc", GramPerKilometre, AIR;
    /// VOC that makes one pollutant equivalent.
    EquivalentVoc = "equivalent.voc", KilogramPerEquivalent, EQUIVALENTS;
    /// Nitrogen oxides that make one pollutant equivalent.
    EquivalentNox = "equivalent.nox", KilogramPerEquivalent, EQUIVALENTS;

    /// Hours of standing that make one car-free day.
    CarFreeDayHours = "car_free.day_hours", Hour, CAR_FREE;
    /// Largest engine of the lowest petrol rate, itself included.
    CarFreeSmallUpTo = "car_free.small_up_to", Litre, CAR_FREE;
    /// Largest engine of the middle petrol rate, itself included.
    CarFreeMediumUpTo = "car_free.medium_up_to", Litre, CAR_FREE;
    /// Rate of a petrol car with a small engine.
    CarFreeSmall = "car_free.petrol_small", YuanPerDay, CAR_FREE;
    /// Rate of a petrol car with a medium engine.
    CarFreeMedium = "car_free.petrol_medium", YuanPerDay, CAR_FREE;
    /// Rate of a petrol car with a large engine.
    CarFreeLarge = "car_free.petrol_large", YuanPerDay, CAR_FREE;
    /// Rate of a battery-electric car.
    CarFreeBev = "car_free.bev", YuanPerDay, CAR_FREE;
    /// Factor on those rates while a pollution alert is on.
    CarFreeAlertMultiplier = "car_free.alert_multiplier", One, CAR_FREE, MULTIPLIER;

    /// CO2 of a kilowatt-hour from Beijing's grid.
    Grid = "grid.beijing", KilogramPerKilowattHour, POWER;
    /// CO2 of burning a cubic metre of natural gas.
    Gas = "gas.combustion", KilogramPerCubicMetre, GAS;
    /// CO2 of a gigajoule of district heat.
    Heat = "heat.district", KilogramPerGigajoule, HOME;
    /// CO2 of a cubic metre of tap water.
    Water = "water.tap", KilogramPerCubicMetre, HOME;
    /// Electricity a year up to which a household is credited, itself included.
    TierElectricity = "tier.electricity", KilowattHourPerYear, HOME;
    /// Water a year up to which a household is credited, itself included.
    TierWater = "tier.water", CubicMetrePerYear, HOME;
    /// Gas a year up to which a household is credited, itself included.
    TierGas = "tier.gas", CubicMetrePerYear, HOME;
    /// The same for homes heated by a gas boiler.
    TierGasBoiler = "tier.gas_boiler", CubicMetrePerYear, HOME;
    /// Most of the baseline that is credited as a saving.
    SavingCap = "saving.cap", Percent, HOME;
    /// Yearly load hours of an air conditioner.
    AirConditionerHours = "appliance.air_conditioner_hours", HourPerYear, APPLIANCE;

    /// Power that an induction hob takes to cook what a cubic metre of gas cooks. Explains only.
    InductionHobPower = "appliance.induction_hob_power", KilowattHourPerCubicMetre, APPLIANCE;

    /// Share of a water-based coating's volume that is water, when the resident does not know it.
    DefaultWaterShare = "voc.default_water_share", One, LOW_VOC, SHARE;
    /// Painted area per floor area.
    PaintedAreaRatio = "voc.painted_area_ratio", One, LOW_VOC, ABOVE_ZERO;
    /// Area that a litre covers with one coat.
    SpreadRate = "voc.spread_rate", SquareMetrePerLitre, LOW_VOC;
    /// Floor area that paint is held against where none is given.
    AssumedFloorArea = "paint.assumed_area", SquareMetre, LOW_VOC, ABOVE_ZERO;
    /// Coats that paint is held against where none are given.
    AssumedCoats = "paint.assumed_coats", One, LOW_VOC, ABOVE_ZERO;
    /// Years between two repaints of one dwelling.
    RepaintYears = "voc.repaint_years", Year, LOW_VOC;
    /// Days after the first purchase for a repaint in which others are taken to be for the same one.
    RepaintSpan = "voc.repaint_span", Day, LOW_VOC;
    /// First month of the ozone season.
    OzoneFirstMonth = "ozone.first_month", MonthOfYear, LOW_VOC;
    /// Last month of the ozone season, itself included.
    OzoneLastMonth = "ozone.last_month", MonthOfYear, LOW_VOC;
    /// Factor on VOC points in the ozone season.
    OzoneMultiplier = "ozone.multiplier", One, LOW_VOC, MULTIPLIER;

    /// First month in which night refuelling is rewarded.
    RefuelFirstMonth = "refuel.first_month", MonthOfYear, REFUEL;
    /// Last such month, itself included.
    RefuelLastMonth = "refuel.last_month", MonthOfYear, REFUEL;
    /// First minute of the night, itself included; may be later in the day than its end.
    RefuelWindowStart = "refuel.window_start", MinuteOfDay, REFUEL;
    /// Minute at which the night is over.
    RefuelWindowEnd = "refuel.window_end", MinuteOfDay, REFUEL;
    /// Award for refuelling at night.
    RefuelAward = "award.night_refuelling", PointPerTime, REFUEL;
    /// How often a month it is awarded.
    RefuelMonthlyMost = "award.night_refuelling_monthly", TimePerMonth, REFUEL;

    /// Points per kilogram of CO2.
    PointsPerKilogram = "points.per_kg_co2", PointPerKilogram, ALL;
    /// Points per pollutant equivalent.
    PointsPerEquivalent = "points.per_equivalent", PointPerEquivalent, ALL;
    /// Points per yuan of a published scale.
    PointsPerYuan = "points.per_yuan", PointPerYuan, ALL;
    /// Share of the points that a self-declared entry earns.
    EvidenceSelfDeclared = "evidence.self_declared", One, ALL, SHARE;
    /// Share of the points that a verified entry earns.
    EvidenceVerified = "evidence.verified", One, ALL, SHARE;
    /// Most points a day from self-declared trips.
    CapTrips = "cap.trips_daily", PointPerDay, ALL;
    /// Most points a day from self-declared everyday actions.
    CapActions = "cap.actions_daily", PointPerDay, ALL;
    /// Most points a month from everything self-declared.
    CapMonth = "cap.monthly", PointPerMonth, ALL;
    /// Points are valid until 31 December this many years after the year they were earned in.
    ExpiryYears = "points.expiry_years", Year, ALL;
    /// Lifetime carbon of the first level.
    Level1 = "level.1", Kilogram, ALL, WHOLE;
    /// Lifetime carbon of the second level.
    Level2 = "level.2", Kilogram, ALL, WHOLE;
    /// Lifetime carbon of the third level.
    Level3 = "level.3", Kilogram, ALL, WHOLE;
    /// Lifetime carbon of the fourth level.
    Level4 = "level.4", Kilogram, ALL, WHOLE;
}

/// Pairs of keys of which the first must be below the second (or, if `true`, may equal it) on every day.
pub(in crate::domain) const ASCENDING: &[(Key, Key, bool)] = &[
    (Key::CarFreeSmallUpTo, Key::CarFreeMediumUpTo, false),
    (Key::OzoneFirstMonth, Key::OzoneLastMonth, true),
    (Key::RefuelFirstMonth, Key::RefuelLastMonth, true),
    (Key::TierGas, Key::TierGasBoiler, true),
    (Key::EvidenceSelfDeclared, Key::EvidenceVerified, true),
    (Key::CarBev, Key::CarPetrol, true),
    (Key::Level1, Key::Level2, false),
    (Key::Level2, Key::Level3, false),
    (Key::Level3, Key::Level4, false),
];
