#!/usr/bin/env bash
# `assess --batch` as a filter of an existing distributed engine: PySpark in local mode. Fails if its sums are not those of
# `assess` alone.
#   COUNT=1000000 SEED=1 make spark
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/../../.ci/env.sh"

lines=${COUNT:-1000000} seed=${SEED:-1}
has java || die "Spark runs on Java, which is missing here: install Java 17 (on Debian: sudo apt-get install openjdk-17-jre-headless) and run this again."
has python3 || die "Spark is driven by Python, which is missing here: install python3 and python3-venv and run this again."

target=$(cargo metadata --format-version 1 --no-deps --offline | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')
work=$target/spark
mkdir -p "$work"
python=$work/python-$PYSPARK_VERSION
if ! "$python/bin/python" -c 'import pyspark' 2>/dev/null; then
    say "Installing pyspark $PYSPARK_VERSION into a folder of its own"
    rm -rf "$python"
    python3 -m venv "$python" || die "python3 has no venv: install python3-venv and run this again."
    "$python/bin/pip" install --quiet --disable-pip-version-check "pyspark==$PYSPARK_VERSION"
fi

say "Building assess and what writes its lines"
cargo build --locked --quiet --release --bin assess --example lines
"$target/release/examples/lines" "$seed" "$lines" >"$work/lines.jsonl"
say "$lines lines with seed $seed, on $(nproc) cores"
PYSPARK_PYTHON=$python/bin/python exec "$python/bin/python" benches/spark/totals.py "$target/release/assess" "$work/lines.jsonl"
