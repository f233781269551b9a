//! The least a page in Yew can be: a title and a field that answers. Compiled as the release is, for `make bench-start`.

#[cfg(target_arch = "wasm32")]
mod page {
    use yew::prelude::*;

    #[component]
    pub(super) fn Page() -> Html {
        let typed = use_state(String::new);
        let on = {
            let typed = typed.clone();
            Callback::from(move |event: InputEvent| {
                let field: web_sys::HtmlInputElement = event.target_unchecked_into();
                typed.set(field.value());
            })
        };
        html! {
            <main id="main" data-ready="true">
                <h1>{ "Yew" }</h1>
                <p data-testid="example"><input value={(*typed).clone()} oninput={on} /></p>
                <p data-testid="result">{ (*typed).clone() }</p>
            </main>
        }
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    yew::Renderer::<page::Page>::new().render();
}
