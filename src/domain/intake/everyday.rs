//! Everyday actions of the rulebook.

use super::bounds;
use super::reader::Reader;
use crate::domain::activity::CountedBy;
use crate::domain::activity::Facts;
use crate::domain::reason::{Accepted, ReasonCode};
use crate::domain::rulebook::Rulebook;

pub(super) fn action(reader: &mut Reader<'_>, rulebook: &Rulebook) -> Option<Facts> {
    let known = || Accepted::OneOf(rulebook.actions.iter().map(|action| action.id.clone().into()).collect());
    let id = reader.id("action", &known);
    let found = id.and_then(|id| rulebook.action(id));
    let Some(action) = found else {
        if id.is_some() {
            reader.note("action", ReasonCode::UnknownValue, id, Some(known()));
        }
        reader.allow(&["count", "kg"]);
        return None;
    };
    let amount = match action.counted_by {
        CountedBy::Count => reader.whole("count", &bounds::COUNT),
        CountedBy::Kilogram => reader.decimal("kg", &bounds::ACTION_KG),
    };
    Some(Facts::Action { action: action.id.clone(), counted_by: action.counted_by, amount })
}
