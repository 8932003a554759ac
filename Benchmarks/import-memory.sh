#!/usr/bin/env bash
# Peak memory and time of `fundctl entry import` for files of growing length: the peak must stop growing.
#
# usage: Benchmarks/import-memory.sh [N ...]     (FUNDCTL: the program; default from PATH)
set -euo pipefail
cd "$(dirname "$0")/.."

fundctl="${FUNDCTL:-fundctl}"
[ $# -gt 0 ] || set -- 10000 100000 300000 600000 1200000
generator="../shared/bench/generate.py"

[ -f "$generator" ] || { echo "bench-memory: skipped, $generator is not there"; exit 0; }
[ -x /usr/bin/time ] || { echo "bench-memory: skipped, /usr/bin/time is not installed (apt-get install time)"; exit 0; }

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 NO_COLOR=1

for entries in "$@"; do
    export FUNDCTL_KEYS="$work/$entries/keys"
    mkdir "$work/$entries"
    python3 "$generator" -n "$entries" --out "$work/$entries" --formats csv >/dev/null
    at=(--book "$work/$entries/book" --quiet)
    "$fundctl" init "${at[@]}" --origin bench.example --admin bench --no-input >/dev/null
    "$fundctl" account load "$work/$entries/accounts.csv" --fund FNF "${at[@]}" >/dev/null
    "$fundctl" year open 2026-2027 --fund FNF --without-budget "${at[@]}" >/dev/null
    /usr/bin/time -f "%M %e" -o "$work/figures" \
        "$fundctl" entry import "$work/$entries/$entries.csv" --fund FNF "${at[@]}" >/dev/null
    read -r kilobytes seconds <"$work/figures"
    echo "entry import, $entries entries, $(du -m "$work/$entries/$entries.csv" | cut -f1) MB: peak $((kilobytes / 1024)) MiB, $seconds s"
    rm -rf "${work:?}/$entries"
done
