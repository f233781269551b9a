//! Everyday actions, as many as the rulebook has.

use yew::{Callback, Html, html};

use crate::domain::draft::Edit;
use crate::domain::rulebook::CountedBy;
use crate::ui::field::{Field, Form};
use crate::ui::icon::Icon;

pub(super) fn fields(form: &Form<'_>) -> Html {
    let t = form.words.t;
    let options: Vec<_> = form
        .rules
        .actions
        .iter()
        .map(|action| (action.id.as_str(), form.words.label(&action.label), Some(Icon::Leaf)))
        .collect();
    let chosen = form.rules.action(form.draft.text("action"));
    html! {
        <>
            { form.day("date", t.date, true) }
            { form.choice("action", t.action_which, &options, &choosing(form)) }
            if let Some(action) = chosen {
                <p class="hint">{ form.words.label(&action.hint).to_owned() }</p>
                { match action.counted_by {
                    CountedBy::Count => form.number(Field {
                        path: "count", label: t.action_count, unit: form.words.language.pick("次", "times"),
                        step: "1", quick: &["1", "2", "3"], ..Field::default()
                    }),
                    CountedBy::Kilogram => form.number(Field {
                        path: "kg", label: t.action_kg, unit: form.words.language.pick("公斤", "kg"),
                        step: "0.5", quick: &["1", "2", "5"], ..Field::default()
                    }),
                } }
            }
        </>
    }
}

/// Choosing an action keeps only the amount it is counted by, and starts a count at one.
fn choosing(form: &Form<'_>) -> Callback<String> {
    let (on_edit, rules) = (form.on_edit.clone(), form.rules.clone());
    let count = if form.draft.text("count").is_empty() { "1" } else { form.draft.text("count") }.to_owned();
    Callback::from(move |id: String| {
        let (kept, dropped) = match rules.action(&id).map(|action| action.counted_by) {
            Some(CountedBy::Kilogram) => (None, "count"),
            _ => (Some(count.clone()), "kg"),
        };
        on_edit.emit(Edit::Text("action".to_owned(), id));
        on_edit.emit(Edit::Text(dropped.to_owned(), String::new()));
        if let Some(count) = kept {
            on_edit.emit(Edit::Text("count".to_owned(), count));
        }
    })
}
