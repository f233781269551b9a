#!/usr/bin/env bash
# Shows that the lower bounds in Cargo.toml are true: everything compiles, native and wasm32, with the oldest version of each
# direct dependency that they allow. What those depend on is as new as always: their lower bounds are not ours.
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

# In a folder of its own, because the versions are written into Cargo.lock: the manifest, and links to what it builds.
root=$PWD
work=$root/target/minimal-versions
mkdir -p "$work"
cp Cargo.toml rust-toolchain.toml "$work"
for part in src static benches tests build.rs; do ln -sfn "$root/$part" "$work/$part"; done
cd "$work"
rm -f Cargo.lock
# A nightly feature of Cargo, which the pinned stable has too.
export RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR=$work/target

say "Resolving to the oldest versions that Cargo.toml allows"
cargo update --quiet -Zdirect-minimal-versions
cargo tree --locked --depth 1 --target all --all-features --prefix none | sed '1d; /^\[/d; s/^/    /'
say "Compiling with them, native"
cargo check --locked --quiet --all-targets --all-features
say "Compiling with them, $WASM_TARGET"
cargo check --locked --quiet --target "$WASM_TARGET" --features split --lib --bin carbon-points --bin api --test web --bench web
say "The lower bounds in Cargo.toml are true"
