#!/usr/bin/env bash
# Builds the desktop, runs it with its engine against an exchange, and tells what both logged.
#
#   run.sh [FOLDER]                                 a day on which this and that fails
#   run.sh --scenario RR-03|all [--scale N] [FOLDER]  one of the scenarios RR-01 to RR-08, or all
#
# The log files stand in FOLDER afterwards; in a temporary one where it is left out. With `all` each
# scenario has a folder of its own in it. N divides the times of the catalog's policies; 20 if left out,
# 1 for the catalog's own.
# PYTHON: the Python with aiohttp; the repository's .venv by default.
# TRADER_DESKTOP: a desktop that is built already. TRADER_PACKAGE, TRADER_SCHEMA: another generated
# package, and the schema that goes with it.
# TRADER_SEED: what jitter is drawn with; a random number by default.
set -euo pipefail
example=$(cd "$(dirname "$0")" && pwd)
repository=$(cd "$example/../.." && pwd)
scenarios=$example/../exchange/scenarios
python=${PYTHON:-$repository/.venv/bin/python}
# The generated package as it stands in the repository; an application would install it.
export PYTHONPATH=${TRADER_PACKAGE:-$repository/Generated/python}

usage() {
  echo "usage: run.sh [--scenario RR-01..RR-08|all] [--scale N] [FOLDER]" >&2
  exit 2
}

scenario=
scale=
while [ $# -gt 0 ]; do
  case $1 in
    --scenario) scenario=${2:?}; shift 2 ;;
    --scale) scale=${2:?}; shift 2 ;;
    -*) usage ;;
    *) break ;;
  esac
done
[ $# -le 1 ] || usage
if [ -n "$scenario" ] && [ "$scenario" != all ] && [ ! -f "$scenarios/$scenario.json" ]; then usage; fi
folder=${1:-$(mktemp -d)}
if ! "$python" -c 'import aiohttp'; then
  echo "error: $python has no aiohttp; run scripts/venv.sh, or name another in PYTHON" >&2
  exit 2
fi

build_desktop() {
  desktop=${TRADER_DESKTOP:-}
  [ -z "$desktop" ] || return 0
  if [ "$(uname -s)" = Darwin ]; then
    # Homebrew keeps openssl@3, which libwebsockets asks for, where pkg-config does not look.
    PKG_CONFIG_PATH="$(brew --prefix)/opt/openssl@3/lib/pkgconfig:${PKG_CONFIG_PATH:-}"
    export PKG_CONFIG_PATH
  fi
  # Else SwiftPM does not see that a file has gone from a package that is used by its path.
  rm -f "$example/.build/debug.yaml"
  local build=(swift build --package-path "$example" --product Desktop --quiet)
  "${build[@]}" >&2
  desktop=$("${build[@]}" --show-bin-path)/Desktop
}

# Runs the desktop in an exchange: live NAME FOLDER [DESKTOP-ARGUMENT...] -- [ENGINE-ARGUMENT...]
live() {
  local script=$scenarios/$1.json logs=$2
  shift 2
  local before=()
  while [ "$1" != -- ]; do before+=("$1"); shift; done
  shift
  mkdir -p "$logs"
  "$python" "$example/../exchange/exchange.py" --script "$script" --log "$logs/exchange.log.jsonl" -- \
    "$desktop" "$logs" ${before[@]+"${before[@]}"} "$python" "$example/engine/engine.py" "$@"
  tell "$logs"
}

# Prints the story of a folder, and validates its records.
tell() {
  local logs=$1
  local files=("$logs/desktop.log.jsonl" "$logs/engine.log.jsonl")
  printf '\n'
  "$python" "$example/story.py" "${files[@]}"
  printf '\n'
  if "$python" -c 'import jsonschema' 2>/dev/null; then
    "$python" "$example/validate.py" "${TRADER_SCHEMA:-$repository/Generated/schema/log-record.schema.json}" \
      "${files[@]}"
    printf 'Every record is valid. '
  fi
  printf 'The log files are in %s\n' "$logs"
}

# Lives through a scenario: scenario NAME FOLDER
scenario() {
  export TRADER_SCALE=${scale:-20}
  printf '== %s\n' "$1"
  live "$1" "$2" --scenario "$scenarios/$1.json" -- --policy "$scenarios/$1.json" --scale "$TRADER_SCALE"
}

build_desktop
case $scenario in
  '') live story "$folder" -- --scale "${scale:-1}" ;;
  all) for file in "$scenarios"/RR-*.json; do
    name=$(basename "$file" .json)
    scenario "$name" "$folder/$name"
  done ;;
  *) scenario "$scenario" "$folder" ;;
esac
