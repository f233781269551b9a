#!/usr/bin/env bash
# Drives the release build in dist/ in real browsers. Names of scenarios may follow.
#   CARBON_BROWSERS="chromium firefox webkit"  which browsers (default: all three)
#   E2E_SHOTS=folder                           where scenarios leave the screenshots they take
#   E2E_SHOW=1                                 print what scenarios measure
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

read -ra browsers <<<"${CARBON_BROWSERS:-chromium firefox webkit}"
filters=()
for browser in "${browsers[@]}"; do
    case $browser in
    chromium | firefox | webkit) ;;
    *) die "CARBON_BROWSERS names $browser: it knows chromium, firefox and webkit." ;;
    esac
    if (($# == 0)); then filters+=("$browser::"); fi
    for scenario in "$@"; do filters+=("$browser::$scenario"); done
done
say "Scenarios in ${browsers[*]}"
cargo test --locked --features e2e --test e2e -- --test-threads "${E2E_THREADS:-2}" ${E2E_SHOW:+--nocapture} "${filters[@]}"
