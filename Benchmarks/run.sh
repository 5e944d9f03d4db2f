#!/usr/bin/env bash
# Every benchmark, with the release executable: Benchmarks/run.sh [NAME…]
set -euo pipefail
cd "$(dirname "$0")/.."
codebook=${CODEBOOK:-$(swift build -c release --show-bin-path)/codebook}
[ -x "$codebook" ] || { echo "no $codebook; run make first" >&2; exit 2; }
venv=.build/bench-venv
python=$(scripts/find-python.sh)
if [ ! -x "$venv/bin/buf" ]; then
  "$python" -m venv "$venv"
  "$venv/bin/pip" install -q -r Benchmarks/requirements.txt
fi
export CODEBOOK=$codebook BUF=$PWD/$venv/bin/buf
if [ $# -eq 0 ]; then set -- generator stability python_import; fi
for bench in "$@"; do
  echo "== $bench"
  "$python" "Benchmarks/$bench.py"
done
