//! Whose rules are laid over the built-in ones: what the page's address asks for, or else what was chosen; fetched from
//! the page's own server, and kept so that it works without a network the next time.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::edge::Edge;
use super::state::Action;
use crate::desk::{DISTRICT, News, Rules, Said, Supply, Trouble, Wish, file, kept_under};
use crate::domain::date::Date;
use crate::domain::rulebook::{Fault, Rulebook};
use crate::i18n::{Language, fault};
use crate::platform::fetch::{self, Unfetched};
use crate::platform::location;

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

/// [`lay`] as the first screen needs it.
pub(super) fn lay_later(edge: &Edge, today: Date) -> Option<Action> {
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
    let kept_under = kept_under(&wish.asked);
    let refused = |trouble| News::Refused(wish.clone(), Rc::new(trouble), Rules::new(base.clone()));
    let fetched = fetch::text(&file(&wish.asked), PATIENCE_MS).await;
    let trouble = match fetched {
        Ok(text) => match base.with_district(&text) {
            Ok(rules) => {
                if edge.setting(&kept_under) != text {
                    edge.keep_setting(&kept_under, text);
                }
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
    let kept = edge.setting(&kept_under);
    match base.with_district(&kept) {
        Ok(rules) => News::Laid(Some((wish, Supply::Kept)), Rules::new(rules)),
        Err(_) => refused(trouble),
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
