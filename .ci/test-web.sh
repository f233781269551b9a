#!/usr/bin/env bash
# Runs tests/web inside headless Chromium and Firefox. Names of tests may follow.
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner WASM_BINDGEN_USE_BROWSER=1

# Where the browser is not called what its driver expects, tell the driver.
capabilities=$(mktemp)
trap 'rm -f "$capabilities"' EXIT
export WASM_BINDGEN_TEST_WEBDRIVER_JSON=$capabilities

in_browser() {
    say "Tests in $1"
    cargo test --locked --target "$WASM_TARGET" --test web -- "${@:2}"
}

printf '{}' >"$capabilities"
CHROMEDRIVER=$(command -v chromedriver) in_browser Chromium "$@"
printf '{"moz:firefoxOptions":{"binary":"%s"}}' "$(command -v firefox-esr || command -v firefox)" >"$capabilities"
GECKODRIVER=$(command -v geckodriver) in_browser Firefox "$@"
