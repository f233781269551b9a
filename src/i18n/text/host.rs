//! The page in somebody else's: frames, mini-programs, and what they may be told.

use super::Text;
use crate::i18n::Language;

texts! {
    host_weixin: "微信小程序" / "WeChat mini-program";
    host_alipay: "支付宝小程序" / "Alipay mini-program";

    host_asks: "^想知道您的绿色账" / "^ would like to know your green account";
    host_asks_lead: "您同意后，每次记账只告诉它：" / "If you agree, after each entry it is told only:";
    host_told_totals: "眼前这本账的碳、气、分（本月和累计）和可用积分" / "Carbon, air and points of the account shown: month, all time, to spend";
    host_told_count: "记了几笔，用哪版规则" / "How many entries; which rules";
    host_told_entry: "刚存、刚改或撤销的那笔：编号、种类、日期、规则和结果" / "Each entry saved, changed or undone: number, kind, date, rules, result";
    host_not_told: "路线、用电用气量、家里人和备注不告诉。" / "Never your routes, meter readings, names at home or notes.";
    host_agree: "同意" / "Agree";
    host_refuse: "这次不要" / "Not this time";
    host_revocable: "随时可以在「我的」里收回。" / "You can take this back at any time under “Me”.";

    host_own_draft: "居民在这个表单里还有没记完的内容，没有覆盖。" / "The resident has an unfinished entry in this form; it was not replaced.";

    host_section: "谁可以知道我的账" / "Who may know my account";
    host_section_share: "分享和保存" / "Share and keep";
    host_section_lead: "下面这些可以知道您的碳、气、分。收回以后，本页不再告诉它；它已经知道的，要请它删。" / "These may know your carbon, air and points. Once taken back, this page tells them no more; ask them to delete what they know.";
    host_nobody: "还没有同意告诉任何人。" / "You have not agreed to tell anybody.";
    host_withdraw: "收回" / "Take back";
    host_invite: "让^知道" / "Let ^ know";
    host_share: "复制本页网址" / "Copy this page's address";
    host_share_lead: "网址里没有您的任何记录，可以放心发给别人。" / "It holds nothing of yours, so it can be given to anybody.";

    host_picture: "做成图片" / "Make a picture";
    host_picture_hint: "长按图片，选「保存图片」。" / "Press the picture long, then choose to save it.";
    host_picture_alt: "^的三本账：碳 ^ ^，气 ^ ^，积分 ^ 分" / "The three ledgers of ^: carbon ^ ^, air ^ ^, ^ points";
    host_picture_close: "收起图片" / "Put the picture away";
    host_picture_scan: "扫码打开碳惠账本" / "Scan to open Carbon Points";
    host_picture_own: "本人自行记录，未经核实" / "Recorded by the person, not verified";
    host_picture_more: "另有 ^ 行没有画出来" / "^ more rows are not drawn";
    host_picture_uncounted: "（不计）" / " (not counted)";

    host_carry: "带走一份，防丢失" / "Take a copy, so that nothing is lost";
    host_carry_lead: "微信、支付宝清理时，这里的 ^ 笔记录可能一起没了。做成交接码，存到相册；要用时扫一扫，就回来了。" / "When the app clears its storage, your ^ entries here may go with it. Make them a code and keep the picture; scan it when you need them.";
    host_carry_make: "做交接码" / "Make a code";
    host_carry_later: "以后再说" / "Later";
    host_no_files: "这里存不了文件。用交接码带走，或者复制全部文字。" / "Files cannot be saved here. Take your records along as a code, or copy them as text.";

    codes_carry_lead: "换手机、清缓存之前，先把账本带走。" / "Before changing phones or clearing the app, take your ledger along.";
    codes_title: "交接码" / "Code to take along";
    codes_lead: "一张图，记录就在里面，不经过任何服务器。用另一台手机扫，或者在这里长按识别，先看清单，再决定记不记。" / "A picture that holds the entries themselves; no server takes part. Scan it with another phone, or press it long here: it lists the entries before anything is written.";
    codes_make: "做交接码" / "Make the code";
    codes_contents: "^ 笔，^" / "^ entries, ^";
    codes_how: "扫码，或长按识别：先看清单，再决定记不记" / "Scan it or press it long: you see the entries first";
    codes_alone: "单独一张就能用；同一笔不会记两次" / "Works by itself; nothing is recorded twice";
    codes_not_in_short: "不含设置、家人的名字和兑换" / "Without settings, names at home and redemptions";
    codes_hint: "长按图片，存到相册，或识别图里的码。" / "Press the picture long, to keep it or to open its code.";
    codes_place: "第 ^ 张，共 ^ 张" / "^ of ^";
    codes_before: "上一张" / "Back";
    codes_after: "下一张" / "Next";
    codes_each: "一个码放不下，分成几张。每张都能单独用，先扫哪张都行；全扫完就齐了，扫重了也不会多记。" / "They do not fit one code. Each works by itself and in any order; take them all to have everything. Taking one twice adds nothing.";
    codes_link: "也可以用链接：复制以后发给自己，在别的浏览器里打开" / "Or as a link: copy it, send it to yourself, and open it in another browser";
    codes_copy: "复制链接" / "Copy the link";
    codes_kept: "已经存好了" / "I have kept it";
    codes_left: "码里没有的，要用下面的「完整备份」带走：" / "What the code does not carry, and the complete backup below does:";
    codes_not_in: "设置、目标、家里人的名字" / "Settings, goals and names at home";
    codes_left_others: "家里别人的 ^ 笔：在上面换到他的账户，再做一次" / "^ of other people at home: choose their account above and make a code there";
    codes_left_shared: "和家里人分摊的 ^ 笔" / "^ shared with people at home";
    codes_left_redeemed: "兑换 ^ 笔：花掉的积分，在那边还是没花" / "^ redemptions: points spent here are unspent there";
    codes_left_long: "太长放不进码的 ^ 笔" / "^ too long for a code";
    codes_private: "谁拿到这张图或这个链接，谁就能看到里面的记录：自己存好。" / "Whoever has the picture or the link can read the entries in it: keep it to yourself.";

    host_lost: "以前的 ^ 笔记录，这里读不到了" / "^ earlier entries cannot be found here";
    host_lost_why: "多半是微信、支付宝或浏览器清理了存储，不是您弄错了。如果以前复制过记录，现在就能贴回来；没有的话，从今天接着记也行。" / "Most likely the app or the browser cleared its storage; you did nothing wrong. If you kept a copy, you can paste it back now. If not, simply go on from today.";
    host_lost_back: "贴回记录" / "Paste them back";
    host_lost_seen: "知道了" / "I see";
}
