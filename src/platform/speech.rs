//! Reading aloud, where the browser can speak.

use js_sys::Reflect;
use web_sys::{SpeechSynthesisUtterance, window};

/// Whether the browser can speak. Old web-views cannot.
pub fn can_speak() -> bool {
    window().and_then(|window| Reflect::has(&window, &"SpeechSynthesisUtterance".into()).ok()).unwrap_or(false)
}

/// Reads `text` aloud in a language (a BCP 47 tag), in the place of what is being read. The voice is the device's own:
/// nothing is sent anywhere. Does nothing where the browser cannot speak.
pub fn speak(text: &str, tag: &str) {
    if !can_speak() {
        return;
    }
    let Some(window) = window() else { return };
    if let (Ok(speech), Ok(said)) = (window.speech_synthesis(), SpeechSynthesisUtterance::new_with_text(text)) {
        said.set_lang(tag);
        speech.cancel();
        speech.speak(&said);
    }
}
