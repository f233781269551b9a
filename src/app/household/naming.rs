//! The names being typed on the screen of the household, and what comes of them.

use crate::domain::ledger::name::{self, NameFault};
use crate::domain::ledger::{FIRST_PERSON, Ledger, Member, Person};
use crate::i18n::{Language, Text};

/// What is typed there, until it is taken or the screen is left.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Naming {
    /// The name of somebody new.
    pub new: String,
    /// Who is being renamed, and the name typed for them.
    pub renamed: Option<(Person, String)>,
    /// Why the name tried last was not taken: somebody's, or that of somebody new.
    pub refused: Option<(Option<Person>, NameFault)>,
}

impl Naming {
    /// What is typed for a person, or for somebody new.
    pub fn typed(&self, person: Option<&str>) -> &str {
        match (person, &self.renamed) {
            (None, _) => &self.new,
            (Some(person), Some((renamed, typed))) if person == renamed => typed,
            _ => "",
        }
    }

    /// The same after more was typed.
    #[must_use]
    pub fn with(mut self, person: Option<&str>, typed: &str) -> Self {
        match person {
            None => typed.clone_into(&mut self.new),
            Some(person) => self.renamed = Some((person.to_owned(), typed.to_owned())),
        }
        self.refused = None;
        self
    }

    /// The name to give, or why it cannot be given. Somebody may write their own name another way.
    pub fn read(&self, person: Option<&str>, ledger: &Ledger) -> Result<String, NameFault> {
        let members = ledger.members();
        let others = members.iter().filter(|member| person != Some(&*member.person));
        let shown = others.flat_map(|member| shown(member).map(move |name| (member, name)));
        name::read(self.typed(person), shown)
    }

    /// The same after the name of a person, or of somebody new, could not be given.
    #[must_use]
    pub fn refusing(mut self, person: Option<Person>, fault: NameFault) -> Self {
        self.refused = Some((person, fault));
        self
    }

    /// The same with somebody's name open to be changed, from what it is; or with nobody's.
    #[must_use]
    pub fn renaming(mut self, renamed: Option<(Person, String)>) -> Self {
        self.refused = None;
        self.renamed = renamed;
        self
    }
}

/// The names somebody is shown by: the one given, or for who began the ledger "me" in either language.
fn shown(member: &Member) -> impl Iterator<Item = &str> {
    let unnamed = member.name.is_none() && member.person == FIRST_PERSON;
    let own = [Language::Zh, Language::En].into_iter().filter(move |_| unnamed);
    member.name.as_deref().into_iter().chain(own.map(|language| Text::of(language).person_me()))
}
