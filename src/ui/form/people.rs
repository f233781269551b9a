//! Who of the household a draft is for. Nothing of it is there for somebody alone.

use crate::domain::assessment::Totals;
use crate::domain::draft::Edit;
use crate::domain::ledger::Person;
use crate::domain::ledger::account::share;
use crate::ui::act::Act;
use crate::ui::amount::{columns, figures};
use crate::ui::element::{Element, el, say, text};
use crate::ui::field::{Form, field_id};
use crate::ui::icon::{Icon, icon};

/// The path of the choice.
const PATH: &str = "people";

/// Somebody who may have a share.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Sharer {
    pub(crate) person: Person,
    pub(crate) name: String,
    pub(crate) left: bool,
    pub(crate) chosen: bool,
}

/// Everybody who may, in the order of the household, and what there is to share.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Sharers {
    pub(crate) all: Vec<Sharer>,
    /// What the draft is worth, if it is valid and worth anything.
    pub(crate) worth: Option<Totals>,
}

impl Sharers {
    fn chosen(&self) -> impl Iterator<Item = &Sharer> {
        self.all.iter().filter(|sharer| sharer.chosen)
    }

    /// What each of those chosen gets, in their order.
    fn shares(&self) -> Vec<Totals> {
        let people = self.chosen().count();
        let worth = self.worth.unwrap_or_default();
        (0..people).map(|place| share(worth, place, people)).collect()
    }

    /// The people after one was ticked or unticked.
    fn toggled(&self, place: usize) -> Vec<Person> {
        let all = self.all.iter().enumerate();
        let kept = all.filter(|(other, sharer)| sharer.chosen != (*other == place));
        kept.map(|(_, sharer)| sharer.person.clone()).collect()
    }
}

/// The choice for what is the household's; for anything else, whose account it goes to.
pub(super) fn fields(form: &Form<'_>) -> Option<Element> {
    let (t, words, sharers) = (form.words.t, form.words, form.people?);
    if !form.draft.kind.shared() {
        let name = sharers.chosen().next().map(|sharer| sharer.name.clone())?;
        let said = format!("{}{name}{}", t.recorded_for(), t.recorded_for_suffix());
        return Some(el("p", "hint whose").named("whose").child(icon(Icon::Me)).child(text("span", "", &said)));
    }
    let mut shares = match sharers.worth {
        Some(_) => columns(&sharers.shares(), words).0,
        None => Vec::new(),
    }
    .into_iter();
    let mut list = el("div", "sharers");
    for (place, sharer) in sharers.all.iter().enumerate() {
        let input = el("input", "")
            .attr("type", "checkbox")
            .attr("name", PATH)
            .checked(sharer.chosen)
            .picked(form.on, Act::Edited(vec![Edit::People(sharers.toggled(place))]));
        let name = text("span", "tick__label", &sharer.name)
            .maybe(sharer.left.then(|| say("span", "sharers__left", t.person_left())));
        let share = if sharer.chosen { shares.next() } else { None };
        let label = el("label", "tick")
            .child(input)
            .child(el("span", "tick__box").child(icon(Icon::Check)))
            .child(name)
            .child(el("span", "sharers__share").maybe(share));
        list.push(el("div", "sharers__one").key(&sharer.person).child(label));
    }
    let problem = form.problem(PATH);
    let fieldset = el("fieldset", if problem.is_some() { "field sharing field--problem" } else { "field sharing" })
        .attr_of("id", &field_id(PATH))
        .attr("tabindex", "-1")
        .named("people")
        .child(say("legend", "field__label", t.shared_by()))
        .child(list)
        .child(say("p", "field__hint", t.shared_hint()))
        .child(say("p", "field__hint", t.caps_each()))
        .child(text("p", "field__problem", &problem.unwrap_or_default()).attr("aria-live", "polite"));
    Some(fieldset)
}

/// How many share it, and about how much each one gets; nothing where nobody shares.
pub(crate) fn each(form: &Form<'_>) -> Option<Element> {
    let sharers = form.people.filter(|sharers| sharers.worth.is_some())?;
    let shares = sharers.shares();
    let (first, last) = (shares.first()?, shares.last()?);
    let people = shares.len();
    let t = form.words.t;
    let said = format!("{people} {}", if first == last { t.shared_each() } else { t.shared_each_about() });
    let each = el("p", "each").named("each").child(text("span", "", &said)).child(figures(*last, form.words));
    (people > 1).then_some(each)
}
