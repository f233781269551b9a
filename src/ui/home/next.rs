//! The one clear next step, and what the account would count of it.

use super::super::Context;
use super::super::act::Act;
use super::super::amount::avoided;
use super::super::choices::kind_line;
use super::super::element::{Element, el, say, text};
use super::super::outcome::Preview;
use super::super::summary::summary;
use super::Again;
use super::begin::{Counted, full};
use crate::domain::activity::Kind;
use crate::route::View;

/// An act that the screen of charts offers first.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Offered {
    pub(crate) name: String,
    pub(crate) reason: String,
    pub(crate) kind: Kind,
    pub(crate) counted: Counted,
    /// What opens its form filled in.
    pub(crate) act: Option<Act>,
}

/// The one thing suggested next.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Next {
    /// A draft of that kind is unfinished; what it comes to, if it is valid as it stands.
    Unfinished(Kind, Option<Counted>),
    /// What the screen of charts offers first.
    Offered(Box<Offered>),
    /// An act done before and not yet today.
    Habit(Again),
    /// No bill lately; what each kilowatt-hour is worth.
    Bill(Option<Counted>),
    /// No travel today.
    Trip,
    /// Everything usual is recorded.
    Nothing,
}

/// Where the next step leads: to a form, or to recording the act at a place again.
enum Go {
    To(Kind),
    Repeat(usize),
}

/// The one clear next step, with its worth and its reason; a quiet line if there is none. What a trip might be worth is
/// told by the example.
pub(super) fn next(next: &Next, context: &Context<'_>, (example, counted): (&Preview, Option<Counted>)) -> Element {
    let (words, t) = (context.words, context.words.t);
    let (mut title, mut why) = (el("h2", "next__title"), el("p", "next__why"));
    let mut each = String::new();
    let (go, said, reason, worth) = match next {
        Next::Nothing => return say("p", "hint next--nothing", t.next_nothing()).named("next"),
        Next::Habit(act) => {
            let like = if act.yesterday { t.next_like_yesterday() } else { t.next_like_before() };
            title = title.say(like).text(&summary(&act.activity, context.rules, words));
            why = why.say(t.next_times()).text(&act.times.to_string());
            (Go::Repeat(act.place), "", t.next_not_today(), Some(act.counted))
        }
        Next::Unfinished(kind, worth) => (Go::To(*kind), t.next_draft(), kind_line(*kind, words), *worth),
        Next::Offered(offer) => {
            title = title.text(&offer.name);
            why = why.text(&offer.reason);
            (Go::To(offer.kind), "", "", Some(offer.counted))
        }
        Next::Bill(worth) => {
            each.push_str(t.next_bill_each());
            (Go::To(Kind::Utility), t.next_bill(), t.next_bill_why(), *worth)
        }
        Next::Trip => {
            if let Some((activity, _)) = example.valid() {
                each = summary(activity, context.rules, words);
            }
            (Go::To(Kind::Trip), t.next_trip(), t.next_trip_why(), counted)
        }
    };
    let go = match go {
        // A habit is recorded with one tap.
        Go::Repeat(place) => say("button", "button button--main", t.save())
            .attr("type", "button")
            .flag("disabled", context.saving)
            .pressed(context.on, Act::Repeated(place)),
        Go::To(kind) => {
            let go = if matches!(next, Next::Unfinished(..)) { t.next_draft_go() } else { t.next_go() };
            let go = say("a", "button button--main", go).attr_of("href", &View::Record(kind).href());
            match next {
                Next::Offered(offer) => match offer.act.clone() {
                    Some(act) => go.pressed(context.on, act),
                    None => go,
                },
                _ => go,
            }
        }
    };
    let worth = worth.map(|worth| {
        // What the rules make of it; what was recorded opens to its own reasons.
        let origin = el("a", "alone").attr("href", "#/rules").attr("title", t.see_origin());
        el("p", "next__worth")
            .child(text("span", "next__each", &each))
            .child(origin.child(avoided(worth.totals, words)))
            .maybe(full(Some(worth)))
    });
    el("section", "next")
        .attr("aria-label", t.next_title())
        .named("next")
        .child(say("p", "next__kicker", t.next_title()))
        .child(title.say(said))
        .child(why.say(reason))
        .maybe(worth)
        .child(go)
}
