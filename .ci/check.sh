#!/usr/bin/env bash
# Everything that can be said about the sources without running them: formatting, clippy and rustdoc, warnings denied.
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
export RUSTDOCFLAGS="-D warnings"

say "Formatting"
cargo fmt --all --check || die "the sources are not formatted: run \`make fmt\`."
cargo fmt --manifest-path tests/fuzz/Cargo.toml --check || die "the fuzz targets are not formatted: run \`make fmt\`."
say "Clippy, native"
cargo clippy --locked --all-targets --all-features -- -D warnings
# In the same folder, where what it depends on is compiled already.
CARGO_TARGET_DIR=$(target_folder) cargo clippy --locked --manifest-path tests/fuzz/Cargo.toml --lib --bins --examples --features libfuzzer -- -D warnings
say "Clippy, $WASM_TARGET"
cargo clippy --locked --target "$WASM_TARGET" --lib --bin carbon-points --bin api --example peers --test web --bench web -- -D warnings
say "Clippy, $WASM_TARGET, in two parts"
cargo clippy --locked --target "$WASM_TARGET" --lib --bin carbon-points --features split -- -D warnings
say "Documentation, native"
cargo doc --locked --no-deps --lib --bin assess
say "Documentation, $WASM_TARGET"
cargo doc --locked --no-deps --lib --target "$WASM_TARGET"
