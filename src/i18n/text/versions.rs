//! Texts about the versions of the rulebook and the review of its numbers.

use super::{Language, Text};

texts! {
    versions_title: "规则的各个版本" / "Versions of the rules";
    versions_kept: "已经公布的版本不再改动，更正就出新的一版；已经记下的，一直按记的时候那一版算。" / "A published version is never changed: a correction is a new version. What was recorded stays with the version it was recorded with.";
    overdue: "已过复核日期" / "Past its review date";
    overdue_used: "这里有参数已过复核日期，可能已有新值：^。" / "Past their review date, so there may be newer values: ^.";
    rules_not_here: "记这一笔时用的规则是「^」，本页里没有这一版，所以没法重算；记下的结果不变。联网时刷新本页，换成最新版后再看。" / "This entry was recorded with the rules “^”. This page does not have that version, so the entry cannot be worked out again; what was recorded stands. Reload the page once online to get the newest one.";
    rules_not_here_district: "记这一笔时用的区规则是「^」，这台设备上没有这一版，所以没法重算；记下的结果不变。联网时选一次这个区，就会取来存下；如果区里已经换了新版，就取不到这一版了。" / "This entry was recorded with the district’s rules “^”. That version is not on this device, so the entry cannot be worked out again; what was recorded stands. Choose that district once while online and it is fetched and kept, unless the district has gone over to a newer version.";
    compare: "按另一版规则再算" / "Work it out with another version";
    compare_caption: "同一笔，两版规则，逐步对照" / "One entry under two versions, step by step";
    compare_impossible: "这一版算不了这一笔。" / "This version cannot work this entry out.";
    compare_nothing: "这一笔没有计算步骤，两版都一样。" / "There is no calculation to compare; both versions say the same.";
    compare_kept: "这只是对照：记下的这一笔不变。" / "This only compares: the entry stays as it was recorded.";
    own_version: "这一笔用的" / "Used for this entry";
    what_changed: "改了什么" / "What changed";
    line_same: "两版相同" / "The same in both";
    line_rules: "规则改了" / "The rules differ";
    line_follows: "跟着前面变" / "Follows from above";
    line_missing: "没有这一步" / "No such step";
    three_results: "结果" / "Result";
}
