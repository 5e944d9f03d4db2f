"""scripts/find-python.sh: the first interpreter that runs and is new enough."""

from __future__ import annotations

from setup_scripts.machine import Machine


def test_an_old_python_is_an_error_that_names_it(machine: Machine) -> None:
    machine.fake_python("python3", "3.9")
    done = machine.run("deps.sh")
    assert done.status == 1
    assert "Python 3.10 or later is needed; python3 is 3.9." in done.stderr


def test_no_python_is_an_error(machine: Machine) -> None:
    machine.remove("python3")
    done = machine.run("find-python.sh")
    assert done.status == 1
    assert "none was found" in done.stderr


def test_a_broken_shim_and_an_old_python_are_passed_over(machine: Machine) -> None:
    machine.fake_python("python3", "3.9")
    machine.fake("python3.13", "exit 127")
    machine.fake_python("python3.12", "3.12")
    machine.fake_python("python3.10", "3.10")
    done = machine.run("find-python.sh")
    assert (done.status, done.stdout) == (0, f"{machine.bin}/python3.12\n")


def test_the_oldest_supported_python_will_do(machine: Machine) -> None:
    machine.fake_python("python3", "3.10")
    done = machine.run("find-python.sh")
    assert (done.status, done.stdout) == (0, f"{machine.bin}/python3\n")
