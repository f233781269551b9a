//! What stands behind the `#` of an address, or in a code: entries handed over, a result, a screen; and what stands before
//! it.

use carbon_points::domain::handover::{self, arrived};
use carbon_points::domain::ledger::FIRST_PERSON;
use carbon_points::domain::shared::{self, Shared};
use carbon_points::host::named;
use carbon_points::i18n::{self, Language};
use carbon_points::route::View;

use crate::frame::enclosed;
use crate::world::{World, at_hand};

const LANGUAGES: [Language; 2] = [Language::Zh, Language::En];

/// As it stands, and once more as what a well-formed frame encloses: chance would never find its check sum.
pub fn link(data: &[u8]) {
    let text = crate::text(data);
    at_hand(|world| {
        address(&text);
        for text in [text.as_ref(), &enclosed(data)] {
            handed_over(text, world);
            result(text, world);
        }
    });
}

fn address(hash: &str) {
    if let Some(view) = View::from_hash(hash) {
        assert_eq!(View::from_hash(&view.href()), Some(view));
    }
    let who = named::who("weixin", Some(hash));
    assert!(named::parts(&who).is_some() && who.chars().count() <= "weixin/".len() + named::MOST);
}

fn handed_over(text: &str, world: &World) {
    match handover::unpack(text, &world.district) {
        Ok(lines) => {
            assert_eq!(handover::unpack(&handover::pack(&lines), &world.district).as_ref(), Ok(&lines));
            let arrival = arrived(lines, FIRST_PERSON, &world.ledger, &|name| world.rulebook(name));
            let mut after = world.ledger.clone();
            after.post_all(arrival.entries);
        }
        Err(fault) => crate::said(LANGUAGES.map(|language| i18n::handover::sentence(fault, language))),
    }
}

fn result(text: &str, world: &World) {
    match shared::unpack(text, &world.district) {
        Ok(found) => worked_out(&found, world),
        Err(fault) => crate::said(LANGUAGES.map(|language| i18n::shared::fault(fault, language).to_owned())),
    }
}

fn worked_out(found: &Shared, world: &World) {
    let checked = shared::check(found, &|name| world.rulebook(name));
    crate::said(LANGUAGES.map(|language| i18n::shared::checked(&checked, language)));
    if let Ok(text) = shared::pack(found) {
        assert_eq!(shared::unpack(&text, &world.district).as_ref(), Ok(found));
    }
}
