//! The people of a household.

use super::Text;
use crate::i18n::Language;

texts! {
    household_title: "家里的人" / "The household";
}
