//! The root: reads the rulebook, or says what is wrong with it.

use yew::{Html, component, html, use_memo};

use super::page::Page;
use crate::domain::rulebook::Rulebook;
use crate::i18n::{Language, fault};
use crate::platform::page;
use crate::ui::{Rules, Words};

/// The whole page.
#[component]
pub fn App() -> Html {
    let rules = use_memo((), |()| Rulebook::beijing().map(Rules::new));
    match &*rules {
        Ok(rules) => html! { <Page rules={rules.clone()} /> },
        Err(faults) => {
            let language = page::preferred_language().unwrap_or(Language::Zh);
            html! {
                <main class="screen screen--narrow">
                    <h1>{ Words::of(language).t.rulebook_unusable }</h1>
                    <ul>
                        for fault in faults.iter() { <li><code>{ &fault.path }</code>{ " " }{ fault::sentence(fault, language) }</li> }
                    </ul>
                </main>
            }
        }
    }
}
