#![no_main]

libfuzzer_sys::fuzz_target!(init: hostile::seeds::begin("import_json"), |data: &[u8]| {
    for entrance in [hostile::import_json, hostile::records, hostile::verify_file, hostile::ledger] {
        hostile::within_bounds(entrance, data);
    }
});
