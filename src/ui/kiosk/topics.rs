//! What to record.

use super::{Shown, button, count, title};
use crate::kiosk::{Press, Session, Topic};
use crate::ui::Context;
use crate::ui::act::Act;
use crate::ui::element::{Element, el, say, text};
use crate::ui::icon::{Icon, icon};
use crate::ui::summary::kind_icon;

pub(super) fn topics(context: &Context<'_>, shown: &Shown<'_>, session: &Session) -> Element {
    let t = context.words.t;
    let some = !session.entries.is_empty();
    let full = session.is_full(&shown.kiosk.operator);
    let mut list = el("div", "topics");
    for topic in Topic::ALL.into_iter().filter(|_| !full) {
        let (name, like) = match topic {
            Topic::Trip => (t.kiosk_topic_trip(), t.kiosk_topic_trip_like()),
            Topic::Everyday => (t.kiosk_topic_everyday(), t.kiosk_topic_everyday_like()),
            Topic::Purchase => (t.kiosk_topic_purchase(), t.kiosk_topic_purchase_like()),
            Topic::Bill => (t.kiosk_topic_bill(), t.kiosk_topic_bill_like()),
            Topic::CarFree => (t.kiosk_topic_car_free(), t.kiosk_topic_car_free_like()),
        };
        let drawn = if topic == Topic::Bill { Icon::Bolt } else { kind_icon(topic.kind()) };
        let tile = el("button", "topic")
            .attr("type", "button")
            .attr("data-topic", topic.kind().as_str())
            .child(icon(drawn))
            .child(el("span", "topic__words").child(say("b", "topic__name", name)).child(say(
                "span",
                "topic__like",
                like,
            )))
            .child(icon(Icon::Forward))
            .pressed(context.on, Act::Kiosk(Press::Topic(topic)));
        list.push(tile);
    }
    let take = button(context, "kiosk__button kiosk__button--main", Icon::Tray, t.kiosk_take(), Press::TakeAway)
        .named("take")
        .child(text("span", "kiosk__count", &count(context, session)));
    let asked = if full {
        t.kiosk_full()
    } else if some {
        t.kiosk_topics_more()
    } else {
        t.kiosk_topics()
    };
    el("section", "kiosk__task").child(title(asked)).child(list).maybe(some.then_some(take))
}
