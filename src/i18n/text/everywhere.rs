//! Where the page runs: its builds, its hosts, its sizes of type.

use super::Text;
use crate::i18n::Language;

texts! {
    new_version: "有新版本了。换上后，没记完的还在。" / "There is a newer version. What you were typing will still be there.";
    take_version: "现在换上" / "Switch to it";
}
