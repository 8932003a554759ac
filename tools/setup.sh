#!/usr/bin/env bash
# Installs what is missing: the libraries to build with and, for the tests, the peers to compare with.
# usage: tools/setup.sh build|test|bench
set -euo pipefail

missing=()
need() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed' || missing+=("$1"); }

if ! command -v swift >/dev/null; then
    echo "swift: not found. Install Swift 6.1 or newer: https://www.swift.org/install/" >&2
    exit 1
fi
if ! command -v dpkg-query >/dev/null; then
    echo "setup: not Debian; see that the SQLite 3.40 and OpenSSL 3 development files, openssl and python3 are there" >&2
    exit 0
fi
need libsqlite3-dev
need libssl-dev
need openssl
need python3
if [ "${1:-build}" = test ]; then
    need hledger
    need sqlite3
    command -v bean-check >/dev/null || need beancount
fi
if [ "${1:-build}" = bench ]; then
    need ledger
    need time
fi
[ ${#missing[@]} -eq 0 ] && exit 0

echo "setup: installing ${missing[*]}"
sudo=""
[ "$(id -u)" -eq 0 ] || sudo=sudo
$sudo apt-get update -qq
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq "${missing[@]}" >/dev/null
