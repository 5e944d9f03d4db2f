"""The recorded SARIF report against what its readers need, and against the schema."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

GOLDEN = Path(__file__).parents[1] / "CodebookCoreTests/Goldens/report.sarif"
FOLDER = os.environ.get("CODEBOOK_CONFORMANCE")


@pytest.fixture
def report() -> Any:
    """The recorded report."""
    return json.loads(GOLDEN.read_text(encoding="utf-8"))


@pytest.mark.skipif(not FOLDER, reason="CODEBOOK_CONFORMANCE names no folder")
def test_report_is_valid(report: Any) -> None:
    schema_path = Path(FOLDER or "") / "sarif/sarif-schema-2.1.0.json"
    schema = json.loads(schema_path.read_text(encoding="utf-8"))
    jsonschema.validators.validator_for(schema)(schema).validate(report)


def test_log_names_its_version_and_tool(report: Any) -> None:
    assert report["version"] == "2.1.0"
    (run,) = report["runs"]
    assert run["tool"]["driver"]["name"] == "codebook"
    assert run["tool"]["driver"]["version"]
    assert run["columnKind"] == "unicodeCodePoints"


def test_results_point_to_their_rules(report: Any) -> None:
    (run,) = report["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted(set(rules))
    assert run["results"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in {"none", "note", "warning", "error"}
        assert result["message"]["text"]
    levels = {result["level"] for result in run["results"]}
    assert levels == {"note", "warning", "error"}, "the sample has every severity"


def test_places_are_whole(report: Any) -> None:
    places = [
        place["physicalLocation"]
        for result in report["runs"][0]["results"]
        for place in result["locations"] + result.get("relatedLocations", [])
    ]
    assert any("region" not in place for place in places), "one is about a whole file"
    for place in places:
        uri = place["artifactLocation"]["uri"]
        assert re.fullmatch(r"([\w.~/-]|%[0-9A-F]{2})+", uri, re.ASCII)
        region = place.get("region")
        if region is None:
            continue
        assert min(region.values()) >= 1
        start = (region["startLine"], region["startColumn"])
        assert start <= (region["endLine"], region["endColumn"])


def test_braces_in_messages_are_no_placeholders(report: Any) -> None:
    results = report["runs"][0]["results"]
    texts = [result["message"]["text"] for result in results]
    (text,) = [text for text in texts if "retry_after_s" in text]
    assert "{{retry_after_s}}" in text
