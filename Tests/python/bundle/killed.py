"""Makes bundles in forked processes that are killed: `LOG FOLDER`.

For each line of standard input one begins, and its ID is told.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from bundle.sample import TIME, maker


def make(log: Path, folder: str, number: int) -> None:
    """Makes bundle after bundle, each with a name of its own."""
    while True:
        number += 1
        now = TIME + number * 1_000_000_000
        making = maker({"engine": log}, secrets=["a secret"], now=now)
        with making.prepare() as prepared:
            os.write(1, b".")
            prepared.write(folder)


def main(log: Path, folder: str) -> None:
    """Begins a process for each line."""
    # All that takes long is there before the first of them.
    maker({"engine": log}).prepare().close()
    for number, _ in enumerate(sys.stdin):
        child = os.fork()
        if not child:
            make(log, folder, number * 10_000)
        os.write(1, f"{child}\n".encode())
        os.waitpid(child, 0)
        os.write(1, b"\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
