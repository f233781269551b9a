//! The units quantities are written in. A unit is registered here once and travels with its number.

use serde::{Serialize, Serializer};

macro_rules! units {
    ($($(#[$doc:meta])* $name:ident = $symbol:literal),* $(,)?) => {
        /// A unit of a quantity, an input or a parameter.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum Unit { $($(#[$doc])* $name),* }

        impl Unit {
            /// Every unit.
            pub const ALL: &'static [Unit] = &[$(Unit::$name),*];

            /// The symbol used in rulebooks, steps and messages; the same in both languages' data.
            pub fn symbol(self) -> &'static str {
                match self { $(Unit::$name => $symbol),* }
            }
        }
    };
}

units! {
    /// A plain number or a ratio.
    One = "1",
    /// Kilometre.
    Kilometre = "km",
    /// Gram of CO2 per person-kilometre.
    GramPerPersonKilometre = "g/pkm",
    /// Gram per vehicle-kilometre.
    GramPerKilometre = "g/km",
    /// Gram.
    Gram = "g",
    /// Milligram.
    Milligram = "mg",
    /// Kilogram.
    Kilogram = "kg",
    /// Kilowatt-hour.
    KilowattHour = "kWh",
    /// Kilowatt.
    Kilowatt = "kW",
    /// Kilowatt-hour a year per kilowatt of rated cooling, at an annual performance factor of one.
    HourPerYear = "h/a",
    /// Cubic metre; of tap water, the same as a tonne.
    CubicMetre = "m3",
    /// Gigajoule.
    Gigajoule = "GJ",
    /// Kilogram of CO2 per kilowatt-hour.
    KilogramPerKilowattHour = "kg/kWh",
    /// Kilowatt-hours in place of a cubic metre of gas.
    KilowattHourPerCubicMetre = "kWh/m3",
    /// Kilogram of CO2 per cubic metre.
    KilogramPerCubicMetre = "kg/m3",
    /// Kilogram of CO2 per gigajoule.
    KilogramPerGigajoule = "kg/GJ",
    /// Litre.
    Litre = "L",
    /// Millilitre.
    Millilitre = "mL",
    /// Gram of VOC per litre.
    GramPerLitre = "g/L",
    /// Gram of VOC per kilogram.
    GramPerKilogram = "g/kg",
    /// Percent by weight, or a share in percent.
    Percent = "%",
    /// Kilogram per litre.
    KilogramPerLitre = "kg/L",
    /// Square metre.
    SquareMetre = "m2",
    /// Square metre that one litre covers with one coat.
    SquareMetrePerLitre = "m2/L",
    /// Hour.
    Hour = "h",
    /// Day.
    Day = "d",
    /// Year.
    Year = "a",
    /// A number of times.
    Time = "times",
    /// Gram of CO2 per time.
    GramPerTime = "g/time",
    /// Yuan per day.
    YuanPerDay = "yuan/d",
    /// Yuan.
    Yuan = "yuan",
    /// Kilogram of a pollutant that makes one pollutant equivalent (污染当量).
    KilogramPerEquivalent = "kg/PE",
    /// Pollutant equivalent.
    Equivalent = "PE",
    /// Millionth of a pollutant equivalent.
    MicroEquivalent = "uPE",
    /// Point.
    Point = "points",
    /// Points per kilogram of CO2.
    PointPerKilogram = "points/kg",
    /// Points per pollutant equivalent.
    PointPerEquivalent = "points/PE",
    /// Points per yuan.
    PointPerYuan = "points/yuan",
    /// Points per time.
    PointPerTime = "points/time",
    /// Points a day.
    PointPerDay = "points/d",
    /// Points a month.
    PointPerMonth = "points/month",
    /// Kilometres a day.
    KilometrePerDay = "km/d",
    /// Times a month.
    TimePerMonth = "times/month",
    /// Times a day.
    TimePerDay = "times/d",
    /// Cubic metres a year.
    CubicMetrePerYear = "m3/a",
    /// Kilowatt-hours a year.
    KilowattHourPerYear = "kWh/a",
    /// Month of the year, 1 to 12.
    MonthOfYear = "month",
    /// Minute of the day, 0 to 1439.
    MinuteOfDay = "minute",
    /// Milligrams in a gram.
    MilligramPerGram = "mg/g",
    /// Milligrams in a kilogram.
    MilligramPerKilogram = "mg/kg",
    /// Millilitres in a litre.
    MillilitrePerLitre = "mL/L",
    /// Grams in a kilogram that one percent by weight makes.
    GramPerKilogramPercent = "g/kg/%",
    /// One percent as a share.
    PerPercent = "1/%",
    /// Litres of water that one percent by weight of a kilogram makes.
    LitrePerKilogramPercent = "L/kg/%",
    /// Millionths in a pollutant equivalent.
    MicroPerEquivalent = "uPE/PE",
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.symbol())
    }
}

impl Unit {
    /// The unit with that symbol.
    pub fn from_symbol(symbol: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|unit| unit.symbol() == symbol)
    }
}
