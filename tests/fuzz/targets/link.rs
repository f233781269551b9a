#![no_main]

libfuzzer_sys::fuzz_target!(init: hostile::seeds::begin("link"), |data: &[u8]| {
    hostile::within_bounds(hostile::link, data);
});
