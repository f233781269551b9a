#!/usr/bin/env bash
# Starts the release build in dist/ in old engines and records there. Numbers of engines may follow.
#   E2E_SHOTS=folder   where it leaves a screenshot of each screen
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

engines=()
for engine in $OLD_CHROMIUM; do engines+=("${engine%%:*}"); done
if (($# > 0)); then engines=("$@"); fi
say "Old engines: Chromium ${engines[*]}"
node tests/engines/ends.mjs "${engines[-1]}"
node tests/engines/record.mjs "${engines[@]}"
