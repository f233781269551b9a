//! Which merchant it was at, where merchants of the district reward such an act.

use crate::domain::activity::Kind;
use crate::domain::date::Date;
use crate::ui::element::Element;
use crate::ui::field::Form;

/// The list of merchants that reward this kind on this day; nothing if there are none.
pub(super) fn field(form: &Form<'_>) -> Option<Element> {
    let (t, draft) = (form.words.t, form.draft);
    let date = Date::parse(draft.text("date")).unwrap_or(form.today);
    let district = form.rules.district.as_ref()?;
    let rewarding = district.merchants.iter().filter(|merchant| merchant.rewards(draft.kind, date));
    let mut options = vec![("", t.merchant_none())];
    options.extend(rewarding.map(|merchant| (merchant.id.as_str(), form.words.label(&merchant.label))));
    let label = if draft.kind == Kind::Purchase { t.merchant_bought() } else { t.merchant_done() };
    (options.len() > 1).then(|| form.list("merchant", label, t.merchant_hint(), options))
}
