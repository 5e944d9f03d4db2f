"""Swift and Python make the same files of the same inputs (docs/bundle-format.md)."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from bundle.random_inputs import RandomInputs
from bundle.replay import replay
from bundle.sample import Bundle
from predictiontrader_catalog import bundle
from predictiontrader_catalog._runtime.bundle.errors import BundleError
from predictiontrader_catalog._runtime.bundle.json_text import pretty
from runtime.recording import ROOT

_SEED = int(os.environ.get("CODEBOOK_RANDOM_SEED", "20260109"))
_BUNDLES = int(os.environ.get("CODEBOOK_RANDOM_BUNDLES", "40"))
"""How many are compared; more in longer runs."""


@pytest.fixture(scope="module")
def swift() -> Path:
    """The executable that makes bundles in Swift."""
    place = os.environ.get("CODEBOOK_BUNDLE_REPLAY", ROOT / ".build/debug/BundleReplay")
    executable = Path(place)
    if not executable.exists():
        pytest.skip(f"{executable} has not been built")
    return executable


def test_python_makes_them(tmp_path: Path) -> None:
    """Whatever the inputs are, nothing is wrong with what comes of them."""
    inputs = RandomInputs(_SEED + 1, tmp_path)
    made = 0
    for number in range(_BUNDLES):
        given = inputs.inputs()
        try:
            path = replay({**given, "file": str(tmp_path / f"{number}.zip")})
        except BundleError:
            continue
        made += 1
        assert _own_findings(path) == []
    assert made > _BUNDLES // 2


def test_both_make_the_same(swift: Path, tmp_path: Path) -> None:
    inputs = RandomInputs(_SEED, tmp_path)
    for number in range(_BUNDLES):
        given = inputs.inputs()
        theirs = _of_swift(swift, {**given, "file": str(tmp_path / f"{number}-s.zip")})
        try:
            path = replay({**given, "file": str(tmp_path / f"{number}-p.zip")})
        except BundleError:
            assert theirs is None, f"Swift makes the bundle of inputs {number + 1}"
            continue
        assert theirs is not None, f"Swift does not make that of inputs {number + 1}"
        ours = Bundle(path)
        assert theirs.names == ours.names
        for name in ours.names[1:]:
            assert theirs.files[name] == ours.files[name], (number + 1, name)
        assert _comparable(theirs) == _comparable(ours), number + 1
        assert _own_findings(theirs.path) == []


def _comparable(made: Bundle) -> bytes:
    """A manifest without what each language says of a collector that fails."""
    manifest = made.manifest
    for omission in manifest["omissions"]:
        if "source" in omission:
            omission.pop("detail", None)
    return pretty(manifest)


def _own_findings(path: str | Path) -> list[bundle.Finding]:
    """What is wrong, but that limits are those of the inputs."""
    return [one for one in bundle.verify(path) if one.rule != "bundle-size"]


def _of_swift(executable: Path, inputs: dict[str, object]) -> Bundle | None:
    """The bundle that Swift makes; `None` where it makes none."""
    file = Path(str(inputs["file"])).with_suffix(".json")
    file.write_text(json.dumps(inputs), encoding="utf-8")
    done = subprocess.run(
        [executable, file], capture_output=True, text=True, check=False
    )
    if done.returncode == 1:
        return None
    assert done.returncode == 0, done.stderr
    return Bundle(done.stdout.strip())
