//! One entry: what it was worth, why, and how to put it right.

use std::rc::Rc;

use yew::{Callback, Html, Properties, classes, component, html};

use super::amount::{Voice, figure, gases, mark};
use super::icon::{Icon, icon};
use super::shell::title;
use super::summary::{activity_icon, summary};
use super::why::{Why, rechecked};
use super::{Rules, Words};
use crate::domain::activity::Activity;
use crate::domain::assessment::{Assessment, Verdict};
use crate::domain::ledger::Entry;
use crate::i18n::{calendar, word};
use crate::route::View;

#[derive(Properties, PartialEq)]
pub(crate) struct EntryProps {
    pub(crate) words: Words,
    pub(crate) rules: Rules,
    pub(crate) entry: Rc<Entry>,
    /// Whether another entry reversed it.
    pub(crate) reversed: bool,
    /// The result worked out again with the rules of its day; `None` if those rules are not here.
    pub(crate) again: Option<Rc<(Activity, Assessment)>>,
    pub(crate) on_reverse: Callback<String>,
    pub(crate) on_copy: Callback<String>,
}

/// The screen of one entry.
#[component]
pub(crate) fn EntryScreen(props: &EntryProps) -> Html {
    let (words, t, language) = (props.words, props.words.t, props.words.language);
    let Some(posted) = props.entry.posted() else { return missing(words) };
    let activity = &posted.activity;
    let id = props.entry.id.clone();
    let reverse = props.on_reverse.reform({
        let id = id.clone();
        move |_: yew::MouseEvent| id.clone()
    });
    let same = props.again.as_ref().map(|again| again.1.totals == posted.totals && again.1.verdict == posted.verdict);
    html! {
        <section class="screen screen--narrow">
            { title(words, &View::Ledger, &summary(activity, &props.rules, words)) }
            <p class="lead entry__lead">
                { icon(activity_icon(&activity.facts)) }
                { calendar::day(activity.date, language) }{ " " }{ calendar::weekday(activity.date, language) }
                { " · " }{ word::evidence(activity.evidence, language) }
            </p>
            if props.reversed { <p class="remark remark--reversed" data-testid="reversed">{ icon(Icon::Undo) }<span>{ t.reverse_done }</span></p> }
            if posted.corrects.is_some() { <p class="remark">{ icon(Icon::Pen) }<span>{ t.corrects_entry }</span></p> }
            <dl class={classes!("totals", "totals--entry", props.reversed.then_some("totals--reversed"))} data-testid="entry-totals">
                for voice in Voice::ALL {
                    <div class={classes!("totals__one", voice.class())}>
                        <dt class="totals__name">{ mark(voice) }{ voice.long_name(words) }</dt>
                        <dd class="totals__number">{ figure(voice, posted.totals, words) }</dd>
                        if voice == Voice::Air { <dd class="totals__more">{ gases(posted.totals, words) }</dd> }
                    </div>
                }
            </dl>
            if posted.verdict == Verdict::Credited { <p class="hint">{ t.three_ledgers }{ " " }{ t.pe_explained }{ language.pick("。", ".") }</p> }
            if let Some(same) = same { { rechecked(same, words) } }
            if let Some(again) = props.again.clone() {
                <div class="sheet"><Why {words} rules={props.rules.clone()} result={again} on_copy={props.on_copy.clone()} /></div>
            }
            if !props.reversed {
                <div class="entry__actions">
                    <a class="button" href={View::Correct(id).href()} data-testid="correct">{ icon(Icon::Pen) }{ t.correct }</a>
                    <button type="button" class="button button--quiet" data-testid="reverse" onclick={reverse}>{ icon(Icon::Undo) }{ t.reverse }</button>
                </div>
            }
        </section>
    }
}

/// What is shown for an address of no entry.
pub(crate) fn missing(words: Words) -> Html {
    html! {
        <section class="screen screen--narrow">
            { title(words, &View::Ledger, words.t.not_found) }
            <a class="button" href={View::Ledger.href()}>{ words.t.ledger }</a>
        </section>
    }
}
