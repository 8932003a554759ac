#!/usr/bin/env bash
# Every test: the auditor's programs first, then the Swift targets. Ends with the test runner's own summary.
set -euo pipefail
cd "$(dirname "$0")/.."

if compgen -G 'audit/tests/test_*.py' >/dev/null; then
    python3 -m unittest discover -s audit/tests -p 'test_*.py'
fi
swift build --build-tests
exec swift test
