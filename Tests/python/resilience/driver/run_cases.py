"""Runs all cases with the interpreter that runs this: `python run_cases.py [NAME…]`."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from resilience.driver.cases import ALL
from resilience.driver.cases.harness import run


def main(names: list[str]) -> int:
    """Runs the cases of these names, or all; the number of those that fail."""
    failed = 0
    for name, case in ALL.items():
        if names and name not in names:
            continue
        try:
            run(case)
        except BaseException:  # noqa: BLE001 - the other cases run all the same
            failed += 1
            print(f"--- {name}", flush=True)
            traceback.print_exc(file=sys.stdout)
    print(f"{len(names or ALL) - failed} passed, {failed} failed")
    return failed


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 1))
