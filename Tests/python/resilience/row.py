"""Whether a row's timelines give the logs written by hand.

Usage: python -m resilience.row ROW. Exits with 1 where one does not, or cannot be run.
"""

from __future__ import annotations

import sys

from resilience.support import golden, rows, runner

__all__ = ["differences"]


def differences(row: str) -> list[str]:
    """The timelines that do not go as they should, and where."""
    found = []
    for timeline in rows()[row]:
        run = runner().run(timeline)
        found += [f"{timeline.name}: {finding}" for finding in run.findings]
        if b"".join(run.lines) != golden(row, timeline):
            found.append(f"{timeline.name}: its log is another")
    return found


if __name__ == "__main__":
    wrong = differences(sys.argv[1])
    print("\n".join(wrong))
    sys.exit(1 if wrong else 0)
