//! The rules that a run computes with: a rulebook and, if asked for, a district's overlay on it.

use std::fs;
use std::path::Path;
use std::rc::Rc;

use carbon_points::domain::date::Date;
use carbon_points::domain::district;
use carbon_points::domain::rulebook::{Damaged, Fault, Rulebook};
use carbon_points::i18n::Language;
use carbon_points::i18n::fault::sentence;

/// A district's rules as text, and what they are called in reports.
pub(crate) struct Overlay {
    pub(crate) file: String,
    pub(crate) text: String,
}

/// The rulebook in a file, or the built-in one of the day, with the overlay of a built-in district or of a file.
pub(crate) fn rules(rulebook: Option<&Path>, district: Option<&str>, today: Date) -> Result<Rc<Rulebook>, String> {
    let base = base(rulebook, today)?;
    let overlay = district.map_or(Ok(None), overlay)?;
    laid(&base, overlay.as_ref())
}

/// The rulebook in a file, or the built-in one of the day.
pub(crate) fn base(rulebook: Option<&Path>, today: Date) -> Result<Rc<Rulebook>, String> {
    let base = match rulebook {
        Some(path) => in_file(path)?,
        None => Rulebook::current(today).map_err(|Damaged| DAMAGED.to_owned())?,
    };
    Ok(Rc::new(base))
}

/// A district's rules laid over others, if there are any.
pub(crate) fn laid(base: &Rc<Rulebook>, overlay: Option<&Overlay>) -> Result<Rc<Rulebook>, String> {
    let Some(Overlay { file, text }) = overlay else { return Ok(base.clone()) };
    base.with_district(text).map(Rc::new).map_err(|faults| in_words(file, &faults))
}

/// The rules of a built-in district.
pub(crate) fn built_in_overlay(id: &str) -> Option<Overlay> {
    let text = district::shipped(id)?.to_owned();
    Some(Overlay { file: format!("the built-in district {id}"), text })
}

/// The rules that `--district` names: a built-in one, a file, or none.
pub(crate) fn overlay(given: &str) -> Result<Option<Overlay>, String> {
    if given == NO_DISTRICT {
        return Ok(None);
    }
    if let Some(built_in) = built_in_overlay(given) {
        return Ok(Some(built_in));
    }
    if Path::new(given).exists() {
        return Ok(Some(Overlay { file: given.to_owned(), text: read(Path::new(given))? }));
    }
    let known: Vec<&str> = district::SHIPPED.iter().map(|(id, _)| *id).collect();
    Err(format!(
        "--district {given}：没有这个区，也没有这个文件；内置的区有：{}\nassess: --district {given}: neither a \
         built-in district ({}) nor a file",
        known.join("、"),
        known.join(", ")
    ))
}

/// What `--district` says to go without one.
const NO_DISTRICT: &str = "none";

/// What nobody should ever read.
const DAMAGED: &str = "the built-in rulebook is damaged.";

/// The rulebook in a file.
pub(crate) fn in_file(path: &Path) -> Result<Rulebook, String> {
    Rulebook::parse(&read(path)?).map_err(|faults| in_words(&path.display().to_string(), &faults))
}

/// Every built-in version, oldest first.
pub(crate) fn built_in() -> Result<Vec<Rulebook>, String> {
    let versions: Result<Vec<Rulebook>, Damaged> = Rulebook::versions().filter_map(Rulebook::built_in).collect();
    versions.map_err(|Damaged| DAMAGED.to_owned())
}

/// The text of a file.
pub(crate) fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|fault| format!("{}: {fault}", path.display()))
}

/// Every fault in both languages, each with the file and the place in it.
pub(crate) fn in_words(file: &str, faults: &[Fault]) -> String {
    let told = faults.iter().flat_map(|fault| {
        [Language::Zh, Language::En].map(|language| {
            let sentence = sentence(fault, language);
            let place = if fault.path.is_empty() { String::new() } else { format!("{}: ", fault.path) };
            format!("{file}: {place}{sentence}")
        })
    });
    told.collect::<Vec<_>>().join("\n")
}
