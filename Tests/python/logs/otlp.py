"""What the generated mapping makes of a record, read by itself: no converter's code."""

from __future__ import annotations

import json
import re
import uuid
from datetime import datetime, timezone
from typing import Any, NamedTuple

from opentelemetry.proto.common.v1.common_pb2 import AnyValue, KeyValue
from opentelemetry.proto.logs.v1.logs_pb2 import LogRecord
from package_tools import Output

SPECIAL = {"NaN": "nan", "Infinity": "inf", "-Infinity": "-inf"}
TIME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?Z", re.ASCII)


class Digits(NamedTuple):
    """A number without a place in 64 bits."""

    text: str


class Expected(NamedTuple):
    """A log record, and what it stands under."""

    service: str | None
    scope: str | None
    record: LogRecord


def whole(text: str) -> object:
    """An integer of JSON."""
    if text == "-0":
        return -0.0
    return int(text) if -(2**63) <= int(text) < 2**63 else Digits(text)


def fraction(text: str) -> object:
    """A number of JSON with a point or an exponent."""
    return Digits(text) if "inf" in repr(float(text)) else float(text)


def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; what has a name twice is none."""
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a name stands twice")
    return members


def repaired(text: str) -> str:
    """A text without halves of surrogate pairs."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def parsed(line: bytes) -> dict[str, Any] | None:
    """The record that a line is; `None` for any other line."""

    def refuse(constant: str) -> object:
        raise ValueError(constant)

    try:
        record = json.loads(
            line.decode(),
            parse_int=whole,
            parse_float=fraction,
            parse_constant=refuse,
            object_pairs_hook=unique,
        )
    except (ValueError, UnicodeDecodeError):
        return None
    return record if isinstance(record, dict) else None


def any_value(value: object, *, is_number: bool = False) -> AnyValue:
    """A JSON value in the protocol's form."""
    found = AnyValue()
    if isinstance(value, bool):
        found.bool_value = value
    elif is_number and isinstance(value, str) and value in SPECIAL:
        found.double_value = float(SPECIAL[value])
    elif isinstance(value, str):
        found.string_value = repaired(value)
    elif isinstance(value, Digits):
        found.string_value = value.text
    elif isinstance(value, int):
        found.int_value = value
    elif isinstance(value, float):
        found.double_value = value
    elif isinstance(value, list):
        found.array_value.SetInParent()
        found.array_value.values.extend(map(any_value, value))
    elif isinstance(value, dict):
        found.kvlist_value.SetInParent()
        found.kvlist_value.values.extend(
            KeyValue(key=repaired(k), value=any_value(v)) for k, v in value.items()
        )
    return found


def nanoseconds(value: object) -> int | None:
    """When that is, where it is a real time that the protocol can hold."""
    found = TIME.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return None
    try:
        time = datetime.fromisoformat(f"{found[1]}+00:00")
    except ValueError:
        return None
    since = time - datetime(1970, 1, 1, tzinfo=timezone.utc)
    seconds = since.days * 86_400 + since.seconds
    total = seconds * 10**9 + int((found[2] or "0").ljust(9, "0")[:9])
    return total if 0 <= total < 2**64 and seconds >= 0 else None


def trace_id(value: object) -> bytes | None:
    """A correlation ID as a trace's."""
    if not isinstance(value, str) or not re.fullmatch(r"[0-9a-f-]{36}", value):
        return None
    try:
        found = uuid.UUID(value)
    except ValueError:
        return None
    return found.bytes if str(found) == value and found.int else None


def span_id(value: object) -> bytes | None:
    """A span's ID."""
    if not isinstance(value, str) or not re.fullmatch(r"[0-9a-f]{16}", value):
        return None
    return bytes.fromhex(value) if int(value, 16) else None


def stack_trace(exception: dict[str, Any]) -> str:
    """The lines of an exception and of what led to it."""
    head = [exception.get("type"), exception.get("message")]
    lines = [": ".join(x for x in head if isinstance(x, str))]
    frames = exception.get("frames")
    if isinstance(frames, list):
        lines += [f"  {frame}" for frame in frames if isinstance(frame, str)]
    for name, lead in (("cause", "Caused by: "), ("context", "While handling: ")):
        if isinstance(exception.get(name), dict):
            lines.append(lead + stack_trace(exception[name]))
    return "\n".join(lines)


class Mapping:
    """A catalog's mapping, as the generated file has it."""

    def __init__(self, output: Output) -> None:
        """Reads the file."""
        path = output.folder / "tools/opentelemetry/mapping.json"
        self.content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        catalog = json.loads(output.catalog.read_text(encoding="utf-8"))
        self._numbers = {
            (event["name"], detail["name"])
            for event in catalog["events"]
            for detail in event.get("details", [])
            if detail["type"] == "number"
        }

    def expected(self, record: dict[str, Any], before: int = 0) -> Expected:
        """What becomes of a record, when the one before it was at some time."""
        found = LogRecord()
        named: dict[str, str] = {}
        left = dict(record)
        for place in ("resource", "scope"):
            ((field, _),) = self.content[place].items()
            if isinstance(left.get(field), str):
                named[place] = repaired(left.pop(field))
        for field, target in self.content["log_record"].items():
            if field in left and self._place(found, target, left[field]):
                del left[field]
        if found.span_id and not found.trace_id:
            span = next(
                field
                for field, target in self.content["log_record"].items()
                if target["field"] == "spanId"
            )
            left[span] = record[span]
            found.span_id = b""
        found.observed_time_unix_nano = found.time_unix_nano or before
        self._attributes(found, left)
        return Expected(named.get("resource"), named.get("scope"), found)

    def _place(self, found: LogRecord, target: dict[str, Any], value: Any) -> bool:
        """Puts a value where it belongs, if it fits in there."""
        field = target["field"]
        if field == "body":
            found.body.CopyFrom(any_value(value))
        elif field == "timeUnixNano":
            time = nanoseconds(value)
            found.time_unix_nano = time or 0
            return time is not None
        elif field == "traceId":
            found.trace_id = trace_id(value) or b""
            return bool(found.trace_id)
        elif field == "spanId":
            found.span_id = span_id(value) or b""
            return bool(found.span_id)
        elif not isinstance(value, str):
            return False
        elif field == "severityText":
            found.severity_text = repaired(value)
            found.severity_number = target["severity_numbers"].get(value, 0)
        else:
            assert field == "eventName"
            found.event_name = repaired(value)
        return True

    def _attributes(self, found: LogRecord, left: dict[str, Any]) -> None:
        """Gives a record the attributes that remain."""
        attributes: dict[str, AnyValue] = {}
        others = {}
        for field, value in left.items():
            target = self.content["attributes"].get(field)
            if target is None and field in self._fields:
                attributes[field] = any_value(value)
            elif target is None:
                others[field] = value
            elif not target.get("each_member"):
                attributes[target["attribute"]] = any_value(
                    value, is_number=target["type"] == "number"
                )
            elif isinstance(value, dict) and value:
                attributes |= self._members(field, value, found.event_name)
            else:
                attributes[field] = any_value(value)
        for field, value in others.items():
            key = repaired(field)
            while key in attributes:
                key += "_"
            attributes[key] = any_value(value)
        for key, attribute in sorted(attributes.items()):
            found.attributes.append(KeyValue(key=key, value=attribute))

    def _members(
        self, field: str, details: dict[str, Any], event: str
    ) -> dict[str, AnyValue]:
        found = {}
        for name, value in details.items():
            is_number = (event, name) in self._numbers
            found[f"{field}.{repaired(name)}"] = any_value(value, is_number=is_number)
        exception = details.get("exception")
        if isinstance(exception, dict):
            parts = {
                target["attribute"]: exception.get(path.rsplit(".", 1)[1])
                for path, target in self.content["exceptions"].items()
                if target["type"] == "string"
            }
            texts = {k: repaired(v) for k, v in parts.items() if isinstance(v, str)}
            trace = stack_trace(exception)
            if texts and "\n" in trace:
                texts["exception.stacktrace"] = repaired(trace)
            found |= {key: any_value(text) for key, text in texts.items()}
        return found

    @property
    def _fields(self) -> set[str]:
        places = ("resource", "scope", "log_record")
        return {field for place in places for field in self.content[place]}


def comparable(record: LogRecord) -> bytes:
    """A log record whose attributes stand in the order of their names."""
    copy = LogRecord()
    copy.CopyFrom(record)
    copy.ClearField("attributes")
    copy.attributes.extend(sorted(record.attributes, key=lambda x: x.key))
    return copy.SerializeToString(deterministic=True)
