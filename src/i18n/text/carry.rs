//! Taking records out and in.

use super::Text;
use crate::i18n::Language;

texts! {
    carry_title: "导出和导入" / "Export and import";
}
