#![no_main]

libfuzzer_sys::fuzz_target!(init: hostile::seeds::begin("receipt"), |data: &[u8]| {
    hostile::within_bounds(hostile::receipt, data);
});
