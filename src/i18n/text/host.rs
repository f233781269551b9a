//! The page in somebody else's: frames, mini-programs, and what they may be told.

use super::Text;
use crate::i18n::Language;

texts! {
    host_weixin: "微信小程序" / "The WeChat mini-program";
    host_alipay: "支付宝小程序" / "The Alipay mini-program";

    host_asks: "^ 想知道您的绿色账" / "^ would like to know your green account";
    host_asks_lead: "本页现在放在它里面。您同意以后，每次记账后，本页只告诉它这些：" / "This page is shown inside it. If you agree, after each entry this page tells it only this:";
    host_told_totals: "正在看的这个人的账：本月和累计的碳、气、分，可用积分" / "Of the person whose account is shown: carbon, air and points, of this month and all time, and the points that can be spent";
    host_told_count: "一共记了几笔，用的哪版规则" / "How many entries there are, and by which rules";
    host_told_entry: "刚存的那一笔：编号、种类、日期、计不计入、用的规则、碳、气、分" / "The entry just saved: its number, kind, date, whether it is credited and by which rules, carbon, air and points";
    host_not_told: "不会告诉它：路线、用电用气量、家里人的名字、备注。" / "It is never told your routes, meter readings, names at home or notes.";
    host_agree: "同意" / "Agree";
    host_refuse: "这次不要" / "Not this time";
    host_revocable: "随时可以在「我的」里收回。" / "You can take this back at any time under “Me”.";

    host_own_draft: "居民在这个表单里还有没记完的内容，没有覆盖。" / "The resident has an unfinished entry in this form; it was not replaced.";

    host_section: "放在别处时" / "When shown elsewhere";
    host_section_lead: "下面这些可以知道您的碳、气、分。收回以后，本页不再告诉它；它已经知道的，要请它删。" / "These may know your carbon, air and points. Once taken back, this page tells them no more; ask them to delete what they know.";
    host_nobody: "还没有同意告诉任何人。" / "You have not agreed to tell anybody.";
    host_withdraw: "收回" / "Take back";
    host_invite: "让 ^ 知道" / "Let ^ know";
    host_share: "复制本页网址" / "Copy this page's address";
    host_share_lead: "网址里没有您的任何记录，可以放心发给别人。" / "It holds nothing of yours, so it can be given to anybody.";

    host_picture: "把本月做成图片" / "Make a picture of this month";
    host_picture_hint: "长按图片，选「保存图片」。" / "Press the picture long, then choose to save it.";
    host_picture_alt: "^的三本账：碳 ^ ^，气 ^ ^，积分 ^ 分" / "The three ledgers of ^: carbon ^ ^, air ^ ^, ^ points";
    host_picture_close: "收起图片" / "Put the picture away";
    host_picture_scan: "扫码打开碳惠账本" / "Scan to open Carbon Points";
    host_picture_own: "本人自行记录，未经核实" / "Recorded by the person, not verified";

    host_carry: "带走一份，防丢失" / "Take a copy, so that nothing is lost";
    host_carry_lead: "小程序清理时，这里的 ^ 笔记录可能一起没了。复制出来，贴到备忘录或「文件传输助手」；要用时在「导出和导入」里贴回来。" / "When the app clears its storage, your ^ entries here may go with it. Copy them into a note of your own; paste them back under “Export and import” when needed.";
    host_carry_copy: "复制记录" / "Copy the records";
    host_carry_later: "以后再说" / "Later";
    host_no_files: "这里存不了文件，也打印不了：请用「复制全部」，或者把本月做成图片。" / "Files cannot be saved here, nor can the page print: use “Copy all”, or make a picture of the month.";

    host_lost: "以前的 ^ 笔记录，这里读不到了" / "^ earlier entries cannot be found here";
    host_lost_why: "多半是微信、支付宝或浏览器清理了存储，不是您弄错了。如果以前复制过记录，现在就能贴回来；没有的话，从今天接着记也行。" / "Most likely the app or the browser cleared its storage; you did nothing wrong. If you kept a copy, you can paste it back now. If not, simply go on from today.";
    host_lost_back: "贴回记录" / "Paste them back";
    host_lost_seen: "知道了" / "I see";
}
