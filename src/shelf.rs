//! The rules that are at hand: the built-in versions, and over them whatever districts' rules were fetched once and kept.
//!
//! An entry is explained with the rules of its own day and district for as long as the device has them, whichever
//! district is chosen now. Pure: the page's state holds it and the screens read it.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use crate::domain::date::Date;
use crate::domain::rulebook::Rulebook;

/// Rules by the names that entries keep.
#[derive(Debug, Default)]
pub struct Shelf {
    /// Texts of districts' files, in any order.
    texts: Vec<String>,
    /// What was looked for before: reading a rulebook takes milliseconds, and a statement names the same one a hundred
    /// times.
    found: RefCell<Vec<(String, Option<Rc<Rulebook>>)>>,
}

impl PartialEq for Shelf {
    fn eq(&self, other: &Self) -> bool {
        self.texts == other.texts
    }
}

/// The id and the version of the district in a rulebook's name; `None` if it has none.
pub fn district_of(name: &str) -> Option<(&str, &str)> {
    name.split_once('+')?.1.split_once('@')
}

impl Shelf {
    /// A shelf with these texts of districts' files.
    pub fn new(texts: Vec<String>) -> Self {
        Self { texts, found: RefCell::default() }
    }

    /// The rules of exactly that name; `None` if they are neither built in nor kept, or if what was kept cannot be read.
    pub fn rules(&self, name: &str) -> Option<Rc<Rulebook>> {
        let known = self.found.borrow().iter().find(|(known, _)| known == name).map(|(_, rules)| rules.clone());
        known.unwrap_or_else(|| {
            let rules = self.read(name).map(Rc::new);
            self.found.borrow_mut().push((name.to_owned(), rules.clone()));
            rules
        })
    }

    /// The same, or else any version at hand of the same district's rules: rewards keep their ids, so it still knows
    /// what most of them are called.
    pub fn nearest(&self, name: &str) -> Option<Rc<Rulebook>> {
        self.rules(name).or_else(|| {
            let base = Rulebook::current(Date::LAST).ok()?;
            let mut laid = self.texts.iter().filter_map(|text| base.with_district(text).ok());
            laid.find(|rules| rules.district.as_ref().is_some_and(|district| district.is_of(name))).map(Rc::new)
        })
    }

    /// The ids of the districts whose rules some of these names ask for and that are not here.
    pub fn missing<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> BTreeSet<String> {
        let of_districts: BTreeSet<&str> = names.into_iter().filter(|name| name.contains('+')).collect();
        let missing = of_districts.into_iter().filter(|name| self.rules(name).is_none());
        missing.filter_map(|name| Some(district_of(name)?.0.to_owned())).collect()
    }

    fn read(&self, name: &str) -> Option<Rulebook> {
        let base = name.split('+').next().and_then(Rulebook::built_in)?.ok()?;
        if district_of(name).is_none() {
            return Some(base).filter(|base| base.name() == name);
        }
        let mut laid = self.texts.iter().filter_map(|text| base.with_district(text).ok());
        laid.find(|rules| rules.name() == name)
    }
}
