"""What the driver is held to, on a virtual clock and on every supported Python."""

from __future__ import annotations

from . import closing, connections, fairness, requests, watching
from .harness import Case

ALL: dict[str, Case] = {
    f"{module.__name__.rpartition('.')[2]}.{case.__name__}": case
    for module in (connections, requests, fairness, closing, watching)
    for case in module.CASES
}
