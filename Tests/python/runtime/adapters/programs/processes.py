"""Starts child processes that fail, or end as they want to."""

import sys
from multiprocessing.context import ForkProcess, SpawnProcess

from predictiontrader_catalog._runtime.adapters import install
from runtime.adapters.sample import sample_logger

install(sample_logger())


def fail() -> None:
    """Fails."""
    raise LookupError("lost")


def interrupt() -> None:
    """Does as if somebody pressed Control-C."""
    raise KeyboardInterrupt


class Failing(SpawnProcess):
    """A process that does by itself what it does."""

    def run(self) -> None:
        """Fails."""
        fail()


def main() -> None:
    """Prints how they end."""
    for process in (
        ForkProcess(target=fail, name="forked"),
        SpawnProcess(target=fail, name="spawned"),
        Failing(name="own"),
        ForkProcess(target=sys.exit, args=(3,)),
        ForkProcess(target=interrupt),
    ):
        process.start()
        process.join()
        print(process.exitcode)


if __name__ == "__main__":
    main()
