//! What stands around every screen: the name, the language, the tabs, and notices.

use std::borrow::Cow;

use yew::Callback;

use super::act::Act;
use super::element::{Element, el, say, text};
use super::icon::{Icon, brand, icon};
use super::{Rules, Words, person};
use crate::display::TextSize;
use crate::domain::ledger::Member;
use crate::route::View;

/// A short message above the screen, with what can be done about it.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Notice<'a> {
    /// What happened.
    pub(crate) text: Cow<'static, str>,
    /// Whether it went wrong.
    pub(crate) failed: bool,
    /// What undoes it, if that makes sense.
    pub(crate) undo: Option<Act>,
    /// The entry to look at.
    pub(crate) entry: Option<&'a str>,
    /// Whether the ledger had better be exported.
    pub(crate) files: bool,
}

/// The head of the page.
pub(crate) fn head(words: Words, rules: &Rules, view: &View, size: TextSize, on: &Callback<Act>) -> Element {
    let t = words.t;
    let name = el("a", "brand").attr("href", "#/").child(brand()).child(say("span", "brand__name", t.app_name()));
    let language = say("button", "head__language", t.switch_language())
        .attr("type", "button")
        .attr("lang", words.language.pick("en", "zh-CN"))
        .named("language")
        .pressed(on, Act::LanguageSwitched);
    let elder = say("button", "head__language head__elder", if size.is_elder() { t.everybody() } else { t.elder() })
        .attr("type", "button")
        .named("elder")
        .pressed(on, Act::SizeChosen(size.switched()));
    el("header", "head")
        .child(name)
        .child(
            el("span", "head__status")
                .maybe(place(rules, words).map(|place| text("b", "head__district", place).named("district-name")))
                .text(status(rules, words)),
        )
        .child(tabs(words, view, "tabs tabs--head"))
        .child(elder)
        .child(language)
}

/// Whose account is shown, and the choice of another one; nothing for somebody alone.
pub(crate) fn switcher(words: Words, present: &[Member], shown: &str, on: &Callback<Act>) -> Option<Element> {
    let t = words.t;
    let name = present.iter().find(|member| member.person == shown).map(|member| person::name(member, words))?;
    // The browser's own list lies over what is shown: it serves fingers, keys and screen readers alike.
    let mut list = el("select", "switcher__list").attr("aria-label", t.person_switch_long()).person_chosen(on);
    for member in present {
        let chosen = member.person == shown;
        let option = text("option", "", person::name(member, words)).attr_of("value", &member.person);
        // Made anew when that changes: once somebody has chosen, an option's attribute does not choose it any more.
        list.push(option.flag("selected", chosen).key(&format!("{chosen} {}", member.person)));
    }
    let bar = el("div", "switcher")
        .named("switcher")
        .child(icon(Icon::Me))
        .child(say("span", "switcher__whose", t.person_account()))
        .child(text("b", "switcher__name", name))
        .child(say("span", "switcher__whose", t.person_account_suffix()))
        .child(say("span", "switcher__switch", t.person_switch()).child(icon(Icon::Down)))
        .child(list);
    (present.len() > 1).then_some(bar)
}

/// The name of the district whose rules these are, as short as it is known.
pub(crate) fn place(rules: &Rules, words: Words) -> Option<&str> {
    let district = rules.district.as_ref()?;
    Some(match district.id.as_str() {
        "xicheng" => words.t.district_xicheng(),
        "chaoyang" => words.t.district_chaoyang(),
        _ => words.label(&district.title),
    })
}

/// Whose rules these are: in the words of the district's own file, or else that they are examples.
pub(crate) fn status(rules: &Rules, words: Words) -> &str {
    rules.district.as_ref().map_or(words.t.example_rules(), |district| words.label(&district.status))
}

/// The tabs: below on a phone, in the head on a desktop.
pub(crate) fn tabs(words: Words, view: &View, class: &'static str) -> Element {
    let t = words.t;
    let current = match view {
        View::Home => 0,
        View::Choose | View::Record(_) => 1,
        View::Ledger | View::Entry(_) | View::Correct(_) => 2,
        View::Points | View::Reward(_) | View::Voucher(_) => 3,
        View::Rules
        | View::Me
        | View::Insight
        | View::Household
        | View::Carry
        | View::Take(_)
        | View::Check(_)
        | View::Receipt(_)
        | View::Statement(..) => 4,
    };
    let all = [
        ("#/", t.home(), Icon::Home),
        ("#/record", t.record(), Icon::Pen),
        ("#/ledger", t.ledger(), Icon::Ledger),
        ("#/points", t.tab_points(), Icon::Points),
        ("#/me", t.tab_me(), Icon::Me),
    ];
    let mut tabs = el("nav", class).attr("aria-label", t.navigation());
    for (place, (href, name, drawn)) in all.into_iter().enumerate() {
        let tab = el("a", "tabs__item").attr("href", href).child(icon(drawn)).child(say("span", "", name));
        tabs.push(if place == current { tab.attr("aria-current", "page") } else { tab });
    }
    tabs
}

/// The message of the last thing done. It stays until it is dismissed or something else is done.
pub(crate) fn notice(words: Words, notice: Option<Notice<'_>>, on: &Callback<Act>) -> Element {
    let t = words.t;
    let shown = notice.map(|notice| {
        let undo = notice
            .undo
            .map(|act| say("button", "link", t.undo()).attr("type", "button").named("undo").pressed(on, act));
        let entry =
            notice.entry.map(|id| say("a", "link", t.view_entry()).attr_of("href", &View::Entry(id.to_owned()).href()));
        let files = notice.files.then(|| say("a", "link", t.storage_files()).attr_of("href", &View::Carry.href()));
        let close = el("button", "notice__close")
            .attr("type", "button")
            .attr("aria-label", t.dismiss())
            .pressed(on, Act::Dismissed)
            .child(icon(Icon::Close));
        let shown = el("div", if notice.failed { "notice notice--failed" } else { "notice" });
        // What failed is said at once.
        let shown = if notice.failed { shown.attr("role", "alert") } else { shown };
        shown
            .child(icon(if notice.failed { Icon::Info } else { Icon::Check }))
            .child(text("p", "notice__text", &notice.text))
            .maybe(undo)
            .maybe(entry)
            .maybe(files)
            .child(close)
    });
    notices().maybe(shown)
}

/// The place for the message, which is there before any message is, so that it is read aloud.
pub(crate) fn notices() -> Element {
    el("div", "notices").attr("role", "status").attr("aria-live", "polite").named("notice")
}

/// Says that there is a newer build, and offers it.
pub(crate) fn newer(words: Words, on: &Callback<Act>) -> Element {
    let t = words.t;
    let take = say("button", "link", t.take_version()).attr("type", "button").pressed(on, Act::VersionTaken);
    el("div", "notice")
        .attr("role", "status")
        .named("newversion")
        .child(icon(Icon::Info))
        .child(say("p", "notice__text", t.new_version()))
        .child(take)
}

/// A lasting remark, for instance that nothing can be kept here.
pub(crate) fn remark(said: &'static str, drawn: Icon) -> Element {
    el("p", "remark").child(icon(drawn)).child(say("span", "", said))
}

/// Where a frame may keep nothing: the same page in a window of its own, where the browser may let it. The only link of a
/// framed page that leads out of it.
pub(crate) fn opened_apart(words: Words, address: &str) -> Element {
    let link = say("a", "", words.t.open_apart())
        .attr_of("href", address)
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .named("open-apart");
    el("p", "remark").child(icon(Icon::Info)).child(el("span", "").child(link))
}

/// A title with a way back.
pub(crate) fn title(words: Words, back: &View, title: &str) -> Element {
    let back =
        el("a", "title__back").attr_of("href", &back.href()).attr("aria-label", words.t.back()).child(icon(Icon::Back));
    let title = text("h1", "title__text", title).attr("id", "title").attr("tabindex", "-1");
    el("div", "title").child(back).child(title)
}

/// The title of a screen that is reached by a tab.
pub(crate) fn screen_title(title: &'static str) -> Element {
    say("h1", "screen__title", title).attr("id", "title").attr("tabindex", "-1")
}

/// Says that the rest of the page could not be fetched, and what can be done about it.
pub(crate) fn not_fetched(words: Words, on: &Callback<Act>) -> Element {
    let t = words.t;
    let retry = say("button", "link", t.retry()).attr("type", "button").named("retry").pressed(on, Act::Retried);
    el("div", "notice notice--failed")
        .attr("role", "alert")
        .named("not-fetched")
        .child(icon(Icon::Info))
        .child(say("p", "notice__text", t.not_fetched()))
        .child(retry)
        .child(say("a", "link", t.reload()).attr("href", "./"))
}
