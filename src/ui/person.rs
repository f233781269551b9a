//! How a person of the household is named on the page.

use super::Words;
use crate::domain::ledger::{FIRST_PERSON, Ledger, Member};

/// The name somebody is shown by. A name is text and is drawn as such.
pub(crate) fn name(member: &Member, words: Words) -> &str {
    match &member.name {
        Some(name) => name,
        None if member.person == FIRST_PERSON => words.t.person_me(),
        None => words.t.person_unnamed(),
    }
}

/// The same by id.
pub(crate) fn name_of(ledger: &Ledger, person: &str, words: Words) -> String {
    let members = ledger.members();
    let member = members.iter().find(|member| member.person == person);
    member.map_or(words.t.person_unnamed(), |member| name(member, words)).to_owned()
}
