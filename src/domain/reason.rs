//! Why something was refused, not credited, limited or questioned: stable codes with their data, no prose.
//!
//! The sentences are in [`crate::i18n`]. A code once published is never renamed.

mod accepted;

use std::borrow::Cow;

use super::rulebook::ParameterRef;
pub use accepted::Accepted;

macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident = $code:literal),* $(,)?) => {
        /// A stable reason code.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum ReasonCode { $($(#[$doc])* $name),* }

        impl ReasonCode {
            /// Every code, in the order of its documentation.
            pub const ALL: &'static [ReasonCode] = &[$(ReasonCode::$name),*];

            /// The published spelling.
            pub fn as_str(self) -> &'static str {
                match self { $(ReasonCode::$name => $code),* }
            }
        }
    };
}

reasons! {
    // Understood, but worth nothing or less than asked.
    /// No published Beijing factor exists for this travel mode.
    NoPublishedFactor = "no_published_factor",
    /// The electric car did not replace a petrol car.
    NotAReplacement = "not_a_replacement",
    /// The car stood for less than 24 hours.
    Under24Hours = "under_24_hours",
    /// Usage did not fall below the baseline.
    NoSaving = "no_saving",
    /// The saving was credited only up to the rulebook's share of the baseline.
    SavingCapped = "saving_capped",
    /// The household's use reaches the highest price tier.
    ThirdTierHousehold = "third_tier_household",
    /// The home has its own photovoltaics, which have an entry of their own.
    OwnPv = "own_pv",
    /// The change raises emissions with today's grid.
    WouldRaiseEmissions = "would_raise_emissions",
    /// The product's VOC is not below what it is compared with.
    NotBelowBaseline = "not_below_baseline",
    /// Outside the months or hours in which the act is rewarded.
    OutsideWindow = "outside_window",
    /// A solvent product used during a pollution alert earns no points.
    AlertDay = "alert_day",
    /// The method was not yet in force on that day.
    MethodNotInForce = "method_not_in_force",
    /// So little that every ledger rounds to zero.
    RoundsToZero = "rounds_to_zero",

    // Refused: a rule is broken or the input cannot be understood.
    /// VOC numbers on different bases cannot be compared.
    BasisMismatch = "basis_mismatch",
    /// Litres and kilograms can only be converted with the density.
    DensityNeeded = "density_needed",
    /// That product cannot stand in for this one.
    DisplacedNotComparable = "displaced_not_comparable",
    /// This product has no limit to be below; only a technology switch can be credited.
    NoBaseline = "no_baseline",
    /// A line, a text or a list longer than any activity needs.
    TooLong = "too_long",
    /// Not JSON.
    NotJson = "not_json",
    /// The JSON stops in the middle.
    Truncated = "truncated",
    /// Another JSON type than expected.
    WrongType = "wrong_type",
    /// A field the contract does not have.
    UnknownField = "unknown_field",
    /// A field given twice.
    DuplicateField = "duplicate_field",
    /// A required field is absent or empty.
    Missing = "missing",
    /// Not one of the known words.
    UnknownValue = "unknown_value",
    /// Not a plain decimal number.
    NotANumber = "not_a_number",
    /// More than six decimals.
    TooManyDecimals = "too_many_decimals",
    /// Outside the range that can be true.
    OutOfRange = "out_of_range",
    /// Not a day of the calendar.
    BadDate = "bad_date",
    /// Not a time of day.
    BadTime = "bad_time",
    /// A day that has not come yet.
    InFuture = "in_future",
    /// A day before the scheme began.
    BeforeScheme = "before_scheme",
    /// The end is before the start.
    EndBeforeStart = "end_before_start",
    /// A bill over more days than one bill can have.
    PeriodTooLong = "period_too_long",
    /// Two facts of the same entry exclude each other.
    Contradiction = "contradiction",
    /// A bill for the same meter that counts already has some of these days.
    OverlappingBill = "overlapping_bill",
    /// An id that another line of the same ledger has.
    RepeatedId = "repeated_id",

    // What a cap of the account holds back; grams are never capped.
    /// Points above a cap were withheld.
    Capped = "capped",

    // Understood and kept, but another entry that counts already claims it.
    /// The same appliance was recorded before.
    SameAppliance = "same_appliance",
    /// The dwelling was repainted less than the years of the rulebook ago.
    RepaintTooSoon = "repaint_too_soon",
    /// With what was bought before for the same repaint, more litres than the dwelling's walls take.
    PaintBeyondArea = "paint_beyond_area",
    /// The car was used on a day on which it is said to have stood.
    CarUsed = "car_used",
    /// A car-free day that another entry counts already.
    OverlappingCarFree = "overlapping_car_free",
    /// Said before it is recorded: a car-free day, of the day and worth the points that are given, as in `2026-11-20 42`,
    /// would count for nothing.
    CarFreeUndone = "car_free_undone",

    // Said beside the result; changes nothing.
    /// The price tier could not be checked because the year's usage was not given.
    TierNotChecked = "tier_not_checked",
    /// More kilometres than are plausible in a day: please look again.
    DistanceToConfirm = "distance_to_confirm",
    /// The water share of the tin was not given, so the cautious default was used.
    DefaultWaterShare = "default_water_share",
    /// The amount displaced was not given, so the same amount was assumed.
    SameAmountAssumed = "same_amount_assumed",
    /// Counted once for the life of the appliance.
    OncePerAppliance = "once_per_appliance",
    /// Points by policy and no grams: nobody published what one such act avoids.
    AwardWithoutFactor = "award_without_factor",
    /// The same trip was recorded less than an hour before.
    RepeatedTrip = "repeated_trip",
    /// The litres could not be held against the painted area, because kilograms were given without the density.
    AreaNotChecked = "area_not_checked",
    /// The floor area or the coats were not given, so the litres were held against the rulebook's.
    AreaAssumed = "area_assumed",
    /// The sizes at which one rate for a petrol car ends and the next begins.
    EngineSizeClass = "engine_size_class",
}

/// One reason: what, where, what was given and what would be accepted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reason {
    /// The stable code.
    pub code: ReasonCode,
    /// The field, as in `legs[1].mode`; empty for the activity as a whole.
    pub path: Cow<'static, str>,
    /// What was given, shortened, if something was.
    pub given: Option<String>,
    /// What would have been accepted, if that can be said.
    pub accepted: Option<Accepted>,
}

impl Reason {
    /// A reason about a field.
    pub fn at(code: ReasonCode, path: impl Into<Cow<'static, str>>) -> Self {
        Self { code, path: path.into(), given: None, accepted: None }
    }

    /// The values of the rulebook that its sentence names, so that each can be followed to its origin.
    pub fn limits(&self) -> &[ParameterRef] {
        match &self.accepted {
            Some(Accepted::Limits(limits)) => limits,
            _ => &[],
        }
    }

    /// The same reason, quoting what was given.
    #[must_use]
    pub fn given(mut self, given: impl Into<String>) -> Self {
        self.given = Some(super::json::shortened(&given.into()));
        self
    }

    /// The same reason, saying what would be accepted.
    #[must_use]
    pub fn accepting(mut self, accepted: Accepted) -> Self {
        self.accepted = Some(accepted);
        self
    }
}
