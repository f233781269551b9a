#!/usr/bin/env bash
# Benchmarks in real browsers: the code compiled as the release is, and the release build in dist/ itself.
#   CARBON_BROWSERS="chromium firefox"  where the code is measured (default: both); the page is measured in Chromium
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

browser_named() { command -v "$1" || command -v "$2" || die "there is no $1: run \`.ci/tools.sh test\`."; }
chromium=$(browser_named chromium google-chrome)
firefox=$(browser_named firefox-esr firefox)
capabilities=$(mktemp)
trap 'rm -f "$capabilities" "$capabilities.earlier"' EXIT

say "Measured on $(nproc) cores of $(sed -n 's/^model name\s*: //p' /proc/cpuinfo | head -n 1), $(date +%F)"

# Everything of the release but the last step, wasm-opt -Oz, which only makes it smaller.
in_browser() {
    say "The code in $("$2" --version 2>/dev/null)"
    (
        release_flags
        export WASM_BINDGEN_TEST_WEBDRIVER_JSON=$capabilities WASM_BINDGEN_USE_BROWSER=1 WASM_BINDGEN_TEST_TIMEOUT=600
        # Nothing is compared with an earlier run, on a machine that may have been busier.
        rm -f "$capabilities.earlier"
        export WASM_BINDGEN_BENCH_RESULT=$capabilities.earlier
        # Otherwise Cargo compiles benchmarks, and with them the standard library, for unwinding after all.
        export CARGO_UNSTABLE_PANIC_ABORT_TESTS=true
        export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner
        env "$1" cargo bench --locked --quiet --profile wasm-release --target "$WASM_TARGET" --bench web |
            sed -u -e 's/\x1b\[[0-9;]*m//g' -e '/^Warming\|^Collecting\|^Found\|^ *[0-9]* (.* \(mild\|severe\)$/d'
    )
}

for browser in ${CARBON_BROWSERS:-chromium firefox}; do
    case $browser in
    chromium)
        printf '{}' >"$capabilities"
        in_browser "CHROMEDRIVER=$(command -v chromedriver)" "$chromium"
        ;;
    firefox)
        printf '{"moz:firefoxOptions":{"binary":"%s"}}' "$firefox" >"$capabilities"
        in_browser "GECKODRIVER=$(command -v geckodriver)" "$firefox"
        ;;
    *) die "CARBON_BROWSERS names $browser: here it knows chromium and firefox." ;;
    esac
done

node benches/page/main.mjs
