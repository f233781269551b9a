//! The screens and their parts: facts come in as properties, what the resident does goes out through callbacks.
//! Nothing here stores, fetches or reads the clock.

pub(crate) mod act;
pub(crate) mod aloud;
pub(crate) mod amount;
pub(crate) mod carry;
pub(crate) mod chart;
pub(crate) mod check;
mod choices;
pub(crate) mod codes;
pub(crate) mod district;
pub(crate) mod element;
pub(crate) mod entry;
mod event;
pub(crate) mod field;
mod filling;
pub(crate) mod form;
pub(crate) mod home;
pub(crate) mod host;
pub(crate) mod household;
pub(crate) mod icon;
pub(crate) mod insight;
pub(crate) mod kiosk;
pub(crate) mod ledger;
pub(crate) mod me;
pub(crate) mod outcome;
pub(crate) mod person;
pub(crate) mod points;
mod qr;
pub(crate) mod receipt;
pub(crate) mod record;
pub(crate) mod reward;
pub(crate) mod rules;
mod shares;
pub(crate) mod shell;
pub(crate) mod size;
pub(crate) mod standing;
pub(crate) mod statement;
pub(crate) mod storage;
pub(crate) mod summary;
pub(crate) mod take;
pub(crate) mod voucher;
pub(crate) mod why;

use std::ops::Deref;
use std::rc::Rc;

use act::Act;
use element::Element;
use yew::Callback;

use crate::domain::activity::{Activity, Facts};
use crate::domain::assessment::Assessment;
use crate::domain::date::Date;
use crate::domain::ledger::{Entry, Ledger, Posted, Standing};
use crate::domain::reason::Reason;
use crate::domain::rulebook::{Key, Label, ParameterRef, Rulebook};
use crate::i18n::unit::time;
use crate::i18n::{Language, Text, number};
use crate::shelf::Shelf;

/// What every part of a screen may need.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'a> {
    pub(crate) words: Words,
    pub(crate) rules: &'a Rules,
    pub(crate) today: Date,
    /// Whose account is shown.
    pub(crate) person: &'a str,
    /// Where acts are told.
    pub(crate) on: &'a Callback<Act>,
    /// Whether saving was tried on this screen while something was wrong.
    pub(crate) attempted: bool,
    /// Whether a write is under way.
    pub(crate) saving: bool,
    /// Whether the reasons are open.
    pub(crate) why_open: bool,
    /// The factor that is open in the reasons: step and value.
    pub(crate) factor: Option<(usize, ParameterRef)>,
    /// Once it was fetched.
    pub(crate) explain: Option<Explain>,
    /// Rules besides those in use, once it was looked.
    pub(crate) shelf: Option<&'a Shelf>,
}

/// What explains results and problems. It is fetched after the first screen works, so it is reached through here.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Explain {
    /// [`why::why`].
    pub(crate) why: fn(&Context<'_>, &(Activity, Assessment)) -> Element,
    /// [`crate::i18n::reason::sentence`].
    pub(crate) sentence: fn(&Reason, Option<&Rulebook>, Language) -> String,
    /// [`own_rules`].
    pub(crate) own_rules: fn(&Context<'_>, &Posted) -> Option<Rules>,
    /// Whether the browser can speak.
    pub(crate) speaks: fn() -> bool,
    /// [`Rules::fill`].
    pub(crate) fill: fn(&Rules, &str, &[Key], (Date, Language)) -> String,
    /// [`standing::beneath`].
    pub(crate) beneath: Beneath,
}

/// What stands beneath the name of an entry's row, and the merchant's bonus as a row of its own with this worth.
type Beneath = fn(&Context<'_>, &Ledger, (&Entry, &Standing), Option<Element>) -> (Option<Element>, Option<Element>);

impl Context<'_> {
    /// The rules of exactly that name, if they are in use, built in or kept.
    pub(crate) fn rules_of(&self, name: &str) -> Option<Rules> {
        at_hand(self.rules, self.shelf, name)
    }

    /// The rules that know a reward, by the name of those it was redeemed under: exactly these, or others of the same
    /// district.
    pub(crate) fn rules_for_reward(&self, name: &str) -> Option<Rules> {
        let exactly = self.rules_of(name);
        let in_use = || self.rules.district.as_ref()?.is_of(name).then(|| self.rules.clone());
        exactly.or_else(in_use).or_else(|| self.shelf?.nearest(name).map(Rules::sharing))
    }

    /// An entry in one line: with the names of the rules in use, or else with those of the entry's own.
    pub(crate) fn summary(&self, posted: &Posted) -> String {
        let own = self.explain.and_then(|explain| (explain.own_rules)(self, posted));
        summary::summary(&posted.activity, own.as_ref().unwrap_or(self.rules), self.words)
    }

    /// [`Rules::fill`] for today, once it was fetched.
    pub(crate) fn fill(&self, text: &str, keys: &[Key]) -> String {
        self.explain
            .map(|explain| (explain.fill)(self.rules, text, keys, (self.today, self.words.language)))
            .unwrap_or_default()
    }
}

/// The language and its texts, handed to every part of a screen.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words {
    /// The language.
    pub(crate) language: Language,
    /// Its fixed texts.
    pub(crate) t: Text,
}

impl Words {
    /// The words of a language.
    pub(crate) fn of(language: Language) -> Self {
        Self { language, t: Text::of(language) }
    }

    /// The right half of a text of the rulebook.
    pub(crate) fn label(self, label: &Label) -> &str {
        self.language.pick(&label.zh, &label.en)
    }
}

/// The rules of that name, if they are the ones in use, or on the shelf, or built in.
pub(crate) fn at_hand(rules: &Rules, shelf: Option<&Shelf>, name: &str) -> Option<Rules> {
    if name == rules.name() {
        return Some(rules.clone());
    }
    let found = match shelf {
        Some(shelf) => shelf.rules(name),
        None => Shelf::default().rules(name),
    };
    found.map(Rules::sharing)
}

/// The rules that an entry was recorded with, if those in use do not know its action, which was another district's.
pub(crate) fn own_rules(context: &Context<'_>, posted: &Posted) -> Option<Rules> {
    match &posted.activity.facts {
        Facts::Action { action, .. } if context.rules.action(action).is_none() => context.rules_of(&posted.rulebook),
        _ => None,
    }
}

/// A shared rulebook.
#[derive(Clone, Debug)]
pub(crate) struct Rules(Rc<Rulebook>);

impl Rules {
    /// Shares a rulebook.
    pub(crate) fn new(rulebook: Rulebook) -> Self {
        Self(Rc::new(rulebook))
    }

    /// A rulebook that is shared already.
    pub(crate) fn sharing(rulebook: Rc<Rulebook>) -> Self {
        Self(rulebook)
    }

    /// The rulebook itself, shared.
    pub(crate) fn shared(&self) -> Rc<Rulebook> {
        self.0.clone()
    }

    /// A text with the values of the rules on a day in the places of its `^`, in order.
    pub(crate) fn fill(&self, text: &str, keys: &[Key], (day, language): (Date, Language)) -> String {
        let mut keys = keys.iter();
        let mut filled = String::new();
        for character in text.chars() {
            match (character, keys.as_slice().first().and_then(|key| self.key(*key, day))) {
                ('^', Some(value)) => {
                    keys.next();
                    let shown = time(value.value, value.unit);
                    filled.push_str(&shown.unwrap_or_else(|| number::exact(value.value, language).0));
                }
                _ => filled.push(character),
            }
        }
        filled
    }
}

impl Deref for Rules {
    type Target = Rulebook;

    fn deref(&self) -> &Rulebook {
        &self.0
    }
}
