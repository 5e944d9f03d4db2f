"""Records of a catalog, most of them with a fault or two in their structure."""

from __future__ import annotations

import json
from random import Random
from typing import Any

Record = dict[str, Any]

UUID = "4e18bf6a-94c8-4ce7-a4e9-151f5f573263"
TIMES = [
    *("2026-01-09T18:07:23.412Z", "2026-01-09T18:07:23Z", "0000-02-29T00:00:00Z"),
    *("2024-02-29T00:00:00.1Z", "2000-02-29T23:59:59.999999999Z"),
    *("2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2100-02-29T00:00:00Z"),
    *("2026-04-31T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-10T00:00:00Z"),
    *("2026-01-00T00:00:00Z", "2026-01-32T00:00:00Z", "2026-01-09T24:00:00Z"),
    *("2026-01-09T23:60:00Z", "2016-12-31T23:59:60Z", "2026-01-09T18:07:23.Z"),
    *("2026-01-09T18:07:23,4Z", "2026-01-09t18:07:23z", "2026-01-09 18:07:23Z"),
    *("2026-01-09T18:07:23+00:00", "2026-01-09T18:07:23", "2026-1-9T18:07:23Z"),
    *("२०२६-01-09T18:07:23Z", "2026-01-09T18:07:23Z\n", " 2026-01-09T18:07:23Z", ""),
]
IDENTIFIERS = [
    *(UUID, UUID.upper(), UUID.replace("-", ""), UUID + "\n", UUID[:-1], UUID + "0"),
    *(f"{{{UUID}}}", UUID.replace("-", "_"), UUID.replace("4", "g"), ""),
    *("00f067aa0ba902b7", "00F067AA0BA902B7", "00f067aa0ba902b", "00f067aa0ba902b7\n"),
    *("00f067aa0ba902b7a", "００f067aa0ba902b7"),
]
NAMES = [
    *(
        "other",
        "a",
        "a1",
        "a_b_c",
        "Other",
        "_a",
        "a_",
        "a__b",
        "1a",
        "a-b",
        "a b",
        "a.b",
    ),
    *(
        "a..b",
        ".a",
        "a.",
        "é",
        "a\n",
        "",
        "\u212aelvin",
        "runtime",
        "a" * 80,
        "redacted",
    ),
    *("framework_log", "unknown", "a\x00", "\ud800", "a.b_c.d1"),
]
VALUES: list[Any] = [
    *(
        None,
        True,
        False,
        0,
        1,
        -1,
        5,
        10,
        11,
        -5,
        -6,
        1000,
        1001,
        1.0,
        1.5,
        -0.0,
        1e2,
        1e300,
    ),
    *(
        999.9999,
        1000.0000001,
        10**30,
        -(10**30),
        2**63,
        -(2**63),
        2**63 - 1,
        2**64,
        1e-320,
    ),
    *("", "1", "x", "NaN", "Infinity", "-Infinity", "nan", "[redacted:sensitive]"),
    *("[redacted:secret]", [], [1], {}, {"a": 1}, [[]], [None]),
]


class Mutations:
    """Makes records from what a catalog says."""

    def __init__(self, catalog: Record, seed: int) -> None:
        self.random = Random(seed)
        self.roles = {f.get("role"): f["name"] for f in catalog["fields"]}
        self.fields = [f for f in catalog["fields"] if f["stability"] != "retired"]
        self.order = catalog["record_order"]
        self.catalog = catalog
        self.known = {
            kind: [e[key] for e in catalog.get(kind, []) if e["stability"] != "retired"]
            for kind, key in {
                "levels": "name",
                "services": "name",
                "components": "name",
                "events": "name",
                "scopes": "name",
                "errors": "code",
            }.items()
        }
        self.events = [
            e for e in catalog.get("events", []) if e["stability"] != "retired"
        ]

    def pick(self, values: list[Any]) -> Any:
        return self.random.choice(values)

    def lines(self, count: int) -> list[str]:
        return [self.line() for _ in range(count)]

    def line(self) -> str:
        record = self.record()
        for _ in range(self.pick([0, 0, 1, 1, 1, 2, 3])):
            self.mutate(record)
        items = list(record.items())
        if self.random.random() < 0.3:
            self.random.shuffle(items)
        spaced = self.random.random() < 0.3
        return json.dumps(
            dict(items),
            ensure_ascii=self.random.random() < 0.5 or "\\ud800" in json.dumps(record),
            separators=None if spaced else (",", ":"),
        )

    def record(self) -> Record:
        event: Record = self.pick(self.events) if self.events else {"name": "other"}
        if self.random.random() < 0.1:
            event = {"name": "other"}
        record: Record = {}
        wanted = {*event.get("requires", [])}
        for field in self.fields:
            if (
                field["required"]
                or field["name"] in wanted
                or self.random.random() < 0.1
            ):
                record[field["name"]] = self.value(field, event)
        details = {
            d["name"]: self.of_type(d["type"])
            for d in event.get("details", [])
            if d["required"] or self.random.random() < 0.5
        }
        if "details" in self.roles and (details or self.roles["details"] in record):
            record[self.roles["details"]] = details
        return {name: record[name] for name in self.order if name in record}

    def value(self, field: Record, event: Record) -> Any:
        role = field.get("role")
        fixed = {
            "timestamp": TIMES[0],
            "correlation": UUID,
            "session": UUID,
            "span": "00f067aa0ba902b7",
            "event": event["name"],
            "details": {},
        }
        if role in fixed:
            return fixed[role]
        level = event.get("level")
        names = {
            "level": [level] if level else self.known["levels"],
            "service": event.get("services") or self.known["services"],
            "component": event.get("components") or self.known["components"],
            "scope": self.known["scopes"],
            "error_code": event.get("errors") or self.known["errors"],
        }
        if role in names:
            return self.pick(names[role] or ["a"])
        return self.of_type(field["type"])

    def of_type(self, kind: str) -> Any:
        return {
            "string": "words",
            "integer": 3,
            "number": 2.5,
            "boolean": True,
            "array": [1, "a"],
            "object": {"a": 1},
        }[kind]

    def mutate(self, record: Record) -> None:
        """Changes one thing."""
        kinds = [
            self.drop,
            self.retype,
            self.respell,
            self.rename,
            self.add,
            self.detail,
        ]
        self.pick(kinds)(record)

    def drop(self, record: Record) -> None:
        if record:
            del record[self.pick(list(record))]

    def retype(self, record: Record) -> None:
        record[self.pick(self.fields)["name"]] = self.pick(VALUES)

    def respell(self, record: Record) -> None:
        """Gives a field with a role another text of its kind."""
        texts = {
            "timestamp": TIMES,
            "correlation": IDENTIFIERS,
            "session": IDENTIFIERS,
            "span": IDENTIFIERS,
            "level": self.known["levels"] + NAMES,
            "service": self.known["services"] + NAMES,
            "component": self.known["components"] + NAMES,
            "event": self.known["events"] + NAMES,
            "scope": self.known["scopes"] + NAMES,
            "error_code": self.known["errors"] + NAMES,
        }
        role = self.pick(list(texts))
        if role in self.roles:
            record[self.roles[role]] = self.pick(texts[role])

    def rename(self, record: Record) -> None:
        if record:
            name = self.pick(list(record))
            other = self.pick([name.upper(), name + "s", name[1:], f" {name}"])
            record[other] = record.pop(name)

    def add(self, record: Record) -> None:
        record[self.pick(["x", "", "é", "Message", "__proto__"])] = self.pick(VALUES)

    def detail(self, record: Record) -> None:
        """Changes what stands in the details."""
        name = self.roles.get("details")
        details = record.get(name) if name else None
        if not isinstance(details, dict):
            return
        choice = self.random.random()
        if choice < 0.3 and details:
            del details[self.pick(list(details))]
        elif choice < 0.8 and details:
            details[self.pick(list(details))] = self.pick(VALUES)
        else:
            details[self.pick(["x", "port", "é"])] = self.pick(VALUES)
