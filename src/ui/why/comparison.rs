//! One entry under two versions of the rules, side by side and line by line.

use super::{grade_badge, value};
use crate::domain::assessment::{Assessment, Totals};
use crate::domain::comparison::{Difference, Line, Side, compare};
use crate::domain::trace::{Operand, Origin, Step};
use crate::i18n::reason::field;
use crate::i18n::source::named;
use crate::i18n::unit::unit_name;
use crate::i18n::version::in_use_from;
use crate::i18n::{step, unit};
use crate::ui::amount::{Voice, figure, gases, mark};
use crate::ui::element::{Element, el, say, text};
use crate::ui::{Context, Rules, Words};

/// What opens to the comparison of an entry's own result with that of another version. The older version stands first.
pub(crate) fn compared(context: &Context<'_>, own: &Assessment, other: &Rules, there: Option<&Assessment>) -> Element {
    let (words, t) = (context.words, context.words.t);
    let mut body = el("div", "compare");
    match there {
        None => body.push(say("p", "", t.compare_impossible())),
        Some(there) => {
            let (mine, theirs) = ((context.rules, own), (other, there));
            let own_first = context.rules.published <= other.published;
            let (first, second) = if own_first { (mine, theirs) } else { (theirs, mine) };
            body.push(say("p", "hint", t.compare_kept()));
            body.push(change_note(second.0, words));
            if first.1.steps.is_empty() && second.1.steps.is_empty() && first.1.totals == second.1.totals {
                body.push(say("p", "", t.compare_nothing()));
            } else {
                body.push(Table { context, first, second, own_first }.drawn());
            }
        }
    }
    let summary = el("summary", "more__summary").say(t.compare()).text(words.language.pick("：", ": "));
    el("details", "more").named("compare").child(summary.child(text("code", "", &other.name()))).child(body)
}

/// What the newer of the two says about itself.
fn change_note(rules: &Rules, words: Words) -> Element {
    el("p", "compare__note")
        .named("change-note")
        .child(el("b", "").say(words.t.what_changed()).text(&format!(" · {}", rules.name())))
        .say(" ")
        .text(words.label(&rules.change_note))
}

struct Table<'a> {
    context: &'a Context<'a>,
    first: (&'a Rules, &'a Assessment),
    second: (&'a Rules, &'a Assessment),
    own_first: bool,
}

impl Table<'_> {
    fn drawn(&self) -> Element {
        let t = self.context.words.t;
        let (before, after) = (side(self.first), side(self.second));
        let comparison = compare(before, after);
        let head = el("tr", "")
            .child(self.version(self.first.0, self.own_first))
            .child(self.version(self.second.0, !self.own_first));
        let mut table = el("table", "compare__table")
            .child(say("caption", "visually-hidden", t.compare_caption()))
            .child(el("thead", "").child(head));
        let mut about = "";
        for line in &comparison.lines {
            table.push(self.line(line, &mut about));
        }
        table.child(self.results(comparison.change))
    }

    /// The head of a column: the version, and what it has to do with this entry.
    fn version(&self, rules: &Rules, own: bool) -> Element {
        let words = self.context.words;
        let said = if own { words.t.own_version().to_owned() } else { in_use_from(rules.published, words.language) };
        el("th", "").attr("scope", "col").child(text("code", "", &rules.name())).child(text(
            "span",
            "compare__whose",
            &said,
        ))
    }

    /// A step: its name and whether it differs across both columns, and below them what each version does.
    fn line(&self, line: &Line<'_>, about: &mut &'static str) -> Element {
        let (language, t) = (self.context.words.language, self.context.words.t);
        let Some((place, shown)) = line.before.or(line.after) else { return el("tbody", "") };
        let (class, differs, said) = match line.difference {
            Difference::None => ("compare__line", None, t.line_same()),
            Difference::Follows => ("compare__line compare__line--differs", Some("follows"), t.line_follows()),
            Difference::Rules | Difference::OnlyBefore | Difference::OnlyAfter => {
                ("compare__line compare__line--differs", Some("rules"), t.line_rules())
            }
        };
        let mut title = text("span", "compare__title", &format!("{}. ", place.saturating_add(1)));
        if shown.about != *about && !shown.about.is_empty() {
            title = title.text(&format!("{} · ", field(shown.about, language)));
        }
        *about = shown.about;
        let title = title.say(step::title(shown.name, language));
        let head = group(title, differs.is_some(), said);
        let mut cells = el("tr", "");
        if differs.is_some() {
            for (step, rules) in [(line.before, self.first.0), (line.after, self.second.0)] {
                cells.push(match step {
                    Some((_, step)) => self.formula(step, rules, line.difference == Difference::Rules),
                    None => say("td", "compare__missing", t.line_missing()),
                });
            }
        } else {
            cells.push(self.formula(shown, self.first.0, false).attr("colspan", "2"));
        }
        el("tbody", class)
            .attr("data-compared", shown.name.as_str())
            .attr("data-difference", differs.unwrap_or("none"))
            .child(head)
            .child(cells)
    }

    /// A step as a line of arithmetic; where the rules differ, with the grade and the source of each number of theirs.
    fn formula(&self, step: &Step, rules: &Rules, cited: bool) -> Element {
        let words = self.context.words;
        let mut formula = el("p", "compare__formula");
        let mut sources = el("div", "");
        for (index, operand) in step.operands.iter().enumerate() {
            if index > 0 {
                formula = formula.text(&format!(" {} ", step::operator(step.operation, words.language)));
            }
            let factor = matches!(operand.origin, Origin::Parameter(_));
            formula.push(text(if factor && cited { "b" } else { "span" }, "", &amount(operand, words)));
            if cited && let Some(source) = source(operand, rules, words) {
                sources.push(source);
            }
        }
        let equals = format!(" {} ", step::equals(step.operation, words.language));
        let result = format!("{} {}", value(step.result, step.unit, words), unit_name(step.unit, words.language));
        el("td", "")
            .child(formula.text(&equals).child(text("b", "compare__result", &result)))
            .maybe(cited.then_some(sources))
    }

    /// The three ledgers under both versions, and by how much they differ.
    fn results(&self, change: Totals) -> Element {
        let words = self.context.words;
        let mut body = el("tbody", "compare__results").named("compared-totals");
        for voice in Voice::ALL {
            let amount = voice.amount(change, words);
            let differs = figure_of(voice, change) != 0;
            let sign = if figure_of(voice, change) > 0 { "+" } else { "" };
            let said = format!("{sign}{} {}", amount.number, amount.unit);
            let name = el("span", "compare__title")
                .child(mark(voice))
                .say(words.t.three_results())
                .say(" · ")
                .say(voice.long_name(words));
            let said = if differs { said } else { words.t.line_same().to_owned() };
            body.push(group(name, differs, &said));
            let mut cells = el("tr", "");
            for (_, assessment) in [self.first, self.second] {
                let gases =
                    (voice == Voice::Air).then(|| text("span", "compare__gases", &gases(assessment.totals, words)));
                cells.push(el("td", "").child(figure(voice, assessment.totals, words)).maybe(gases));
            }
            body.push(cells);
        }
        body
    }
}

fn side<'a>((rules, assessment): (&'a Rules, &'a Assessment)) -> Side<'a> {
    Side { rulebook: rules, assessment }
}

/// The row that names a group of cells, with its mark: a sign and a word, so that colour is not needed.
fn group(title: Element, differs: bool, said: &str) -> Element {
    let class = if differs { "compare__mark compare__mark--differs" } else { "compare__mark" };
    let mark = el("span", class)
        .child(text("span", "compare__sign", if differs { "≠" } else { "＝" }).attr("aria-hidden", "true"));
    let head = el("th", "").attr("scope", "rowgroup").attr("colspan", "2").child(title).child(mark.text(said));
    el("tr", "").child(head)
}

fn amount(operand: &Operand, words: Words) -> String {
    format!("{} {}", value(operand.value, operand.unit, words), unit_name(operand.unit, words.language))
        .trim_end()
        .to_owned()
}

/// The grade and the source of a number of the rules.
fn source(operand: &Operand, rules: &Rules, words: Words) -> Option<Element> {
    let Origin::Parameter(factor) = operand.origin else { return None };
    let (parameter, value) = rules.resolve(factor)?;
    let source = rules.sources.get(value.source)?;
    let (amount, unit) = unit::amount_and_unit(value.amount, parameter.unit, words.language);
    let named = format!("{} {amount} {unit} · {}", words.label(&parameter.label), named(source, words.language).title);
    Some(
        text("p", "compare__source", &named)
            .say(" ")
            .text(source.number.as_deref().unwrap_or_default())
            .child(grade_badge(value.grade, words)),
    )
}

/// The change of a ledger as one number, to tell its sign.
fn figure_of(voice: Voice, change: Totals) -> i64 {
    match voice {
        Voice::Carbon => change.carbon_mg,
        Voice::Air => change.air.upe,
        Voice::Points => change.points,
    }
}
