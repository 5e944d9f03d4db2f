"""Makes a bundle of what a JSON file describes, and prints the archive's path.

Usage: python -m bundle.replay INPUTS.json. The inputs are those of `BundleReplay`,
which does the same in Swift: `session_id`, `now`, `version`, `build`, `platform`,
`logs` (paths by service), `parts` (paths by name), `secrets`, `fingerprint_key`, the
catalog's limits, and `folder` or `file`.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from predictiontrader_catalog import bundle
from predictiontrader_catalog._runtime.bundle.collectors import PartFileCollector
from predictiontrader_catalog._runtime.bundle.maker import BundleMaker
from predictiontrader_catalog._runtime.bundle.record_form import nanoseconds_of
from predictiontrader_catalog._runtime.redacting import Redaction
from predictiontrader_catalog.bundle_description import BUNDLE
from predictiontrader_catalog.events import LOGGER
from predictiontrader_catalog.redaction import FingerprintKey

_LIMITS = ("log_bytes", "total_bytes", "log_hours", "collector_seconds")


def replay(inputs: dict[str, Any]) -> str:
    """Makes the bundle, and gives the archive's path."""
    assert BUNDLE is not None
    limits = {name: inputs[name] for name in _LIMITS if name in inputs}
    catalog = LOGGER.description
    key = inputs.get("fingerprint_key")
    platform = inputs.get("platform")
    making = BundleMaker(
        replace(BUNDLE, **limits),
        catalog,
        Redaction(catalog.redaction_rules, catalog.prefix),
        session_id=inputs["session_id"],
        app_version=inputs.get("version", "1.0.0"),
        app_build=inputs.get("build"),
        logs=inputs.get("logs"),
        collectors=[
            PartFileCollector(name, path)
            for name, path in inputs.get("parts", {}).items()
        ],
        secrets=inputs.get("secrets", ()),
        fingerprint_key=None if key is None else FingerprintKey.from_hex(key),
        now=nanoseconds_of(inputs["now"]) if "now" in inputs else None,
        platform=bundle.PlatformMetadata(**platform) if platform else None,
    )
    folder = inputs.get("folder")
    return making.write(folder or inputs.get("file"))


if __name__ == "__main__":
    print(replay(json.loads(Path(sys.argv[1]).read_bytes())))
