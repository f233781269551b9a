//! Home: the three totals, what was recorded, and one clear next step.

use std::rc::Rc;

use yew::{Callback, Html, Properties, classes, component, html};

use super::amount::{Voice, figure, figures, gases, mark};
use super::field::{Field, Form};
use super::icon::{Icon, icon};
use super::ledger::{LedgerAt, row};
use super::outcome::Preview;
use super::record::choices;
use super::summary::{activity_icon, summary};
use super::why::Why;
use super::{Rules, Words};
use crate::domain::activity::{Activity, Kind};
use crate::domain::date::Date;
use crate::domain::draft::{Draft, Edit};
use crate::domain::ledger::Ledger;
use crate::i18n::calendar;
use crate::route::View;

/// The one thing suggested next.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Next {
    /// A draft of that kind is unfinished.
    Unfinished(Kind),
    /// No bill this month yet.
    Bill,
    /// Nothing recorded today yet.
    Trip,
}

/// An act that was recorded before and can be recorded again with one tap.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Again {
    /// The activity, dated today.
    pub(crate) activity: Activity,
    /// What it will be worth.
    pub(crate) totals: crate::domain::assessment::Totals,
}

#[derive(Properties, PartialEq)]
pub(crate) struct HomeProps {
    pub(crate) words: Words,
    pub(crate) rules: Rules,
    pub(crate) today: Date,
    pub(crate) in_ozone_season: bool,
    pub(crate) at: LedgerAt,
    pub(crate) again: Rc<Vec<Again>>,
    pub(crate) next: Next,
    /// The first visitor's worked example and its result.
    pub(crate) example: Rc<Draft>,
    pub(crate) example_preview: Preview,
    pub(crate) why_open: bool,
    pub(crate) saving: bool,
    pub(crate) on_example_edit: Callback<Edit>,
    pub(crate) on_example_keep: Callback<()>,
    pub(crate) on_why: Callback<bool>,
    pub(crate) on_again: Callback<usize>,
    pub(crate) on_copy: Callback<String>,
}

/// The home screen.
#[component]
pub(crate) fn HomeScreen(props: &HomeProps) -> Html {
    let (words, t, language) = (props.words, props.words.t, props.words.language);
    let ledger = props.at.ledger.borrow();
    let last = |kind: Kind| last_of(kind, &ledger, props);
    html! {
        <section class="screen home">
            <div class="home__day">
                <h1 class="home__date" id="title" tabindex="-1">{ calendar::day(props.today, language) }{ " " }{ calendar::weekday(props.today, language) }</h1>
                if props.in_ozone_season { <p class="home__season">{ icon(Icon::Sun) }{ t.season_ozone }</p> }
            </div>
            if ledger.is_empty() { { example(props) } } else { { totals(&ledger, props) } }
            if !props.again.is_empty() { { again(props) } }
            <section class="block" aria-label={t.quick_title}>
                <h2 class="block__title">{ t.quick_title }</h2>
                { choices(&[Kind::Trip, Kind::Utility, Kind::Purchase, Kind::Action, Kind::CarFree, Kind::Refuel], words, last) }
            </section>
            if !ledger.is_empty() { { next(props) } }
            if !ledger.is_empty() { { recent(&ledger, props) } }
            <p class="home__privacy">{ t.privacy }</p>
        </section>
    }
}

fn totals(ledger: &Ledger, props: &HomeProps) -> Html {
    let (words, t) = (props.words, props.words.t);
    let (month, all) = (ledger.month((props.today.year(), props.today.month())), ledger.all_time());
    html! {
        <section class="block" aria-label={t.this_month}>
            <dl class="totals" data-testid="totals">
                for voice in Voice::ALL {
                    <div class={classes!("totals__one", voice.class())}>
                        <dt class="totals__name">{ mark(voice) }<b>{ voice.name(words) }</b><span class="totals__long">{ voice.long_name(words) }</span></dt>
                        <dd class="totals__number"><a href={View::Ledger.href()} title={t.see_origin}><span class="visually-hidden">{ t.this_month }</span>{ figure(voice, month, words) }</a></dd>
                        if voice == Voice::Air { <dd class="totals__more">{ gases(month, words) }</dd> }
                        <dd class="totals__all">{ t.all_time }{ " " }{ figure(voice, all, words) }</dd>
                    </div>
                }
            </dl>
            <p class="hint totals__hint"><b>{ t.this_month }</b>{ " · " }{ t.three_ledgers }</p>
        </section>
    }
}

/// Instead of zeros: an example that can be changed, looked into, kept or left.
fn example(props: &HomeProps) -> Html {
    let (words, t) = (props.words, props.words.t);
    let form = Form {
        words,
        rules: &props.rules,
        today: props.today,
        draft: &props.example,
        problems: match &props.example_preview {
            Preview::Valid(_) => &[],
            Preview::Unfinished(problems) => problems,
        },
        attempted: true,
        on_edit: &props.on_example_edit,
        trips: &[],
    };
    let open = props.why_open;
    html! {
        <section class="example" data-testid="example">
            <h2 class="example__title">{ t.example_title }</h2>
            <p class="lead">{ t.example_lead }</p>
            { form.number(Field {
                path: "legs[0].km", label: t.km, unit: words.language.pick("公里", "km"), step: "1",
                quick: &["3", "5", "10", "20"], ..Field::default()
            }) }
            <div class="example__result" role="status" aria-live="polite" data-testid="result">
                if let Preview::Valid(valid) = &props.example_preview { { figures(valid.1.totals, words) } }
            </div>
            if let Preview::Valid(valid) = &props.example_preview {
                <p class="hint">{ t.self_declared_half }</p>
                <div class="example__actions">
                    <button type="button" class="button button--why" aria-expanded={open.to_string()} data-testid="why"
                        onclick={props.on_why.reform(move |_: yew::MouseEvent| !open)}>{ if open { t.close } else { t.why } }</button>
                    <button type="button" class="button button--main" disabled={props.saving} data-testid="save"
                        onclick={props.on_example_keep.reform(|_: yew::MouseEvent| ())}>{ t.example_keep }</button>
                </div>
                if open {
                    <div class="sheet"><Why {words} rules={props.rules.clone()} result={valid.clone()} on_copy={props.on_copy.clone()} /></div>
                }
            }
        </section>
    }
}

fn again(props: &HomeProps) -> Html {
    let (words, t) = (props.words, props.words.t);
    html! {
        <section class="block" aria-label={t.quick_again}>
            <h2 class="block__title">{ t.quick_again }</h2>
            <ul class="again">
                for (place, again) in props.again.iter().enumerate() {
                    <li key={place}>
                        <button type="button" class="again__item" disabled={props.saving} onclick={props.on_again.reform(move |_: yew::MouseEvent| place)}>
                            { icon(activity_icon(&again.activity.facts)) }
                            <span class="again__name">{ summary(&again.activity, &props.rules, words) }</span>
                            { figures(again.totals, words) }
                        </button>
                    </li>
                }
            </ul>
        </section>
    }
}

fn next(props: &HomeProps) -> Html {
    let t = props.words.t;
    let (title, why, go, view) = match &props.next {
        Next::Unfinished(kind) => {
            (t.next_draft, super::record::kind_line(*kind, props.words), t.next_draft_go, View::Record(*kind))
        }
        Next::Bill => (t.next_bill, t.next_bill_why, t.next_go, View::Record(Kind::Utility)),
        Next::Trip => (t.next_trip, t.next_trip_why, t.next_go, View::Record(Kind::Trip)),
    };
    html! {
        <section class="next" aria-label={t.next_title} data-testid="next">
            <p class="next__kicker">{ t.next_title }</p>
            <h2 class="next__title">{ title }</h2>
            <p class="next__why">{ why }</p>
            <a class="button button--main" href={view.href()}>{ go }</a>
        </section>
    }
}

fn recent(ledger: &Ledger, props: &HomeProps) -> Html {
    let (words, t, language) = (props.words, props.words.t, props.words.language);
    let yesterday = props.today.plus_days(-1);
    let days: Vec<_> = ledger.by_day().into_iter().take_while(|(day, _)| *day >= yesterday).collect();
    html! {
        <section class="block" aria-label={t.recent_title} data-testid="recent">
            <h2 class="block__title">{ t.recent_title }</h2>
            if !days.iter().any(|(day, _)| *day == props.today) { <p class="hint">{ t.recent_none }</p> }
            for (day, entries) in days.iter() {
                <h3 key={day.to_string()} class="recent__day">{ calendar::relative_day(*day, props.today, language) }</h3>
                <ul class="rows" key={format!("{day}-rows")}>
                    for (entry, posted) in entries.iter() {
                        <li key={entry.id.clone()}>{ row(entry, posted, ledger.reversal_of(&entry.id).is_some(), &props.rules, words) }</li>
                    }
                </ul>
            }
        </section>
    }
}

fn last_of(kind: Kind, ledger: &Ledger, props: &HomeProps) -> Option<String> {
    let entry = ledger.entries().iter().rev().take(200).find(|entry| {
        entry.posted().is_some_and(|posted| posted.activity.facts.kind() == kind) && ledger.reversal_of(&entry.id).is_none()
    })?;
    Some(summary(&entry.posted()?.activity, &props.rules, props.words))
}
