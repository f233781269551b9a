//! Other tabs with the same page.

use gloo::events::EventListener;
use web_sys::BroadcastChannel;

use super::Listening;

/// Name of the channel. Nothing is said on it but that something was written.
const CHANNEL: &str = "carbon-points";

thread_local! {
    /// One for hearing and saying, because a channel hears every other one of its name, those of its own page included:
    /// a page with two would take what it says for another tab's. `None` where the browser has no channels.
    static ONLY: Option<BroadcastChannel> = BroadcastChannel::new(CHANNEL).ok();
}

/// Tells the other tabs that entries were added. Where the browser has no channels, they see it when they come back to
/// the front.
pub fn announce() {
    let _ = ONLY.with(|channel| channel.as_ref().map(|channel| channel.post_message(&true.into())));
}

/// Calls back each time another tab has added entries, until the guard is dropped.
pub fn on_announced(mut callback: impl FnMut() + 'static) -> Listening {
    let channel = ONLY.with(Clone::clone);
    Listening::to(channel.map(|channel| EventListener::new(&channel, "message", move |_| callback())))
}
