//! One question about an act.

use super::about::about;
use super::{button, drawn, pad, title};
use crate::domain::activity::trip::Power;
use crate::domain::activity::{Mode, Utility};
use crate::i18n::{calendar, word};
use crate::kiosk::{Ask, Press, Session, Step, Topic};
use crate::ui::act::Act;
use crate::ui::element::{Element, el, text};
use crate::ui::icon::{Icon, icon};
use crate::ui::summary::{mode_icon, utility_icon};
use crate::ui::{Context, Words};

pub(super) fn asked(context: &Context<'_>, session: &Session) -> Element {
    let t = context.words.t;
    let Step::Asking { topic, draft, pad, problem, .. } = &session.step else { return el("div", "") };
    let ask = session.ask(context.rules, context.today);
    let path = match &ask {
        Some(Ask::Choice(path, _) | Ask::Number(path, _)) => path,
        Some(Ask::Month(_)) => "start",
        Some(Ask::Days) => "hours",
        None => "",
    };
    let (question, hint) = question(context.words, path);
    let task = el("section", "kiosk__task")
        .maybe(about(context, draft, path))
        .child(title(question))
        .maybe(hint.map(|hint| text("p", "kiosk__hint", hint)));
    let task = match ask {
        Some(Ask::Choice(_, options)) => task.child(options_of(context, path, &options)),
        Some(Ask::Month(months)) => {
            let names = months.iter().map(|month| calendar::month(month.year, month.month, context.words.language));
            task.child(grid(names.map(|name| (name, drawn::calendar())).collect(), context))
        }
        Some(Ask::Number(..) | Ask::Days) => {
            let number = pad::Number { path, draft, typed: pad, problem: problem.as_ref() };
            task.child(pad::pad(
                context,
                &number,
                matches!(topic, Topic::CarFree) && path == "hours" || path == "count",
            ))
        }
        None => task,
    };
    task.child(button(context, "kiosk__button kiosk__back", Icon::Back, t.kiosk_back(), Press::Back).named("back"))
}

/// What is asked, and where to find the answer.
fn question(words: Words, path: &str) -> (&'static str, Option<&'static str>) {
    let t = words.t;
    match path {
        "legs[0].mode" => (t.kiosk_ask_mode(), None),
        "legs[0].km" => (t.kiosk_ask_km(), None),
        "power" => (t.kiosk_ask_power(), None),
        "engine_litres" => (t.kiosk_ask_engine(), Some(t.kiosk_ask_engine_hint())),
        "hours" => (t.kiosk_ask_days(), Some(t.kiosk_ask_days_hint())),
        "utility" => (t.kiosk_ask_utility(), None),
        "start" => (t.kiosk_ask_month(), None),
        "usage" => (t.kiosk_ask_usage(), None),
        "baseline_usage" => (t.kiosk_ask_baseline(), Some(t.kiosk_ask_baseline_hint())),
        "category" => (t.kiosk_ask_category(), None),
        "amount" => (t.kiosk_ask_amount(), None),
        "voc" => (t.kiosk_ask_voc(), Some(t.kiosk_ask_voc_hint())),
        "action" => (t.kiosk_ask_action(), None),
        "count" => (t.kiosk_ask_count(), None),
        "kg" => (t.kiosk_ask_kg(), None),
        _ => ("", None),
    }
}

fn options_of(context: &Context<'_>, path: &str, options: &[String]) -> Element {
    let words = context.words;
    let named = |option: &String| {
        let name = match path {
            "power" => Power::from_word(option).map(|power| word::power(power, words.language)),
            "utility" => Utility::from_word(option).map(|utility| word::utility(utility, words.language)),
            _ => word::word_name(path, option, Some(context.rules), words.language),
        };
        let of_words = match path {
            "legs[0].mode" => Mode::from_word(option).map(mode_icon),
            "utility" => Utility::from_word(option).map(utility_icon),
            "power" => Some(if option == "bev" { Icon::BevCar } else { Icon::Car }),
            _ => None,
        };
        let drawn = match of_words {
            Some(known) => icon(known),
            None if path == "category" => drawn::product(option),
            None => drawn::action(option),
        };
        (name.unwrap_or(option).to_owned(), drawn)
    };
    grid(options.iter().map(named).collect(), context)
}

/// Options side by side, smaller where there are many.
fn grid(options: Vec<(String, Element)>, context: &Context<'_>) -> Element {
    let class = if options.len() > 8 { "options options--many" } else { "options" };
    let mut grid = el("div", class).named("options");
    for (place, (name, drawn)) in options.into_iter().enumerate() {
        grid.push(
            el("button", "option")
                .attr("type", "button")
                .attr_of("data-option", &place.to_string())
                .child(drawn)
                .child(text("span", "", &name))
                .pressed(context.on, Act::Kiosk(Press::Option(place))),
        );
    }
    grid
}
