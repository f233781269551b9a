#![no_main]

libfuzzer_sys::fuzz_target!(init: hostile::seeds::begin("activity"), |data: &[u8]| {
    hostile::within_bounds(hostile::activity, data);
});
