"""Random inputs of bundles: logs, parts, configurations, secrets and limits."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bundle.sample import CORRELATION, SESSION

_SECRETS = (
    "Tr0ub4dor/& ü-3",
    "correct horse battery",
    "ABCDEF0123456789",
    "ünïcödé/sécret",
)
_PLANTED = (
    "sk_live_4eC39HqLyjWDarjtT1zdp7dc",
    "password=hunter2hunter2",
    "token: abcdefgh12345678",
    "4111 1111 1111 1111",
    "/home/ada/.config/acme",
    "ada@example.com",
    "[redacted:api-key]",
    "https://u:p4ssw0rd@x.test/?token=abcdefgh12345678&a=1",
)
_KEYS = (
    "a",
    "note",
    "password",
    "api_key",
    "name",
    "value",
    "key",
    "trading_account",
    "Ünï",
    "",
    "account_fingerprint",
    "url",
    "n",
)
_CODES = (
    "PT-NET-001",
    "PT-DB-001",
    "PT-HTTP-429",
    "XX-NEW-001",
    "",
    "password=hunter22",
)
_STATUSES = (
    "not_started",
    "starting",
    "running",
    "stopped",
    "crashed",
    "start_failed",
)


class RandomInputs:
    """Inputs of bundles, the same for the same seed."""

    def __init__(self, seed: int, folder: Path) -> None:
        """Begins.

        Args:
            seed: Says which.
            folder: Gets logs and parts.
        """
        self._random = random.Random(seed)
        self._folder = folder
        self._count = 0

    def inputs(self) -> dict[str, Any]:
        """The next inputs, whose logs and parts are written."""
        self._count += 1
        pick = self._random
        folder = self._folder / f"inputs-{self._count}"
        folder.mkdir()
        found: dict[str, Any] = {
            "session_id": SESSION,
            "now": pick.choice(
                ("2026-01-09T18:07:23.412Z", "1975-06-01T00:00:01.999Z")
            ),
            "version": pick.choice(("1.2.3", "2.0.0-beta+token=abcdefgh12345678")),
            "platform": {"os": "linux", "architecture": "x86_64"},
            "logs": {},
            "parts": {},
            "secrets": pick.sample((*_SECRETS, "short", ""), pick.randint(0, 4)),
        }
        if pick.random() < 0.5:
            found["build"] = pick.choice(("77", "", "ü"))
            found["platform"]["os_version"] = pick.choice(("Acme 1", _PLANTED[0]))
        if pick.random() < 0.5:
            found["fingerprint_key"] = bytes(range(32)).hex()
        if pick.random() < 0.4:
            found["log_bytes"] = pick.choice((0, 1, 500, 3000, 20_000))
        if pick.random() < 0.3:
            found["total_bytes"] = pick.choice((20_000, 50_000, 100_000))
        if pick.random() < 0.3:
            found["log_hours"] = pick.choice((1, 2, 24))
        for service in ("desktop", "engine"):
            if pick.random() < 0.9:
                path = folder / f"{service}.log.jsonl"
                found["logs"][service] = str(path)
                self._logs(path)
        for name in pick.sample(("engine", "desktop", "token=abcdefgh12345678"), 2):
            path = folder / f"part-{len(found['parts'])}.json"
            found["parts"][name] = str(path)
            if pick.random() < 0.9:
                path.write_bytes(self.part())
        return found

    def _logs(self, path: Path) -> None:
        pick = self._random
        kind = pick.random()
        if kind < 0.05:
            path.symlink_to("/etc/hostname")
        elif kind < 0.1:
            path.mkdir()
        elif kind < 0.95:
            path.write_bytes(self._lines(pick.randint(0, 60)))
        for number in range(1, pick.randint(1, 5)):
            if pick.random() < 0.8:
                Path(f"{path}.{number}").write_bytes(self._lines(pick.randint(0, 30)))

    def _lines(self, count: int) -> bytes:
        lines = b"".join(self.line() + b"\n" for _ in range(count))
        if self._random.random() < 0.4:
            lines += self.line()[: self._random.randint(1, 400)]
        return lines

    def line(self) -> bytes:
        """A line of a log: most are records."""
        pick = self._random
        kind = pick.random()
        if kind < 0.04:
            return pick.randbytes(pick.randint(0, 300)).replace(b"\n", b"")
        if kind < 0.06:
            return pick.choice(_PLANTED).encode() * pick.randint(1, 3000)
        record = self._record()
        if kind < 0.1:
            record.pop(pick.choice(list(record)))
        if kind < 0.12:
            record[pick.choice(list(record) or ["x"])] = self.value(1)
        separators = pick.choice(((",", ":"), (", ", ": ")))
        ascii_ = pick.random() < 0.3
        text = json.dumps(record, separators=separators, ensure_ascii=ascii_)
        data = text.encode("utf-8", "replace")
        if kind < 0.15 and data:
            place = pick.randrange(len(data))
            data = data[:place] + pick.randbytes(1) + data[place + 1 :]
        return data.replace(b"\n", b" ")

    def _record(self) -> dict[str, Any]:
        pick = self._random
        record: dict[str, Any] = {
            "ts": f"2026-01-0{pick.randint(7, 9)}T{pick.randint(10, 23)}:00:00.000Z",
            "level": pick.choice(("INFO", "ERROR")),
            "service": pick.choice(("engine", "desktop", "other")),
            "component": "ws_client",
            "event": "tick",
            "message": self.text(),
            "correlation_id": CORRELATION,
            "session_id": SESSION,
        }
        if pick.random() < 0.3:
            record["error_code"] = pick.choice(_CODES)
        if pick.random() < 0.1:
            record["ts"] = pick.choice(("yesterday", "2026-02-30T00:00:00.000Z"))
        if pick.random() < 0.5:
            record["details"] = self.members(2)
        return record

    def part(self) -> bytes:
        """A part, which few find fault with."""
        pick = self._random
        part: dict[str, Any] = {"bundle_part": 1, "service": self.text()}
        choices: dict[str, Callable[[], Any]] = {
            "runtimes": lambda: {
                name: self.text() for name in pick.sample(("python", "lib_2", "app"), 2)
            },
            "platform": lambda: {
                "os": "linux",
                "architecture": "arm64",
                "processors": 4,
                "kernel": self.text(),
            },
            "config": self._config,
            "launch": lambda: [
                {
                    "process": self.text(),
                    "status": pick.choice(_STATUSES),
                    "detail": self.text(),
                    "attempts": 3,
                }
            ],
            "heartbeats": lambda: [{"process": "engine", "missed": 2}],
            "shutdown": lambda: [
                {"process": "engine", "result": "killed", "exit_code": -9}
            ],
            "since": lambda: "2026-01-09T10:00:00.000Z",
            "reconnects": lambda: [{"scope": self.text(), "attempts": 1}],
            "backoff": lambda: [{"scope": "ws", "backoff_ms": 4}],
            "rate_limits": lambda: [{"scope": "rest.orders", "count": 1, "x": None}],
            "unknown": lambda: self.value(2),
        }
        for name in pick.sample(list(choices), pick.randint(0, len(choices))):
            part[name] = choices[name]()
        data = json.dumps(part, ensure_ascii=pick.random() < 0.5)
        if pick.random() < 0.1:
            data = pick.choice(
                (
                    data[:-1],
                    data.replace('"bundle_part": 1', '"bundle_part": 2'),
                    data.replace("running", "up"),
                    "[]",
                    "",
                )
            )
        return data.encode("utf-8", "replace")

    def _config(self) -> dict[str, Any]:
        pick = self._random
        config = {
            "mode": self.text(),
            "feature_flags": self.members(2),
            "endpoints": {
                "rest": self._url(),
                "websocket": self._url(),
                "more": 1,
            },
            "account": {"id": pick.choice(("ACME-1", "[redacted:sensitive]"))},
            **self.members(1),
        }
        names = pick.sample(list(config), pick.randint(0, len(config)))
        found = {name: config[name] for name in names}
        if found and pick.random() < 0.3:
            found[pick.choice(list(found))] = self.value(1)
        return found

    def _url(self) -> str:
        pick = self._random
        user = pick.choice(("", "", "u:p4ssw0rd@", "ada@"))
        names = ("a", "token", "api_key", "sig", "v")
        values = ("1", "abcdefgh12345678", _PLANTED[0], "")
        query = "&".join(
            f"{pick.choice(names)}={pick.choice(values)}"
            for _ in range(pick.randint(0, 4))
        )
        end = pick.choice(("", "#top", "#token=abcdefgh12345678"))
        return f"https://{user}x.test/{pick.choice(('', 'p/q'))}?{query}{end}"

    def members(self, depth: int) -> dict[str, Any]:
        """An object's members."""
        pick = self._random
        return {
            pick.choice(_KEYS): self.value(depth) for _ in range(pick.randint(0, 5))
        }

    def value(self, depth: int) -> Any:
        """Any value."""
        pick = self._random
        kind = pick.randrange(8 if depth else 5)
        if kind == 0:
            return pick.choice((True, False, None))
        if kind == 1:
            return pick.choice(
                (0, -1, 2**63, 2**64 - 1, 4_111_111_111_111_111, 10**13, 2**31)
            )
        if kind == 2:
            return pick.choice((1.5, 1e-7, 1e22, -0.0, 5.0, 1 / 3))
        if kind < 5:
            return self.text()
        if kind == 5:
            return [self.value(depth - 1) for _ in range(pick.randint(0, 4))]
        if kind == 6:
            return pick.choice(
                (["Authorization", "zzzzzz"], ["run", "--token", "zzzzzz", "-x"])
            )
        return self.members(depth - 1)

    def text(self) -> str:
        """Any text; now and then with something that must not be shown."""
        pick = self._random
        kind = pick.random()
        if kind < 0.1:
            return pick.choice(_PLANTED)
        if kind < 0.12:
            return pick.choice(_SECRETS)
        if kind < 0.2:
            return f"see {pick.choice(_PLANTED)} and go on"
        if kind < 0.3:
            return pick.choice(("", "é\u2028\x7f\x80", "X-Api-Key", 'a/b\\c"d', "😀"))
        return f"Tick {pick.randint(0, 9999)}"
