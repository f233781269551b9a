//! The acts that would add most.

use std::rc::Rc;

use super::{Recorded, block, filled};
use crate::domain::activity::{Facts, Kind};
use crate::domain::ledger::account::Withheld;
use crate::i18n::{limit, number, word};
use crate::insight::next::{Because, Offer, Order, offers};
use crate::insight::{Change, Viewpoint};
use crate::route::View;
use crate::ui::Context;
use crate::ui::act::Act;
use crate::ui::amount::figures;
use crate::ui::element::{Element, el, say, text};
use crate::ui::icon::icon;
use crate::ui::summary::{activity_icon, summary};

/// The section.
#[inline(never)]
pub(super) fn section(context: &Context<'_>, view: &Viewpoint<'_>, recorded: &Recorded<'_>, order: Order) -> Element {
    let t = context.words.t;
    let mut switch = el("div", "insight__switch").attr("role", "group").attr("aria-label", t.order_title());
    for (choice, name, word) in
        [(Order::Carbon, t.order_carbon(), "carbon"), (Order::Points, t.order_points(), "points")]
    {
        let on = choice == order;
        switch.push(
            say("button", if on { "chip chip--on" } else { "chip" }, name)
                .attr("type", "button")
                .state("aria-pressed", on)
                .attr("data-order", word)
                .pressed(context.on, Act::Insight(Change::Ordered(choice))),
        );
    }
    let offers = offers(view, recorded.habits, order);
    let mut list = el("ol", "offers").named("offers");
    for offer in &offers {
        list.push(el("li", "").child(card(context, offer, recorded.begun)));
    }
    block(t.what_next_title())
        .child(say("p", "lead", t.what_next_lead()))
        .child(switch)
        .maybe(offers.is_empty().then(|| say("p", "hint", t.what_next_none())))
        .child(list)
}

/// What an offer is called, and why it is offered.
pub(crate) fn told(context: &Context<'_>, offer: &Offer) -> (String, String) {
    let (words, t) = (context.words, context.words.t);
    let name = summary(&offer.activity, context.rules, words);
    match offer.because {
        Because::Habit(times) => (name, filled(t.because_habit(), &[&times.to_string()])),
        Because::Instead(mode) => {
            let usual = word::mode(mode, words.language);
            (filled(t.instead_by(), &[&name]), filled(t.because_instead(), &[usual]))
        }
        Because::BillDue(_) => (name, t.because_bill().to_owned()),
        Because::FirstBill(_) => (t.next_bill().to_owned(), t.because_first_bill().to_owned()),
        Because::Label => (t.kind_appliance().to_owned(), t.because_label().to_owned()),
        Because::NotYet => (name, t.because_not_yet().to_owned()),
        Because::Season => (product(context, offer), t.because_season().to_owned()),
        Because::Night => (t.tab_refuel().to_owned(), t.because_night().to_owned()),
        Because::CarFree(true) => (t.tab_car_free().to_owned(), t.because_car_free_own().to_owned()),
        Because::CarFree(false) => (t.tab_car_free().to_owned(), t.because_car_free().to_owned()),
    }
}

fn card(context: &Context<'_>, offer: &Offer, begun: &[Kind]) -> Element {
    let (words, t) = (context.words, context.words.t);
    let (name, reason) = told(context, offer);
    let kind = offer.activity.facts.kind();
    let link = el("a", "offer").attr_of("href", &View::Record(kind).href()).attr("data-kind", kind.as_str());
    let link = match offer.draft() {
        Some(draft) => link.pressed(context.on, Act::Insight(Change::Offered(Rc::new(draft)))),
        None => link,
    };
    let begun = begun.contains(&kind).then(|| say("span", "offer__begun", t.offer_begun()));
    link.child(el("span", "offer__icon").child(icon(activity_icon(&offer.activity.facts)))).child(
        el("span", "offer__text")
            .child(text("span", "offer__name", &name))
            .child(text("span", "offer__why", &reason))
            .child(el("span", "offer__worth").child(figures(offer.adds, words)))
            .child(withheld(context, &offer.withheld, t.withheld_by()))
            .maybe(begun),
    )
}

fn product(context: &Context<'_>, offer: &Offer) -> String {
    match &offer.activity.facts {
        Facts::Purchase(bought) => context
            .rules
            .product(&bought.category)
            .map_or_else(|| bought.category.clone(), |product| context.words.label(&product.label).to_owned()),
        _ => String::new(),
    }
}

/// What limits would withhold, each by its name in the rulebook; `said` has a place for the name and the points.
pub(super) fn withheld(context: &Context<'_>, withheld: &[Withheld], said: &str) -> Element {
    let mut list = el("span", "withheld");
    for Withheld { limit, points } in withheld {
        let name = limit::name(*limit, context.rules, context.today, context.words.language);
        list.push(text("span", "withheld__one", &filled(said, &[&name, &number::points(*points)])));
    }
    list
}
