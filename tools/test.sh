#!/usr/bin/env bash
# Every test: the auditor's programs, some of them beside the program just built, then the Swift targets. Ends with the
# test runner's own summary.
set -euo pipefail
cd "$(dirname "$0")/.."

swift build --build-tests
FUNDCTL="${FUNDCTL:-$(swift build --show-bin-path)/fundctl}" python3 -m unittest discover -s audit/tests -p 'test_*.py'
exec swift test
