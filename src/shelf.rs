//! The rules that are at hand: the built-in versions, and over them whatever districts' rules were fetched once and kept.
//!
//! An entry is explained with the rules of its own day and district for as long as the device has them, whichever
//! district is chosen now. Pure: the page's state holds it and the screens read it.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use crate::domain::date::Date;
use crate::domain::rulebook::Rulebook;
use crate::host::is_district;

/// Districts whose rules are fetched at one time: nobody has recorded in more.
pub const MOST_MISSING: usize = 8;

/// Rules by the names that entries keep.
#[derive(Debug, Default)]
pub struct Shelf {
    /// A rulebook that goes before the built-in ones.
    own: Option<Rc<Rulebook>>,
    /// Texts of districts' files, in any order.
    texts: Vec<String>,
    /// Built-in versions that were looked for before, by their names, and over each what districts' files make of it, once
    /// that was looked for: reading a rulebook takes milliseconds, and a statement names the same one a hundred times. A
    /// file of records may name a thousand that there are not; they leave nothing here.
    found: RefCell<Vec<Base>>,
}

/// A built-in version and what is laid over it.
#[derive(Debug)]
struct Base {
    rules: Rc<Rulebook>,
    laid: Option<Vec<Laid>>,
}

/// A district's file laid over a version: what that is called, and the rules once somebody has asked for them.
#[derive(Debug)]
struct Laid {
    name: String,
    /// The place of its text.
    text: usize,
    rules: Option<Rc<Rulebook>>,
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
        Self { texts, ..Self::default() }
    }

    /// The same with a rulebook that goes before the built-in ones, whatever it is called.
    pub fn with(own: Rc<Rulebook>, texts: Vec<String>) -> Self {
        Self { own: Some(own), texts, ..Self::default() }
    }

    /// The rules of exactly that name; `None` if they are neither built in nor kept, or if what was kept cannot be read.
    pub fn rules(&self, name: &str) -> Option<Rc<Rulebook>> {
        let base = name.split('+').next().unwrap_or(name);
        let mut found = self.found.borrow_mut();
        let place = found.iter().position(|known| known.rules.name() == base);
        if place.is_none() {
            let own = self.own.as_ref().filter(|own| own.name() == base).cloned();
            let rules = own.or_else(|| Rulebook::built_in(base)?.ok().map(Rc::new))?;
            found.push(Base { rules, laid: None });
        }
        let place = place.unwrap_or(found.len().saturating_sub(1));
        let Base { rules, laid } = found.get_mut(place)?;
        if base == name {
            return Some(rules.clone());
        }
        district_of(name)?;
        let laid = laid.get_or_insert_with(|| {
            let named = |(text, file): (usize, &String)| {
                Some(Laid { name: rules.with_district(file).ok()?.name(), text, rules: None })
            };
            self.texts.iter().enumerate().filter_map(named).collect()
        });
        let laid = laid.iter_mut().find(|laid| laid.name == name)?;
        if laid.rules.is_none() {
            laid.rules = rules.with_district(self.texts.get(laid.text)?).ok().map(Rc::new);
        }
        laid.rules.clone()
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

    /// The ids of the districts whose rules some of these names ask for and that are not here, at most [`MOST_MISSING`].
    /// They are to be fetched, and a file of records may name anything: what is no name of a district but an address is
    /// not among them.
    pub fn missing<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> BTreeSet<String> {
        let of_districts: BTreeSet<&str> = names.into_iter().filter(|name| name.contains('+')).collect();
        let missing = of_districts.into_iter().filter(|name| self.rules(name).is_none());
        let ids: BTreeSet<String> = missing.filter_map(|name| Some(district_of(name)?.0.to_owned())).collect();
        ids.into_iter().filter(|id| is_district(id)).take(MOST_MISSING).collect()
    }
}
