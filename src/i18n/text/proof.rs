//! Verifying the ledger, showing one result to somebody, and receipts.

use super::Text;
use crate::i18n::Language;

texts! {
    verify_title: "核验账本" / "Verify the ledger";
    verify_lead: "把每一笔按它写明的规则重算一遍，看看和记的是不是一样。什么都不改，也不上传。" / "Works every record out again by the rules it names, and compares. Nothing is changed or uploaded.";
    verify_device: "核验这台设备上的账本" / "Verify the ledger on this device";
    verify_file: "核验一个文件" / "Verify a file";
    verify_file_hint: "导出的 JSON 或 CSV 都行，只核对，不导入。" / "An exported JSON or CSV file. It is only checked, not imported.";
    verify_begun: "正在核验…" / "Verifying…";
    verify_running: "正在核验：^／^ 笔" / "Verifying: ^ of ^ records";
    verify_empty: "里面没有记录，没有可以核验的。" / "There are no records to verify.";
    verify_others: "其余的不同" / "The other differences";
    verify_see: "看这一笔" / "See this record";
    verify_head: "末尾摘要 " / "Digest of the end: ";
    verify_head_whole: "完整的摘要" / "The whole digest";
    verify_head_hint: "^ 笔，SHA-256。抄下来留着：以后同一本账核到这一笔，摘要应当还是它。" / "^ records, SHA-256. Keep a note of it: verified up to the same record, this ledger should always have it.";
    verify_unsealed: "这个文件里没有摘要（旧版本或别的程序导出的），所以只核对了结果，看不出导出之后变没变过。" / "The file has no digests (an older version or another program wrote it), so only the results were checked, not whether it was changed after the export.";
    verify_unchecked: "没法重算的：^ 笔" / "Could not be worked out again: ^";
    verify_unproven: "写着已核实、这里看不到证明的：^ 笔" / "Say they are verified, and nothing here shows it: ^";
    verify_unreadable: "另有 ^ 条记录读不出来，没有核验。" / "Records that could not be read, and were not verified: ^.";
    verify_bad_file: "这个文件没法核验" / "This file cannot be verified";
    verify_failed: "账本现在读不出来，请再试一次。" / "The ledger cannot be read now. Please try again.";
    verify_most: "只列出前 ^ 个。" / "Only the first ^ are listed.";
    verify_meaning: "核验能说明什么，不能说明什么" / "What this shows, and what it does not";
    verify_shows: "能说明：每笔记录的结果正是它写明的规则算出来的；带摘要的文件，里面的记录在导出之后没有改过、坏掉或从中间少掉。只管记录：设置（语言、目标、区和区的规则）不在内；末尾少了几笔，要有别处留着的末尾摘要才看得出。" / "It shows that every record’s result is what the named rules give, and that the records of a file with digests were not edited, damaged or cut from within after its export. Records only: not settings (language, goal, district and its rules), and records missing at the end show only against a digest of the end that was kept elsewhere.";
    verify_shows_not: "不能说明：写的事真的发生过，也不能说明是谁写的。存心改账的人可以把后面的摘要全部重算一遍，只有别人手里留着的旧摘要才看得出来。" / "It does not show that anything really happened, nor who wrote it. Somebody who changes a record on purpose can work out all later digests anew; only an older digest that somebody else kept would show that.";

    share_title: "给别人看这一笔" / "Show this record to somebody";
    share_lead: "别人用任何一份碳惠账本扫码或打开链接，就能自己重算一遍，没有网络也行。" / "Whoever scans the code or opens the link with any copy of this app can work it out again, also without a network.";
    share_goes: "带上的：做了什么、哪天、多少，规则的名字，和结果。" / "It carries what was done, the day, the amounts, the name of the rules, and the result.";
    share_stays: "不带的：你的名字、编号、备注、商户、表号、住处、序列号，还有账本里别的内容。" / "It does not carry your name, the record’s number, note, merchant, meter, dwelling or serial number, or anything else of the ledger.";
    share_make: "做成二维码和链接" / "Make a code and a link";
    share_copy: "复制链接" / "Copy the link";
    share_link: "链接" / "Link";
    share_code: "二维码：这一笔的结果，给别人核对" / "QR code: the result of this record, to be checked by somebody else";
    share_long: "这一笔的内容太多，一个二维码放不下，不能这样分享。" / "This record has too many parts for one code, so it cannot be shared this way.";

    check_title: "核对一笔结果" / "Check a result";
    check_lead: "这是别人分享的一笔。本页在这台设备上按它写明的规则重算，不联网，也不记进你的账本。" / "Somebody shared this result. It is worked out again on this device by the rules it names, without a network; nothing is added to your ledger.";
    check_wait: "正在读…" / "Reading…";
    check_stated: "写的" / "Stated";
    check_recomputed: "重算的" / "Recomputed";
    check_rules: "规则" / "Rules";
    check_unproven: "写着已核实，但分享的结果不带凭据，这里没有什么能证明它核实过。" / "It says it was verified, but a shared result carries no receipt, so nothing here shows that it was.";
    check_numbers: "结果" / "Result";
    check_next: "自己也记一笔" / "Record something yourself";

    receipt_title: "核实凭据" / "Receipt";
    receipt_lead: "商户、账单方等签了名的凭据。签名和日期都对，才能记成「已核实」。" / "A receipt that a merchant, a bill issuer or somebody like them has signed. It can be recorded as verified once its signature and its dates are right.";
    receipt_checking: "正在核对签名…" / "Checking the signature…";
    receipt_sound: "签名对：就是这一家签的，内容没有改过。" / "The signature is right: this issuer signed it, and nothing was altered.";
    receipt_limits: "这只说明签发方为这件事作过证，不说明是谁做的，也看不出在别的手机上用没用过。" / "That shows only that the issuer vouched for this act: not who did it, nor whether the receipt was used on another phone.";
    receipt_same: "账本里已经有一笔一样的：同一天，同样的事。要是就是那一件，别再收，收了就算了两次。" / "Your ledger already has the same act on the same day. If that is the one, do not take this receipt: it would count twice.";
    receipt_claimed: "账本里已经有一笔说的是同一件事：两笔里只有一笔算数。" / "Your ledger has an entry that claims the same: only one of the two counts.";
    receipt_anew: "什么都没有记进账本。可以请签发方重新给一张；也可以不用凭据，自己记一笔（算自报）。" / "Nothing was recorded. Ask the issuer for a new one, or record it yourself without a receipt, as self-declared.";
    receipt_self: "不用凭据，自己记" / "Record it myself";
    receipt_change: "换成^，再核对这张" / "Change to ^ and check again";
    receipt_refused: "这张凭据不能收" / "This receipt cannot be taken";
    receipt_nothing: "什么都没有记进账本。" / "Nothing was recorded.";
    receipt_unable: "这里核对不了签名" / "The signature cannot be checked here";
    receipt_unable_why: "这个浏览器没有核对签名的功能，或者网址不是 https。不核对就不记成「已核实」。请用较新的浏览器，通过 https 打开同一个链接。" / "This browser cannot check signatures, or the address is not https. Without that nothing is recorded as verified. Please open the same link with a newer browser, over https.";
    receipt_kept: "这一笔的凭据" / "The receipt behind this entry";
    receipt_issuer: "签发方" / "Issuer";
    receipt_day: "日期" / "Day";
    receipt_issued: "签发日" / "Issued on";
    receipt_until: "最晚" / "Last day";
    receipt_worth: "收下后记进账本的" / "What it adds to your ledger";
    receipt_take: "记成已核实" / "Record it as verified";
    receipt_writing: "正在写…" / "Writing…";
    receipt_see: "看那一笔" / "See that record";
    receipt_failed: "没有写成，账本和原来一样。请再试一次。" / "Not written; the ledger is as it was. Please try again.";
    receipt_meaning: "凭据能说明什么，不能说明什么" / "What a receipt shows, and what it does not";
    receipt_shows: "能说明：持有这家签名钥匙的人，为这件事作过证。" / "It shows that whoever holds this issuer’s signing key vouched for this act.";
    receipt_shows_not: "不能说明：这件事是谁做的——凭据上不写名字，谁先拿到谁能记。没有服务器，所以只能发现它在这台设备上用过，发现不了在别的手机上用过。时间以签发方和这台设备的钟为准。" / "It does not show who did it: no name is on it, and whoever has it first can record it. There is no server, so only its use on this device is noticed, never that on another phone. Times are those of the issuer’s and this device’s clocks.";
}
