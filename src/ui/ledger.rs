//! The ledger by day, newest first. A day's parts add up to its total, on screen too.

use std::rc::Rc;

use yew::{Html, Properties, classes, component, html, use_state_eq};

use super::amount::figures;
use super::form;
use super::icon::{Icon, icon};
use super::summary::{activity_icon, summary};
use super::{Rules, Words};
use crate::domain::activity::Kind;
use crate::domain::assessment::{Totals, Verdict};
use crate::domain::date::Date;
use crate::domain::ledger::{Entry, Ledger, Posted};
use crate::i18n::{calendar, word};
use crate::route::View;

/// Days drawn at first, and added with each "earlier".
const DAYS_AT_A_TIME: usize = 14;

/// The ledger at one point of its growth; equal while nothing was added.
#[derive(Clone, Debug)]
pub(crate) struct LedgerAt {
    /// The entries.
    pub(crate) ledger: Rc<std::cell::RefCell<Ledger>>,
    /// How many there are.
    pub(crate) length: usize,
}

impl PartialEq for LedgerAt {
    fn eq(&self, other: &Self) -> bool {
        self.length == other.length && Rc::ptr_eq(&self.ledger, &other.ledger)
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct LedgerProps {
    pub(crate) words: Words,
    pub(crate) rules: Rules,
    pub(crate) at: LedgerAt,
    pub(crate) today: Date,
}

/// The ledger screen.
#[component]
pub(crate) fn LedgerScreen(props: &LedgerProps) -> Html {
    let chosen = use_state_eq(|| None::<Kind>);
    let days_shown = use_state_eq(|| DAYS_AT_A_TIME);
    let (words, t) = (props.words, props.words.t);
    let ledger = props.at.ledger.borrow();
    if ledger.is_empty() {
        return empty(words);
    }
    // A filter is a group: the three kinds of travel belong together.
    let keep = |kind: Kind| (*chosen).is_none_or(|chosen| form::group(chosen, words).1.contains(&kind));
    let days: Vec<(Date, Vec<(&Rc<Entry>, &Posted)>)> = ledger
        .by_day()
        .into_iter()
        .map(|(day, entries)| (day, entries.into_iter().filter(|(_, posted)| keep(posted.activity.facts.kind())).collect::<Vec<_>>()))
        .filter(|(_, entries)| !entries.is_empty())
        .collect();
    let filters = [None, Some(Kind::Trip), Some(Kind::Utility), Some(Kind::Purchase), Some(Kind::Action)];
    html! {
        <section class="screen">
            <h1 class="screen__title" id="title" tabindex="-1">{ t.ledger }</h1>
            <div class="filters" role="group" aria-label={t.filter}>
                for filter in filters {
                    <button type="button" class={classes!("chip", (filter == *chosen).then_some("chip--on"))} aria-pressed={(filter == *chosen).to_string()}
                        data-filter={filter.map_or("all", Kind::as_str)}
                        onclick={{ let chosen = chosen.clone(); move |_| chosen.set(filter) }}>
                        { filter.map_or(t.filter_all, |kind| form::group(kind, words).0) }
                    </button>
                }
            </div>
            if days.is_empty() { <p class="hint">{ t.filter_none }</p> }
            for (day, entries) in days.iter().take(*days_shown) {
                <section key={day.to_string()} class="day" data-day={day.to_string()}>
                    { day_head(*day, entries, &ledger, props) }
                    <ul class="rows">
                        for (entry, posted) in entries.iter() {
                            <li key={entry.id.clone()}>{ row(entry, posted, ledger.reversal_of(&entry.id).is_some(), &props.rules, words) }</li>
                        }
                    </ul>
                </section>
            }
            if days.len() > *days_shown {
                <button type="button" class="button button--quiet" onclick={{ let days_shown = days_shown.clone(); move |_| days_shown.set(*days_shown + DAYS_AT_A_TIME) }}>
                    { icon(Icon::Down) }{ t.show_more }
                </button>
            }
        </section>
    }
}

fn day_head(day: Date, entries: &[(&Rc<Entry>, &Posted)], ledger: &Ledger, props: &LedgerProps) -> Html {
    let (words, language) = (props.words, props.words.language);
    let total = entries
        .iter()
        .filter(|(entry, _)| ledger.reversal_of(&entry.id).is_none())
        .fold(Totals::default(), |sum, (_, posted)| sum.plus(posted.totals));
    html! {
        <header class="day__head">
            <h2 class="day__date">
                { calendar::relative_day(day, props.today, language) }
                <span class="day__weekday">{ calendar::weekday(day, language) }</span>
            </h2>
            <span class="day__total">{ words.t.day_total }{ figures(total, words) }</span>
        </header>
    }
}

/// One entry as a row that opens.
pub(crate) fn row(entry: &Entry, posted: &Posted, reversed: bool, rules: &Rules, words: Words) -> Html {
    let t = words.t;
    html! {
        <a class={classes!("row", reversed.then_some("row--reversed"))} href={View::Entry(entry.id.clone()).href()} data-entry={entry.id.clone()}>
            <span class="row__icon">{ icon(activity_icon(&posted.activity.facts)) }</span>
            <span class="row__text">
                <span class="row__name">{ summary(&posted.activity, rules, words) }</span>
                <span class="row__more">
                    if reversed { { t.reversed } } else if posted.corrects.is_some() { { t.corrects_entry } } else { { word::evidence(posted.activity.evidence, words.language) } }
                </span>
            </span>
            <span class="row__figures">
                if posted.verdict == Verdict::Recorded { <span class="row__recorded">{ t.recorded_only }</span> } else { { figures(posted.totals, words) } }
            </span>
            { icon(Icon::Forward) }
        </a>
    }
}

fn empty(words: Words) -> Html {
    let t = words.t;
    html! {
        <section class="screen screen--empty">
            <svg class="empty__drawing" viewBox="0 0 160 110" aria-hidden="true" focusable="false">
                <path class="empty__page" d="M12 24c22-9 44-7 68 7 24-14 46-16 68-7v70c-22-8-44-5-68 8-24-13-46-16-68-8z" />
                <path class="empty__rules" d="M80 31v71M28 42c13-3 25-2 38 3M28 56c13-3 25-2 38 3M28 70c13-3 25-2 38 3" />
                <path class="empty__leaf" d="M98 84c0-24 12-37 34-40 0 24-11 39-34 40zM98 84c5-11 11-19 20-25" />
            </svg>
            <h1 class="screen__title" id="title" tabindex="-1">{ t.ledger_empty_title }</h1>
            <p class="lead">{ t.ledger_empty_lead }</p>
            <a class="button button--main" href={View::Choose.href()}>{ icon(Icon::Pen) }{ t.record }</a>
        </section>
    }
}
