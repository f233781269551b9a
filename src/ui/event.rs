//! What an event says. The only place in `ui` that names browser types: values come out, nothing is touched.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{InputEvent, TargetCast};

/// The text of the field that changed.
pub(crate) fn typed(event: &InputEvent) -> String {
    event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default()
}

/// The value of the list that changed.
pub(crate) fn chosen(event: &yew::Event) -> String {
    event.target_dyn_into::<HtmlSelectElement>().map(|list| list.value()).unwrap_or_default()
}

/// Whether the box that changed is ticked.
pub(crate) fn ticked(event: &yew::Event) -> bool {
    event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked())
}
