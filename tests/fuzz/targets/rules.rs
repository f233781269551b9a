#![no_main]

libfuzzer_sys::fuzz_target!(init: hostile::seeds::begin("rules"), |data: &[u8]| {
    hostile::within_bounds(hostile::rules, data);
});
