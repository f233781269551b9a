//! The points account: balance, caps, expiry, levels.

use super::Text;
use crate::i18n::Language;

texts! {
    tab_points: "积分" / "Points";
    tab_me: "我的" / "Me";
    balance: "可用积分" / "Points to spend";
    withheld: "上限扣下" / "Withheld by caps";
    claimed_twice: "与另一笔重复，不计入" / "Claimed by another entry, not counted";
    claimed_by: "看计入的那一笔：" / "The entry that counts:";
    standing_title: "怎么入账的" / "How it was credited";
    standing_earned: "这一笔值" / "Worth by itself";
    standing_bonus: "商家赠送" / "Merchant’s bonus";
    standing_counted: "计入积分账" / "Credited";
}
