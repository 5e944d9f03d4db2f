"""Prints which modules an installation loads, and takes over asyncio after that."""

import sys

from predictiontrader_catalog._runtime.adapters import install
from runtime.adapters.sample import sample_logger

with install(sample_logger()):
    print(*sorted({"asyncio", "structlog", "aiohttp", "httpx"} & set(sys.modules)))
    finders = len(sys.meta_path)

    import asyncio
    import asyncio.base_events

    print(asyncio.base_events.__spec__.loader is asyncio.base_events.__loader__)
    print(finders - len(sys.meta_path))

    async def call() -> None:
        """Has the loop tell of something."""
        asyncio.get_running_loop().call_exception_handler({"message": "odd"})

    asyncio.run(call())
