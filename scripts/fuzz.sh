#!/usr/bin/env bash
# Runs libFuzzer on what reads files of others: scripts/fuzz.sh [PART] [SECONDS]
#
# PART is `catalog` (its reader and linter), `logs` (all of what reads logs, one part after the
# other), one part of those: `lines`, `stream`, `packed`, `summary`, `shown`; without it, all.
# SECONDS is for each of them.
#
# What it finds stays in .build/fuzz. Keep a fixture of it, in Tests/CodebookCoreTests/Fixtures/Fuzz
# or in Tests/CodebookLogsTests/Fuzz/Fixtures, where the tests look at it in every run.
set -euo pipefail
cd "$(dirname "$0")/.."
logs="lines stream packed summary shown"
case ${1:-all} in
all) parts="catalog $logs" ;;
logs) parts=$logs ;;
catalog | lines | stream | packed | summary | shown) parts=$1 ;;
*)
  echo "usage: scripts/fuzz.sh [catalog|logs|lines|stream|packed|summary|shown] [SECONDS]" >&2
  exit 2
  ;;
esac
seconds=${2:-600}
out=$PWD/.build/fuzz
mkdir -p "$out/corpus/catalog"

# Builds one of the two programs.
build() {
  echo "building $1"
  # Of two options --sanitize the compiler takes the last, and their order is anybody's guess.
  CODEBOOK_FUZZ=1 swift build --configuration release --scratch-path "$out/build" --product "$1" \
    --sanitize fuzzer -Xswiftc -sanitize=fuzzer,address -Xswiftc -enable-testing
}

catalog_seeds() {
  cp catalog.yaml "$out/corpus/catalog/"
  # Names of rules' fixtures repeat; their paths do not.
  find Tests/CodebookCoreTests/Fixtures -type f | while IFS= read -r file; do
    cp "$file" "$out/corpus/catalog/${file//\//-}"
  done
}

log_seeds() {
  "$out/build/release/LogFuzz" seeds "$out/corpus" Tests/Goldens/resilience/*.jsonl
  cat Tests/Fuzz/log.dict "$out/corpus/names.dict" >"$out/log.dict"
  # What was found before, by the part that its first byte names.
  find Tests/CodebookLogsTests/Fuzz/Fixtures -type f | while IFS= read -r file; do
    cp "$file" "$out/corpus/$(basename "$(dirname "$file")")/"
  done
  # The byte says in which pieces it is read.
  for log in Tests/Goldens/resilience/RR-0[1-4]*.jsonl; do
    { printf 'p5' && gzip -c "$log"; } >"$out/corpus/packed/$(basename "$log").gz"
    { printf 'p5' && zstd -qc "$log"; } >"$out/corpus/packed/$(basename "$log").zst"
  done
}

# Runs a program on a part: run PROGRAM PART LENGTH DICTIONARY
run() {
  echo "fuzzing $2 for $seconds s"
  mkdir -p "$out/found/$2"
  "$out/build/release/$1" -max_total_time="$seconds" -max_len="$3" -timeout=25 -mutate_depth=3 \
    -rss_limit_mb=2048 -dict="$4" -artifact_prefix="$out/found/$2/" -print_final_stats=1 \
    "$out/corpus/$2"
}

# Swift's own report of a crash would end the process before libFuzzer keeps the input.
export SWIFT_BACKTRACE=enable=no
# What lives until the end is no leak; where memory came from takes too long to remember.
export ASAN_OPTIONS=detect_leaks=0:malloc_context_size=0:quarantine_size_mb=16
if [[ $parts == *catalog* ]]; then
  build CatalogFuzz
  catalog_seeds
  run CatalogFuzz catalog 20000 Tests/Fuzz/catalog.dict
fi
if [[ $parts != catalog ]]; then
  build LogFuzz
  log_seeds
  for part in ${parts#catalog }; do run LogFuzz "$part" 20000 "$out/log.dict"; done
fi
