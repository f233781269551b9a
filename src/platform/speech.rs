//! Reading aloud, where the browser can speak.

use js_sys::Reflect;
use web_sys::{SpeechSynthesisUtterance, window};

/// Whether the browser can speak. Old web-views cannot.
pub fn can_speak() -> bool {
    window().and_then(|window| Reflect::has(&window, &"SpeechSynthesisUtterance".into()).ok()).unwrap_or(false)
}

/// Reads `text` aloud in a language (a BCP 47 tag), in the place of what is being read. The voice is the device's own:
/// nothing is sent anywhere. Whether the device names any voice: one that names none may still speak, so it is asked to.
pub fn speak(text: &str, tag: &str) -> bool {
    let speech = window().filter(|_| can_speak()).and_then(|window| window.speech_synthesis().ok());
    let Some((speech, said)) = speech.zip(SpeechSynthesisUtterance::new_with_text(text).ok()) else { return false };
    said.set_lang(tag);
    speech.cancel();
    speech.speak(&said);
    speech.get_voices().length() > 0
}
