//! The people of a household.

use super::Text;
use crate::i18n::Language;

texts! {
    household_title: "家里的人" / "The household";
    household_lead: "每个人一本账。账单、电器、光伏、刷漆是全家的，记一次，大家分。" / "Everybody has an account of their own. Bills, appliances, solar power and paint are the household’s: recorded once, then shared.";
    household_private: "名字和账都只留在这台设备上，不会上传。" / "Names and accounts stay on this device and are never uploaded.";
    household_saved: "家里的人改好了" / "The household is updated";
    household_alone: "现在只有你一个人。加上家里人以后，页面顶上就能换人。" / "You are alone here so far. Once somebody is added, you can switch at the top of the page.";

    person_me: "我" / "Me";
    person_unnamed: "家人" / "Person";
    person_switch: "换人" / "Switch";
    person_switch_long: "换人：看谁的账，给谁记" / "Switch person: whose account is shown and recorded for";
    person_account: "" / "Account: ";
    person_account_suffix: "的账" / "";
    person_shown: "正在看" / "Shown now";
    person_left: "已移出" / "Removed";
    person_rename: "改名" / "Rename";
    person_leave: "移出" / "Remove";
    person_back: "请回来" / "Bring back";
    person_leave_hint: "移出的人，账和记录都留着，只是不再记新的；随时可以请回来。" / "Whoever is removed keeps their account and records; nothing new is recorded for them, and they can be brought back.";
    person_add: "加一个人" / "Add somebody";
    person_add_do: "加上" / "Add";
    person_name: "名字" / "Name";
    person_name_hint: "1 到 20 个字，怎么叫都行" / "1 to 20 characters; any name will do";
    person_name_do: "改好" / "Done";
    person_name_not: "不改了" / "Cancel";
    name_empty: "还没写名字，请写 1 到 20 个字。" / "No name yet; please write 1 to 20 characters.";

    name_long: "名字有 " / "This name has ";
    name_long_most: " 个字，最多 " / " characters; at most ";
    name_long_end: " 个，请写短一些。" / " will do.";
    name_taken: "家里已经有「" / "Somebody here is already called “";
    name_taken_end: "」了，请换一个名字。" / "”; please choose another name.";
    name_left: "「" / "“";
    name_left_end: "」在上面的名单里，已移出：可以请回来；要是另一个人，请换一个名字。" / "” is in the list above, removed: bring them back, or choose another name for somebody else.";

    shared_by: "谁家的，和谁分" / "Whose it is";
    shared_hint: "除不尽的，多出的一点归排在前面的人。" / "What does not divide goes to those named first.";
    shared_each: "人分，每人" / "people share it, each gets";
    shared_each_about: "人分，每人约" / "people share it, each gets about";
    recorded_for: "记在「" / "Recorded for ";
    recorded_for_suffix: "」的账上" / "";
    caps_each: "上限按人算：每个人的每日、每月上限各算各的；分着记的，每人那一份计入自己的上限。" / "Caps are each person’s own: everybody has their own daily and monthly caps, and a shared entry counts towards each one’s with their part.";
    shares_title: "每人分到" / "Each one’s share";
    share_of: "「" / "share of ";
    share_of_suffix: "」的一份" / "";
    shares_who: "谁" / "Who";
    shares_total: "合计" / "Total";
    household_table: "每个人的账" / "Everybody’s account";
    household_sum: "全家" / "Household";
    household_adds_up: "每一列加起来正好是全家的；为此个别数的最后一位会差 1。" / "Each column adds up to the household’s; for that, the last digit of a number may differ by one.";
}
