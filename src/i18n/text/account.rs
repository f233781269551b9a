//! The points account: balance, caps, expiry, levels.

use super::Text;
use crate::i18n::Language;

texts! {
    tab_points: "积分" / "Points";
    tab_me: "我的" / "Me";
    balance: "可用积分" / "Points to spend";
}
