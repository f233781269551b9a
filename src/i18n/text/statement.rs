//! Printed statements.

use super::Text;
use crate::i18n::Language;

texts! {
    statement_title: "对账单" / "Statement";
}
