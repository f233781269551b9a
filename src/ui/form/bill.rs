//! A bill, in the order and the words of the bill.

use super::more;
use crate::domain::activity::Utility;
use crate::domain::date::Date;
use crate::domain::reason::Accepted;
use crate::i18n::word;
use crate::route::View;
use crate::ui::element::{Element, el, say, text};
use crate::ui::field::{Choice, Field, Form};
use crate::ui::summary::utility_icon;

pub(super) fn fields(form: &Form<'_>, into: Element) -> Element {
    let options: Vec<_> = Utility::ALL
        .iter()
        .map(|utility| Choice {
            value: utility.as_str(),
            name: word::utility(*utility, form.words.language),
            drawn: Some(utility_icon(*utility)),
        })
        .collect();
    let utility = Utility::from_word(form.draft.text("utility"));
    into.child(form.choice("utility", form.words.t.utility_which(), &options))
        .maybe(utility.map(|utility| this_bill(form, utility)))
        .maybe(utility.map(|utility| last_bill(form, utility)))
}

fn this_bill(form: &Form<'_>, utility: Utility) -> Element {
    let t = form.words.t;
    let (title, hint) = match utility {
        Utility::Electricity => (t.bill_electricity(), t.where_electricity()),
        Utility::Gas => (t.bill_gas(), t.where_gas()),
        Utility::Heat => (t.bill_heat(), t.where_heat()),
        Utility::Water => (t.bill_water(), t.where_water()),
    };
    let days = days(form).map(|days| format!("{} {days} {}", t.bill_days(), t.days_unit())).unwrap_or_default();
    let unit = unit(form, utility);
    let annual = Field {
        path: "annual_usage",
        label: t.annual_usage(),
        unit,
        hint: t.annual_hint(),
        optional: true,
        ..Field::default()
    };
    let guard = match utility {
        Utility::Electricity => Some(form.tick("has_pv", t.has_pv())),
        Utility::Gas => Some(form.tick("boiler_heating", t.boiler_heating())),
        Utility::Heat | Utility::Water => None,
    };
    el("section", "bill")
        .attr("aria-label", t.bill_this())
        .child(el("header", "bill__head").child(say("h2", "bill__title", title)).child(text(
            "span",
            "bill__days",
            &days,
        )))
        .child(el("div", "bill__period").child(form.day("start", t.bill_start(), false)).child(form.day(
            "end",
            t.bill_end(),
            false,
        )))
        .maybe(other_bill(form))
        .child(form.number(Field { path: "usage", label: t.bill_usage(), unit, hint, ..Field::default() }))
        .maybe((utility != Utility::Heat).then(|| form.number(annual)))
        .maybe(guard)
        .child(more(form, "meter", t.meter(), t.meter_hint()))
}

/// The way to the bill that has some of these days already.
fn other_bill(form: &Form<'_>) -> Option<Element> {
    let other = form.problems.iter().find_map(|problem| match &problem.accepted {
        Some(Accepted::Beside(id)) => Some(id.clone()),
        _ => None,
    })?;
    let link = say("a", "", form.words.t.other_bill()).attr_of("href", &View::Entry(other).href());
    Some(el("p", "field__problem").named("other-bill").child(link))
}

fn last_bill(form: &Form<'_>, utility: Utility) -> Element {
    let t = form.words.t;
    let unit = unit(form, utility);
    let typed = form.draft.text("baseline_days");
    let same = days(form).map(|days| days.to_string()).filter(|same| same != typed).map(|same| {
        let name = format!("{}（{same} {}）", t.same_days(), t.days_unit());
        el("div", "chip--same").child(form.chip("baseline_days", &same, &name, false))
    });
    let days = Field {
        path: "baseline_days",
        label: t.baseline_days(),
        unit: t.days_unit(),
        hint: t.baseline_days_hint(),
        ..Field::default()
    };
    el("section", "bill bill--last")
        .attr("aria-label", t.bill_last())
        .child(el("header", "bill__head").child(say("h2", "bill__title", t.bill_last())))
        .child(form.number(Field { path: "baseline_usage", label: t.baseline_usage(), unit, ..Field::default() }))
        .child(form.number(days))
        .maybe(same)
}

fn unit(form: &Form<'_>, utility: Utility) -> &'static str {
    let (zh, en) = match utility {
        Utility::Electricity => ("度", "kWh"),
        Utility::Gas | Utility::Water => ("立方米", "m³"),
        Utility::Heat => ("吉焦", "GJ"),
    };
    form.words.language.pick(zh, en)
}

/// Days of the period typed so far, if both days are valid and in order.
fn days(form: &Form<'_>) -> Option<i32> {
    let (start, end) = (Date::parse(form.draft.text("start"))?, Date::parse(form.draft.text("end"))?);
    let days = end.days_since(start) + 1;
    (days > 0).then_some(days)
}
