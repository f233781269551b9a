#![no_main]

libfuzzer_sys::fuzz_target!(init: hostile::seeds::begin("import_csv"), |data: &[u8]| {
    hostile::within_bounds(hostile::import_csv, data);
});
