//! What is at hand where something comes in: rules, and a ledger with somebody's records.

use std::rc::Rc;

use carbon_points::domain::date::Date;
use carbon_points::domain::district::{SHIPPED, shipped};
use carbon_points::domain::ledger::{Ledger, Policy};
use carbon_points::domain::rulebook::Rulebook;
use carbon_points::shelf::Shelf;

/// 2026-11-21 12:00 in Beijing.
pub(crate) const NOON: i64 = 1_795_233_600_000;

pub(crate) struct World {
    /// The newest rules that are built in.
    pub(crate) base: Rc<Rulebook>,
    /// Those of a district over them.
    pub(crate) district: Rc<Rulebook>,
    /// All that are at hand.
    shelf: Shelf,
    /// Somebody's records.
    pub(crate) ledger: Ledger,
}

thread_local! {
    static WORLD: World = World::new();
}

impl World {
    fn new() -> Self {
        let base = Rulebook::current(Date::LAST).expect("built in");
        let text = shipped("chaoyang").expect("shipped");
        let district = Rc::new(base.with_district(text).expect("fits"));
        let base = Rc::new(base);
        let archive = carbon_points::domain::archive::read(crate::seeds::HOUSEHOLD, &base).expect("an export");
        let mut ledger = Ledger::under(Policy::of(district.clone()));
        ledger.post_all(archive.entries);
        let shelf = Shelf::new(SHIPPED.iter().map(|(_, text)| (*text).to_owned()).collect());
        // So that what they take is not counted among what an input takes.
        for name in Rulebook::versions() {
            let laid = SHIPPED.iter().filter_map(|(_, text)| Rulebook::built_in(name)?.ok()?.with_district(text).ok());
            for rules in laid {
                assert!(shelf.rules(&rules.name()).is_some());
            }
        }
        Self { base, district, shelf, ledger }
    }

    /// The rules of a name, found as the page finds them.
    pub(crate) fn rulebook(&self, name: &str) -> Option<Rc<Rulebook>> {
        if name == self.district.name() { Some(self.district.clone()) } else { self.shelf.rules(name) }
    }
}

/// Everything is at hand from now on.
pub(crate) fn ready() {
    WORLD.with(|_| {});
}

/// Does something where all of this is at hand.
pub(crate) fn at_hand<T>(doing: impl FnOnce(&World) -> T) -> T {
    WORLD.with(doing)
}

/// The day on which everything comes in.
pub(crate) fn today() -> Date {
    Date::in_beijing(NOON)
}
