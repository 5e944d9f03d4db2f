#!/usr/bin/env bash
# Holds the logs that tests have left in a folder, and those written by hand, against the catalog:
#
#   check-logs.sh FOLDER
#
# Nothing may be found in them, and together they must have every event and every error code.
# What a process that logged nothing leaves is empty, and not looked at.
# Tests that make records wrong on purpose leave none of those; see Tests/README.md.
# Wrong arguments are given on purpose: what the runtimes then write must be right all the same.
# CODEBOOK: the executable, by default that of the debug build.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

[ $# = 1 ] || fail "usage: check-logs.sh FOLDER"
codebook=${CODEBOOK:-$(swift build --show-bin-path)/codebook}
logs=()
while IFS= read -r log; do logs+=("$log"); done \
  < <(existing "$1" | while IFS= read -r folder; do find "$folder" -type f -name '*.jsonl*' ! -empty; done | sort)
[ "${#logs[@]}" -gt 0 ] || fail "no test has left a log in $1; run make test"
# Names that the catalog leaves open are told as notes, which nobody reads where all is well.
status=0
told=$("$codebook" logs check --skip-rule log-invalid-argument --require-coverage events,codes \
  "${logs[@]}" Tests/Goldens/resilience/*.jsonl) || status=$?
[ "$status" = 0 ] || printf '%s\n' "$told"
exit "$status"
