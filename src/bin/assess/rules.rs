//! The rules that a run computes with: a rulebook and, if asked for, a district's overlay on it.

use std::path::Path;
use std::rc::Rc;

use carbon_points::answer::rules::{Asked, DAMAGED, District, NO_DISTRICT, Overlay, built_in_overlay, in_words};
use carbon_points::domain::date::Date;
use carbon_points::domain::district;
use carbon_points::domain::rulebook::{Damaged, Rulebook};

use super::files::read;

/// The rulebook in a file, or the built-in one of the day, and the overlay of a built-in district or of a file.
pub(crate) fn asked(rulebook: Option<&Path>, district: Option<&str>, today: Date) -> Result<Asked, String> {
    Ok(Asked { base: base(rulebook, today)?, district: district.map_or(Ok(District::Unsaid), overlay)? })
}

/// The rulebook in a file, or the built-in one of the day.
fn base(rulebook: Option<&Path>, today: Date) -> Result<Rc<Rulebook>, String> {
    let base = match rulebook {
        Some(path) => in_file(path)?,
        None => Rulebook::current(today).map_err(|Damaged| DAMAGED.to_owned())?,
    };
    Ok(Rc::new(base))
}

/// The rules that `--district` names: a built-in one, a file, or none.
fn overlay(given: &str) -> Result<District, String> {
    if given == NO_DISTRICT {
        return Ok(District::None);
    }
    if let Some(built_in) = built_in_overlay(given) {
        return Ok(District::Given(built_in));
    }
    if Path::new(given).exists() {
        let text = read(Path::new(given))?;
        return Ok(District::Given(Overlay { file: given.to_owned(), text }));
    }
    let known: Vec<&str> = district::SHIPPED.iter().map(|(id, _)| *id).collect();
    Err(format!(
        "--district {given}：没有这个区，也没有这个文件；内置的区有：{}\nassess: --district {given}: neither a \
         built-in district ({}) nor a file",
        known.join("、"),
        known.join(", ")
    ))
}

/// The rulebook in a file.
pub(crate) fn in_file(path: &Path) -> Result<Rulebook, String> {
    Rulebook::parse(&read(path)?).map_err(|faults| in_words(&path.display().to_string(), &faults))
}

/// Every built-in version, oldest first.
pub(crate) fn built_in() -> Result<Vec<Rulebook>, String> {
    let versions: Result<Vec<Rulebook>, Damaged> = Rulebook::versions().filter_map(Rulebook::built_in).collect();
    versions.map_err(|Damaged| DAMAGED.to_owned())
}
