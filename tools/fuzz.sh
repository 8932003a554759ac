#!/usr/bin/env bash
# Damaged input for every parser of what others made, in process: tools/fuzz.sh [SEED [TURNS]].
set -euo pipefail
cd "$(dirname "$0")/.."

FUNDCTL_FUZZ_SEED="${1:-1}" FUNDCTL_FUZZ_TURNS="${2:-100000}" exec ${SWIFT:-swift} test --filter FuzzTests
