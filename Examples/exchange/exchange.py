#!/usr/bin/env python3
"""An exchange on the loopback interface that fails as a script says.

It prints its addresses as one line of JSON, and runs until it is told to end (SIGTERM,
SIGINT). With a command it runs that one instead, with its addresses in EXCHANGE, and
ends when the command does, with its exit status.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import sys
from pathlib import Path

from journal import Journal
from script import Script
from venue import Venue


def main() -> int:
    """Runs the exchange; the exit status is that of the command."""
    arguments = _arguments()
    script = Script.load(arguments.script) if arguments.script else Script()
    return asyncio.run(_serve(script, Journal(arguments.log), arguments.command))


async def _serve(script: Script, journal: Journal, command: list[str]) -> int:
    venue = Venue(script, journal)
    await venue.start()
    try:
        if command:
            return await _run(command, json.dumps(venue.addresses))
        print(json.dumps(venue.addresses), flush=True)
        await _told_to_end()
        return 0
    finally:
        await venue.end()
        journal.close()


async def _run(command: list[str], addresses: str) -> int:
    process = await asyncio.create_subprocess_exec(
        *command, env={**os.environ, "EXCHANGE": addresses}
    )
    return await process.wait()


async def _told_to_end() -> None:
    told = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    await told.wait()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--script", type=Path, help="a scenario's file")
    parser.add_argument("--log", type=Path, help="the file for what it gets and does")
    parser.add_argument("command", nargs="*", help="what to run, after --")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
