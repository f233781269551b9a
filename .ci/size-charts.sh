#!/usr/bin/env bash
# What the charts cost, against their budget of 15 KB. After .ci/build.sh.
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

target=$(cargo metadata --format-version 1 --no-deps --offline | node -p 'JSON.parse(require("fs").readFileSync(0)).target_directory')
[[ -f $target/split/later_named.wasm ]] || die "there is no build to measure: run \`make build\` first."
exec node .ci/size-charts.mjs "$target/split"
