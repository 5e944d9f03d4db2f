#!/usr/bin/env bash
# Builds the desktop, runs it with its engine, and tells what both logged: run.sh [FOLDER]
# The log files stand in FOLDER afterwards; in a temporary one where it is left out.
# PYTHON: the Python with aiohttp; the repository's .venv by default.
set -euo pipefail
example=$(cd "$(dirname "$0")" && pwd)
repository=$(cd "$example/../.." && pwd)
python=${PYTHON:-$repository/.venv/bin/python}
logs=${1:-$(mktemp -d)}
if ! "$python" -c 'import aiohttp'; then
  echo "error: $python has no aiohttp; run scripts/venv.sh, or name another in PYTHON" >&2
  exit 2
fi

if [ "$(uname -s)" = Darwin ]; then
  # Homebrew keeps openssl@3, which libwebsockets asks for, where pkg-config does not look.
  PKG_CONFIG_PATH="$(brew --prefix)/opt/openssl@3/lib/pkgconfig:${PKG_CONFIG_PATH:-}"
  export PKG_CONFIG_PATH
fi
# Else SwiftPM does not see that a file has gone from a package that is used by its path.
rm -f "$example/.build/debug.yaml"
build=(swift build --package-path "$example" --product Desktop --quiet)
"${build[@]}" >&2
desktop=$("${build[@]}" --show-bin-path)/Desktop

# The generated package as it stands in the repository; an application would install it.
export PYTHONPATH=$repository/Generated/python
"$desktop" "$logs" "$python" "$example/engine/engine.py"

files=("$logs/desktop.log.jsonl" "$logs/engine.log.jsonl")
printf '\n'
"$python" "$example/story.py" "${files[@]}"
printf '\n'
if "$python" -c 'import jsonschema' 2>/dev/null; then
  "$python" "$example/validate.py" "$repository/Generated/schema/log-record.schema.json" "${files[@]}"
  printf 'Every record is valid. '
fi
printf 'The log files are in %s\n' "$logs"
