#!/usr/bin/env bash
# Every static check of Swift, Python and shell sources; --fix formats instead.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

# Reads the lines of standard input into the array `lines`; bash 3.2 has no readarray.
read_lines() {
  lines=()
  local line
  while IFS= read -r line; do lines+=("$line"); done
}

# Written by hand: what formatting may touch.
read_lines < <(existing Package.swift Sources Tests Plugins Examples Benchmarks templates)
swift_sources=("${lines[@]}")
read_lines < <(existing Tests/python Tests/Integration/*.py templates Examples Benchmarks scripts/*.py)
python_sources=("${lines[@]}")

if [ "${1:-}" = --fix ]; then
  swift format --in-place --parallel --recursive "${swift_sources[@]}"
  .venv/bin/ruff check --fix --quiet "${python_sources[@]}"
  .venv/bin/ruff format --quiet "${python_sources[@]}"
  exit 0
fi

failed=0

# Runs one check under its name. All of them run, so that one look shows all findings.
check() {
  say "$1"
  shift
  "$@" || failed=1
}

read_lines < <(existing Generated/swift)
check "swift format lint" swift format lint --strict --parallel --recursive \
  "${swift_sources[@]}" ${lines[@]+"${lines[@]}"}

read_lines < <(existing Generated/python)
generated=(${lines[@]+"${lines[@]}"})
check "ruff check" .venv/bin/ruff check --quiet \
  "${python_sources[@]}" ${generated[@]+"${generated[@]}"}
check "ruff format" .venv/bin/ruff format --check --quiet \
  "${python_sources[@]}" ${generated[@]+"${generated[@]}"}

# The runtime in templates/ is checked where it is whole: as part of Generated/python.
# Both ends of the supported range, since code may branch on the version.
read_lines < <(existing Tests/python Tests/Integration/*.py Generated/python scripts/*.py)
for version in 3.10 3.13; do
  check "mypy for Python $version" .venv/bin/mypy --strict --no-error-summary \
    --python-version "$version" "${lines[@]}"
done

read_lines < <(existing .ci/run scripts/*.sh Benchmarks/*.sh Tests/Integration/*.sh Examples/*/*.sh)
check shellcheck .venv/bin/shellcheck --external-sources "${lines[@]}"

exit "$failed"
