//! Merchants, rewards and vouchers.

use super::Text;
use crate::i18n::Language;

texts! {
    rewards_title: "兑换" / "Rewards";
}
