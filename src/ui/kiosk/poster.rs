//! What passers-by see: a poster with one thing to do.

use super::{Shown, drawn, merchant};
use crate::domain::assessment::Totals;
use crate::domain::json::Json;
use crate::domain::{intake, methodology};
use crate::i18n::{Language, filled};
use crate::kiosk::{Misset, Press};
use crate::ui::act::Act;
use crate::ui::amount::{Voice, mark};
use crate::ui::element::{Element, el, say, text};
use crate::ui::icon::{Icon, brand, drawing, icon};
use crate::ui::{Context, Words};

/// Acts that many have in mind, and the ledgers they show in.
const TRIP: &str = r#""kind":"trip","legs":[{"mode":"rail","km":"10"}]"#;
const PAINT: &str = r#""kind":"purchase","category":"interior_wall_coating","amount":"10","unit":"L","voc":"5","voc_unit":"g/L","basis":"less_water","mode":"below_limit""#;

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
    let place = merchant(context, shown).map(|merchant| {
        let label = &merchant.label;
        el("p", "poster__place")
            .named("merchant")
            .child(drawn::shop())
            .child(text("span", "", &label.zh))
            .child(text("span", "poster__small", &label.en).attr("lang", "en"))
    });
    let misset = misset(context, shown);
    // What is said to the operator stands where the city would be.
    let class = if misset.is_some() { "poster poster--misset" } else { "poster" };
    let foot = el("footer", "poster__foot")
        .maybe(misset)
        .child(say("p", "", zh.t.kiosk_nothing_kept()))
        .child(say("p", "poster__small", en.t.kiosk_nothing_kept()).attr("lang", "en"))
        .child(el("p", "poster__small").say(zh.t.example_rules()).say(" · ").say(en.t.example_rules()));
    el("div", class)
        // Whoever touches the picture means the button.
        .pressed(context.on, Act::Kiosk(Press::Start))
        .child(landscape())
        .child(
            el("main", "poster__main")
                .attr("id", "main")
                .child(el("div", "poster__top").child(names).maybe(place))
                .child(said)
                .child(examples(context))
                .child(start),
        )
        .child(foot)
}

/// What two acts come to by the rules in use.
fn examples(context: &Context<'_>) -> Element {
    let [zh, en] = [Language::Zh, Language::En].map(|language| Words::of(language).t);
    let trip = [zh.kiosk_example_trip(), en.kiosk_example_trip()];
    let paint = [zh.kiosk_example_paint(), en.kiosk_example_paint()];
    el("div", "poster__examples")
        .maybe(example(context, TRIP, (icon(Icon::Rail), trip), [Voice::Carbon, Voice::Points]))
        .maybe(example(context, PAINT, (icon(Icon::Paint), paint), [Voice::Air, Voice::Points]))
}

/// An act with its icon, its names in both languages, and the ledgers it shows in.
fn example(
    context: &Context<'_>,
    act: &str,
    (drawn, [zh, en]): (Element, [&'static str; 2]),
    voices: [Voice; 2],
) -> Option<Element> {
    let json = Json::parse(&format!("{{\"date\":\"{}\",{act}}}", context.today)).ok()?;
    let activity = intake::read(&json, context.rules, context.today).ok()?;
    let totals = methodology::assess(&activity, context.rules).ok()?.totals;
    let words = context.words;
    let mut figures = el("div", "poster__figures");
    for voice in voices {
        figures.push(figure(voice, totals, words));
    }
    let names = el("p", "poster__line").child(drawn).child(
        el("span", "")
            .child(say("span", "poster__act", zh))
            .child(say("span", "poster__act poster__small", en).attr("lang", "en")),
    );
    Some(el("div", "poster__example").child(names).child(figures))
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
    let mut list = el("ul", "poster__misset").named("misset");
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

/// The sky above and hills behind a city at the edge of the plain, with the seal of the points for a sun.
fn landscape() -> Element {
    let part = |class, path| el("path", class).attr("d", path);
    let sky = drawing("poster__sky", "0 0 480 540")
        .child(el("circle", "poster__sun").attr("cx", "370").attr("cy", "108").attr("r", "84"))
        .child(part("poster__ray", "M370 56l52 52-52 52-52-52z"))
        .child(part("poster__wind", "M150 404h180a34 34 0 1 0-34-34M96 456h284a38 38 0 1 1-38 38M24 456h32"));
    let ground = drawing("poster__ground", "0 0 1080 700")
        .attr("preserveAspectRatio", "xMidYMax slice")
        .child(part("poster__hill--far", "M0 170C120 80 214 38 318 80c92 36 150-66 262-66 122 0 170 106 276 92 90-12 150-60 224-52v646H0z"))
        .child(part("poster__hill--mid", "M0 300c130-96 250-110 372-52 118 56 214-14 330-32 146-22 236 60 378 14v470H0z"))
        .child(part("poster__city", "M604 352V256h44v-44h60v140M724 352V182l24-40 24 40v170M792 352V234h76v118M884 352v-70h52v70M84 352v-60h70v-40h56v100M226 352v-86l34-30 34 30v86"))
        .child(part("poster__rail", "M0 438h1080M0 456h1080"))
        .child(part("poster__train", "M300 352h404a62 62 0 0 1 60 46l8 32H268v-46a32 32 0 0 1 32-32z"))
        .child(part("poster__window", "M304 376h64v28h-64zM388 376h64v28h-64zM472 376h64v28h-64zM556 376h64v28h-64zM640 376h48a40 40 0 0 1 36 28h-84z"))
        .child(part("poster__hill--near", "M0 520c180-50 330-44 520-14 210 34 360 6 560-30v224H0z"))
        .child(part("poster__edge", "M0 520c180-50 330-44 520-14 210 34 360 6 560-30"))
        .child(part("poster__stem", "M884 516c0-60-4-92-20-128M884 468c14-32 34-46 60-52M872 424c-22-20-44-26-66-24"))
        .child(part("poster__leaf", "M864 388c-30-22-36-58-18-88 30 22 36 58 18 88zM944 416c20-26 50-34 80-20-20 28-50 36-80 20zM806 400c-28-6-44-24-50-52 28 4 46 24 50 52z"));
    el("div", "poster__picture").attr("aria-hidden", "true").child(sky).child(ground)
}
