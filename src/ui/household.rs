//! The people of the household: their names, who has left, and what each one's account comes to.

use super::act::{Act, HouseholdAct};
use super::element::{Element, el, say, text};
use super::icon::{Icon, icon};
use super::shell::title;
use super::{Context, Words, person, shares};
use crate::domain::assessment::Totals;
use crate::domain::ledger::name::{MOST, NameFault};
use crate::domain::ledger::{Account, Ledger, Member, Person};
use crate::route::View;

/// What is typed on the screen.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Typed<'a> {
    /// The name of somebody new.
    pub(crate) new: &'a str,
    /// Who is being renamed, and the name typed for them.
    pub(crate) renamed: Option<(&'a str, &'a str)>,
    /// Why the name tried last was not taken: somebody's, or that of somebody new.
    pub(crate) refused: Option<(Option<&'a str>, &'a NameFault)>,
}

/// The screen.
pub(crate) fn screen(context: &Context<'_>, ledger: &Ledger, typed: Typed<'_>) -> Element {
    let t = context.words.t;
    let members = ledger.members();
    let present = ledger.present().len();
    let mut list = el("ul", "people").named("people");
    for member in &members {
        list.push(row(context, member, typed, present > 1).key(&member.person));
    }
    let hint = if members.len() > 1 { t.person_leave_hint() } else { t.household_alone() };
    let add = el("section", "household__add")
        .attr("aria-label", t.person_add())
        .child(say("h2", "block__title", t.person_add()))
        .child(name_form(context, None, typed, say("button", "button button--main", t.person_add_do())));
    el("section", "screen screen--narrow")
        .child(title(context.words, &View::Me, t.household_title()))
        .child(say("p", "lead", t.household_lead()))
        .child(say("p", "hint", t.household_private()))
        .child(list)
        .child(say("p", "hint", hint))
        .maybe((members.len() > 1).then(|| say("p", "hint", t.caps_each()).named("caps-each")))
        .child(add)
        .maybe((members.len() > 1).then(|| totals(context, ledger, &members)))
}

fn row(context: &Context<'_>, member: &Member, typed: Typed<'_>, may_leave: bool) -> Element {
    let (t, words) = (context.words.t, context.words);
    let renamed = typed.renamed.is_some_and(|(person, _)| person == member.person);
    let tag = if member.left {
        Some(say("span", "people__tag", t.person_left()))
    } else {
        (context.person == member.person && may_leave)
            .then(|| say("span", "people__tag people__tag--shown", t.person_shown()))
    };
    let does = |name: &'static str, hook: &'static str, act: HouseholdAct| {
        // Several rows have the same button: who is meant is said to those who cannot see the row.
        say("button", "link", name)
            .attr("type", "button")
            .attr_of("aria-label", &format!("{name} {}", person::name(member, words)))
            .named(hook)
            .pressed(context.on, Act::Household(act))
    };
    let who = member.person.clone();
    let rename = (!member.left).then(|| {
        let act = HouseholdAct::Renaming((!renamed).then(|| who.clone()));
        does(t.person_rename(), "rename", act).state("aria-expanded", renamed)
    });
    let leave = (may_leave && !member.left).then(|| does(t.person_leave(), "leave", HouseholdAct::Left(who.clone())));
    let back = member.left.then(|| does(t.person_back(), "bring-back", HouseholdAct::Back(who.clone())));
    let line = el("div", "people__line")
        .child(icon(Icon::Me))
        .child(el("span", "people__name").child(text("b", "", person::name(member, words))).maybe(tag))
        .child(el("span", "people__acts").maybe(rename).maybe(leave).maybe(back));
    let form =
        renamed.then(|| name_form(context, Some(&member.person), typed, say("button", "button", t.person_name_do())));
    el("li", if member.left { "people__one people__one--left" } else { "people__one" }).child(line).maybe(form)
}

fn name_form(context: &Context<'_>, who: Option<&Person>, typed: Typed<'_>, submit: Element) -> Element {
    let t = context.words.t;
    let value = match (who, typed.renamed) {
        (Some(_), Some((_, typed))) => typed,
        (Some(_), None) => "",
        (None, _) => typed.new,
    };
    let refused = typed.refused.filter(|(person, _)| *person == who.map(String::as_str));
    let problem = refused.map(|(_, fault)| sentence(fault, context.words)).unwrap_or_default();
    let (id, hint, complaint) = match who {
        Some(_) => ("rename", "rename-hint", "rename-problem"),
        None => ("newcomer", "newcomer-hint", "newcomer-problem"),
    };
    let described = if who.is_some() { "rename-hint rename-problem" } else { "newcomer-hint newcomer-problem" };
    let input = el("input", "field__input")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "done")
        .attr("id", id)
        .attr("name", id)
        .attr("aria-describedby", described)
        .state("aria-invalid", refused.is_some())
        .value(value)
        .named_as(context.on, who.cloned());
    let row = el("div", "field__row household__name")
        .child(input)
        .child(submit.attr("type", "submit").flag("disabled", context.saving).named("name-done"));
    let label = say("label", "field__label", t.person_name()).attr("for", id);
    let field = el("div", if refused.is_some() { "field field--problem" } else { "field" })
        .child(label)
        .child(row)
        .child(say("p", "field__hint", t.person_name_hint()).attr("id", hint))
        .child(text("p", "field__problem", &problem).attr("id", complaint).attr("aria-live", "polite"));
    el("form", "household__form")
        .flag("novalidate", true)
        .submitted(context.on, Act::Household(HouseholdAct::Named(who.cloned())))
        .child(field)
}

/// Why a name was not taken, and what would be.
fn sentence(fault: &NameFault, words: Words) -> String {
    let t = words.t;
    match fault {
        NameFault::Empty => t.name_empty().to_owned(),
        NameFault::TooLong(length) => {
            format!("{}{length}{}{MOST}{}", t.name_long(), t.name_long_most(), t.name_long_end())
        }
        NameFault::Taken(name) => format!("{}{name}{}", t.name_taken(), t.name_taken_end()),
        NameFault::TakenByOneWhoLeft(name) => format!("{}{name}{}", t.name_left(), t.name_left_end()),
    }
}

/// Everybody's month and all time, and the household's.
fn totals(context: &Context<'_>, ledger: &Ledger, members: &[Member]) -> Element {
    let (t, words) = (context.words.t, context.words);
    let month = (context.today.year(), context.today.month());
    let rows = |of: &dyn Fn(&Account) -> Totals| -> Vec<(String, Totals)> {
        let row =
            |member: &Member| (person::name(member, words).to_owned(), of(ledger.account(&member.person).as_ref()));
        members.iter().map(row).collect()
    };
    let table = shares::table(t.household_table()).named("household-totals");
    let table = shares::add(table, t.this_month(), &rows(&|account| account.month(month)), t.household_sum(), words);
    let table = shares::add(table, t.all_time(), &rows(&Account::all_time), t.household_sum(), words);
    el("section", "household__totals").child(table).child(say("p", "hint", t.household_adds_up()))
}
