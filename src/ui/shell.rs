//! What stands around every screen: the name, the language, the tabs, and notices.

use yew::{Callback, Html, classes, html};

use super::Words;
use super::icon::{Icon, brand, icon};
use crate::route::View;

/// A short message above the screen, with what can be done about it.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Notice {
    /// What happened.
    pub(crate) text: String,
    /// Whether it went wrong.
    pub(crate) failed: bool,
    /// The entry it is about, if undoing makes sense.
    pub(crate) undo: Option<String>,
    /// The entry to look at.
    pub(crate) entry: Option<String>,
}

/// The head of the page.
pub(crate) fn head(words: Words, view: &View, on_language: &Callback<()>) -> Html {
    let t = words.t;
    html! {
        <header class="head">
            <a class="brand" href={View::Home.href()}>{ brand() }<span class="brand__name">{ t.app_name }</span></a>
            <span class="head__status">{ t.example_rules }</span>
            { tabs(words, view, "tabs tabs--head") }
            <button type="button" class="head__language" lang={words.language.pick("en", "zh-CN")} data-testid="language"
                onclick={on_language.reform(|_: yew::MouseEvent| ())}>{ t.switch_language }</button>
        </header>
    }
}

/// The tabs: below on a phone, in the head on a desktop.
pub(crate) fn tabs(words: Words, view: &View, class: &'static str) -> Html {
    let t = words.t;
    let current = match view {
        View::Home => 0,
        View::Choose | View::Record(_) => 1,
        View::Ledger | View::Entry(_) | View::Correct(_) => 2,
        View::Rules => 3,
    };
    let tabs = [
        (View::Home, t.home, Icon::Home),
        (View::Choose, t.record, Icon::Pen),
        (View::Ledger, t.ledger, Icon::Ledger),
        (View::Rules, t.rules, Icon::Rules),
    ];
    html! {
        <nav class={class} aria-label={t.navigation}>
            for (place, (view, name, drawn)) in tabs.into_iter().enumerate() {
                <a class="tabs__item" href={view.href()} aria-current={(place == current).then_some("page")}>
                    { icon(drawn) }<span>{ name }</span>
                </a>
            }
        </nav>
    }
}

/// The message of the last thing done. It stays until it is dismissed or something else is done.
pub(crate) fn notice(
    words: Words,
    notice: Option<&Notice>,
    on_undo: &Callback<String>,
    on_dismiss: &Callback<()>,
) -> Html {
    let t = words.t;
    html! {
        <div class="notices" role="status" aria-live="polite" data-testid="notice">
            if let Some(notice) = notice {
                <div class={classes!("notice", notice.failed.then_some("notice--failed"))}>
                    { icon(if notice.failed { Icon::Info } else { Icon::Check }) }
                    <p class="notice__text">{ notice.text.clone() }</p>
                    if let Some(id) = notice.undo.clone() {
                        <button type="button" class="link" data-testid="undo" onclick={on_undo.reform(move |_: yew::MouseEvent| id.clone())}>{ t.undo }</button>
                    }
                    if let Some(id) = notice.entry.clone() {
                        <a class="link" href={View::Entry(id).href()}>{ t.view_entry }</a>
                    }
                    <button type="button" class="notice__close" aria-label={t.dismiss} onclick={on_dismiss.reform(|_: yew::MouseEvent| ())}>{ icon(Icon::Close) }</button>
                </div>
            }
        </div>
    }
}

/// A lasting remark, for instance that nothing can be kept here.
pub(crate) fn remark(text: &'static str, name: &'static str) -> Html {
    html! { <p class="remark" data-testid={name}>{ icon(Icon::Info) }<span>{ text }</span></p> }
}

/// A title with a way back.
pub(crate) fn title(words: Words, back: &View, title: &str) -> Html {
    html! {
        <div class="title">
            <a class="title__back" href={back.href()} aria-label={words.t.back}>{ icon(Icon::Back) }</a>
            <h1 class="title__text" tabindex="-1" id="title">{ title.to_owned() }</h1>
        </div>
    }
}
