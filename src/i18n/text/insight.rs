//! Pictures, goal, what next and what if.

use super::Text;
use crate::i18n::Language;

texts! {
    insight_title: "看看成果" / "How it adds up";
}
