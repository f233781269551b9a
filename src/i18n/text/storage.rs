//! The device's store, when it cannot be had, is damaged, or is taken away under the page.

use super::Text;
use crate::i18n::Language;

texts! {
    device_full: "没有存上：设备空间满了。" / "Not saved: the device is full. ";
    full_again: "腾出一些空间后再试。" / "Please free some space and try again.";
    full_draft: "这一笔还在草稿里，腾出一些空间后再试。" / "Your entry is still in the draft; free some space and try again.";
    full_screen: "草稿也存不下：填的内容只在这个画面上，先别关页面。删掉一些照片、应用或别的网站的数据，腾出空间后再点「记下」。" / "There is no room for the draft either: what you typed is on this screen only, so keep the page open. Delete some photos, apps or other sites’ data, and save again.";
    write_failed: "没有存上：设备拒绝了写入。" / "Not saved: the device refused to write. ";
    failed_again: "请再试一次。" / "Please try again.";
    failed_draft: "这一笔还在草稿里，请再试一次。" / "Your entry is still in the draft; please try again.";
    failed_screen: "草稿也没有存上：填的内容只在这个画面上，先别关页面，请再试一次。" / "The draft was not kept either: what you typed is on this screen only. Keep the page open and try again.";
    outdated: "没有存上：另一个标签页里已经是新版本。" / "Not saved: another tab runs a newer version. ";
    outdated_again: "请刷新本页再试。" / "Please reload this page and try again.";
    outdated_draft: "请刷新本页，草稿还在。" / "Please reload this page; your draft is kept.";
    outdated_screen: "草稿也没有存上：请先抄下填的内容，再刷新本页。" / "The draft was not kept either: please note what you typed before you reload this page.";
    aside_kept: "有记录读不出来，已原样另存，没有删除。" / "Some records could not be read. They were put aside unchanged, not deleted.";
    storage_blocked: "另一个标签页还开着旧版本，账本暂时打不开。请关掉其他标签页，这里会自动接上；现在就可以记，接上后一起存下来。在那之前请别关本页。" / "Another tab still runs an older version, so the ledger cannot be opened yet. Please close the other tabs; this page goes on by itself. What you record now is saved once it does: until then, keep this page open.";
    storage_silent: "浏览器还没有把账本打开。现在就可以记，打开后会一起存下来；在那之前请别关本页。要是一直这样，请关掉其他标签页，或重启浏览器。" / "The browser has not opened the ledger yet. What you record now is saved once it has: until then, keep this page open. If this lasts, close other tabs or restart the browser.";
    storage_newer: "这台设备上的账本已经归新版本管，本页是旧的。请刷新；在那之前记的不会保留，已存的都在。" / "The ledger on this device belongs to a newer version of this page. Please reload. Until then nothing you record is kept; what was saved is all there.";
    storage_damaged: "这台设备上的账本打不开，多半是坏了；原样留着，没有动。现在可以照常记录和计算，但关闭页面后不会保留。" / "The ledger on this device cannot be opened and is probably damaged. It was left as it is. Recording and calculating work, but nothing is kept once the page is closed.";
    storage_late: "账本打开了，刚才记的也都存下来了。" / "The ledger is open now, and what you recorded meanwhile is saved.";
    storage_rescued: "这台设备上的账本坏了：原样留着，没有动。" / "The ledger on this device is damaged. It was left as it is. ";
    storage_rescued_read: "读得出来的 ^ 笔已抄到新的账本里，从现在起记在那里。" / "What could be read, ^ in number, was copied to a new one, which is used from now on. ";
    storage_rescued_none: "里面没有读得出来的记录，从现在起记在新的账本里。" / "Nothing in it could be read; a new one is used from now on. ";
    storage_rescued_unread: "另有 ^ 条读不出来，已原样另存，不计入合计。" / "What could not be read, ^ in number, was put aside unchanged and counts for nothing. ";
    storage_rescued_import: "少了的，可以用以前导出的文件补上。" / "What is missing can be imported from a file you exported before.";
    storage_lost: "这台设备上的账本刚被清掉了 ^ 笔，可能是清理了浏览数据。本页里都还在：点「存回设备」，或再记一笔，就会写回去；没写回去就关掉本页，它们就没有了。" / "^ records were just removed from this device, perhaps by clearing the browser’s data. This page still has them. Save them again or record something, and they are written back; if you close this page before, they are gone.";
    storage_stuck: "没有存回去：设备拒绝了写入。本页里的 ^ 笔还在，请先导出一份，或再试一次。" / "Not saved again: the device refused. This page still has the ^ records; please export them, or try again.";
    storage_restore: "存回设备" / "Save again";
    storage_returned: "存回去了：^ 笔都在设备上。" / "Saved again: ^ records are on the device.";
    storage_files: "去导出" / "Export";
    storage_aside_title: "读不出来的记录" / "Records that could not be read";
    storage_aside_lead: "^ 条。原样留在设备上，没有删除，也不计入合计。存一份交给懂的人看，或等本页更新后再读。" / "^ of them. They stay on the device as they are and count for nothing. Keep a copy for somebody who can look at it; a later version of this page may read them.";
    storage_not_json: "写坏了，不成记录：" / "Damaged, no record at all: ";
    storage_newer_record: "是更新的版本记的：" / "Written by a newer version: ";
    storage_incomplete: "缺了内容或写得不对：" / "Incomplete, or not as it should be: ";
}
