# shellcheck shell=bash
# What the other scripts share; sourced, never run. Works with the bash 3.2 of macOS.

# One line about the step that starts, on standard error.
say() {
  printf '==> %s\n' "$*" >&2
}

# A message, and the end of the script.
fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# Prints those of the given paths that exist, one a line.
existing() {
  local path
  for path in "$@"; do
    if [ -e "$path" ]; then printf '%s\n' "$path"; fi
  done
}
