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

    /// The name to give, or the same with why it cannot be given. The name somebody has already is taken, too, by
    /// themselves.
    pub fn read(&self, person: Option<&str>, ledger: &Ledger) -> Result<String, Self> {
        let members = ledger.members();
        let others = members.iter().filter(|member| person != Some(&*member.person));
        let shown = others.flat_map(|member| shown(member).map(move |name| (member, name)));
        name::read(self.typed(person), shown)
            .map_err(|fault| Self { refused: Some((person.map(str::to_owned), fault)), ..self.clone() })
    }
}

/// The names somebody is shown by: the one given, or for who began the ledger "me" in either language.
fn shown(member: &Member) -> impl Iterator<Item = &str> {
    let unnamed = member.name.is_none() && member.person == FIRST_PERSON;
    let own = [Language::Zh, Language::En].into_iter().filter(move |_| unnamed);
    member.name.as_deref().into_iter().chain(own.map(|language| Text::of(language).person_me()))
}
