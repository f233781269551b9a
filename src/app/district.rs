//! Whose rules are laid over the built-in ones: what the page's address asks for, or else what was chosen; fetched from
//! the page's own server, and kept so that it works without a network the next time.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::edge::Edge;
use super::state::Action;
use crate::desk::{DISTRICT, News, Rules, Said, Supply, Trouble, Wish, file, kept_under};
use crate::domain::archive::OVERLAY;
use crate::domain::date::Date;
use crate::domain::district::District;
use crate::domain::rulebook::{Fault, Rulebook};
use crate::i18n::{Language, fault};
use crate::platform::fetch::{self, Unfetched};
use crate::platform::store::Store;
use crate::platform::{clock, location};
use crate::shelf::Shelf;

/// How long the server may take before the copy on the device is used.
const PATIENCE_MS: i32 = 8000;

/// What is asked for now.
fn wish(edge: &Edge) -> Option<Wish> {
    let by_address = location::asked(DISTRICT).or_else(|| location::asked("rulebook"));
    let chosen = || Some(edge.setting(DISTRICT)).filter(|chosen| !chosen.is_empty());
    match by_address {
        Some(asked) => Some(Wish { asked, by_address: true }),
        None => chosen().map(|asked| Wish { asked, by_address: false }),
    }
}

/// [`lay`] as the first screen needs it; the rules of other districts that entries name are brought to hand, too.
pub(super) fn lay_later(edge: &Edge, today: Date) -> Option<Action> {
    shelve(edge);
    let ledger = edge.ledger().borrow();
    fetch_missing(edge, today, ledger.entries().iter().filter_map(|entry| entry.rulebook()));
    drop(ledger);
    lay(edge, today).map(|wish| Action::Desk(News::Awaited(wish).into()))
}

/// Begins to lay the rules that are asked for over the built-in ones of a day, and tells the state what came of it. Says
/// which they are; `None` if none are asked for.
fn lay(edge: &Edge, today: Date) -> Option<Wish> {
    let wish = wish(edge)?;
    let (edge, asked) = (edge.clone(), wish.clone());
    spawn_local(async move {
        // If they cannot be used either, the page says so already.
        if let Ok(base) = Rulebook::current(today) {
            let news = over(&edge, &base, asked).await;
            edge.tell(Action::Desk(news.into()));
        }
    });
    Some(wish)
}

async fn over(edge: &Edge, base: &Rulebook, wish: Wish) -> News {
    let refused = |trouble| News::Refused(wish.clone(), Rc::new(trouble), Rules::new(base.clone()));
    let fetched = fetch::text(&file(&wish.asked), PATIENCE_MS).await;
    let trouble = match fetched {
        Ok(text) => match base.with_district(&text) {
            Ok(rules) => {
                keep(edge, base, &wish.asked, text);
                return News::Laid(Some((wish, Supply::Fetched)), Rules::new(rules));
            }
            // A file that is there and wrong is the operator's to mend; older rules in its place would hide that.
            Err(faults) => return refused(Trouble::Faults(faults.iter().map(said).collect())),
        },
        Err(Unfetched::OtherOrigin) => return refused(Trouble::OtherOrigin),
        Err(Unfetched::Unreachable) => Trouble::Unreachable,
        Err(Unfetched::Status(status)) => Trouble::Status(status),
        Err(Unfetched::NotText) => Trouble::NotText,
    };
    let kept = edge.setting(&kept_under(&wish.asked));
    match base.with_district(&kept) {
        Ok(rules) => News::Laid(Some((wish, Supply::Kept)), Rules::new(rules)),
        Err(_) => refused(trouble),
    }
}

/// Keeps the text of rules that were fetched. An older version of them stays, too: entries were worked out with it.
fn keep(edge: &Edge, base: &Rulebook, asked: &str, text: String) {
    let name = kept_under(asked);
    let before = edge.setting(&name);
    if before == text {
        return;
    }
    let district = |text: &str| base.with_district(text).ok().and_then(|rules| rules.district);
    let same_version = |old: &District| district(&text).is_some_and(|new| new.version == old.version);
    if let Some(old) = district(&before).filter(|old| !same_version(old)) {
        edge.keep_setting(&kept_under(&format!("{}@{}", old.id, old.version)), before);
    }
    edge.keep_setting(&name, text);
    shelve(edge);
}

/// Tells the state which rules are kept.
fn shelve(edge: &Edge) {
    edge.tell(Action::Desk(News::Shelved(Rc::new(shelf(edge))).into()));
}

fn shelf(edge: &Edge) -> Shelf {
    Shelf::new(edge.settings_of(OVERLAY))
}

/// Fetches the rules of the districts that some names of rulebooks end in, if they are not at hand, and keeps them. What
/// cannot be had is left: the entry says so.
pub(super) fn fetch_missing<'n>(edge: &Edge, today: Date, names: impl Iterator<Item = &'n str>) {
    // Another one than is being fetched now anyway.
    let awaited = wish(edge).map(|wish| wish.asked);
    for id in shelf(edge).missing(names).into_iter().filter(|id| Some(id) != awaited.as_ref()) {
        let edge = edge.clone();
        spawn_local(async move {
            let Ok(base) = Rulebook::current(today) else { return };
            let Ok(text) = fetch::text(&file(&id), PATIENCE_MS).await else { return };
            let laid = base.with_district(&text).ok().and_then(|rules| rules.district);
            if laid.is_some_and(|district| district.id == id) {
                keep(&edge, &base, &id, text);
            }
        });
    }
}

/// Takes in rules that were imported.
pub(super) fn take_in(edge: &Edge, settings: &[(String, String)]) {
    for (name, text) in settings.iter().filter(|(name, _)| name.starts_with(OVERLAY)) {
        edge.note_setting(name, text.clone());
    }
    shelve(edge);
}

/// Goes over to the district that another tab has chosen, if it has.
pub(super) async fn reread(edge: &Edge, store: &Store) {
    let before = edge.setting(DISTRICT);
    let Ok(chosen) = store.setting(DISTRICT).await.map(Option::unwrap_or_default) else { return };
    if chosen == before {
        return;
    }
    let kept_under = kept_under(&chosen);
    let kept = store.setting(&kept_under).await.ok().flatten();
    // What was chosen here meanwhile goes before.
    if edge.setting(DISTRICT) != before {
        return;
    }
    if let Some(text) = kept {
        edge.note_setting(&kept_under, text);
    }
    edge.note_setting(DISTRICT, chosen);
    if wish(edge).is_none_or(|wish| !wish.by_address) {
        let news = again(edge, clock::today());
        edge.tell(Action::Desk(news.into()));
    }
}

fn said(found: &Fault) -> Said {
    let [zh, en] = [Language::Zh, Language::En].map(|language| fault::sentence(found, language));
    Said { path: found.path.clone(), zh, en }
}

/// Chooses a district, or none; what is known of it at once.
pub(super) fn choose(edge: &Edge, district: Option<String>, today: Date) -> News {
    edge.keep_setting(DISTRICT, district.unwrap_or_default());
    again(edge, today)
}

/// Lays the rules that are asked for again.
pub(super) fn again(edge: &Edge, today: Date) -> News {
    match (lay(edge, today), Rulebook::current(today)) {
        (Some(wish), _) => News::Awaited(wish),
        (None, Ok(base)) => News::Laid(None, Rules::new(base)),
        (None, Err(_)) => News::Read,
    }
}
