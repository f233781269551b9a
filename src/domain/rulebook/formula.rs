//! The formulas that exist in code, by the id of the method each one carries out.

use crate::domain::activity::words;

words! {
    /// A formula in [`crate::domain::methodology`]. Every rulebook that loads has the method of each.
    Formula {
        /// Person-kilometres against the mix of all modes.
        Travel = "bj-travel-3043",
        /// An electric car driven in place of a petrol car.
        OilToElectric = "bj-oil-to-electric",
        /// A car left standing for whole days.
        CarFree = "bj-car-free",
        /// Bills for electricity, gas, heat and water.
        HomeEnergy = "bj-home-energy",
        /// Own solar power used at home.
        Solar = "bj-solar",
        /// A more efficient appliance.
        Appliance = "bj-appliance",
        /// Purchases with less VOC.
        LowVoc = "bj-low-voc",
        /// Refuelling at night in summer.
        NightRefuel = "bj-night-refuel",
        /// Everyday actions.
        Everyday = "bj-everyday",
        /// Pollutants that other acts avoid besides CO2, and their common unit.
        Air = "air-co-benefit",
        /// Points for all of them.
        Points = "points-policy",
    }
}
