# shellcheck shell=bash
# Sourced by the scripts beside it: goes to the root of the checkout and puts the pinned tools first on PATH.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=.ci/versions.env
source .ci/versions.env

TOOLS=${CARBON_POINTS_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/carbon-points/tools}
TRUNK_DIR=$TOOLS/trunk-$TRUNK_VERSION
WASM_BINDGEN_DIR=$TOOLS/wasm-bindgen-$WASM_BINDGEN_VERSION
WASM_SPLIT_DIR=$TOOLS/wasm-split-$WASM_SPLIT_VERSION
BINARYEN_DIR=$TOOLS/binaryen-$BINARYEN_VERSION
ESBUILD_DIR=$TOOLS/esbuild-$ESBUILD_VERSION
TYPESCRIPT_DIR=$TOOLS/typescript-$TYPESCRIPT_VERSION
GECKODRIVER_DIR=$TOOLS/geckodriver-$GECKODRIVER_VERSION
CARGO_DENY_DIR=$TOOLS/cargo-deny-$CARGO_DENY_VERSION
CARGO_FUZZ_DIR=$TOOLS/cargo-fuzz-$CARGO_FUZZ_VERSION
PUBLICODES_DIR=$TOOLS/publicodes-$PUBLICODES_VERSION-yaml-$YAML_VERSION
AXE_DIR=$TOOLS/axe-core-$AXE_VERSION
export AXE_CORE=$AXE_DIR/node_modules/axe-core/axe.min.js
NGINX_DIR=$TOOLS/nginx
export OLD_ENGINES_DIR=$TOOLS/old-engines
export PATH="$TRUNK_DIR/bin:$WASM_BINDGEN_DIR/bin:$WASM_SPLIT_DIR/bin:$BINARYEN_DIR/node_modules/.bin:$ESBUILD_DIR/node_modules/.bin:$TYPESCRIPT_DIR/node_modules/.bin:$GECKODRIVER_DIR/bin:$CARGO_DENY_DIR/bin:$CARGO_FUZZ_DIR/bin:$PATH"
export WASM_TARGET=wasm32-unknown-unknown

say() { printf '==> %s\n' "$*"; }
die() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}
has() { command -v "$1" >/dev/null 2>&1; }

# target_folder  where Cargo puts what it compiles.
target_folder() {
    cargo metadata --format-version 1 --no-deps --offline | node -p 'JSON.parse(require("fs").readFileSync(0)).target_directory'
}

# release_flags  from here on Cargo compiles for the browser as the release is compiled.
release_flags() {
    # shellcheck disable=SC2054
    local flags=(
        -Ctarget-cpu=mvp
        -Ctarget-feature=-reference-types,-multivalue
        -Zlocation-detail=none                        # a panic does not say where …
        -Zfmt-debug=none                              # … nor with what: {:?} prints nothing in the page,
        -Zunstable-options -Cpanic=immediate-abort    # and it stops the page at once instead of unwinding.
        -Clink-args=--emit-relocs                     # What wasm-split cuts by …
        -Clink-args=--export-table                    # … and what the two files call each other through.
    )
    unset CARGO_ENCODED_RUSTFLAGS
    export RUSTFLAGS="${flags[*]}" RUSTC_BOOTSTRAP=1
    export CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
}
