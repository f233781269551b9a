#!/usr/bin/env bash
# Builds an empty page in Yew as the release is built, and measures how it, the release and a page in plain JavaScript start.
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/../../.ci/env.sh"

target=$(cargo metadata --format-version 1 --no-deps --offline | node -p 'JSON.parse(require("fs").readFileSync(0)).target_directory')
work=$target/bench-start
rm -rf "$work"
mkdir -p "$work/yew" "$work/plain"
(
    release_flags
    # Without what only cutting the page in two needs; in a folder of its own, or each would have the other compiled anew.
    RUSTFLAGS=$(sed 's/-Clink-args=--\(emit-relocs\|export-table\)//g' <<<"$RUSTFLAGS")
    export CARGO_TARGET_DIR=$target/empty
    cargo build --locked --quiet --profile wasm-release --target "$WASM_TARGET" --example empty_page
)
wasm-bindgen "$target/empty/$WASM_TARGET/wasm-release/examples/empty_page.wasm" --target web --out-dir "$work" --out-name empty --no-typescript --remove-name-section --remove-producers-section
wasm-opt --mvp-features --enable-mutable-globals -Oz --one-caller-inline-max-function-size=0 -Oz --low-memory-unused --strip-debug --strip-producers --quiet \
    "$work/empty_bg.wasm" --output="$work/yew/empty_bg.wasm" 2>&1 | sed '/^warning: unknown name subsection/d' >&2
printf 'import init from "./empty.js";\ninit({ module_or_path: new URL("empty_bg.wasm", import.meta.url) });\n' >"$work/start.js"
esbuild "$work/start.js" --bundle --minify --format=esm --log-level=warning --outfile="$work/yew/page.js"
printf '<!doctype html><html lang=zh-CN><meta charset=utf-8><title>Yew</title><body><script src=./page.js type=module></script>\n' >"$work/yew/index.html"

say "Measured on $(nproc) cores of $(sed -n 's/^model name\s*: //p' /proc/cpuinfo | head -n 1), $(date +%F)"
exec node benches/start/main.mjs "$work"
