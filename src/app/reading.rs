//! Reading what was in the store when it was opened, and telling the state.

use super::edge::{Edge, PERSON, Write};
use super::snapshot;
use super::state::Action;
use super::writing::note_draft;
use crate::domain::ledger::saved;
use crate::domain::rulebook::Rulebook;
use crate::insight::Change;
use crate::platform::store::Loaded;

/// Reports everything in the store. Records that cannot be read are put aside there.
pub(super) fn read(edge: &Edge, loaded: Loaded, rulebook: &Rulebook) {
    let (mut entries, mut aside) = (Vec::new(), false);
    for record in loaded.entries {
        if let Some(entry) = saved::entry(&record, rulebook) {
            entries.push(entry);
        } else {
            aside = true;
            // Left where it is as well, so a failure to put it aside loses nothing.
            edge.write(Write::Aside(record));
        }
    }
    let read = |(name, saved): (String, String)| {
        let draft = snapshot::draft(&saved)?;
        note_draft(&name, true);
        Some((name, draft))
    };
    let drafts = loaded.drafts.into_iter().filter_map(read).collect();
    for goal in loaded.settings.iter().filter_map(|(name, text)| Change::kept(name, text)) {
        edge.tell(Action::Insight(goal));
    }
    edge.tell(Action::Loaded { entries, drafts, keeping: edge.keeping(), aside });
    if let Some((_, person)) = loaded.settings.into_iter().find(|(name, _)| name == PERSON) {
        edge.tell(Action::PersonChosen(person));
    }
}
