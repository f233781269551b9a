//! Records that are added together from a file, and taken out together again as long as nothing came after them.

use super::{Area, Memory, Place, Store, StoreError};
use crate::domain::json::Json;

/// What a file adds.
#[derive(Clone, Copy, Debug)]
pub struct Import<'a> {
    /// Records, in order.
    pub records: &'a [String],
    /// Ids of what they end, to be marked so that no tab ends it again.
    pub marks: &'a [&'a str],
    /// Settings that the device does not have.
    pub settings: &'a [(String, String)],
}

/// The last import.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Imported {
    /// How many records it added.
    pub records: usize,
    /// Whether it can be undone: nothing was recorded after it.
    pub undoable: bool,
}

/// Settings that the store keeps for itself.
pub(super) const IMPORTED: &str = "imported";
/// Counts how often records were taken out, so that a page that was not told sees it.
pub(super) const TAKEN_OUT: &str = "taken-out";

/// What is kept of an import for its undoing.
#[derive(Clone, PartialEq, Default, Debug)]
pub(super) struct Kept {
    /// Key of the last record before it.
    pub(super) after: i64,
    /// Key of its last record.
    pub(super) last: i64,
    pub(super) records: usize,
    pub(super) marks: Vec<String>,
    pub(super) settings: Vec<(String, String)>,
}

impl Kept {
    pub(super) fn of(import: &Import<'_>, after: i64, last: i64) -> Self {
        let marks = import.marks.iter().map(|id| (*id).to_owned()).collect();
        Self { after, last, records: import.records.len(), marks, settings: import.settings.to_vec() }
    }

    pub(super) fn text(&self) -> String {
        let text = |text: &String| Json::Text(text.clone());
        let settings = self.settings.iter().map(|(name, value)| (name.clone(), text(value))).collect();
        Json::object([
            ("after", Json::Number(self.after.to_string())),
            ("last", Json::Number(self.last.to_string())),
            ("records", Json::Number(self.records.to_string())),
            ("marks", Json::List(self.marks.iter().map(text).collect())),
            ("settings", Json::Object(settings)),
        ])
        .to_string()
    }

    pub(super) fn read(text: &str) -> Option<Self> {
        let json = Json::parse(text).ok()?;
        let Some(Json::List(marks)) = json.get("marks") else { return None };
        let settings = json.get("settings")?.members()?.iter();
        Some(Self {
            after: json.get("after")?.whole()?,
            last: json.get("last")?.whole()?,
            records: usize::try_from(json.get("records")?.whole()?).ok()?,
            marks: marks.iter().filter_map(|mark| mark.text().map(str::to_owned)).collect(),
            settings: settings.filter_map(|(name, value)| Some((name.clone(), value.text()?.to_owned()))).collect(),
        })
    }
}

impl Store {
    /// Every setting but the store's own, by name.
    pub async fn settings(&self) -> Result<Vec<(String, String)>, StoreError> {
        let mut settings = self.named(Area::Settings).await?;
        settings.retain(|(name, _)| name != IMPORTED && name != TAKEN_OUT);
        Ok(settings)
    }

    /// Adds records after all others, their marks and settings; all of it or none, and remembers it for
    /// [`Self::undo_import`]. `known` is asked about each record that was added since [`Self::new_entries`] was last
    /// asked: if it does not know one, nothing is written and this is [`StoreError::Moved`].
    pub async fn import(&self, import: &Import<'_>, known: impl Fn(&str) -> bool) -> Result<(), StoreError> {
        match &*self.place() {
            Place::Device(database) => database.import(import, &known).await,
            Place::Memory(memory, ..) => memory.import(import, &known),
        }
    }

    /// The last import, unless it was undone.
    pub async fn imported(&self) -> Result<Option<Imported>, StoreError> {
        match &*self.place() {
            Place::Device(database) => database.imported().await,
            Place::Memory(memory, ..) => Ok(memory.imported()),
        }
    }

    /// Takes out everything that the last import added, and what it marked and set; all of it or none. Says how many
    /// records. [`StoreError::Moved`] if something was recorded after it, in any tab, or there is none.
    pub async fn undo_import(&self) -> Result<usize, StoreError> {
        match &*self.place() {
            Place::Device(database) => database.undo_import().await,
            Place::Memory(memory, ..) => memory.undo_import(),
        }
    }

    /// Every record, in the order in which they were added. Asked after something was taken out.
    pub async fn all_entries(&self) -> Result<Vec<String>, StoreError> {
        match &*self.place() {
            Place::Device(database) => database.all_entries().await,
            Place::Memory(memory, ..) => Ok(memory.new_entries()),
        }
    }

    /// Whether another tab has taken records out since they were last all read.
    pub async fn has_shrunk(&self) -> Result<bool, StoreError> {
        match &*self.place() {
            Place::Device(database) => database.has_shrunk().await,
            Place::Memory(..) => Ok(false),
        }
    }

    pub(super) async fn named(&self, area: Area) -> Result<Vec<(String, String)>, StoreError> {
        match &*self.place() {
            Place::Device(database) => database.named(area).await,
            Place::Memory(memory, ..) => Ok(memory.named(area)),
        }
    }
}

impl Memory {
    fn import(&self, import: &Import<'_>, known: &dyn Fn(&str) -> bool) -> Result<(), StoreError> {
        if !self.all_entries().iter().all(|record| known(record)) {
            return Err(StoreError::Moved);
        }
        let after = self.all_entries().len();
        let length = |length| i64::try_from(length).unwrap_or(i64::MAX);
        let kept = Kept::of(import, length(after), length(after + import.records.len())).text();
        let mut changes = import.changes();
        changes.push(super::Change::Put(Area::Settings, IMPORTED, &kept));
        self.write(&changes, super::When::Always)
    }

    fn kept(&self) -> Option<Kept> {
        let settings = self.named(Area::Settings);
        Kept::read(&settings.into_iter().find(|(name, _)| name == IMPORTED)?.1)
    }

    fn imported(&self) -> Option<Imported> {
        let kept = self.kept()?;
        let undoable = usize::try_from(kept.last) == Ok(self.all_entries().len());
        Some(Imported { records: kept.records, undoable })
    }

    fn undo_import(&self) -> Result<usize, StoreError> {
        let kept = self.kept().filter(|_| self.imported().is_some_and(|imported| imported.undoable));
        let kept = kept.ok_or(StoreError::Moved)?;
        self.truncate(usize::try_from(kept.after).unwrap_or(usize::MAX));
        let here = self.named(Area::Settings);
        let mut changes = vec![super::Change::Remove(Area::Settings, IMPORTED)];
        changes.extend(kept.marks.iter().map(|id| super::Change::Remove(Area::Reversals, id)));
        let unchanged = kept.settings.iter().filter(|setting| here.contains(setting));
        changes.extend(unchanged.map(|(name, _)| super::Change::Remove(Area::Settings, name)));
        self.write(&changes, super::When::Always)?;
        Ok(kept.records)
    }
}

impl<'a> Import<'a> {
    /// What is to be written, but for the memory of it.
    pub(super) fn changes(&self) -> Vec<super::Change<'a>> {
        let records = self.records.iter().map(|record| super::Change::Append(record));
        let marks = self.marks.iter().map(|id| super::Change::Reverse(id));
        let settings = self.settings.iter().map(|(name, text)| super::Change::Put(Area::Settings, name, text));
        records.chain(marks).chain(settings).collect()
    }
}
