//! One factor with everything that stands behind it.

use yew::{Html, classes, html};

use crate::domain::rulebook::{Grade, ParameterRef, Source, Value};
use crate::i18n::{calendar, unit::unit_name, word};
use crate::ui::{Rules, Words};

/// How well a number is established, as a badge with its explanation.
pub(crate) fn grade_badge(grade: Grade, words: Words) -> Html {
    html! {
        <span class={classes!("grade", format!("grade--{}", grade.as_str()))} title={word::grade_explained(grade, words.language)}>
            { word::grade(grade, words.language) }
        </span>
    }
}

/// The card of one dated value.
pub(crate) fn citation(factor: ParameterRef, rules: &Rules, words: Words) -> Html {
    let Some((parameter, value)) = rules.resolve(factor) else { return Html::default() };
    html! {
        <section class="citation" data-citation={parameter.id.clone()}>
            <h4 class="citation__title">{ words.label(&parameter.label).to_owned() }</h4>
            <p class="citation__value">
                <b>{ value.amount.to_string() }</b>{ " " }{ unit_name(parameter.unit, words.language) }
                { grade_badge(value.grade, words) }
            </p>
            { value_details(value, rules, words) }
        </section>
    }
}

/// Dates, caveats and source of one value.
pub(crate) fn value_details(value: &Value, rules: &Rules, words: Words) -> Html {
    let t = words.t;
    let line = |name: &'static str, text: String| html! { <><dt>{ name }</dt><dd>{ text }</dd></> };
    let day = |date| calendar::day(date, words.language);
    html! {
        <>
            <p class="citation__explained">{ word::grade_explained(value.grade, words.language) }</p>
            if let Some(note) = &value.note { <p class="citation__note">{ words.label(note).to_owned() }</p> }
            <dl class="citation__facts">
                { line(t.value_from, format!("{} {}", day(value.from), t.value_from_suffix)) }
                if let Some(review_by) = value.review_by { { line(t.review_by, day(review_by)) } }
                if let Some(source) = rules.sources.get(value.source) { { source_lines(source, words) } }
            </dl>
        </>
    }
}

fn source_lines(source: &Source, words: Words) -> Html {
    let t = words.t;
    let day = |date| calendar::day(date, words.language);
    let title = match &source.number {
        Some(number) => format!("{} {number}", source.title),
        None => source.title.clone(),
    };
    html! {
        <>
            <dt>{ t.source }</dt><dd lang="zh-CN">{ title }</dd>
            <dt>{ t.issuer }</dt><dd lang="zh-CN">{ source.issuer.clone() }</dd>
            <dt>{ t.clause }</dt><dd>{ source.clause.clone() }</dd>
            if let Some(issued) = source.issued { <dt>{ t.issued }</dt><dd>{ day(issued) }</dd> }
            if let Some(in_force) = source.in_force { <dt>{ t.in_force }</dt><dd>{ day(in_force) }</dd> }
            <dt>{ t.consulted }</dt><dd>{ day(source.consulted) }</dd>
            if let Some(note) = &source.note { <dt>{ t.notes_title }</dt><dd>{ words.label(note).to_owned() }</dd> }
            <dt>{ t.open_source }</dt>
            <dd>
                if let Some(link) = &source.link {
                    <a href={link.clone()} target="_blank" rel="noopener noreferrer">{ shown_host(link) }</a>
                } else {
                    { t.no_link }
                }
            </dd>
        </>
    }
}

/// The host of a link, so that the resident sees where it leads.
fn shown_host(link: &str) -> String {
    let rest = link.split_once("://").map_or(link, |(_, rest)| rest);
    rest.split('/').next().unwrap_or(rest).to_owned()
}
