#![no_main]

libfuzzer_sys::fuzz_target!(init: hostile::seeds::begin("host"), |data: &[u8]| {
    hostile::within_bounds(hostile::host, data);
});
