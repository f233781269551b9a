#!/usr/bin/env bash
# The longest time and the most memory that hostile input takes: the worst of 64 KB that was thought of, and what `make fuzz`
# has found (EVERY=1 for each of them). Fails where one takes more than 50 ms or 64 MB.
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

folder=$(target_folder)/fuzz
CARGO_TARGET_DIR=$folder cargo run --locked --quiet --release --manifest-path tests/fuzz/Cargo.toml --example worst -- "${FUZZ_CORPUS:-$folder/corpus}"
