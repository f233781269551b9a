#!/usr/bin/env bash
# Builds the page into dist/: release profile `wasm-release`, with the standard library rebuilt for baseline WebAssembly.
# Old web-views cannot load what the precompiled standard library is built for (reference types and later), and the
# rebuilt one is a quarter smaller. Rebuilding it is a nightly feature of Cargo; RUSTC_BOOTSTRAP lets the pinned stable do it.
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

# shellcheck disable=SC2054
flags=(
    -Ctarget-cpu=mvp
    -Ctarget-feature=-reference-types,-multivalue
    -Zlocation-detail=none                        # a panic does not say where …
    -Zfmt-debug=none                              # … nor with what: {:?} prints nothing in the page,
    -Zunstable-options -Cpanic=immediate-abort    # and it stops the page at once instead of unwinding.
)
unset CARGO_ENCODED_RUSTFLAGS
export RUSTFLAGS="${flags[*]}" RUSTC_BOOTSTRAP=1
export CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size

# Trunk is told to stay offline, or it would download tools of its own choice; so Cargo fetches the crates before,
# those that the standard library is built from too.
cargo fetch --locked --quiet
cargo fetch --locked --quiet --manifest-path "$(rustc --print sysroot)/lib/rustlib/src/rust/library/Cargo.toml"
trunk build --release --offline --locked --skip-version-check --color never "$@"

# Trunk runs wasm-opt with the options in index.html, and wasm-opt may use newer instructions than the compiler did.
wasm-opt --mvp-features dist/*_bg.wasm --output=/dev/null --quiet ||
    die "the WebAssembly in dist/ needs more than the baseline: keep data-wasm-opt-params=\"--mvp-features\" in index.html."

# Trunk's own minifier does not understand the glue that wasm-bindgen writes. Names and contents stay: the file is
# asked for by its name, which changes with what it was made from.
for script in dist/*.js; do
    esbuild "$script" --minify --format=esm --log-level=warning --allow-overwrite --outfile="$script"
done
