#!/usr/bin/env bash
# Runs Examples/trader as its README says, and holds what both processes logged against the story.
# CODEBOOK_INSTALL=no: skip where libwebsockets is missing.
set -euo pipefail
cd "$(dirname "$0")/../.."

if ! scripts/deps.sh 'libwebsockets libwebsockets-dev libwebsockets'; then
  [ "${CODEBOOK_INSTALL:-}" = no ] || exit 1
  echo "integration: SKIPPED: Examples/trader, which needs libwebsockets" >&2
  exit 0
fi

logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
# Leaves a folder's logs for `codebook logs check`; the exchange's journal is none of the catalog's.
keep() { # keep FOLDER NAME
  [ -n "${CODEBOOK_TEST_LOGS:-}" ] || return 0
  local file folder=$CODEBOOK_TEST_LOGS/example/$2
  mkdir -p "$folder"
  for file in "$1"/*.log.jsonl*; do
    case $file in */exchange.log.jsonl) ;; *) cp "$file" "$folder/" ;; esac
  done
}
echo "integration: the example runs, and every record is valid"
secret="key+$(od -An -N12 -tx1 /dev/urandom | tr -d ' \n')/="
# The waits of the README.
export TRADER_SEED=42
output=$(EXCHANGE_KEY=$secret Examples/trader/run.sh "$logs") || { echo "$output" >&2; exit 1; }
keep "$logs" day
grep -q '^Every record is valid' <<<"$output" || { echo "not validated: $output" >&2; exit 1; }
.venv/bin/python Tests/Integration/example_checks.py "$logs" Examples/trader/README.md \
  <<<"$output"
codebook=${CODEBOOK:-$(swift build --show-bin-path)/codebook}
.venv/bin/python Tests/Integration/example_bundle.py "$codebook" catalog.yaml "$logs" "$secret"

echo "integration: the example lives through the scenarios of the matrix"
scenarios=$logs/scenarios
Examples/trader/run.sh --scenario all "$scenarios" >"$scenarios.txt" \
  || { cat "$scenarios.txt"; exit 1; }
for folder in "$scenarios"/*/; do keep "$folder" "$(basename "$folder")"; done
[ "$(grep -c '^Every record is valid' "$scenarios.txt")" = 8 ] || { cat "$scenarios.txt"; exit 1; }
.venv/bin/python Tests/Integration/example_scenarios.py "$scenarios" "$TRADER_SEED" "$scenarios.txt"
for bundle in "$scenarios"/*/predictiontrader-diagnostics-*.zip; do
  told=$("$codebook" bundle verify "$bundle" --catalog catalog.yaml 2>&1) || { echo "$told"; exit 1; }
done

export PYTHONPATH=$PWD/Generated/python
alone=$logs/alone
mkdir "$alone"
.venv/bin/python Tests/Integration/example_engine.py Examples/trader/engine/engine.py "$alone"
keep "$alone" alone
.venv/bin/python Examples/trader/validate.py Generated/schema/log-record.schema.json "$alone"/*
