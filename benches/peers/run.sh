#!/usr/bin/env bash
# The same formulas in Publicodes and here, from one run: in Node, in Chromium, and native. After .ci/npm.sh.
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/../../.ci/env.sh"

target=$(cargo metadata --format-version 1 --no-deps --offline | node -p 'JSON.parse(require("fs").readFileSync(0)).target_directory')
work=$target/peers
rm -rf "$work"
mkdir -p "$work"

say "Building our side, native, and for WebAssembly as the page is built"
cargo build --locked --quiet --release --example peers
(
    release_flags
    cargo build --locked --quiet --profile wasm-release --target "$WASM_TARGET" --example peers
)
wasm-bindgen "$target/$WASM_TARGET/wasm-release/examples/peers.wasm" --target web --out-dir "$work" --out-name engine \
    --no-typescript --omit-default-module-path --remove-name-section --remove-producers-section
node .ci/bare.mjs "$work/engine_bg.wasm"
wasm-opt --mvp-features --enable-mutable-globals -Oz --one-caller-inline-max-function-size=0 -Oz --strip-debug --strip-producers --quiet \
    "$work/engine_bg.wasm" --output="$work/engine.wasm"
cp dist-npm/carbon-points.wasm "$work/npm.wasm"
NODE_PATH=$PUBLICODES_DIR/node_modules esbuild benches/peers/measure.mjs --bundle --format=esm --log-level=warning --loader:.publicodes=text \
    --alias:engine="$work/engine.js" --alias:carbon-points="$PWD/dist-npm/index.js" --external:node:* --outfile="$work/measure.mjs"
say "Measured on $(nproc) cores of $(sed -n 's/^model name\s*: //p' /proc/cpuinfo | head -n 1), $(date +%F); load $(cut -d' ' -f1 /proc/loadavg)"
exec node benches/peers/main.mjs "$work" "$target/release/examples/peers"
