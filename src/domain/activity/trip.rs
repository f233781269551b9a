//! Trips and car-free days.

use super::words;
use crate::domain::decimal::Decimal;

words! {
    /// A way to travel.
    Mode {
        /// On foot.
        Walk = "walk",
        /// Own or shared bicycle.
        Bike = "bike",
        /// Electric bicycle.
        Ebike = "ebike",
        /// Bus or trolleybus.
        Bus = "bus",
        /// Metro and suburban rail.
        Rail = "rail",
        /// Sharing a car.
        Carpool = "carpool",
        /// Taxi or ride-hailing.
        Taxi = "taxi",
        /// Battery-electric car.
        BevCar = "bev_car",
        /// Hydrogen fuel-cell car.
        FcevCar = "fcev_car",
        /// High-speed rail.
        Hsr = "hsr",
    }
}

words! {
    /// Emission standard of a petrol car.
    CarStandard {
        /// China I.
        China1 = "china_1",
        /// China II.
        China2 = "china_2",
        /// China III.
        China3 = "china_3",
        /// China IV.
        China4 = "china_4",
        /// China V.
        China5 = "china_5",
        /// China VI.
        China6 = "china_6",
    }
}

words! {
    /// What drives the car that was left standing.
    Power {
        /// Petrol.
        Petrol = "petrol",
        /// Battery.
        Bev = "bev",
    }
}

/// One leg of a trip.
#[derive(Clone, PartialEq, Debug)]
pub struct Leg {
    /// How.
    pub mode: Mode,
    /// How far, in km, above 0.
    pub km: Decimal,
    /// For an electric car: whether it took over a petrol car's quota.
    pub replaced_petrol_car: bool,
    /// The petrol car that would otherwise have been driven, for the air ledger only.
    pub instead_of_car: Option<CarStandard>,
}

/// Most legs of one trip.
pub const MOST_LEGS: usize = 20;

macro_rules! leg_paths {
    ($($index:literal)*) => {
        // Written out once, so that naming a leg's field in every step allocates nothing.
        const PARTS: [&str; MOST_LEGS] = [$(concat!("legs[", $index, "]")),*];
        const KILOMETRES: [&str; MOST_LEGS] = [$(concat!("legs[", $index, "].km")),*];
        const MODES: [&str; MOST_LEGS] = [$(concat!("legs[", $index, "].mode")),*];
    };
}

leg_paths! { 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 }

/// The path of a leg, as in `legs[0]`; empty beyond [`MOST_LEGS`].
pub fn leg_part(leg: usize) -> &'static str {
    PARTS.get(leg).copied().unwrap_or_default()
}

/// The path of a leg's distance, as in `legs[0].km`.
pub fn leg_km(leg: usize) -> &'static str {
    KILOMETRES.get(leg).copied().unwrap_or_default()
}

/// The path of a leg's mode, as in `legs[0].mode`.
pub fn leg_mode(leg: usize) -> &'static str {
    MODES.get(leg).copied().unwrap_or_default()
}

/// A car left standing.
#[derive(Clone, PartialEq, Debug)]
pub struct CarFree {
    /// Hours between the two odometer photos, above 0.
    pub hours: Decimal,
    /// The car's power.
    pub power: Power,
    /// Engine displacement in litres; present for petrol cars.
    pub engine_litres: Option<Decimal>,
    /// Whether a pollution alert was on.
    pub alert: bool,
}
