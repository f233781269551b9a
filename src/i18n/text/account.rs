//! The points account: balance, caps, expiry, levels.

use super::Text;
use crate::i18n::Language;

texts! {
    tab_points: "积分" / "Points";
    tab_me: "我的" / "Me";
    balance: "可用积分" / "Points to spend";
    correct_rules: "还按那一笔当时的规则算：" / " It is worked out with the rules of that entry:";
    withheld: "上限扣下" / "Withheld by caps";
    held_back_by: "扣下 ^ 分：^" / "^ pts withheld: ^";
    earned_all: "算得 ^ 分" / "Worth ^ pts";
    bonus_held_back: "商家加分扣下 ^ 分：^" / "^ pts of the bonus withheld: ^";
    standing_bonus_withheld: "其中没有给的" / "Of it, not given";
    claimed_by: "看计入的那一笔：" / "The entry that counts:";
    standing_title: "怎么入账的" / "How it was credited";
    standing_earned: "这一笔值" / "Worth by itself";
    standing_counted: "计入积分账" / "Credited";
    standing_bonus_by: "商家加分：^" / "Merchant’s bonus: ^";
    standing_bonus_title: "商家加分怎么算的" / "How the bonus was worked out";
    balance_none: "还没有积分。记一笔，积分就从这里开始。" / "No points yet. Record something and they begin here.";
    balance_all_until: "都能用到^" / "All valid until ^";
    balance_first_until: "其中 ^ 分到^为止，用的时候先用这些" / "^ of them are valid until ^ and are spent first";
    balance_expired: "已过期 ^ 分" / "^ pts have expired";
    owed_title: "还欠 ^ 分" / "^ pts are owed";
    owed_why: "兑换以后，有一笔记录被改少或撤销了，兑换时用掉的积分就多出了这些。以后得的积分先补上它，补齐前不能再兑换；不会变成负数。" / "After you redeemed something, an entry was corrected or undone, so more was spent than is left of what was earned. The next points you earn make up for it first; the balance never goes below zero.";
    owed_first: "新得的积分先补上欠的，补齐以后才有可用的积分。" / "The next points make up for what is owed; only then there are points to spend.";
    undo_spent: "这一笔的积分里，有 ^ 分已经用掉了。撤销以后账上会欠这 ^ 分，以后得的积分先补上它，补齐前不能再兑换。还要撤销吗？" / "^ pts of this entry are already spent. Once it is undone, these ^ pts are owed: the next points you earn make up for them first, and nothing can be redeemed until then. Undo it all the same?";
    undo_spent_yes: "仍然撤销" / "Undo it";
    level: "等级" / "Level";
    level_0: "初识" / "Newcomer";
    level_1: "上手" / "Starter";
    level_2: "常行" / "Regular";
    level_3: "久行" / "Steady";
    level_4: "同道" / "Companion";
    level_to_next: "再少排放 ^ ^，就到「^」" / "^ ^ more to “^”";
    level_highest: "已经是最高一级" / "The highest level";
    level_by_carbon: "等级按累计少排放的二氧化碳算，花掉积分不会掉级。" / "Levels follow the carbon avoided in all; spending points does not lower them.";
    caps_title: "上限用了多少" / "Caps";
    caps_lead: "只限自报的记录；碳和气的账不受上限影响。点开看这条规则是怎么来的。" / "They hold for self-declared entries only, and never for carbon or air. Open one to see the rule.";
    cap_trips: "出行，今天" / "Trips, today";
    cap_actions: "日常行动，今天" / "Everyday actions, today";
    cap_month: "全部，本月" / "Everything, this month";
    cap_refuels: "夜间加油，本月" / "Night refuelling, this month";
    cap_of: "^ / ^ ^" / "^ of ^ ^";
    cap_reached: "已到上限" / "reached";
    times_unit: "次" / "times";
}
