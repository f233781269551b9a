#!/usr/bin/env bash
# Tests the npm package in dist-npm/ as somebody who installs it has it: what is in it, its types, and its answers, which
# must be those of the command line byte for byte.
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
[[ -f dist-npm/index.js ]] || die "there is no dist-npm/index.js: run \`make npm\` first."

say "The npm package"
cargo build --locked --quiet --bin assess
target=$(cargo metadata --format-version 1 --no-deps --offline | node -p 'JSON.parse(require("fs").readFileSync(0)).target_directory')
export ASSESS=$target/debug/assess API_PROJECT=$target/api-project
rm -rf "$API_PROJECT"
mkdir -p "$API_PROJECT/node_modules/carbon-points"
tarball=$(cd dist-npm && npm pack --silent --pack-destination "$API_PROJECT")
tar xzf "$API_PROJECT/$tarball" -C "$API_PROJECT/node_modules/carbon-points" --strip-components=1
cp tests/api/types.ts "$API_PROJECT/"
printf '{ "type": "module" }\n' >"$API_PROJECT/package.json"
node --test --test-reporter=spec tests/api/*.test.mjs
