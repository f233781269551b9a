#![no_main]

libfuzzer_sys::fuzz_target!(init: hostile::seeds::begin("import_csv"), |data: &[u8]| {
    for entrance in [hostile::import_csv, hostile::records] {
        hostile::within_bounds(entrance, data);
    }
});
