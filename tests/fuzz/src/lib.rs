//! What comes from outside, taken in by the product's own readers. Each function here takes any bytes; whatever they are,
//! it must come back, in time, with bounded memory, and what it made of them must hold together.

mod activity;
mod files;
mod frame;
mod host;
mod link;
mod receipt;
mod rules;
pub mod seeds;
mod world;
pub mod worst;

pub use activity::activity;
pub use files::{import_csv, import_json, ledger, records, verify_file};
pub use host::host;
pub use link::link;
pub use receipt::receipt;
pub use rules::rules;

use std::sync::atomic::{AtomicUsize, Ordering};

use peak_alloc::PeakAlloc;

#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

/// Most bytes that one input of any size up to [`MOST_INPUT`] may take, over what the rules at hand take.
pub const MOST_HEAP: usize = 64 * 1024 * 1024;

/// Bytes of the largest input that is tried.
pub const MOST_INPUT: usize = 64 * 1024;

/// A way in.
pub type Entrance = fn(&[u8]);

/// Every way in, by its name. A target of that name begins with it.
pub const ENTRANCES: [(&str, Entrance); 10] = [
    ("activity", activity),
    ("rules", rules),
    ("import_json", import_json),
    ("records", records),
    ("verify_file", verify_file),
    ("ledger", ledger),
    ("import_csv", import_csv),
    ("link", link),
    ("host", host),
    ("receipt", receipt),
];

/// Takes something in and gives back how many bytes of memory it took at its highest.
pub fn heap_of(entrance: Entrance, data: &[u8]) -> usize {
    world::ready();
    let before = HEAP.current_usage();
    HEAP.reset_peak_usage();
    entrance(data);
    HEAP.peak_usage().saturating_sub(before)
}

/// Takes something in, and stops if that takes more than [`MOST_HEAP`]. Each time that something took more than anything
/// before, it is said.
pub fn within_bounds(entrance: Entrance, data: &[u8]) {
    static HIGHEST: AtomicUsize = AtomicUsize::new(0);
    let heap = heap_of(entrance, data);
    if HIGHEST.fetch_max(heap, Ordering::Relaxed) < heap {
        eprintln!("heap: {heap}");
    }
    assert!(heap <= MOST_HEAP, "{} bytes of input take {heap} bytes of memory", data.len());
}

/// Bytes as the page reads a file: what is no text becomes the sign for that.
fn text(data: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(data)
}

/// What is said must be said.
fn said(sentences: [String; 2]) {
    assert!(sentences.iter().all(|sentence| !sentence.is_empty()), "nothing is said");
}
