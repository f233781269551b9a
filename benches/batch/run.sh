#!/usr/bin/env bash
# How many lines a second `assess --batch` answers, and how much memory it takes: ten million lines of a seeded mix, the lines
# as answers and the sums alone, and for comparison a part of them with all steps and words.
#   COUNT=10000000 SEED=1 TIMES=3 make bench-batch
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/../../.ci/env.sh"

lines=${COUNT:-10000000} seed=${SEED:-1} times=${TIMES:-3}
target=$(cargo metadata --format-version 1 --no-deps --offline | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')
assess=$target/release/assess
work=$target/batch
mkdir -p "$work"

say "Building assess and what writes its lines"
cargo build --locked --quiet --release --bin assess --example lines

# Room for the lines, some 125 bytes each, and their page cache.
input=$work/lines-$seed-$lines.jsonl
if [[ ! -f $input ]]; then
    say "Writing $lines lines with seed $seed"
    "$target/release/examples/lines" "$seed" "$lines" >"$input.part"
    mv "$input.part" "$input"
fi

processor=$(sed -n 's/^model name\s*: //p' /proc/cpuinfo | head -n 1)
say "$(nproc) cores of $processor, $(date +%F); load $(cut -d' ' -f1 /proc/loadavg); $(wc -c <"$input") bytes"

# measured WHAT LINES FLAG…  answers the lines and says how long that took, from start to end, and the most memory ever held.
measured() {
    local what=$1 count=$2 peak=0 found pid start end user
    shift 2
    start=$(date +%s%N)
    "$assess" "$@" --today 2026-11-21 <"$from" >"$work/answers" &
    pid=$!
    while found=$(sed -n 's/^VmHWM:\s*\([0-9]*\) kB/\1/p' "/proc/$pid/status" 2>/dev/null) && [[ -n $found ]]; do
        peak=$found
        # Ticks of a hundredth of a second, the program's and the system's for it.
        user=$(cut -d' ' -f14,15 "/proc/$pid/stat" 2>/dev/null) || break
        sleep 0.02
    done
    wait "$pid"
    end=$(date +%s%N)
    awk -v what="$what" -v lines="$count" -v ns=$((end - start)) -v peak="$peak" -v user="${user% *}" -v sys="${user#* }" 'BEGIN {
        seconds = ns / 1e9
        processor = (user + sys) / 100
        printf "%-34s %9.0f lines/s  %6.2f s  %6.2f s of processor time (%.2f µs a line)  at most %.1f MB\n",
            what, lines / seconds, seconds, processor, processor * 1e6 / lines, peak / 1000
    }'
}

from=$input
for ((time = 0; time < times; time += 1)); do
    measured "--batch --totals" "$lines" --batch --totals
    totals=$(cat "$work/answers")
    # To nowhere: how fast a disk is, is not asked here.
    ln -sf /dev/null "$work/answers"
    measured "--batch" "$lines" --batch
    rm "$work/answers"
done
few=$((lines < 100000 ? lines : 100000))
from=$work/few.jsonl
head -n "$few" "$input" >"$from"
ln -sf /dev/null "$work/answers"
measured "all steps and words, one thread" "$few"
measured "--batch --threads 1" "$few" --batch --threads 1
rm "$work/answers"
echo "$totals"
