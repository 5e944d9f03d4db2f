"""A made-up computer: a PATH on which every tool that matters is a fake.

The fakes keep their state in files, so that an installation changes what is found
afterwards, and append each of their calls to a log.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
BASH = shutil.which("bash") or "/bin/bash"

# Runs what it is given in this interpreter, as if that were another version elsewhere.
DISGUISE = (
    "import sys; sys.version_info = ({major}, {minor}, 0);"
    " sys.executable = sys.argv[1]; exec(sys.argv[2])"
)
PYTHON_FAKE = """
case $2 in
  *ensurepip*) [ -e "$STATE/venv" ] ;;
  *) exec "{real}" -c "{disguise}" "$0" "$2" ;;
esac
"""


@dataclass(frozen=True)
class Outcome:
    """What a script printed and did."""

    status: int
    stdout: str
    stderr: str
    calls: list[str]

    def calls_of(self, tool: str) -> list[str]:
        return [call for call in self.calls if call.split()[0] == tool]


@dataclass(frozen=True)
class Machine:
    """A computer of which only what the fakes say is known."""

    root: Path

    @property
    def bin(self) -> Path:
        return self.root / "bin"

    def fake(self, name: str, body: str) -> None:
        text = f'#!{BASH}\necho "{name} $*" >> "$STATE/calls"\n{body}\n'
        path = self.bin / name
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)

    def fake_python(self, name: str, version: str) -> None:
        major, minor = version.split(".")
        disguise = DISGUISE.format(major=major, minor=minor)
        self.fake(name, PYTHON_FAKE.format(real=sys.executable, disguise=disguise))

    def remove(self, name: str) -> None:
        (self.bin / name).unlink()

    def lacks(self, *states: str) -> None:
        for state in states:
            (self.root / state).unlink()

    def has(self, *states: str) -> None:
        for state in states:
            (self.root / state).touch()

    def run(self, script: str, *arguments: str, **environment: str) -> Outcome:
        done = subprocess.run(
            [BASH, str(ROOT / "scripts" / script), *arguments],
            env={"PATH": str(self.bin), "STATE": str(self.root), **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        log = self.root / "calls"
        calls = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        return Outcome(done.returncode, done.stdout, done.stderr, calls)
