"""Drives a headless Chromium over its debugging pipe; needs nothing beside Python."""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Final

NAMES: Final = (
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
)
MACOS: Final = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
SECONDS: Final = 60.0


def browser_path() -> str | None:
    """A Chromium that is installed here; `CODEBOOK_BROWSER` names another."""
    given = os.environ.get("CODEBOOK_BROWSER")
    found = [shutil.which(name) for name in ((given,) if given else NAMES)]
    found += [path for path in MACOS if not given and Path(path).exists()]
    return next((path for path in found if path), None)


class PageError(AssertionError):
    """What the browser says is wrong."""


class Browser:
    """A browser of its own, which goes away at the end of `with`."""

    def __init__(self, path: str, profile: Path) -> None:
        arguments = [
            path,
            "--headless=new",
            "--remote-debugging-pipe",
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-extensions",
            "--disable-gpu",
            "--hide-scrollbars",
            f"--user-data-dir={profile}",
            "about:blank",
        ]
        if os.geteuid() == 0:
            arguments.insert(1, "--no-sandbox")
        read_end, self._out = os.pipe()
        self._in, write_end = os.pipe()
        self._process = subprocess.Popen(
            _with_pipes(arguments, read_end, write_end),
            pass_fds=(read_end, write_end),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(read_end)
        os.close(write_end)
        self._rest = b""
        self._number = 0
        self._events: list[dict[str, Any]] = []

    def __enter__(self) -> Browser:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.close(self._out)
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._in)

    def send(
        self, method: str, session: str | None = None, **parameters: object
    ) -> dict[str, Any]:
        """What the browser answers to a command."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method}
        message["params"] = parameters
        if session:
            message["sessionId"] = session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive(SECONDS)
            if answer is None:
                raise PageError(f"{method}: no answer within {SECONDS} s")
            if answer.get("id") != self._number:
                self._events.append(answer)
            elif "error" in answer:
                raise PageError(f"{method}: {answer['error']}")
            else:
                result: dict[str, Any] = answer["result"]
                return result

    def events(self, session: str, seconds: float = 0) -> list[dict[str, Any]]:
        """What happened in a page so far, and within the next seconds."""
        end = time.monotonic() + seconds
        while (event := self._receive(max(0.0, end - time.monotonic()))) is not None:
            self._events.append(event)
        return [event for event in self._events if event.get("sessionId") == session]

    def page(self, width: int = 1280, height: int = 900, *, dark: bool = False) -> Page:
        """A new page of a given size in CSS pixels."""
        return Page(self, width, height, dark=dark)

    def _receive(self, seconds: float) -> dict[str, Any] | None:
        end = time.monotonic() + seconds
        while b"\0" not in self._rest:
            left = max(0.0, end - time.monotonic())
            if not select.select([self._in], [], [], left)[0]:
                return None
            chunk = os.read(self._in, 1 << 20)
            if not chunk:
                raise PageError("the browser has ended")
            self._rest += chunk
        message, self._rest = self._rest.split(b"\0", 1)
        value: dict[str, Any] = json.loads(message)
        return value


def _with_pipes(arguments: Sequence[str], read_end: int, write_end: int) -> list[str]:
    """The command with the pipe's ends as the descriptors 3 and 4, where it looks."""
    # Through 7 and 8, since the ends may stand at 4 and 3 themselves.
    script = f'exec 7<&{read_end} 8>&{write_end} 3<&7 4>&8 && exec "$@"'
    return ["/bin/bash", "-c", script, "bash", *arguments]


class Page:
    """A page of a browser."""

    def __init__(
        self, browser: Browser, width: int, height: int, *, dark: bool
    ) -> None:
        self._browser = browser
        target = browser.send("Target.createTarget", url="about:blank")["targetId"]
        self._session: str = browser.send(
            "Target.attachToTarget", targetId=target, flatten=True
        )["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network", "Audits"):
            self.send(f"{domain}.enable")
        self.resize(width, height)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.send("Emulation.setEmulatedMedia", features=[scheme])

    def send(self, method: str, **parameters: object) -> dict[str, Any]:
        """What the page answers to a command."""
        return self._browser.send(method, self._session, **parameters)

    def resize(self, width: int, height: int) -> None:
        """Gives the page another size in CSS pixels."""
        self.send(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 500,
        )

    def open(self, url: str) -> float:
        """Loads an address, and gives the seconds that it took until all was drawn."""
        start = time.monotonic()
        self.send("Page.navigate", url=url)
        while self.run("document.readyState") != "complete":
            time.sleep(0.01)
        self.settle()
        return time.monotonic() - start

    def settle(self) -> None:
        """Waits until what was typed has had its effect, and it is drawn."""
        self.run(
            "new Promise(done => setTimeout(() => requestAnimationFrame("
            "() => requestAnimationFrame(done)), 200))"
        )

    def run(self, script: str) -> Any:
        """The value of a script's expression."""
        answer = self.send(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in answer:
            raise PageError(f"{script}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def type_into(self, selector: str, text: str) -> None:
        """Types a text into a field, in the place of what it holds."""
        self.run(f"document.querySelector({json.dumps(selector)}).focus()")
        self.run(f"document.querySelector({json.dumps(selector)}).select()")
        self.send("Input.insertText", text=text)
        self.settle()

    def click(self, selector: str) -> None:
        """Clicks with the mouse on the middle of what a selector finds first."""
        x, y = self.run(
            f"(() => {{ const found = document.querySelector({json.dumps(selector)});"
            "found.scrollIntoView({block: 'center'});"
            "const box = found.getBoundingClientRect();"
            "return [box.x + box.width / 2, box.y + box.height / 2]; })()"
        )
        self.drag((x, y), (x, y))

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Moves the mouse from one place to another with its button held."""
        for kind, (x, y) in (
            ("mousePressed", start),
            ("mouseMoved", end),
            ("mouseReleased", end),
        ):
            self.send(
                "Input.dispatchMouseEvent",
                type=kind,
                x=x,
                y=y,
                button="left",
                buttons=0 if kind == "mouseReleased" else 1,
                clickCount=1,
            )
        self.settle()

    def complaints(self) -> list[str]:
        """Errors, violations of the page's policy, dialogs and requests to anybody."""
        found = []
        for event in self._browser.events(self._session, 0.2):
            method, parameters = event["method"], event.get("params", {})
            if method in (
                "Runtime.exceptionThrown",
                "Runtime.consoleAPICalled",
                "Log.entryAdded",
                "Audits.issueAdded",
                "Page.javascriptDialogOpening",
            ):
                found.append(f"{method}: {json.dumps(parameters)}")
            elif method == "Network.requestWillBeSent":
                url = parameters["request"]["url"]
                if not url.startswith("file:"):
                    found.append(f"a request to {url}")
        return found

    def requests(self) -> list[str]:
        """Whatever the page asked for, itself among it."""
        return [
            event["params"]["request"]["url"]
            for event in self._browser.events(self._session, 0.2)
            if event["method"] == "Network.requestWillBeSent"
        ]

    def screenshot(self, file: Path, *, whole: bool = False) -> None:
        """Writes what the page looks like, as PNG."""
        answer = self.send("Page.captureScreenshot", captureBeyondViewport=whole)
        file.write_bytes(base64.b64decode(answer["data"]))
