//! Everyday actions of the rulebook.

use super::reader::Reader;
use super::{Context, bounds};
use crate::domain::activity::CountedBy;
use crate::domain::activity::Facts;
use crate::domain::reason::{Accepted, ReasonCode};

pub(super) fn action<T: AsRef<str>>(
    reader: &mut Reader<'_, T>,
    Context { rulebook, saved, .. }: Context<'_>,
) -> Option<Facts> {
    let known = || Accepted::OneOf(rulebook.actions.iter().map(|action| action.id.clone().into()).collect());
    let id = reader.id("action", &known);
    let found = id.and_then(|id| rulebook.action(id)).map(|action| action.counted_by);
    let counted_by =
        found.or_else(|| saved.then(|| if reader.has("kg") { CountedBy::Kilogram } else { CountedBy::Count }));
    let (Some(id), Some(counted_by)) = (id, counted_by) else {
        if id.is_some() {
            reader.note("action", ReasonCode::UnknownValue, id, Some(known()));
        }
        reader.allow(&["count", "kg"]);
        return None;
    };
    let amount = match counted_by {
        CountedBy::Count => reader.whole("count", &bounds::COUNT),
        CountedBy::Kilogram => reader.decimal("kg", &bounds::ACTION_KG),
    };
    Some(Facts::Action { action: id.to_owned(), counted_by, amount })
}
