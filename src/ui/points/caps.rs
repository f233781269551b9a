//! How much of the caps of today and of this month is used; each opens to the rule that sets it.

use super::{Counter, bar, part};
use crate::domain::ledger::account::Used;
use crate::domain::ledger::{Account, Limit};
use crate::i18n::{filled, number};
use crate::ui::act::Act;
use crate::ui::element::{Element, el, say, text};
use crate::ui::why::value_details;
use crate::ui::{Context, Words};

pub(super) fn caps(context: &Context<'_>, counter: &Counter<'_>, account: &Account) -> Element {
    let t = context.words.t;
    let mut rows = el("div", "caps");
    for used in account.used(context.today, counter.ledger.policy()) {
        let Some(name) = name(used.limit, context.words) else { continue };
        // Refuelling at night is awarded in the ozone season only; out of it, its cap is of no interest unless used.
        if used.limit == Limit::RefuelsMonthly && used.counted == 0 {
            continue;
        }
        rows.push(row(context, counter, used, name));
    }
    part(t.caps_title(), "caps").child(say("p", "hint", t.caps_lead())).child(rows)
}

fn row(context: &Context<'_>, counter: &Counter<'_>, used: Used, name: &'static str) -> Element {
    let t = context.words.t;
    let unit = if used.limit == Limit::RefuelsMonthly { t.times_unit() } else { t.points_unit() };
    let amount = filled(t.cap_of(), &[&number::points(used.counted), &number::points(used.most), unit]);
    let parameter = used.limit.parameter(context.rules);
    let open = parameter.is_some() && parameter == counter.opened;
    let full = (used.counted >= used.most).then(|| say("span", "caps__full", t.cap_reached()));
    let mut head = el("button", "caps__head")
        .attr("type", "button")
        .state("aria-expanded", open)
        .child(say("span", "caps__name", name))
        .child(text("b", "caps__amount", &amount))
        .maybe(full)
        .child(bar(used.counted, used.most));
    if let Some(parameter) = parameter {
        head = head.pressed(context.on, Act::ParameterChosen(parameter));
    }
    el("div", "caps__one")
        .attr_of("data-cap", used.limit.id(context.rules))
        .child(head)
        .maybe(parameter.filter(|_| open).and_then(|parameter| rule(context, parameter)))
}

/// The rule in force today.
fn rule(context: &Context<'_>, parameter: usize) -> Option<Element> {
    let parameter = context.rules.parameters.get(parameter)?;
    let value = parameter.values.iter().rfind(|value| value.from <= context.today)?;
    let card = el("section", "citation").attr_of("data-citation", &parameter.id).child(text(
        "h3",
        "citation__title",
        context.words.label(&parameter.label),
    ));
    Some(value_details(context, card, value, parameter.unit))
}

fn name(limit: Limit, words: Words) -> Option<&'static str> {
    Some(match limit {
        Limit::TripsDaily => words.t.cap_trips(),
        Limit::ActionsDaily => words.t.cap_actions(),
        Limit::Monthly => words.t.cap_month(),
        Limit::RefuelsMonthly => words.t.cap_refuels(),
        Limit::Distance(_) | Limit::Merchant(_) => return None,
    })
}
