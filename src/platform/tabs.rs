//! Other tabs with the same page.

use gloo::events::EventListener;
use web_sys::BroadcastChannel;

use super::Listening;

/// Name of the channel. Nothing is said on it but that something was written.
const CHANNEL: &str = "carbon-points";

/// Tells the other tabs that entries were added. Where the browser has no channels, they see it when they come back to
/// the front.
pub fn announce() {
    if let Ok(channel) = BroadcastChannel::new(CHANNEL) {
        let _ = channel.post_message(&true.into());
        channel.close();
    }
}

/// Calls back each time another tab has added entries, until the guard is dropped.
pub fn on_announced(mut callback: impl FnMut() + 'static) -> Listening {
    let channel = BroadcastChannel::new(CHANNEL).ok();
    Listening::to(channel.map(|channel| EventListener::new(&channel, "message", move |_| callback())))
}
