//! The page's state and its saved form, without a browser.

mod carry;
mod consequence;
mod desk;
mod household;
mod offered;
mod shelf;
mod snapshot;
mod state;
mod storage;
mod suggestion;
mod told;

use carbon_points::app::state::{Action, Keeping, Report, Rest, State};
use carbon_points::app::suggestion as suggestions;
use carbon_points::domain::date::Date;
use carbon_points::domain::json::Json;
use carbon_points::domain::ledger::{Entry, Policy, Posted, Posting};
use carbon_points::domain::rulebook::Rulebook;
use carbon_points::domain::{intake, methodology};
use carbon_points::i18n::Language;
use carbon_points::insight::Viewpoint;
use carbon_points::insight::next::{Habit, Offer, Order, offers};
use carbon_points::route::View;

fn today() -> Date {
    Date::new(2026, 11, 21).expect("a day")
}

fn rulebook() -> Rulebook {
    Rulebook::beijing().expect("the shipped rulebook loads")
}

fn start() -> State {
    let state = State::starting(Language::Zh, View::Home, today(), Policy::default());
    state
        .after(Action::Loaded { entries: Vec::new(), drafts: Vec::new(), keeping: Keeping::OnDevice, aside: false })
        .and_then(|state| state.after(Action::Fetched(Rest::Here)))
        .expect("loading changes the state")
}

/// A page that is open and keeps its accounts by the shipped rules.
pub(crate) fn kept_by_the_rules() -> State {
    State::starting(Language::Zh, View::Home, today(), crate::account::policy())
}

fn posted(id: &str, json: &str) -> Entry {
    let rulebook = rulebook();
    let activity = intake::read(&Json::parse(json).expect("JSON"), &rulebook, today()).expect("a valid activity");
    let worth = methodology::assess(&activity, &rulebook).expect("assessed");
    Entry {
        id: id.to_owned(),
        recorded_at: 1_795_000_000_000,
        posting: Posting::Activity(Box::new(Posted {
            activity,
            rulebook: rulebook.name(),
            verdict: worth.verdict,
            totals: worth.totals,
            corrects: None,
            people: Vec::new(),
            receipt: None,
        })),
    }
}

const METRO: &str = r#"{"kind":"trip","date":"2026-11-20","legs":[{"mode":"rail","km":"10.50"}]}"#;

const BUS: &str = r#"{"kind":"trip","date":"2026-11-20","legs":[{"mode":"bus","km":3}],"note":"<b>雨</b>"}"#;

/// What the screen of charts offers.
fn offered_there(state: &State) -> Vec<Offer> {
    let (ledger, rulebook) = (state.ledger.borrow(), rulebook());
    let habits = suggestions::habits(&ledger, &state.person, state.today, 8).into_iter();
    let habits: Vec<Habit> =
        habits.map(|known| Habit { activity: known.activity, times: known.times, today: known.today }).collect();
    let view = Viewpoint { ledger: &ledger, person: &state.person, rulebook: &rulebook, today: state.today };
    offers(&view, &habits, Order::Carbon)
}

fn with_entries(entries: Vec<Entry>) -> State {
    start()
        .after(Action::Posted { entries, draft: None, report: Report::Saved("a".to_owned()), then: None })
        .expect("posting changes the state")
}
