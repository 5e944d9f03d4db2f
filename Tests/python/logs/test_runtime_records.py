"""What the runtimes write is clean, whatever they are given."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from conformance.random_records import RandomRecords
from logs.test_schema_agreement import verdicts
from package_tools import ROOT, SHIPPED

RECORDS = int(os.environ.get("CODEBOOK_RANDOM_RECORDS", "2000"))
_SEED = int(os.environ.get("CODEBOOK_RANDOM_SEED", "20260110"))
_TESTS = Path(__file__).parent.parent

# What callers can do wrong and no runtime mends: an event of the catalog at another
# level, from another component, or without its fields. IDs are no chance here, and
# arguments that are not valid are named.
OF_CALLERS = {
    *("log-event-level", "log-event-service", "log-event-component", "log-event-code"),
    *("log-event-field", "log-event-detail", "log-identifier-random"),
    *("log-component-service", "log-invalid-argument"),
}


def test_what_was_written_is_clean() -> None:
    records = RandomRecords(_SEED, json.loads(SHIPPED.catalog.read_bytes()))
    # What a caller gives under the name of a fingerprint stands there in clear.
    calls = (records.line().replace("_fingerprint", "_print") for _ in range(RECORDS))
    done = subprocess.run(
        [sys.executable, "-m", "conformance.replay", SHIPPED.package],
        input="".join(f"{call}\n" for call in calls).encode(),
        env={**os.environ, "PYTHONPATH": f"{SHIPPED.python}:{_TESTS}"},
        stdout=subprocess.PIPE,
        check=True,
    )
    lines = done.stdout.decode().split("\n")[:-1]
    assert len(lines) >= RECORDS * 0.9
    for line, found in zip(lines, verdicts(ROOT / "catalog.yaml", lines), strict=True):
        rules = {one.split()[1] for one in found if not one.startswith("note")}
        # A name of an open vocabulary may be near another by chance.
        unknown = {f"log-unknown-{kind}" for kind in ("component", "event", "scope")}
        slips = {one.split()[1] for one in found if one.startswith("warning")} & unknown
        assert rules - OF_CALLERS - slips == set(), (line, found)
