#!/usr/bin/env bash
# Every test: the auditor's programs, some of them beside the program just built, and the Swift targets at the same time.
# Prints the Swift tests as they go, then the auditor's, and ends with the Swift test runner's own summary.
set -euo pipefail
cd "$(dirname "$0")/.."

swift build --build-tests
program="${FUNDCTL:-$(swift build --show-bin-path)/fundctl}"
logs="$(mktemp -d)"
trap 'rm -rf "$logs"' EXIT

FUNDCTL="$program" python3 -m unittest discover -s audit/tests -p 'test_*.py' >"$logs/audit" 2>&1 &
audit=$!
result=0
swift test 2>&1 | tee "$logs/swift" || result=$?
wait "$audit" || result=$?
cat "$logs/audit"
tail -n 1 "$logs/swift"
exit "$result"
