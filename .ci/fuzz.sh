#!/usr/bin/env bash
# Throws hostile input at everything that reads what comes from outside (tests/fuzz). Names of targets may follow.
#   FUZZ_SECONDS=60       how long each target runs
#   FUZZ_CORPUS=folder    where what was found is kept, to go on from (default: beside what Cargo compiles)
# What broke a target is kept beside the corpus; put it right, and keep it as a test of tests/native.
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

seconds=${FUZZ_SECONDS:-60}
targets=(activity rules import_json import_csv link host receipt)
if (($# > 0)); then targets=("$@"); fi
folder=$(target_folder)/fuzz
corpus=${FUZZ_CORPUS:-$folder/corpus}
mkdir -p "$folder/found" "$folder/logs" "$corpus"

say "Fuzzing: building"
# Without a sanitizer: it looks for misuse of memory, and there is no unsafe code here. The targets check sums themselves.
# The flags that count what was reached are known to every compiler, but cargo-fuzz asks for a nightly one.
RUSTC_BOOTSTRAP=1 cargo-fuzz build --fuzz-dir tests/fuzz --target-dir "$folder" --sanitizer none --features libfuzzer 2>"$folder/logs/build" ||
    { cat "$folder/logs/build" >&2 && die "the fuzz targets do not compile."; }
built=$folder/$(rustc -vV | sed -n 's/^host: //p')/release

# last PATTERN LOG  the last number behind a pattern.
last() { grep -aoE "$1 *[0-9]+" "$2" | tail -n 1 | grep -oE '[0-9]+$' || echo 0; }

failed=()
printf '%-12s %8s %12s %8s %9s %7s %9s %8s\n' target seconds executions edges features corpus heap-KB rss-MB
for target in "${targets[@]}"; do
    log=$folder/logs/$target
    rm -rf "$folder/seeds/$target"
    mkdir -p "$corpus/$target" "$folder/seeds/$target"
    # A rulebook is larger than 64 KB.
    most=65536
    if [[ $target == rules ]]; then most=131072; fi
    begun=$SECONDS
    # The dictionary is written before it is read.
    HOSTILE_SEEDS=$folder/seeds "$built/$target" "$corpus/$target" "$folder/seeds/$target" -dict="$folder/seeds/$target.dict" \
        -max_len=$most -max_total_time="$seconds" -timeout=20 -rss_limit_mb=1024 -print_final_stats=1 -artifact_prefix="$folder/found/$target-" \
        >"$log" 2>&1 || failed+=("$target")
    printf '%-12s %8s %12s %8s %9s %7s %9s %8s\n' "$target" $((SECONDS - begun)) "$(last 'number_of_executed_units:' "$log")" \
        "$(last 'cov:' "$log")" "$(last 'ft:' "$log")" "$(last 'corp:' "$log")" $(($(last 'heap:' "$log") / 1024)) "$(last 'peak_rss_mb:' "$log")"
done
for target in "${failed[@]}"; do
    tail -n 25 "$folder/logs/$target" >&2
done
if ((${#failed[@]} > 0)); then die "${failed[*]}: what broke it is in $folder/found."; fi
