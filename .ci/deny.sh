#!/usr/bin/env bash
# Licences, sources, two versions of one crate, and published weaknesses of every crate in Cargo.lock: .ci/deny.toml.
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

say "Licences, sources and duplicates of the dependencies"
cargo deny --locked --config .ci/deny.toml check --hide-inclusion-graph licenses bans sources

# The database is a Git repository. A machine that cannot reach it has checked everything but this, and says so.
if timeout 20 git ls-remote --quiet --exit-code https://github.com/RustSec/advisory-db HEAD >/dev/null 2>&1; then
    say "Published weaknesses"
    cargo deny --locked --config .ci/deny.toml check --hide-inclusion-graph advisories
else
    say "Published weaknesses: NOT checked, the database cannot be reached from this machine"
fi
