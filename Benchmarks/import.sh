#!/usr/bin/env bash
# Time of `fundctl entry import` for N entries against the time `ledger` needs to load and print the same, in one run on
# one machine, in turn. Prints both medians, their ratio, and the peak memory of the import for N and for N/10 entries.
#
# usage: Benchmarks/import.sh [N] [ROUNDS]     (FUNDCTL: the program; default from PATH)
set -euo pipefail
cd "$(dirname "$0")/.."

fundctl="${FUNDCTL:-fundctl}"
entries="${1:-100000}"
rounds="${2:-3}"
generator="../shared/bench/generate.py"

[ -f "$generator" ] || { echo "bench-import: skipped, $generator is not there"; exit 0; }
command -v ledger >/dev/null || { echo "bench-import: skipped, ledger is not installed (apt-get install ledger)"; exit 0; }
[ -x /usr/bin/time ] || { echo "bench-import: skipped, /usr/bin/time is not installed (apt-get install time)"; exit 0; }

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
export FUNDCTL_KEYS="$work/keys" LC_ALL=C.UTF-8 NO_COLOR=1

make_book() { # BOOK
    rm -rf "$FUNDCTL_KEYS"
    "$fundctl" init --book "$1" --origin bench.example --admin bench --no-input --quiet >/dev/null
    "$fundctl" account load "$work/accounts.csv" --fund FNF --book "$1" --quiet >/dev/null
    "$fundctl" year open 2026-2027 --fund FNF --without-budget --book "$1" --quiet >/dev/null
}

timed() { # LABEL COMMAND...: appends "seconds kilobytes" to LABEL's file
    local label="$1"
    shift
    /usr/bin/time -f '%e %M' -a -o "$work/$label" "$@" >/dev/null
}

small=$((entries / 10))
python3 "$generator" -n "$entries" --out "$work" --formats csv,journal
python3 "$generator" -n "$small" --out "$work" --formats csv >/dev/null

for round in $(seq "$rounds"); do
    rm -f "$work"/book*
    make_book "$work/book"
    timed import "$fundctl" entry import "$work/$entries.csv" --fund FNF --book "$work/book" --quiet
    timed ledger ledger -f "$work/$entries.journal" print
    rm -f "$work"/book*
    make_book "$work/book"
    timed small "$fundctl" entry import "$work/$small.csv" --fund FNF --book "$work/book" --quiet
done

python3 - "$work" "$entries" "$small" "$rounds" <<'PY'
import statistics, sys
work, entries, small, rounds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
def rows(name):
    return [tuple(map(float, line.split())) for line in open(f"{work}/{name}")]
imported, ledger, few = rows("import"), rows("ledger"), rows("small")
seconds = lambda r: statistics.median(x[0] for x in r)
peak = lambda r: max(x[1] for x in r) / 1024
print(f"fundctl entry import, {entries} entries: {seconds(imported):.2f} s (median of {rounds}), peak {peak(imported):.0f} MiB")
print(f"fundctl entry import, {small} entries: {seconds(few):.2f} s, peak {peak(few):.0f} MiB")
print(f"ledger print, the same {entries} entries: {seconds(ledger):.2f} s, peak {peak(ledger):.0f} MiB")
print(f"ratio import / ledger: {seconds(imported) / seconds(ledger):.2f}")
PY
