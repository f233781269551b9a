//! Other tabs with the same page.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, Event, MessageEvent};

use super::Listening;

/// Name of the channel. Nothing is said on it but that something was written: `true` if it was added, `false` if
/// something was taken out.
const CHANNEL: &str = "carbon-points";

thread_local! {
    /// One for hearing and saying, because a channel hears every other one of its name, those of its own page included:
    /// a page with two would take what it says for another tab's. `None` where the browser has no channels.
    static ONLY: Option<BroadcastChannel> = BroadcastChannel::new(CHANNEL).ok();
}

/// What another tab has done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum News {
    /// Entries were added.
    Added,
    /// Entries were taken out: an import was undone.
    TakenOut,
}

/// Tells the other tabs that entries were added. Where the browser has no channels, they see it when they come back to
/// the front.
pub fn announce() {
    say(News::Added);
}

/// Tells the other tabs that entries were taken out, likewise.
pub fn announce_taken_out() {
    say(News::TakenOut);
}

fn say(news: News) {
    let said = (news == News::Added).into();
    let _ = ONLY.with(|channel| channel.as_ref().map(|channel| channel.post_message(&said)));
}

/// Calls back each time another tab has changed the entries, until the guard is dropped.
pub fn on_announced(mut callback: impl FnMut(News) + 'static) -> Listening {
    let channel = ONLY.with(Clone::clone);
    let heard = move |event: &Event| {
        let said = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
        let taken_out = said.is_some_and(|said| said.is_falsy());
        callback(if taken_out { News::TakenOut } else { News::Added });
    };
    Listening::to(channel.map(|channel| EventListener::new(&channel, "message", heard)))
}
