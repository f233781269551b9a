//! Every parameter with its values, sources and grade, searchable.

use yew::{Html, InputEvent, Properties, component, html, use_state_eq};

use super::event::typed;
use super::icon::{Icon, icon};
use super::why::{grade_badge, value_details};
use super::{Rules, Words};
use crate::domain::rulebook::{Grade, Parameter};
use crate::i18n::{calendar, unit::unit_name, word};

#[derive(Properties, PartialEq)]
pub(crate) struct RulesProps {
    pub(crate) words: Words,
    pub(crate) rules: Rules,
}

/// The rules screen.
#[component]
pub(crate) fn RulesScreen(props: &RulesProps) -> Html {
    let query = use_state_eq(String::new);
    let (words, t, rules) = (props.words, props.words.t, &props.rules);
    let search = {
        let query = query.clone();
        move |event: InputEvent| query.set(typed(&event))
    };
    let wanted = query.trim().to_lowercase();
    let found: Vec<&Parameter> = rules.parameters.iter().filter(|parameter| matches(parameter, rules, &wanted)).collect();
    let file = format!("rulebooks/{}-{}.json", rules.id, rules.version);
    html! {
        <section class="screen">
            <h1 class="screen__title" id="title" tabindex="-1">{ t.rules_title }</h1>
            <p class="lead">{ t.rules_lead }</p>
            <p class="rules__version">
                <b>{ words.label(&rules.title).to_owned() }</b>{ " " }<code>{ rules.name() }</code>
                { " · " }{ words.label(&rules.status).to_owned() }{ " · " }
                <a href={file.clone()} download={format!("{}-{}.json", rules.id, rules.version)}>{ t.download_rules }</a>
            </p>
            <label class="search">
                { icon(Icon::Search) }
                <span class="visually-hidden">{ t.search }</span>
                <input type="search" class="search__input" placeholder={t.search} value={(*query).clone()} oninput={search} data-testid="search" />
            </label>
            <details class="more">
                <summary class="more__summary">{ t.grades_title }</summary>
                <dl class="grades">
                    for grade in Grade::ALL {
                        <div><dt>{ grade_badge(*grade, words) }</dt><dd>{ word::grade_explained(*grade, words.language) }</dd></div>
                    }
                </dl>
            </details>
            <p class="hint" role="status" aria-live="polite" data-testid="found">
                { if found.is_empty() { t.search_none.to_owned() } else { format!("{} {}", found.len(), t.found) } }
            </p>
            for (index, method) in rules.methods.iter().enumerate() {
                if found.iter().any(|parameter| parameter.method == index) {
                    <section key={method.id.clone()} class="method">
                        <h2 class="method__title">{ words.label(&method.title).to_owned() }</h2>
                        <p class="method__id"><code>{ &method.id }</code>{ " · " }{ t.value_from }{ " " }{ calendar::day(method.from, words.language) }{ " " }{ t.value_from_suffix }</p>
                        <div class="parameters">
                            for parameter in found.iter().filter(|parameter| parameter.method == index) {
                                { parameter_row(parameter, rules, words) }
                            }
                        </div>
                    </section>
                }
            }
        </section>
    }
}

fn parameter_row(parameter: &Parameter, rules: &Rules, words: Words) -> Html {
    let Some(current) = parameter.values.last() else { return Html::default() };
    html! {
        <details key={parameter.id.clone()} class="parameter" data-parameter={parameter.id.clone()}>
            <summary class="parameter__head">
                <span class="parameter__name">{ words.label(&parameter.label).to_owned() }</span>
                <span class="parameter__value"><b>{ current.amount.to_string() }</b>{ " " }{ unit_name(parameter.unit, words.language) }</span>
                { grade_badge(current.grade, words) }
            </summary>
            <div class="parameter__body">
                <p class="parameter__id"><code>{ &parameter.id }</code></p>
                for value in parameter.values.iter().rev() {
                    <section key={value.from.to_string()} class="citation">
                        <p class="citation__value"><b>{ value.amount.to_string() }</b>{ " " }{ unit_name(parameter.unit, words.language) }{ grade_badge(value.grade, words) }</p>
                        { value_details(value, rules, words) }
                    </section>
                }
            </div>
        </details>
    }
}

/// Whether every word of the query stands in the parameter's names, its id, its unit or one of its sources.
fn matches(parameter: &Parameter, rules: &Rules, query: &str) -> bool {
    if query.is_empty() {
        return true;
    }
    let mut text = format!("{} {} {} {}", parameter.id, parameter.label.zh, parameter.label.en, parameter.unit.symbol());
    for value in &parameter.values {
        if let Some(source) = rules.sources.get(value.source) {
            for part in [&source.title, &source.issuer, &source.clause] {
                text.push(' ');
                text.push_str(part);
            }
            text.push_str(source.number.as_deref().unwrap_or_default());
        }
        text.push(' ');
        text.push_str(value.grade.as_str());
    }
    let text = text.to_lowercase();
    query.split_whitespace().all(|word| text.contains(word))
}
