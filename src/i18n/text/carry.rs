//! Taking records out and in.

use super::Text;
use crate::i18n::Language;

texts! {
    carry_title: "导出、导入和核验" / "Export, import and verify";
    carry_lead: "换手机、清缓存之前，先把账本存成一个文件。" / "Before changing phones or clearing the browser, keep your ledger as a file.";
    carry_me: "我" / "Me";

    carry_out: "导出" / "Export";
    carry_private: "文件由浏览器直接存到这台设备上，不会上传，也不会发给任何人。" / "The browser saves the file on this device. Nothing is uploaded or sent to anybody.";
    carry_count_before: "账本里现在有 " / "The ledger holds ";
    carry_count_after: " 笔记录。" / " records.";
    carry_nothing: "账本还是空的，没有可以导出的。" / "The ledger is empty, so there is nothing to export.";
    carry_json_title: "完整备份（JSON）" / "Complete backup (JSON)";
    carry_json_lead: "每一笔记录和设置都在里面，导回来一笔不少。没记完的草稿不在里面。" / "Every record and every setting, to be imported again without loss. Unfinished drafts are not in it.";
    carry_csv_title: "表格（CSV）" / "Table (CSV)";
    carry_csv_lead: "用 Excel、WPS 打开看和算。最后一列是原始数据，留着它就能导回来；改别的列不会改变导入的内容。" / "To look at and work with in Excel or WPS. The last column holds each record whole: keep it and the table can be imported again. Changes in other columns are not imported.";
    carry_save: "存成文件" / "Save as a file";
    carry_copy: "复制全部" / "Copy all";
    carry_copy_hint: "在微信等应用里存不了文件时，先「复制全部」，再贴到备忘录或发给自己。" / "Where files cannot be saved, as inside WeChat, copy everything and paste it into a note of your own.";
    carry_saved: "文件交给浏览器了，一般在「下载」里。" / "The file was handed to the browser; look among your downloads.";
    carry_not_saved: "浏览器不让存文件。请用「复制全部」。" / "The browser does not allow saving files. Please use “Copy all”.";

    carry_in: "导入" / "Import";
    carry_in_lead: "选本页导出的文件，JSON 或 CSV 都行。先看清楚会导入什么，再决定；同一笔不会记两次。" / "Choose a file exported by this page, JSON or CSV. You will see what it would change before anything is written; nothing is recorded twice.";
    carry_pick: "选文件" / "Choose a file";
    carry_paste: "选不了文件？把复制的内容贴在这里" / "Cannot choose a file? Paste what you copied";
    carry_paste_label: "贴在这里" / "Paste here";
    carry_paste_read: "读这段内容" / "Read this text";
    carry_reading: "正在读…" / "Reading…";
    carry_unreadable: "这个文件打不开。请再选一次，或者把内容贴进来。" / "The file cannot be opened. Please choose it again, or paste its contents.";

    carry_refused: "这个文件不能导入" / "This file cannot be imported";
    carry_refused_lead: "什么都没有写进账本。" / "Nothing was written to the ledger.";
    carry_refused_more: "这样的问题可能还有，只列出前 20 个。" / "There may be more; only the first 20 are listed.";

    carry_plan: "看一看再导入" / "Look before you import";
    carry_plan_none: "里面没有新的：文件里的记录本机都有了。" / "Nothing new: this device has every record of the file.";
    carry_new: "新的" / "New";
    carry_known: "本机已有" / "Here already";
    carry_left: "不导入" / "Left out";
    carry_unit: " 笔" / "";
    carry_what: "新的里面有" / "Among the new";
    carry_days: "日子" / "Days";
    carry_accounts: "合计会这样变" / "How the totals change";
    carry_balance: "可用积分" / "Points to spend";
    carry_same: "合计不变。" / "The totals stay the same.";
    carry_people: "请留意：文件里的名字和本机的不同，会记到同一个账户，名字改成文件里的。" / "Please note: the file has other names than this device. They are one account, under the name of the file.";
    carry_left_title: "不导入的，和为什么" / "What is left out, and why";
    carry_settings: "本机没有的设置会用文件里的：" / "Settings that this device does not have are taken from the file: ";
    carry_kept: "和文件不同的设置保留本机的：" / "Settings that differ stay as they are here: ";
    carry_ignored: "文件里不认识的设置不导入：" / "Settings of the file that this page does not know are left out: ";
    carry_wrong: "文件里这些设置写得不对，不导入：" / "Settings of the file that cannot be what they say are left out: ";
    carry_rules: "区的规则" / "rules of a district";
    carry_says: "文件里写的：" / "The file says: ";
    carry_comes_to: "算出来是：" / "It comes to: ";
    carry_language: "语言" / "language";
    carry_district: "所在的区" / "district";
    carry_goal: "目标" / "goal";
    carry_person: "当前的人" / "whose account is shown";
    carry_confirm_before: "导入这 " / "Import these ";
    carry_confirm_after: " 笔" / "";
    carry_confirm_settings: "导入设置" / "Import the settings";
    carry_decline: "不导入" / "Do not import";
    carry_close: "好" / "OK";
    carry_writing: "正在写…" / "Writing…";

    carry_done: "导入好了，合计已经重算。" / "Imported. The totals were worked out again.";
    carry_undo_title: "上次导入" / "The last import";
    carry_undo: "撤销这次导入" / "Undo this import";
    carry_undo_before: "上次导入了 " / "The last import added ";
    carry_undo_after: " 笔。在记下别的之前，可以整个撤销，回到导入前的样子。" / " records. Until something else is recorded, it can be undone as a whole.";
    carry_undo_late: " 笔。之后又记了别的，不能再整个撤销；可以在账本里一笔一笔撤销。" / " records. Something else was recorded since, so it cannot be undone as a whole; entries can still be reversed one by one.";
    carry_undone: "已撤销，账本回到导入前的样子。导入的语言、目标等设置，重新打开本页后也会恢复。" / "Undone: the ledger is as it was before the import. Imported settings, such as language and goal, go back once the page is opened again.";
    carry_undo_refused: "没有撤销：导入之后又记了别的，可能是在另一个标签页里。" / "Not undone: something was recorded after the import, perhaps in another tab.";
    carry_moved: "没有导入：账本刚刚在另一个标签页里变了。已经重新看过，请再确认一次。" / "Not imported: the ledger has just changed in another tab. The plan was made anew; please confirm once more.";
    carry_full: "没有导入：设备空间满了，什么都没有写。腾出一些空间后再试。" / "Not imported: the device is full, and nothing was written. Free some space and try again.";
    carry_failed: "没有写成：设备拒绝了写入，账本和原来一样。请再试一次。" / "Not written: the device refused, and the ledger is as it was. Please try again.";
    carry_outdated: "没有写成：另一个标签页里已经是新版本。请刷新本页再试。" / "Not written: another tab runs a newer version. Please reload this page and try again.";

    sheet_counts: "计入" / "Counts";
    sheet_duplicate: "不计入，与这一笔重复：" / "Does not count, claimed already by ";
    sheet_reversal: "撤销" / "Reversal";
    sheet_redemption: "兑换" / "Redemption";
    sheet_use: "用券" / "Voucher used";
    sheet_member: "家里的人" / "Household";
    sheet_left: "（离开）" / "(left)";
    sheet_open: "未用" / "Not used yet";
    sheet_used: "已用" / "Used";
    sheet_cancelled: "已取消" / "Cancelled";
}
