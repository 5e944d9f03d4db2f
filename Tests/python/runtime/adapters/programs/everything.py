"""Lets all kinds of things go wrong, and prints which modules that took."""

import asyncio
import gc
import logging
import sys
import threading
import warnings

from predictiontrader_catalog._runtime.adapters import install
from runtime.adapters.sample import sample_logger

LOGGER = sample_logger()


def fail() -> None:
    """Fails."""
    raise LookupError("lost")


class Ending:
    """Fails at its end."""

    def __del__(self) -> None:
        """Fails."""
        fail()


async def fail_later() -> None:
    """Fails."""
    fail()


async def forget() -> None:
    """Starts a task and a callback that fail."""
    with LOGGER.new_correlation():
        asyncio.get_running_loop().call_soon(fail)
        task = asyncio.create_task(fail_later())
    await asyncio.wait([task])
    del task
    gc.collect()


def main() -> None:
    """Lets all of it go wrong."""
    install(LOGGER)
    warnings.warn("old", UserWarning, stacklevel=1)
    logging.warning("through the root")
    logging.getLogger("library").error("%d", "no number")
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    Ending()
    asyncio.run(forget())
    # Never awaited, of which a warning tells.
    coroutine: object = fail_later()
    del coroutine
    # At its end the interpreter prints of this one, or so it thinks.
    sys.modules["ending"] = Ending()  # type: ignore[assignment]
    print("done")


main()
