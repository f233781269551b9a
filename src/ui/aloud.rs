//! A result read aloud, where the browser can speak.

use super::act::Act;
use super::amount::Voice;
use super::element::{Element, el, say};
use super::icon::{Icon, icon};
use super::outcome::Preview;
use super::{Context, Words};
use crate::domain::assessment::{Air, Totals, Verdict};

/// The button that reads a result; nothing where the browser cannot speak.
pub(crate) fn aloud(context: &Context<'_>, what: &str, totals: Totals) -> Option<Element> {
    let speaks = context.explain.is_some_and(|explain| (explain.speaks)());
    speaks.then(|| {
        el("button", "button button--aloud")
            .attr("type", "button")
            .named("aloud")
            .pressed(context.on, Act::Spoken(spoken(what, totals, context.words)))
            .child(icon(Icon::Aloud))
            .child(say("span", "aloud__name", context.words.t.speak()))
    })
}

/// The same for what is being typed, once it is worth something.
pub(crate) fn aloud_preview(context: &Context<'_>, preview: &Preview) -> Option<Element> {
    let (_, assessment) = preview.valid()?;
    let credited = assessment.verdict == Verdict::Credited;
    credited.then(|| aloud(context, context.words.t.result(), assessment.totals)).flatten()
}

/// The ledgers that are not zero, in the words a person would say them in.
fn spoken(what: &str, totals: Totals, words: Words) -> String {
    let shown = [totals.carbon_mg != 0, totals.air != Air::default(), totals.points != 0];
    let (comma, stop) = (words.language.pick("，", ", "), words.language.pick("。", "."));
    let mut said = what.to_owned();
    for (voice, _) in Voice::ALL.into_iter().zip(shown).filter(|(_, shown)| *shown) {
        let amount = voice.amount(totals, words);
        // Thousands are not read as two numbers.
        let number = amount.number.replace(',', "");
        said.push_str(comma);
        said.push_str(voice.long_name(words));
        said.push(' ');
        said.push_str(&number);
        said.push(' ');
        said.push_str(amount.unit);
    }
    said.push_str(stop);
    said
}
