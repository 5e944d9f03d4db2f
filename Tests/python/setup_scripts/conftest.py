"""The machine that the tests of the set-up scripts start from."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from setup_scripts.machine import Machine

REAL_TOOLS = ("bash", "basename", "cat", "cmp", "cp", "dirname", "env", "rm", "touch")
APT_FAKE = """
case "$*" in
  *update*) [ ! -e "$STATE/apt-update-fails" ] ;;
  *install*)
    if [ -e "$STATE/apt-install-fails" ]; then exit 100; fi
    if [ -e "$STATE/apt-installs-nothing" ]; then exit 0; fi
    case "$*" in *libyaml-dev*) touch "$STATE/yaml-0.1" ;; esac
    case "$*" in *libssl-dev*) touch "$STATE/libcrypto" ;; esac
    case "$*" in *libsimdjson-dev*) touch "$STATE/simdjson" ;; esac
    case "$*" in *libzip-dev*) touch "$STATE/libzip" ;; esac
    case "$*" in *zlib1g-dev*) touch "$STATE/zlib" ;; esac
    case "$*" in *libzstd-dev*) touch "$STATE/libzstd" ;; esac
    case "$*" in *libexpat1-dev*) touch "$STATE/expat" ;; esac
    case "$*" in *-venv*) touch "$STATE/venv" ;; esac ;;
esac
"""


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A Debian that has everything, used by root."""
    made = Machine(tmp_path)
    made.bin.mkdir()
    for tool in REAL_TOOLS:
        found = shutil.which(tool)
        assert found is not None
        (made.bin / tool).symlink_to(found)
    made.fake("swift", "echo 'Swift version 6.3.1 (swift-6.3.1-RELEASE)'")
    made.fake("uname", "echo Linux")
    made.fake("id", "echo 0")
    made.fake("sleep", "")
    made.fake("pkg-config", '[ -e "$STATE/$2" ]')
    made.fake("apt-get", APT_FAKE)
    made.fake("dpkg", "")
    made.fake_python("python3", "3.11")
    made.has(
        "yaml-0.1",
        "libcrypto",
        "simdjson",
        "libzip",
        "zlib",
        "libzstd",
        "expat",
        "venv",
    )
    return made
