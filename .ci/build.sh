#!/usr/bin/env bash
# Builds the page into dist/: release profile `wasm-release`, with the standard library rebuilt for baseline WebAssembly.
# Old web-views cannot load what the precompiled standard library is built for (reference types and later), and the
# rebuilt one is a quarter smaller. Rebuilding it is a nightly feature of Cargo; RUSTC_BOOTSTRAP lets the pinned stable do it.
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

release_flags

# Trunk is told to stay offline, or it would download tools of its own choice; so Cargo fetches the crates before,
# those that the standard library is built from too.
cargo fetch --locked --quiet
cargo fetch --locked --quiet --manifest-path "$(rustc --print sysroot)/lib/rustlib/src/rust/library/Cargo.toml"
# Trunk's own minifier does not know today's JavaScript and says so of a script that finish.mjs makes anew; the rest of
# what Trunk says stays.
trunk build --release --features split --offline --locked --skip-version-check --color never \
    --log error,trunk=info,trunk::processing::minify=error "$@"

# --- Two files instead of one ------------------------------------------------------------------------------------------
# Trunk has laid out the page, but it cannot cut it: the code that the first screen does without goes into a file of its
# own, which the page fetches afterwards (src/app/later.rs). So the code is taken once more as the compiler left it.

target=$(cargo metadata --format-version 1 --no-deps --offline | node -p 'JSON.parse(require("fs").readFileSync(0)).target_directory')
work=$target/split
rm -rf "$work"
mkdir -p "$work"
wasm-split-cli "$target/$WASM_TARGET/wasm-release/carbon-points.wasm" "$work" --out-name page
wasm-bindgen "$work/page.wasm" --target web --out-dir "$work" --keep-lld-exports --no-typescript --remove-name-section --remove-producers-section

# No newer instructions than the compiler used. Only the second file needs more than the baseline: it shares the stack
# pointer with the first.
baseline=(--mvp-features --enable-mutable-globals)
# With its names, for .ci/size-charts.mjs.
cp "$work/split_later.wasm" "$work/later_named.wasm"
for part in page_bg split_later; do
    # The second round finds a little more; inlining what has one caller makes the text less repetitive to compress.
    wasm-opt "${baseline[@]}" -Oz --one-caller-inline-max-function-size=0 -Oz --low-memory-unused --strip-debug --strip-producers --quiet \
        "$work/$part.wasm" --output="$work/$part.wasm" 2>&1 |
        sed '/^warning: unknown name subsection/d' >&2 # names that are stripped anyway
done
node .ci/finish.mjs "$work" "${baseline[@]}"
