#!/usr/bin/env bash
# Every benchmark, with the release executable: Benchmarks/run.sh [NAME…]
set -euo pipefail
cd "$(dirname "$0")/.."
codebook=${CODEBOOK:-$(swift build -c release --show-bin-path)/codebook}
[ -x "$codebook" ] || { echo "no $codebook; run make first" >&2; exit 2; }
venv=.build/bench-venv
python=$(scripts/find-python.sh)
if ! cmp -s Benchmarks/requirements.txt "$venv/requirements.txt"; then
  "$python" -m venv "$venv"
  "$venv/bin/pip" install -q -r Benchmarks/requirements.txt
  cp Benchmarks/requirements.txt "$venv/requirements.txt"
fi
export CODEBOOK=$codebook BUF=$PWD/$venv/bin/buf
if [ $# -eq 0 ]; then
  set -- generator stability python_import logging_python logging_swift redaction redaction_speed \
    bundle logs_scale resilience_python resilience_steps resilience_swift logs_check
fi
for bench in "$@"; do
  echo "== $bench"
  case $bench in
    logging_python) "$venv/bin/python" Benchmarks/logging_python.py ;;
    logging_swift)
      if ! pkg-config --exists spdlog; then
        echo "spdlog is missing; install libspdlog-dev (brew: spdlog)" >&2
        exit 2
      fi
      # Else SwiftPM does not see new files of a package that is used by its path.
      rm -f Benchmarks/Logging/.build/release.yaml
      swift build --package-path Benchmarks/Logging -c release --quiet
      "$(swift build --package-path Benchmarks/Logging -c release --show-bin-path)/LoggingBenchmark"
      ;;
    resilience_swift)
      rm -f Benchmarks/Resilience/.build/release.yaml
      swift build --package-path Benchmarks/Resilience -c release --quiet
      bin=$(swift build --package-path Benchmarks/Resilience -c release --show-bin-path)
      for part in "$bin"/*Benchmark; do "$part"; done
      ;;
    logs_check) "$venv/bin/python" -B Benchmarks/logs_check.py ;;
    redaction) "$venv/bin/python" -B Benchmarks/Redaction/compare.py ;;
    *) "$python" "Benchmarks/$bench.py" ;;
  esac
done
