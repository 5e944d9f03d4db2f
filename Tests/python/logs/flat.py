"""The events that records become in Vector and Fluent Bit, by the generated mapping."""

from __future__ import annotations

from typing import Any

from logs.otlp import Mapping, nanoseconds, span_id, trace_id

Event = dict[str, Any]


def expected(mapping: Mapping, record: Event) -> Event:
    """The event that a record becomes."""
    content = mapping.content
    left = dict(record)
    event: Event = {}
    for place, name in (("resource", "resources"), ("scope", "scope")):
        ((field, target),) = content[place].items()
        if isinstance(left.get(field), str):
            event[name] = {target.get("attribute", "name"): left.pop(field)}
    for field, target in content["log_record"].items():
        if field in left:
            event |= _placed(target, left, field)
    for field, target in content["log_record"].items():
        span = span_id(left.get(field)) if target["field"] == "spanId" else None
        if span and "trace_id" in event:
            event["span_id"] = span.hex()
            del left[field]
    event["attributes"] = _attributes(content, left)
    return event


def _placed(target: Event, left: Event, field: str) -> Event:
    """What a field becomes, where its value fits in there; then it does not remain."""
    value = left[field]
    found: Event = {}
    match target["field"]:
        case "body":
            found["message"] = value
        case "severityText" if isinstance(value, str):
            found["severity_text"] = value
            if value in target["severity_numbers"]:
                found["severity_number"] = target["severity_numbers"][value]
        case "eventName" if isinstance(value, str):
            found["event_name"] = value
        case "traceId" if trace := trace_id(value):
            found["trace_id"] = trace.hex()
        case "timeUnixNano" if nanoseconds(value) is not None:
            found["timestamp"] = value
    if found:
        del left[field]
    return found


def _attributes(content: Event, left: Event) -> Event:
    """What remains of a record, by the names of attributes."""
    found: Event = {}
    for field, value in left.items():
        target = content["attributes"].get(field, {"attribute": field})
        if target.get("each_member") and isinstance(value, dict) and value:
            found |= {f"{field}.{name}": x for name, x in value.items()}
            exception = value.get("exception")
            found |= _exception(exception) if isinstance(exception, dict) else {}
        else:
            found[target["attribute"].removesuffix(".*")] = value
    return found


def _exception(exception: Event) -> Event:
    """What the conventions have names for."""
    return {
        f"exception.{part}": exception[part]
        for part in ("type", "message")
        if isinstance(exception.get(part), str)
    }
