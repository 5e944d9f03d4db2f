"""The values of values.json, which the Swift suite reads too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conformance.replay import Lines
from conformance.tagged_values import joined, value_of
from package_tools import ROOT
from predictiontrader_catalog import events

_FILE = ROOT / "Generated/conformance/values.json"
CASES: list[dict[str, Any]] = json.loads(_FILE.read_bytes())["values"]


def line_of(given: object, tmp_path: Path) -> bytes:
    """The line of a record with a value as its only further detail."""
    del tmp_path
    sink = Lines()
    events.LOGGER.configure(sink=sink)
    try:
        events.degraded_mode_left(details={"v": given})
    finally:
        events.LOGGER.close()
    (line,) = sink.lines
    return line


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_detail_is_written_as_the_format_says(
    case: dict[str, Any], tmp_path: Path
) -> None:
    line = line_of(value_of(case), tmp_path).decode()
    assert line.endswith(f',"details":{{"v":{joined(case["json"])}}}}}\n')
    assert len(line.encode()) <= 16_383
    json.loads(line)
