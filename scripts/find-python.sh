#!/usr/bin/env bash
# Prints the path of the first Python that is new enough. Each candidate is run, since a
# name on the PATH may be a version manager's shim that leads nowhere.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

probe='import sys
print("%d.%d" % sys.version_info[:2])
print(sys.executable if sys.version_info >= (3, 10) else "")'

too_old=""
for name in python3 python3.13 python3.12 python3.11 python3.10; do
  answer=$("$name" -c "$probe" 2>/dev/null) || continue
  {
    read -r version
    read -r path || path=""
  } <<<"$answer"
  if [ -n "$path" ]; then
    printf '%s\n' "$path"
    exit 0
  fi
  too_old="$too_old; $name is $version"
done
fail "Python 3.10 or later is needed${too_old:-; none was found on the PATH}." \
  "Install it, for example from your package manager or python.org, and run again."
