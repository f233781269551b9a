#!/usr/bin/env bash
# Builds the npm package into dist-npm/: the engine as WebAssembly, compiled for speed, and the module around it.
#   npm.sh --if-older   only if it is missing, or older than what it is made of
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

if [[ ${1:-} == --if-older && -f dist-npm/package.json ]] &&
    [[ -z $(find src static/api static/rulebooks Cargo.toml Cargo.lock .ci -newer dist-npm/package.json -print -quit) ]]; then
    exit 0
fi

release_flags
# Fast and not small: a page with a UI of its own asks for it once, and works with it for long.
unset CARGO_UNSTABLE_BUILD_STD_FEATURES
cargo fetch --locked --quiet
cargo fetch --locked --quiet --manifest-path "$(rustc --print sysroot)/lib/rustlib/src/rust/library/Cargo.toml"
cargo build --offline --locked --quiet --profile npm-release --target "$WASM_TARGET" --features fast --bin api

target=$(cargo metadata --format-version 1 --no-deps --offline | node -p 'JSON.parse(require("fs").readFileSync(0)).target_directory')
work=$target/npm
rm -rf "$work"
mkdir -p "$work"
wasm-bindgen "$target/$WASM_TARGET/npm-release/api.wasm" --target web --out-dir "$work" --no-typescript --omit-default-module-path \
    --remove-name-section --remove-producers-section
node .ci/bare.mjs "$work/api_bg.wasm"
wasm-opt --mvp-features --enable-mutable-globals -O3 --strip-debug --strip-producers --quiet \
    "$work/api_bg.wasm" --output="$work/carbon-points.wasm"
node .ci/npm.mjs "$work"
