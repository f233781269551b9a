//! Starts the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    use carbon_points::app::App;
    // Without its root there is no page to start; the message in index.html stays.
    if let Some(root) = carbon_points::platform::page::root() {
        yew::Renderer::<App>::with_root(root).render();
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!(
        "carbon-points is a page: run `make serve`. On the command line, use `cargo run --release --bin assess`."
    );
}
