//! What a question is about, in a small line above it: what was answered before.

use super::drawn;
use crate::domain::activity::trip::Power;
use crate::domain::activity::{Mode, Utility};
use crate::domain::date::Date;
use crate::domain::draft::Draft;
use crate::i18n::measure::measured_in;
use crate::i18n::{Language, calendar, word};
use crate::ui::Context;
use crate::ui::element::{Element, el, text};
use crate::ui::icon::{Icon, icon};
use crate::ui::summary::{mode_icon, utility_icon};

/// The line above the question for that path; none above the first one.
pub(super) fn about(context: &Context<'_>, draft: &Draft, path: &str) -> Option<Element> {
    let language = context.words.language;
    let (drawn, parts) = match path {
        "legs[0].km" => {
            let mode = Mode::from_word(draft.text("legs[0].mode"))?;
            (icon(mode_icon(mode)), vec![word::mode(mode, language).to_owned()])
        }
        "engine_litres" | "hours" => {
            let power = Power::from_word(draft.text("power"))?;
            let drawn = if draft.text("power") == "bev" { Icon::BevCar } else { Icon::Car };
            (icon(drawn), vec![word::power(power, language).to_owned()])
        }
        "start" | "usage" | "baseline_usage" => {
            let utility = Utility::from_word(draft.text("utility"))?;
            let month = month(draft, path, language);
            let name = word::utility(utility, language).to_owned();
            (icon(utility_icon(utility)), std::iter::once(name).chain(month).collect())
        }
        "amount" | "voc" => {
            let name = word::word_name("category", draft.text("category"), Some(context.rules), language)?;
            let amount = draft.text("amount");
            let amount = (path == "voc").then(|| format!("{amount} {}", measured_in("amount", draft, language)));
            (drawn::product(draft.text("category")), std::iter::once(name.to_owned()).chain(amount).collect())
        }
        "count" | "kg" => {
            let name = word::word_name("action", draft.text("action"), Some(context.rules), language)?;
            (drawn::action(draft.text("action")), vec![name.to_owned()])
        }
        _ => return None,
    };
    let line = text("span", "", &parts.join(" · "));
    Some(el("p", "kiosk__about").named("about").child(drawn).child(line))
}

/// The month that is asked about: that of the bill, or the same one a year before.
fn month(draft: &Draft, path: &str, language: Language) -> Option<String> {
    let start = Date::parse(draft.text("start")).filter(|_| path != "start")?;
    let year = start.year() - i32::from(path == "baseline_usage");
    Some(calendar::month(year, start.month(), language))
}
