//! The people of the household.

use super::entry::{FIRST_PERSON, Person};
use super::{Account, Ledger};

/// Somebody who has or had an account.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Member {
    /// The id.
    pub person: Person,
    /// The name last given; `None` if none was.
    pub name: Option<String>,
    /// Whether the person has left: the account stays, nothing new is recorded for it.
    pub left: bool,
}

impl Ledger {
    /// Everybody who has or had an account, in the order in which they joined; at least [`FIRST_PERSON`], first.
    pub fn members(&self) -> Vec<Member> {
        let mut members = self.members.clone();
        let place = members.iter().position(|member| member.person == FIRST_PERSON);
        let first = place.map_or_else(|| Member::unnamed(FIRST_PERSON), |place| members.remove(place));
        members.insert(0, first);
        // An imported entry may belong to somebody whom nobody named.
        for (person, account) in &self.accounts {
            if !account.named && person != FIRST_PERSON {
                members.push(Member::unnamed(person));
            }
        }
        members
    }

    /// Those of them who have not left: for whom something new is recorded. Never empty: if everybody has left, it is
    /// who began the ledger.
    pub fn present(&self) -> Vec<Member> {
        let mut present = self.members();
        if present.iter().any(|member| !member.left) {
            present.retain(|member| !member.left);
        } else {
            present.truncate(1);
        }
        present
    }

    /// A person's account; an empty one if nothing was recorded for them.
    pub fn account(&self, person: &str) -> std::borrow::Cow<'_, Account> {
        self.accounts.get(person).map_or_else(Default::default, std::borrow::Cow::Borrowed)
    }
}

impl Member {
    fn unnamed(person: &str) -> Self {
        Self { person: person.to_owned(), name: None, left: false }
    }
}

/// Names a person, or notes that they have left. Whoever is named again is back.
pub(super) fn name(members: &mut Vec<Member>, account: &mut Account, person: &str, name: Option<&str>) {
    if !account.named {
        account.named = true;
        members.push(Member::unnamed(person));
    }
    // Who was named last is most often named next.
    if let Some(member) = members.iter_mut().rfind(|member| member.person == person) {
        member.left = name.is_none();
        if let Some(name) = name {
            member.name = Some(name.to_owned());
        }
    }
}
