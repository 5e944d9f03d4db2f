"""scripts/deps.sh: what is checked, what is installed, and when it only asks."""

from __future__ import annotations

import pytest
from setup_scripts.machine import Machine

BREW_FAKE = """
case "$*" in *libyaml*) touch "$STATE/yaml-0.1" ;; esac
case "$*" in *openssl@3*) touch "$STATE/libcrypto" ;; esac
"""


def as_mac(machine: Machine) -> None:
    machine.fake("uname", "echo Darwin")
    machine.fake("brew", BREW_FAKE)
    machine.remove("apt-get")


def test_nothing_missing_installs_nothing(machine: Machine) -> None:
    done = machine.run("deps.sh")
    assert (done.status, done.stdout, done.stderr) == (0, "", "")
    assert done.calls_of("apt-get") == []


def test_root_updates_installs_and_says_so(machine: Machine) -> None:
    machine.lacks("yaml-0.1", "venv")
    done = machine.run("deps.sh")
    assert done.status == 0
    assert "Installing with apt-get: libyaml-dev python3-venv\n" in done.stderr
    update, install = done.calls_of("apt-get")
    assert update.endswith(" update")
    assert install.endswith(" libyaml-dev python3-venv")


def test_a_user_with_sudo_installs_through_it(machine: Machine) -> None:
    machine.lacks("libcrypto")
    machine.fake("id", "echo 1000")
    machine.fake("sudo", 'shift; if [ "$1" != true ]; then exec "$@"; fi')
    done = machine.run("deps.sh")
    assert done.status == 0
    assert len(done.calls_of("apt-get")) == 2
    assert all(call.startswith("sudo -n ") for call in done.calls_of("sudo"))
    assert "env DEBIAN_FRONTEND=noninteractive apt-get" in done.calls_of("sudo")[-1]


@pytest.mark.parametrize("sudo", [None, "exit 1"], ids=["no sudo", "asks"])
def test_a_user_without_rights_is_told_the_command(
    machine: Machine, sudo: str | None
) -> None:
    machine.lacks("yaml-0.1", "libcrypto")
    machine.fake("id", "echo 1000")
    if sudo is not None:
        machine.fake("sudo", sudo)
    done = machine.run("deps.sh")
    assert done.status == 1
    assert (
        "  sudo apt-get update && sudo apt-get install -y"
        " --no-install-recommends libyaml-dev libssl-dev\n" in done.stderr
    )
    assert done.calls_of("apt-get") == []
    assert "Installing" not in done.stderr


def test_installing_can_be_declined(machine: Machine) -> None:
    machine.lacks("yaml-0.1")
    done = machine.run("deps.sh", CODEBOOK_INSTALL="no")
    assert done.status == 1
    assert "sudo apt-get install" in done.stderr
    assert done.calls_of("apt-get") == []


def test_a_missing_pkg_config_is_installed_with_the_libraries(
    machine: Machine,
) -> None:
    machine.remove("pkg-config")
    done = machine.run("deps.sh", CODEBOOK_INSTALL="no")
    assert done.stderr.endswith(
        " pkg-config libyaml-dev libssl-dev libsimdjson-dev libzip-dev zlib1g-dev"
        " libzstd-dev libexpat1-dev\n"
    )


def test_old_package_lists_are_tried_when_the_update_fails(machine: Machine) -> None:
    machine.lacks("yaml-0.1")
    machine.has("apt-update-fails")
    done = machine.run("deps.sh")
    assert done.status == 0
    assert "trying with those at hand" in done.stderr
    assert len(done.calls_of("apt-get")) == 4  # three updates, one installation


def test_a_failed_installation_ends_with_the_command(machine: Machine) -> None:
    machine.lacks("yaml-0.1")
    machine.has("apt-install-fails")
    done = machine.run("deps.sh")
    assert done.status == 1
    assert "--no-install-recommends libyaml-dev\n" in done.stderr


def test_an_installation_that_changes_nothing_is_an_error(machine: Machine) -> None:
    machine.lacks("yaml-0.1")
    machine.has("apt-installs-nothing")
    done = machine.run("deps.sh")
    assert done.status == 1
    assert "still does not find: libyaml-dev" in done.stderr


def test_arguments_name_further_libraries(machine: Machine) -> None:
    further = "libwebsockets libwebsockets-dev libwebsockets"
    done = machine.run("deps.sh", further, CODEBOOK_INSTALL="no")
    assert done.status == 1
    assert done.stderr.endswith(" --no-install-recommends libwebsockets-dev\n")


def test_a_mac_installs_with_brew(machine: Machine) -> None:
    as_mac(machine)
    machine.lacks("yaml-0.1", "libcrypto")
    done = machine.run("deps.sh")
    assert done.status == 0
    assert done.calls_of("brew") == ["brew install --quiet libyaml openssl@3"]


def test_without_a_package_manager_the_packages_are_named(machine: Machine) -> None:
    machine.remove("apt-get")
    machine.lacks("yaml-0.1")
    done = machine.run("deps.sh")
    assert done.status == 1
    assert "missing: libyaml-dev" in done.stderr


def test_a_foreign_python_without_venv_is_not_repaired(machine: Machine) -> None:
    machine.fake("dpkg", "exit 1")
    machine.lacks("venv")
    done = machine.run("deps.sh")
    assert done.status == 1
    assert "has no venv module" in done.stderr
    assert done.calls_of("apt-get") == []


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("echo 'Swift version 6.2.4 (swift-6.2.4-RELEASE)'", "this is 6.2"),
        ("echo 'Swift version 5.10 (swift-5.10-RELEASE)'", "this is 5.10"),
        ("echo 'OpenStack Swift client'", "names no version"),
        ("exit 127", 'no working "swift"'),
    ],
)
def test_an_unfit_swift_is_an_error(machine: Machine, body: str, message: str) -> None:
    machine.fake("swift", body)
    done = machine.run("deps.sh")
    assert done.status == 1
    assert message in done.stderr


@pytest.mark.parametrize(
    "version",
    ["Swift version 6.4-dev", "Apple Swift version 6.10", "Swift version 7.0"],
)
def test_a_later_swift_will_do(machine: Machine, version: str) -> None:
    machine.fake("swift", f"echo '{version}'")
    assert machine.run("deps.sh").status == 0
