//! What asks for it that nothing is claimed twice.

use super::Text;
use crate::i18n::Language;

texts! {
    paint_area_title: "房子和涂料" / "The home and the paint";
}
