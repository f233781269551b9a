//! Elements, put together by calls instead of by Yew's `html!`.
//!
//! The macro writes out the making of every node where it is used. Measured on ten nodes with four attributes and a
//! listener: 4.7 KB of WebAssembly with `html!`, 1.2 KB with these calls. The page has about four hundred nodes and a
//! budget, so the making is written once, here.
//!
//! A part that is not there leaves a placeholder ([`Element::maybe`]), so that what stands beside it keeps its place:
//! an input whose place changes would be made anew and lose the cursor.

use std::rc::Rc;

use yew::html::{onchange, onclick, oninput, onkeydown, onsubmit};
use yew::virtual_dom::{AttrValue, Key, Listener, VNode, VTag, VText};
use yew::{Callback, Html, InputEvent, KeyboardEvent, MouseEvent, SubmitEvent};

use super::act::{Act, HouseholdAct};
use super::event::{chosen, ticked, typed};
use crate::domain::draft::Edit;
use crate::domain::ledger::Person;
use crate::insight::Lever;

/// An element with its attributes and children so far.
#[must_use]
pub(crate) struct Element(Box<VTag>);

/// An element with a class; none if `class` is empty.
#[inline(never)]
pub(crate) fn el(tag: &'static str, class: &'static str) -> Element {
    let mut element = Box::new(VTag::new(tag));
    if !class.is_empty() {
        element.add_attribute("class", class);
    }
    Element(element)
}

/// An element that only holds a fixed text.
#[inline(never)]
pub(crate) fn say(tag: &'static str, class: &'static str, text: &'static str) -> Element {
    el(tag, class).say(text)
}

/// An element that only holds a text.
#[inline(never)]
pub(crate) fn text(tag: &'static str, class: &'static str, text: &str) -> Element {
    el(tag, class).text(text)
}

impl Element {
    /// An attribute with a fixed value.
    #[inline(never)]
    pub(crate) fn attr(mut self, name: &'static str, value: &'static str) -> Self {
        self.0.add_attribute(name, value);
        self
    }

    /// An attribute with a value worked out.
    #[inline(never)]
    pub(crate) fn attr_of(mut self, name: &'static str, value: &str) -> Self {
        self.0.add_attribute(name, AttrValue::from(value.to_owned()));
        self
    }

    /// An attribute that is `true` or `false`.
    pub(crate) fn state(self, name: &'static str, on: bool) -> Self {
        self.attr(name, if on { "true" } else { "false" })
    }

    /// An attribute that is there or not.
    #[inline(never)]
    pub(crate) fn flag(self, name: &'static str, on: bool) -> Self {
        if on { self.attr(name, name) } else { self }
    }

    /// The hook that tests find it by.
    pub(crate) fn named(self, name: &'static str) -> Self {
        self.attr("data-testid", name)
    }

    /// What keeps it the same element in a list whose order changes. All its siblings need one.
    #[inline(never)]
    pub(crate) fn key(mut self, key: &str) -> Self {
        self.0.key = Some(Key::from(key));
        self
    }

    /// The value of an input.
    #[inline(never)]
    pub(crate) fn value(mut self, value: &str) -> Self {
        self.0.set_value(AttrValue::from(value.to_owned()));
        self
    }

    /// Whether a box or a choice is ticked.
    #[inline(never)]
    pub(crate) fn checked(mut self, checked: bool) -> Self {
        self.0.set_checked(checked);
        self
    }

    /// A fixed text.
    #[inline(never)]
    pub(crate) fn say(mut self, text: &'static str) -> Self {
        self.0.add_child(VNode::from(VText::new(text)));
        self
    }

    /// A text.
    #[inline(never)]
    pub(crate) fn text(mut self, text: &str) -> Self {
        self.0.add_child(VNode::from(VText::new(text.to_owned())));
        self
    }

    /// A child.
    #[inline(never)]
    pub(crate) fn child(mut self, child: Self) -> Self {
        self.push(child);
        self
    }

    /// A child, or a placeholder for it.
    #[inline(never)]
    pub(crate) fn maybe(mut self, child: Option<Self>) -> Self {
        self.0.add_child(child.map_or_else(VNode::default, Self::done));
        self
    }

    /// A child, in a loop.
    #[inline(never)]
    pub(crate) fn push(&mut self, child: Self) {
        self.0.add_child(child.done());
    }

    /// The finished node.
    #[inline(never)]
    pub(crate) fn done(self) -> Html {
        VNode::from(*self.0)
    }

    /// Pressing it is this act.
    #[inline(never)]
    pub(crate) fn pressed(self, on: &Callback<Act>, act: Act) -> Self {
        let on = on.clone();
        let call = Callback::from(move |_: MouseEvent| on.emit(act.clone()));
        self.listening(Rc::new(onclick::Wrapper::new(call)))
    }

    /// Typing in it edits this field.
    #[inline(never)]
    pub(crate) fn typed(self, on: &Callback<Act>, path: &str) -> Self {
        let (on, path) = (on.clone(), path.to_owned());
        let call = Callback::from(move |event: InputEvent| {
            on.emit(Act::Edited(vec![Edit::Text(path.clone(), typed(&event))]));
        });
        self.listening(Rc::new(oninput::Wrapper::new(call)))
    }

    /// Typing in it searches.
    #[inline(never)]
    pub(crate) fn searched(self, on: &Callback<Act>) -> Self {
        let on = on.clone();
        let call = Callback::from(move |event: InputEvent| on.emit(Act::Searched(typed(&event))));
        self.listening(Rc::new(oninput::Wrapper::new(call)))
    }

    /// Typing in it names a person, or somebody new.
    #[inline(never)]
    pub(crate) fn named_as(self, on: &Callback<Act>, person: Option<Person>) -> Self {
        let on = on.clone();
        let call = Callback::from(move |event: InputEvent| {
            on.emit(Act::Household(HouseholdAct::Typed(person.clone(), typed(&event))));
        });
        self.listening(Rc::new(oninput::Wrapper::new(call)))
    }

    /// Choosing in the list shows that person.
    pub(crate) fn person_chosen(self, on: &Callback<Act>) -> Self {
        let on = on.clone();
        self.changed(move |event| on.emit(Act::PersonChosen(chosen(event))))
    }

    /// Choosing in the list edits this field.
    #[inline(never)]
    pub(crate) fn chosen(self, on: &Callback<Act>, path: &str) -> Self {
        let (on, path) = (on.clone(), path.to_owned());
        self.changed(move |event| on.emit(Act::Edited(vec![Edit::Text(path.clone(), chosen(event))])))
    }

    /// Ticking the box edits this field.
    #[inline(never)]
    pub(crate) fn ticked(self, on: &Callback<Act>, path: &str) -> Self {
        let (on, path) = (on.clone(), path.to_owned());
        self.changed(move |event| on.emit(Act::Edited(vec![Edit::Tick(path.clone(), ticked(event))])))
    }

    /// Choosing this radio button is this act.
    #[inline(never)]
    pub(crate) fn picked(self, on: &Callback<Act>, act: Act) -> Self {
        let on = on.clone();
        self.changed(move |_| on.emit(act.clone()))
    }

    /// Submitting the form is this act, and stays on the page.
    #[inline(never)]
    pub(crate) fn submitted(self, on: &Callback<Act>, act: Act) -> Self {
        let on = on.clone();
        let call = Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            on.emit(act.clone());
        });
        self.listening(Rc::new(onsubmit::Wrapper::new(call)))
    }

    /// Escape pressed anywhere in it is this act.
    #[inline(never)]
    pub(crate) fn escaped(self, on: &Callback<Act>, act: Act) -> Self {
        let on = on.clone();
        let call = Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                on.emit(act.clone());
            }
        });
        self.listening(Rc::new(onkeydown::Wrapper::new(call)))
    }

    /// A key pressed in it may be this act; the browser does nothing else with it then.
    #[inline(never)]
    pub(crate) fn keyed(self, on: &Callback<Act>, act: impl Fn(&str) -> Option<Act> + 'static) -> Self {
        let on = on.clone();
        let call = Callback::from(move |event: KeyboardEvent| {
            if let Some(act) = act(&event.key()) {
                event.prevent_default();
                on.emit(act);
            }
        });
        self.listening(Rc::new(onkeydown::Wrapper::new(call)))
    }

    /// Moving it to a whole number is this act.
    #[inline(never)]
    pub(crate) fn slid(self, on: &Callback<Act>, act: fn(Lever, i64) -> Act, lever: Lever) -> Self {
        let on = on.clone();
        let call = Callback::from(move |event: InputEvent| {
            if let Ok(value) = typed(&event).parse() {
                on.emit(act(lever, value));
            }
        });
        self.listening(Rc::new(oninput::Wrapper::new(call)))
    }

    fn changed(self, call: impl Fn(&yew::Event) + 'static) -> Self {
        let call = Callback::from(move |event: yew::Event| call(&event));
        self.listening(Rc::new(onchange::Wrapper::new(call)))
    }

    fn listening(mut self, listener: Rc<dyn Listener>) -> Self {
        self.0.add_listener(listener);
        self
    }
}
