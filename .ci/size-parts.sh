#!/usr/bin/env bash
# What each dependency and each module of our own costs in the two WebAssembly files. After .ci/build.sh.
#   size-parts.sh [SPLIT]   SPLIT is where .ci/build.sh leaves its named files, if not in Cargo's target folder
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

target=$(cargo metadata --format-version 1 --no-deps --offline | node -p 'JSON.parse(require("fs").readFileSync(0)).target_directory')
split=${1:-$target/split}
[[ -f $split/later_named.wasm && -f $split/page.wasm ]] || die "there is no build to measure: run \`make build\` first."
work=$target/size-parts
rm -rf "$work"
mkdir -p "$work"

# As .ci/build.sh makes them, but with the functions' names.
wasm-bindgen "$split/page.wasm" --target web --out-dir "$work" --keep-lld-exports --no-demangle --no-typescript --remove-producers-section
for part in "$work/page_bg.wasm:page" "$split/later_named.wasm:later"; do
    wasm-opt --mvp-features --enable-mutable-globals -Oz --one-caller-inline-max-function-size=0 -Oz --low-memory-unused -g --quiet \
        "${part%:*}" --output="$work/${part##*:}.wasm" 2>&1 | sed '/^warning: unknown name subsection/d' >&2
done
exec node .ci/size-parts.mjs "$work"
