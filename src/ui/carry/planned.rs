//! What a file would do to the ledger, before any of it is written.

use super::{CarryAct, close, length, warning};
use crate::display::TEXT_SIZE;
use crate::domain::archive::{Change, LeftOut, OVERLAY, Plan, Why};
use crate::domain::assessment::Totals;
use crate::domain::ledger::{FIRST_PERSON, Posting};
use crate::i18n::{archive, calendar, number, verify, word};
use crate::insight::goal::person_of;
use crate::ui::act::Act;
use crate::ui::amount::{Voice, mark};
use crate::ui::element::{Element, el, say, text};
use crate::ui::icon::Icon;
use crate::ui::shell::remark;
use crate::ui::{Context, Words};

/// The plan, and the buttons that carry it out or drop it.
pub(super) fn planned(context: &Context<'_>, plan: &Plan) -> Element {
    let (words, t) = (context.words, context.words.t);
    let counted = |class, name, count: usize| {
        el("div", class)
            .child(say("dt", "", name))
            .child(text("dd", "", &number::points(length(count))).say(t.carry_unit()))
    };
    let mut counts = el("dl", "carry__counts")
        .child(counted("carry__new", t.carry_new(), plan.new.len()))
        .child(counted("", t.carry_known(), plan.known));
    if !plan.left_out.is_empty() {
        counts.push(counted("", t.carry_left(), plan.left_out.len()));
    }
    let names = plan.accounts.iter().any(|change| change.here.is_some() && change.here != change.after_name);
    let setting = |said: &'static str, mut names: Vec<&str>| {
        for name in &mut names {
            *name = setting_name(name, words);
        }
        (!names.is_empty()).then(|| el("p", "hint").say(said).text(&names.join(words.language.pick("、", ", "))))
    };
    let confirm = (!plan.is_empty()).then(|| {
        let button = el("button", "button button--main")
            .attr("type", "button")
            .named("confirm")
            .pressed(context.on, Act::Carry(CarryAct::Confirmed));
        if plan.new.is_empty() {
            return button.say(t.carry_confirm_settings());
        }
        let count = number::points(length(plan.new.len()));
        button.say(t.carry_confirm_before()).text(&count).say(t.carry_confirm_after())
    });
    let some_namesakes = !plan.namesakes.is_empty();
    let decline = if plan.is_empty() { t.carry_close() } else { t.carry_decline() };
    el("div", "carry__plan")
        .named("plan")
        .child(counts)
        .maybe((!plan.new.is_empty()).then(|| what(words, plan)))
        .maybe((!plan.new.is_empty()).then(|| accounts(words, &plan.accounts)))
        .maybe(verify::seal(&plan.seal, words.language).map(|told| warning(&told).named("seal")))
        .maybe(plan.mixed.as_ref().map(|mixed| warning(&archive::mixed(mixed, words.language)).named("mixed")))
        .maybe((names && plan.mixed.is_none()).then(|| remark(t.carry_people(), Icon::Info)))
        .maybe(some_namesakes.then(|| warning(&archive::namesakes(&plan.namesakes, words.language))))
        .maybe(
            (plan.unchecked.entries > 0)
                .then(|| warning(&archive::unchecked(plan.unchecked, words.language)).named("unchecked")),
        )
        .maybe(
            (plan.verified.entries > 0)
                .then(|| warning(&archive::verified(plan.verified, words.language)).named("verified")),
        )
        .maybe((!plan.left_out.is_empty()).then(|| left_out(context, &plan.left_out)))
        .maybe(setting(t.carry_settings(), plan.settings.iter().map(|(name, _)| name.as_str()).collect()))
        .maybe(setting(t.carry_ignored(), plan.ignored.iter().map(String::as_str).collect()))
        .maybe(wrong(&plan.wrong, words))
        .maybe(setting(t.carry_kept(), plan.kept.iter().map(String::as_str).collect()))
        .child(el("div", "carry__actions").maybe(confirm).child(close(context, decline)))
}

/// Settings that cannot be what they say, each with what it says: 语言「fr」.
fn wrong(settings: &[(String, String)], words: Words) -> Option<Element> {
    let (before, after) = (words.language.pick("「", " “"), words.language.pick("」", "”"));
    let each = settings.iter().map(|(name, text)| {
        let name = setting_name(name, words);
        // The rules of a district are a whole file.
        if name == words.t.carry_rules() { name.to_owned() } else { format!("{name}{before}{text}{after}") }
    });
    let all = each.collect::<Vec<_>>().join(words.language.pick("、", ", "));
    (!settings.is_empty()).then(|| el("p", "hint").named("wrong-settings").say(words.t.carry_wrong()).text(&all))
}

/// The new entries by what they are, and their days.
fn what(words: Words, plan: &Plan) -> Element {
    let (t, language) = (words.t, words.language);
    let counts = plan.counts();
    let kinds = counts.kinds.iter().map(|(kind, count)| (word::kind(*kind, language), *count));
    let others = [
        (t.sheet_reversal(), counts.reversals),
        (t.sheet_redemption(), counts.redemptions),
        (t.sheet_use(), counts.uses),
        (t.sheet_member(), counts.members),
    ];
    let all = kinds.chain(others).filter(|(_, count)| *count > 0);
    let listed: Vec<String> = all.map(|(name, count)| format!("{name} {count}")).collect();
    let days = plan.days().map(|(first, last)| {
        let (first, last) = (calendar::day(first, language), calendar::day(last, language));
        if first == last { first } else { format!("{first} – {last}") }
    });
    let row = |name, what: &str| el("div", "").child(say("dt", "", name)).child(text("dd", "", what));
    el("dl", "carry__what")
        .child(row(t.carry_what(), &listed.join(language.pick("，", ", "))))
        .maybe(days.map(|days| row(t.carry_days(), &days)))
}

/// What each account comes to, before and after.
fn accounts(words: Words, changes: &[Change]) -> Element {
    let t = words.t;
    let mut all = el("div", "carry__accounts").child(say("h3", "carry__name", t.carry_accounts()));
    let changed = |change: &&Change| change.before != change.after || change.balance.0 != change.balance.1;
    let mut none = true;
    for change in changes.iter().filter(changed) {
        none = false;
        let unnamed = if change.person == FIRST_PERSON { t.carry_me() } else { &change.person };
        let mut rows = el("tbody", "");
        for voice in Voice::ALL {
            let amount = |totals| text("td", "", &voice.written(totals, words));
            rows.push(
                el("tr", "")
                    .child(el("th", "").attr("scope", "row").child(mark(voice)).say(voice.name(words)))
                    .child(amount(change.before))
                    .child(el("td", "carry__arrow").attr("aria-hidden", "true").say("→"))
                    .child(amount(change.after)),
            );
        }
        let points = |points| text("td", "", &number::points(points));
        rows.push(
            el("tr", "")
                .child(el("th", "").attr("scope", "row").say(t.carry_balance()))
                .child(points(change.balance.0))
                .child(el("td", "carry__arrow").attr("aria-hidden", "true").say("→"))
                .child(points(change.balance.1)),
        );
        let name = change.after_name.as_deref().unwrap_or(unnamed);
        all.push(el("table", "carry__table").child(text("caption", "", name)).child(rows));
    }
    all.maybe(none.then(|| say("p", "hint", t.carry_same())))
}

fn left_out(context: &Context<'_>, left: &[LeftOut]) -> Element {
    const MOST: usize = 50;
    let (words, t) = (context.words, context.words.t);
    let mut list = el("ul", "carry__left");
    for left in left.iter().take(MOST) {
        let (day, what) = match &left.entry.posting {
            Posting::Activity(posted) => (posted.activity.date, context.summary(posted)),
            Posting::Redemption(redemption) => (redemption.date, t.sheet_redemption().to_owned()),
            other => {
                let name = match other {
                    Posting::Use { .. } => t.sheet_use(),
                    Posting::Member { .. } => t.sheet_member(),
                    _ => t.sheet_reversal(),
                };
                (crate::domain::date::Date::in_beijing(left.entry.recorded_at), name.to_owned())
            }
        };
        let name = format!("{} {what}", calendar::day(day, words.language));
        let why = say("span", "hint", archive::left_out(left.why, words.language));
        let numbers = match (left.why, left.entry.posted()) {
            (Why::Different(totals), Some(posted)) => Some(
                el("span", "hint")
                    .say(t.carry_says())
                    .text(&worth(posted.totals, words))
                    .say(words.language.pick("。", ". "))
                    .say(t.carry_comes_to())
                    .text(&worth(totals, words)),
            ),
            _ => match (left.why, left.entry.redemption()) {
                (Why::NotOffered(Some(cost)), Some(redemption)) => Some(
                    el("span", "hint")
                        .say(t.carry_says())
                        .text(&number::points(redemption.cost))
                        .say(words.language.pick("。", ". "))
                        .say(t.carry_comes_to())
                        .text(&number::points(cost)),
                ),
                _ => None,
            },
        };
        list.push(el("li", "").child(text("span", "", &name)).child(why).maybe(numbers));
    }
    let short = left.len() <= 5;
    el("details", "more").flag("open", short).child(say("summary", "more__summary", t.carry_left_title())).child(list)
}

/// What three ledgers come to.
fn worth(totals: Totals, words: Words) -> String {
    Voice::ALL.map(|voice| voice.written(totals, words)).join(words.language.pick("，", ", "))
}

/// What a setting is called; one that this page does not know goes by its own name.
fn setting_name(name: &str, words: Words) -> &str {
    match name {
        "language" => words.t.carry_language(),
        "district" => words.t.carry_district(),
        goal if person_of(goal).is_some() => words.t.carry_goal(),
        "person" => words.t.carry_person(),
        TEXT_SIZE => words.t.size_title(),
        overlay if overlay.starts_with(OVERLAY) => words.t.carry_rules(),
        other => other,
    }
}
