#!/usr/bin/env bash
# Licences, sources, two versions of one crate, and published weaknesses of every crate in Cargo.lock (.ci/deny.toml) and in
# that of the fuzz targets, who have dependencies of their own (tests/fuzz/deny.toml).
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

# denied CHECK …  what is asked of both.
denied() {
    cargo deny --locked --config .ci/deny.toml check --hide-inclusion-graph "$@"
    cargo deny --locked --manifest-path tests/fuzz/Cargo.toml --config tests/fuzz/deny.toml check --hide-inclusion-graph "$@"
}

say "Licences, sources and duplicates of the dependencies, and of those of the fuzz targets"
denied licenses bans sources

# The database is a Git repository. A machine that cannot reach it has checked everything but this, and says so.
if timeout 20 git ls-remote --quiet --exit-code https://github.com/RustSec/advisory-db HEAD >/dev/null 2>&1; then
    say "Published weaknesses"
    denied advisories
else
    say "Published weaknesses: NOT checked, the database cannot be reached from this machine"
fi
