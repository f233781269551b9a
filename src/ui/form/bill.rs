//! A bill, in the order and the words of the bill.

use yew::{Html, html};

use crate::domain::activity::Utility;
use crate::domain::date::Date;
use crate::i18n::word;
use crate::ui::field::{Field, Form};
use crate::ui::icon::Icon;

pub(super) fn fields(form: &Form<'_>) -> Html {
    let t = form.words.t;
    let language = form.words.language;
    let utility = Utility::from_word(form.draft.text("utility"));
    let options: Vec<_> = Utility::ALL
        .iter()
        .map(|utility| (utility.as_str(), word::utility(*utility, language), Some(utility_icon(*utility))))
        .collect();
    let unit = match utility {
        Some(Utility::Electricity) => language.pick("度", "kWh"),
        Some(Utility::Gas | Utility::Water) => language.pick("立方米", "m³"),
        Some(Utility::Heat) => language.pick("吉焦", "GJ"),
        None => "",
    };
    html! {
        <>
            { form.choice("utility", t.utility_which, &options, &form.choosing("utility")) }
            if let Some(utility) = utility {
                <section class="bill" aria-label={t.bill_this}>
                    <header class="bill__head">
                        <h3 class="bill__title">{ bill_title(utility, form) }</h3>
                        { days_of_bill(form) }
                    </header>
                    <div class="bill__period">
                        { form.day("start", t.bill_start, false) }
                        { form.day("end", t.bill_end, false) }
                    </div>
                    { form.number(Field { path: "usage", label: t.bill_usage, unit, hint: where_to_look(utility, form), ..Field::default() }) }
                    if utility != Utility::Heat {
                        { form.number(Field { path: "annual_usage", label: t.annual_usage, unit, hint: t.annual_hint, optional: true, ..Field::default() }) }
                    }
                    if utility == Utility::Electricity { { form.tick("has_pv", t.has_pv, "") } }
                    if utility == Utility::Gas { { form.tick("boiler_heating", t.boiler_heating, "") } }
                </section>
                <section class="bill bill--last" aria-label={t.bill_last}>
                    <header class="bill__head"><h3 class="bill__title">{ t.bill_last }</h3></header>
                    { form.number(Field { path: "baseline_usage", label: t.baseline_usage, unit, ..Field::default() }) }
                    { baseline_days(form) }
                </section>
            }
        </>
    }
}

/// Days of the period typed so far, if both days are valid and in order.
fn days(form: &Form<'_>) -> Option<i32> {
    let (start, end) = (Date::parse(form.draft.text("start"))?, Date::parse(form.draft.text("end"))?);
    let days = end.days_since(start) + 1;
    (days > 0).then_some(days)
}

fn days_of_bill(form: &Form<'_>) -> Html {
    let t = form.words.t;
    days(form).map_or_else(Html::default, |days| {
        html! { <span class="bill__days">{ format!("{} {days} {}", t.bill_days, t.days_unit) }</span> }
    })
}

fn baseline_days(form: &Form<'_>) -> Html {
    let t = form.words.t;
    let same = days(form).map(|days| days.to_string());
    html! {
        <>
            { form.number(Field { path: "baseline_days", label: t.baseline_days, unit: t.days_unit, hint: t.baseline_days_hint, ..Field::default() }) }
            if let Some(same) = same.filter(|same| same != form.draft.text("baseline_days")) {
                <button type="button" class="chip chip--same" onclick={form.set("baseline_days", &same)}>
                    { format!("{}（{same} {}）", t.same_days, t.days_unit) }
                </button>
            }
        </>
    }
}

fn bill_title(utility: Utility, form: &Form<'_>) -> &'static str {
    let t = form.words.t;
    match utility {
        Utility::Electricity => t.bill_electricity,
        Utility::Gas => t.bill_gas,
        Utility::Heat => t.bill_heat,
        Utility::Water => t.bill_water,
    }
}

fn where_to_look(utility: Utility, form: &Form<'_>) -> &'static str {
    let t = form.words.t;
    match utility {
        Utility::Electricity => t.where_electricity,
        Utility::Gas => t.where_gas,
        Utility::Heat => t.where_heat,
        Utility::Water => t.where_water,
    }
}

/// The icon of a utility.
pub(crate) fn utility_icon(utility: Utility) -> Icon {
    match utility {
        Utility::Electricity => Icon::Bolt,
        Utility::Gas => Icon::Flame,
        Utility::Heat => Icon::Heat,
        Utility::Water => Icon::Drop,
    }
}
