#!/usr/bin/env bash
# Makes .venv with the pinned Python tools; does nothing where it is up to date.
set -euo pipefail
scripts=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=scripts/lib.sh
. "$scripts/lib.sh"

requirements="$scripts/../requirements-dev.txt"
venv=${1:-"$scripts/../.venv"}
# A copy of what was installed: contents tell the truth where dates do not.
installed="$venv/requirements-dev.txt"

if cmp -s "$requirements" "$installed" && "$venv/bin/python" -c '' 2>/dev/null; then
  exit 0
fi

python=$("$scripts/find-python.sh")
say "Installing the Python test tools into $(basename "$venv")"
"$python" -m venv --clear "$venv"
pip=("$venv/bin/python" -m pip --disable-pip-version-check --quiet)
# Without dependencies: a pin that is missing shows in the check, not as a drifting version.
"${pip[@]}" install --retries 5 --no-deps -r "$requirements" ||
  fail "the Python test tools could not be installed; is the package index within reach?"
"${pip[@]}" check || fail "requirements-dev.txt does not pin everything that it needs."
cp "$requirements" "$installed"
