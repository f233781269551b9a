//! Taking records out and in: a file to keep, and a file to look at before anything of it is written.

mod verifying;

pub(crate) use verifying::{VERIFY_FILE, VERIFY_SAID, Verified, Verifying, meaning};

use super::act::Act;
use super::amount::{Voice, mark};
use super::element::{Element, el, say, text};
use super::icon::{Icon, icon};
use super::shell::{remark, title};
use super::{Context, Words};
use crate::display::TEXT_SIZE;
use crate::domain::archive::{Change, Fault, LeftOut, MOST_FAULTS, OVERLAY, Plan, Why};
use crate::domain::assessment::Totals;
use crate::domain::ledger::{FIRST_PERSON, Posting};
use crate::i18n::{archive, calendar, number, verify, word};
use crate::insight::goal::person_of;
use crate::route::View;

/// Something done on the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum CarryAct {
    /// Everything was to be saved as a file.
    Save(Format),
    /// Everything was to be copied.
    Copy(Format),
    /// A file was picked.
    Picked,
    /// What was pasted was to be read.
    Pasted,
    /// The plan was to be carried out.
    Confirmed,
    /// The plan was to be dropped.
    Declined,
    /// The last import was to be undone.
    Undone,
    /// The ledger of this device was to be verified.
    Verified,
    /// A file was picked to be verified.
    VerifyPicked,
    /// The receipt on the screen was to be recorded.
    Certified,
    /// The link to the entry on the screen was to be copied.
    LinkCopied,
}

/// A kind of file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Format {
    /// Everything, to be imported again.
    Json,
    /// A table.
    Csv,
}

/// Element ids: the file input, the text area, and what says how it went.
pub(crate) const FILE: &str = "carry-file";
pub(crate) const PASTED: &str = "carry-pasted";
pub(crate) const SAID: &str = "carry-said";

/// What there is to show.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(crate) struct Shown<'a> {
    /// Entries in the ledger.
    pub(crate) entries: usize,
    /// Whether there is nothing to carry, not even what was undone.
    pub(crate) empty: bool,
    /// Whether older records could not be read.
    pub(crate) aside: bool,
    /// Whether the settings were read, which belong into the file.
    pub(crate) ready: bool,
    /// Entries of the last import, and whether it can be undone.
    pub(crate) last: Option<(usize, bool)>,
    /// Whether the browser took a file.
    pub(crate) saved: Option<bool>,
    /// What is being waited for.
    pub(crate) busy: Option<&'static str>,
    /// How it went.
    pub(crate) said: Option<&'static str>,
    /// Whether it went wrong.
    pub(crate) failed: bool,
    /// What is wrong with the file.
    pub(crate) faults: &'a [Fault],
    /// What importing the file would do.
    pub(crate) plan: Option<&'a Plan>,
    /// How far verifying has come.
    pub(crate) verifying: Verifying<'a>,
}

/// The screen; `instead` stands there in the place of files, where none can be saved.
pub(crate) fn screen(context: &Context<'_>, shown: &Shown<'_>, instead: Option<Element>) -> Element {
    let t = context.words.t;
    el("section", "screen screen--narrow carry")
        .child(title(context.words, &View::Me, t.carry_title()))
        .child(say("p", "lead", if instead.is_none() { t.carry_lead() } else { t.codes_carry_lead() }))
        .child(out(context, shown, instead))
        .child(inwards(context, shown))
        .child(verifying::part(context, shown))
}

fn out(context: &Context<'_>, shown: &Shown<'_>, instead: Option<Element>) -> Element {
    let (t, files) = (context.words.t, instead.is_none());
    let count = el("p", "carry__count")
        .say(t.carry_count_before())
        .child(text("b", "", &number::points(length(shown.entries))))
        .say(t.carry_count_after());
    let some = !shown.empty;
    let saved = shown.saved.map(|saved| if saved { t.carry_saved() } else { t.carry_not_saved() });
    el("section", "carry__part")
        .attr("aria-labelledby", "carry-out")
        .child(say("h2", "carry__title", t.carry_out()).attr("id", "carry-out"))
        .child(if some { count } else { say("p", "hint", t.carry_nothing()) })
        .maybe(instead)
        .maybe(some.then(|| file(context, shown, Format::Json, files)))
        .maybe(some.then(|| file(context, shown, Format::Csv, files)))
        .child(
            el("p", "hint carry__saved")
                .attr("role", "status")
                .attr("aria-live", "polite")
                .named("saved")
                .say(saved.unwrap_or_default()),
        )
        .maybe(shown.aside.then(|| say("p", "hint", t.carry_aside())))
        .maybe((some && files).then(|| say("p", "hint", t.carry_copy_hint())))
        .maybe(files.then(|| remark(t.carry_private(), Icon::Info)))
}

fn file(context: &Context<'_>, shown: &Shown<'_>, format: Format, files: bool) -> Element {
    let t = context.words.t;
    let (name, lead, save, copy) = match format {
        Format::Json => (t.carry_json_title(), t.carry_json_lead(), "save-json", "copy-json"),
        Format::Csv => (t.carry_csv_title(), t.carry_csv_lead(), "save-csv", "copy-csv"),
    };
    let button = |class, said, id: &'static str, act| {
        say("button", class, said)
            .attr("type", "button")
            // The same words stand twice: what is meant follows.
            .attr_of("aria-label", &format!("{said} {name}"))
            .flag("disabled", !shown.ready)
            .named(id)
            .pressed(context.on, Act::Carry(act))
    };
    let class = if format == Format::Json { "button button--main" } else { "button" };
    el("div", "carry__file").child(say("h3", "carry__name", name)).child(say("p", "hint", lead)).child(
        el("div", "carry__actions")
            .maybe(files.then(|| button(class, t.carry_save(), save, CarryAct::Save(format))))
            .child(button(
                if files { "button button--quiet" } else { "button" },
                t.carry_copy(),
                copy,
                CarryAct::Copy(format),
            )),
    )
}

fn inwards(context: &Context<'_>, shown: &Shown<'_>) -> Element {
    let t = context.words.t;
    let busy = shown.busy.is_some() || !shown.ready;
    let input = el("input", "visually-hidden")
        .attr("type", "file")
        .attr("id", FILE)
        .attr("accept", ".json,.csv,application/json,text/csv")
        .flag("disabled", busy)
        .named("pick")
        .picked(context.on, Act::Carry(CarryAct::Picked));
    let pick = el("label", "button carry__pick").child(input).child(icon(Icon::Tray)).say(t.carry_pick());
    let area = el("textarea", "field__input carry__pasted")
        .attr("id", PASTED)
        .attr("rows", "5")
        .attr("spellcheck", "false")
        .attr("autocomplete", "off")
        .named("pasted");
    let paste = el("details", "more")
        .named("paste")
        .child(say("summary", "more__summary", t.carry_paste()))
        .child(say("label", "field__label", t.carry_paste_label()).attr("for", PASTED))
        .child(area)
        .child(
            say("button", "button", t.carry_paste_read())
                .attr("type", "button")
                .flag("disabled", busy)
                .named("read-pasted")
                .pressed(context.on, Act::Carry(CarryAct::Pasted)),
        );
    el("section", "carry__part")
        .attr("aria-labelledby", "carry-in")
        .child(say("h2", "carry__title", t.carry_in()).attr("id", "carry-in"))
        .child(say("p", "hint", t.carry_in_lead()))
        .child(pick)
        .child(paste)
        .child(outcome(context, shown))
        .maybe(shown.last.map(|last| undo(context, last, busy)))
}

/// How it went: read aloud, and focused.
pub(super) fn outcome(context: &Context<'_>, shown: &Shown<'_>) -> Element {
    let t = context.words.t;
    let class = match (shown.said, shown.failed) {
        (None, _) => "carry__outcome",
        (Some(_), false) => "carry__outcome carry__outcome--said",
        (Some(_), true) => "carry__outcome carry__outcome--said carry__outcome--failed",
    };
    let said = shown.said.or(shown.busy);
    el("div", class)
        .named("outcome")
        .child(
            el("p", "carry__said")
                .attr("id", SAID)
                .attr("tabindex", "-1")
                .attr("role", "status")
                .attr("aria-live", "polite")
                .say(said.unwrap_or_default()),
        )
        .maybe((!shown.faults.is_empty()).then(|| faults(context, shown.faults)))
        .maybe(shown.plan.map(|plan| planned(context, plan)))
        .maybe((shown.failed && shown.plan.is_none()).then(|| close(context, t.carry_close())))
}

fn close(context: &Context<'_>, name: &'static str) -> Element {
    say("button", "button button--quiet", name)
        .attr("type", "button")
        .named("decline")
        .pressed(context.on, Act::Carry(CarryAct::Declined))
}

fn faults(context: &Context<'_>, faults: &[Fault]) -> Element {
    let (t, language) = (context.words.t, context.words.language);
    let mut list = el("ul", "carry__faults").named("faults");
    for fault in faults {
        list.push(text("li", "", &archive::sentence(fault, context.rules, language)));
    }
    el("div", "")
        .child(list)
        .maybe((faults.len() >= MOST_FAULTS).then(|| say("p", "hint", t.carry_refused_more())))
        .child(say("p", "hint", t.carry_refused_lead()))
}

fn planned(context: &Context<'_>, plan: &Plan) -> Element {
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
            let amount = |totals| {
                let amount = voice.amount(totals, words);
                text("td", "", &format!("{} {}", amount.number, amount.unit))
            };
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
    let amounts = Voice::ALL.map(|voice| {
        let amount = voice.amount(totals, words);
        format!("{} {}", amount.number, amount.unit)
    });
    amounts.join(words.language.pick("，", ", "))
}

fn warning(said: &str) -> Element {
    el("p", "remark").child(icon(Icon::Info)).child(text("span", "", said))
}

fn undo(context: &Context<'_>, (entries, undoable): (usize, bool), busy: bool) -> Element {
    let t = context.words.t;
    let said = el("p", "hint").say(t.carry_undo_before()).text(&number::points(length(entries))).say(if undoable {
        t.carry_undo_after()
    } else {
        t.carry_undo_late()
    });
    let button = undoable.then(|| {
        el("button", "button")
            .attr("type", "button")
            .flag("disabled", busy)
            .named("undo-import")
            .pressed(context.on, Act::Carry(CarryAct::Undone))
            .child(icon(Icon::Undo))
            .say(t.carry_undo())
    });
    el("div", "carry__last")
        .named("last-import")
        .child(say("h3", "carry__name", t.carry_undo_title()))
        .child(said)
        .maybe(button)
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

fn length(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
