//! What passers-by see: a poster with one thing to do.

use super::Shown;
use crate::domain::assessment::Totals;
use crate::i18n::{Language, filled, summary};
use crate::kiosk::{Misset, Press};
use crate::ui::act::Act;
use crate::ui::amount::{Voice, mark};
use crate::ui::element::{Element, el, say, text};
use crate::ui::icon::{Icon, brand, drawing, icon};
use crate::ui::{Context, Words};

/// A trip that many make, and what it is worth by the rules in use.
pub(super) const EXAMPLE: &str = r#"{"kind":"trip","legs":[{"mode":"rail","km":"10"}]"#;

pub(super) fn poster(context: &Context<'_>, shown: &Shown<'_>) -> Element {
    let [zh, en] = [Language::Zh, Language::En].map(Words::of);
    let names = el("p", "poster__names")
        .child(brand())
        .child(say("span", "poster__name", zh.t.app_name()))
        .child(say("span", "poster__name poster__name--en", en.t.app_name()).attr("lang", "en"));
    let said = el("div", "poster__said")
        .child(say("h1", "poster__question", zh.t.kiosk_question()).attr("id", super::TITLE).attr("tabindex", "-1"))
        .child(say("p", "poster__question poster__question--en", en.t.kiosk_question()).attr("lang", "en"))
        .child(say("p", "poster__what", zh.t.kiosk_what()))
        .child(say("p", "poster__what poster__what--en", en.t.kiosk_what()).attr("lang", "en"));
    let start = el("button", "poster__start")
        .attr("type", "button")
        .named("start")
        .child(say("span", "poster__start-zh", zh.t.kiosk_start()))
        .child(say("span", "poster__start-en", en.t.kiosk_start()).attr("lang", "en"))
        .pressed(context.on, Act::Kiosk(Press::Start));
    let foot = el("footer", "poster__foot")
        .child(say("p", "", zh.t.kiosk_nothing_kept()))
        .child(say("p", "poster__small", en.t.kiosk_nothing_kept()).attr("lang", "en"))
        .child(el("p", "poster__small").say(zh.t.example_rules()).say(" · ").say(en.t.example_rules()));
    el("div", "poster")
        // Whoever touches the picture means the button.
        .pressed(context.on, Act::Kiosk(Press::Start))
        .child(landscape())
        .child(
            el("main", "poster__main").attr("id", "main").child(names).child(said).maybe(example(context)).child(start),
        )
        .child(foot.maybe(misset(context, shown)))
}

/// What one act comes to, in the three voices.
fn example(context: &Context<'_>) -> Option<Element> {
    let text_of = format!("{EXAMPLE},\"date\":\"{}\"}}", context.today);
    let json = crate::domain::json::Json::parse(&text_of).ok()?;
    let activity = crate::domain::intake::read(&json, context.rules, context.today).ok()?;
    let totals = crate::domain::methodology::assess(&activity, context.rules).ok()?.totals;
    let words = context.words;
    let line = |language| summary::activity(&activity, context.rules, language);
    let mut figures = el("div", "poster__figures");
    for voice in [Voice::Carbon, Voice::Points] {
        figures.push(figure(voice, totals, words));
    }
    Some(
        el("div", "poster__example")
            .child(
                el("p", "poster__line")
                    .child(icon(Icon::Rail))
                    .child(text("span", "", &line(Language::Zh)))
                    .child(text("span", "poster__small", &line(Language::En)).attr("lang", "en")),
            )
            .child(figures),
    )
}

fn figure(voice: Voice, totals: Totals, words: Words) -> Element {
    let amount = voice.amount(totals, words);
    el("p", "poster__figure").child(mark(voice)).child(
        el("span", voice.class()).child(text("b", "poster__number", &amount.number)).child(say(
            "span",
            "",
            amount.unit,
        )),
    )
}

/// What the operator set wrongly, for whoever puts the screen up.
fn misset(context: &Context<'_>, shown: &Shown<'_>) -> Option<Element> {
    let operator = &shown.kiosk.operator;
    let unknown = operator
        .merchant
        .as_deref()
        .filter(|id| context.rules.district.as_ref().and_then(|district| district.merchant(id)).is_none());
    let mut list = el("ul", "poster__misset").attr("role", "status").named("misset");
    let mut none = true;
    let both = [Language::Zh, Language::En].map(Words::of);
    let mut add = |said: [String; 2]| {
        none = false;
        list.push(text("li", "", &said.join(" ")));
    };
    for misset in &operator.misset {
        add(both.map(|words| match misset {
            Misset::Seconds { name, given, least, most, used } => filled(
                words.t.kiosk_misset_seconds(),
                &[name, given, &least.to_string(), &most.to_string(), &used.to_string()],
            ),
            Misset::Handover { given, scheme } => filled(words.t.kiosk_misset_handover(), &[given, scheme]),
        }));
    }
    if let Some(id) = unknown {
        add(both.map(|words| filled(words.t.kiosk_misset_merchant(), &[id])));
    }
    if shown.refused {
        add(both.map(|words| words.t.kiosk_misset_district().to_owned()));
    }
    (!none).then_some(list)
}

/// Hills behind a city at the edge of the plain, with the seal of the points for a sun.
fn landscape() -> Element {
    let part = |class, path| el("path", class).attr("d", path);
    drawing("poster__picture", "0 0 1080 900")
        .attr("preserveAspectRatio", "xMidYMax slice")
        .child(el("circle", "poster__sun").attr("cx", "812").attr("cy", "236").attr("r", "118"))
        .child(part("poster__ray", "M812 160l76 76-76 76-76-76z"))
        .child(part("poster__wind", "M96 214h236a46 46 0 1 0-46-46M150 268h330a50 50 0 1 1-50 50M60 268h40M250 330h70"))
        .child(part("poster__hill poster__hill--far", "M0 520C120 430 214 388 318 430c92 36 150-66 262-66 122 0 170 106 276 92 90-12 150-60 224-52v496H0z"))
        .child(part("poster__hill poster__hill--mid", "M0 640c130-96 250-110 372-52 118 56 214-14 330-32 146-22 236 60 378 14v330H0z"))
        .child(part("poster__city", "M604 640v-96h44v-44h60v140M724 640V470l24-40 24 40v170M792 640v-118h76v118M884 640v-70h52v70M84 640v-60h70v-40h56v100M226 640v-86l34-30 34 30v86"))
        .child(part("poster__rail", "M0 726h1080M0 744h1080"))
        .child(part("poster__train", "M300 640h404a62 62 0 0 1 60 46l8 32H268v-46a32 32 0 0 1 32-32z"))
        .child(part("poster__window", "M304 664h64v28h-64zM388 664h64v28h-64zM472 664h64v28h-64zM556 664h64v28h-64zM640 664h48a40 40 0 0 1 36 28h-84z"))
        .child(part("poster__hill poster__hill--near", "M0 780c180-60 330-52 520-16 210 40 360 8 560-36v172H0z"))
        .child(part("poster__stem", "M170 860c0-60-4-92-20-128M170 812c14-32 34-46 60-52M158 768c-22-20-44-26-66-24"))
        .child(part("poster__leaf", "M150 732c-30-22-36-58-18-88 30 22 36 58 18 88zM230 760c20-26 50-34 80-20-20 28-50 36-80 20zM92 744c-28-6-44-24-50-52 28 4 46 24 50 52z"))
}
