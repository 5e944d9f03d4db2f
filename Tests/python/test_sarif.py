"""The recorded SARIF report against the schema of SARIF 2.1.0."""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema
import pytest

GOLDEN = Path(__file__).parents[1] / "CodebookCoreTests/Goldens/report.sarif"
FOLDER = os.environ.get("CODEBOOK_CONFORMANCE")


@pytest.mark.skipif(not FOLDER, reason="CODEBOOK_CONFORMANCE names no folder")
def test_report_is_valid() -> None:
    schema_path = Path(FOLDER or "") / "sarif/sarif-schema-2.1.0.json"
    schema = json.loads(schema_path.read_text(encoding="utf-8"))
    report = json.loads(GOLDEN.read_text(encoding="utf-8"))
    jsonschema.validators.validator_for(schema)(schema).validate(report)
