#!/usr/bin/env bash
# Checks that what a build needs is there, and installs the system packages that are not.
# CODEBOOK_INSTALL=no: never install, print the command instead.
# Arguments name further libraries, each in one argument of the form of those below.
set -euo pipefail
scripts=$(dirname "$0")
# shellcheck source=scripts/lib.sh
. "$scripts/lib.sh"

# Library as pkg-config knows it, Debian package, Homebrew formula: as in Package.swift.
libraries='yaml-0.1 libyaml-dev libyaml
libcrypto libssl-dev openssl@3
simdjson libsimdjson-dev simdjson
libzip libzip-dev libzip
zlib zlib1g-dev zlib
libzstd libzstd-dev zstd
expat libexpat1-dev expat'
for library in "$@"; do libraries="$libraries"$'\n'"$library"; done

check_swift() {
  local text
  text=$(swift --version 2>/dev/null) ||
    fail "Swift 6.3 or later is needed and no working \"swift\" is on the PATH; see swift.org/install."
  [[ $text =~ Swift\ version\ ([0-9]+)\.([0-9]+) ]] ||
    fail "\"swift --version\" names no version: $text"
  local major=${BASH_REMATCH[1]} minor=${BASH_REMATCH[2]}
  if [ "$major" -lt 6 ] || { [ "$major" -eq 6 ] && [ "$minor" -lt 3 ]; }; then
    fail "Swift 6.3 or later is needed; this is $major.$minor; see swift.org/install."
  fi
}

# The package manager in use: apt, brew or none.
package_manager() {
  if [ "$(uname -s)" != Darwin ] && command -v apt-get >/dev/null; then
    echo apt
  elif command -v brew >/dev/null; then
    echo brew
  else
    echo none
  fi
}

# The packages that are missing, as the given manager names them, one a line.
missing_packages() {
  local manager=$1 python=$2 pkg_config=pkg-config library debian formula
  if [ "$manager" = brew ]; then pkg_config=pkgconf; fi
  if ! command -v pkg-config >/dev/null; then echo "$pkg_config"; fi
  while read -r library debian formula; do
    if pkg-config --exists "$library" 2>/dev/null; then continue; fi
    if [ "$manager" = brew ]; then echo "$formula"; else echo "$debian"; fi
  done <<<"$libraries"
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    # Debian splits venv from its own Pythons; any other Python without it is broken.
    if [ "$manager" = apt ] && dpkg --search "$python" >/dev/null 2>&1; then
      echo "$(basename "$python")-venv"
    else
      fail "$python has no venv module; install a complete Python 3.10 or later."
    fi
  fi
}

# Prints what a person has to run, and ends the script.
ask_for() {
  printf 'error: these packages are missing; install them and run again:\n  %s\n' "$1" >&2
  exit 1
}

# Runs a command up to three times: mirrors and networks have short failures.
with_retries() {
  local attempt
  for attempt in 1 2 3; do
    if "$@" </dev/null >&2; then return 0; fi
    if [ "$attempt" -lt 3 ]; then sleep "$((attempt * 5))"; fi
  done
  return 1
}

install_with_apt() {
  local command="apt-get update && sudo apt-get install -y --no-install-recommends $*"
  local run=(env DEBIAN_FRONTEND=noninteractive apt-get -qq
    -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0)
  if [ "${CODEBOOK_INSTALL:-}" = no ]; then ask_for "sudo $command"; fi
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || ask_for "sudo $command"
    run=(sudo -n "${run[@]}")
  fi
  say "Installing with apt-get: $*"
  with_retries "${run[@]}" update ||
    say "The package lists could not be brought up to date; trying with those at hand."
  with_retries "${run[@]}" install -y --no-install-recommends "$@" ||
    ask_for "sudo $command"
}

install_with_brew() {
  if [ "${CODEBOOK_INSTALL:-}" = no ]; then ask_for "brew install $*"; fi
  say "Installing with brew: $*"
  with_retries brew install --quiet "$@" || ask_for "brew install $*"
}

main() {
  check_swift
  local python manager list packages
  python=$("$scripts/find-python.sh")
  manager=$(package_manager)
  list=$(missing_packages "$manager" "$python")
  if [ -z "$list" ]; then return; fi
  read -r -d '' -a packages <<<"$list" || true
  case $manager in
    apt) install_with_apt "${packages[@]}" ;;
    brew) install_with_brew "${packages[@]}" ;;
    none) fail "missing: ${packages[*]} (their Debian names), and neither apt-get nor brew is here." ;;
  esac
  # A keg-only formula or a stale path can leave an installed library out of sight.
  list=$(missing_packages "$manager" "$python")
  if [ -n "$list" ]; then
    fail "installed, but pkg-config or Python still does not find: ${list//$'\n'/ }"
  fi
}

main
