"""Serves with uvicorn as it configures itself, and asks itself for things.

An argument is what all requests have as their query.
"""

import http.client
import logging
import socket
import sys
import threading
from typing import Any

import uvicorn
from predictiontrader_catalog._runtime.adapters import install
from predictiontrader_catalog._runtime.adapters.asgi import CorrelationMiddleware
from predictiontrader_catalog._runtime.carriers import outgoing_headers
from runtime.adapters.sample import sample_logger
from websockets.sync.client import connect

LOGGER = sample_logger()
QUERY = f"?{sys.argv[1]}" if sys.argv[1:] else ""


async def application(scope: Any, receive: Any, send: Any) -> None:
    """Answers, fails, or talks on a websocket."""
    if scope["type"] == "lifespan":
        return
    logging.getLogger("engine.orders").info("asked for %s", scope["path"])
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.accept"})
        await send({"type": "websocket.send", "text": "hello"})
        await send({"type": "websocket.close"})
        return
    if scope["path"] == "/boom":
        raise LookupError("lost")
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"ok"})


def ask(port: int, path: str, headers: dict[str, str]) -> None:
    """Sends a request, and prints the correlation that was answered."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", f"{path}{QUERY}", headers=headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    print(path, answer.status, answer.getheader("X-Correlation-ID"))


def client(server: uvicorn.Server, port: int) -> None:
    """Asks for everything, and stops the server."""
    with LOGGER.new_correlation() as context:
        print("sent", context.correlation_id)
        headers = outgoing_headers(LOGGER)
        ask(port, "/ok", headers)
        ask(port, "/boom", headers)
        with connect(f"ws://127.0.0.1:{port}/ws", additional_headers=headers) as ws:
            assert ws.recv() == "hello"
    ask(port, "/evil", {"X-Correlation-ID": "evil"})
    server.should_exit = True


def main() -> None:
    """Runs the server until its client has had enough."""
    install(LOGGER)
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(
        uvicorn.Config(CorrelationMiddleware(application, LOGGER), loop="asyncio")
    )
    port: int = listener.getsockname()[1]
    asking = threading.Thread(target=client, args=(server, port))
    asking.start()
    server.run(sockets=[listener])
    asking.join()


main()
