"""The generated remaps, run: Vector's language by Vector's own engine, the filter of
Fluent Bit by LuaJIT, which it has too."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from logs.flat import Event, expected
from logs.otlp import TIME, Mapping, nanoseconds
from logs.samples import misshapen, random_lines, samples
from package_tools import ROOT, SHIPPED, Output

tomllib = import_module("tomllib" if sys.version_info >= (3, 11) else "tomli")

RUN_VRL = """
import json, sys
from vector_vrl import execute_vrl, validate_vrl
job = json.load(sys.stdin)
checked = validate_vrl(job["program"])
assert checked.success, checked.error
# Alone, a nested value would come as a text.
program = job["program"] + "\\n. = {\\"event\\": encode_json(.)}\\n"
print(json.dumps(execute_vrl(program, job["events"])))
"""


def vector_python() -> str | None:
    """A Python that has Vector's engine."""
    if find_spec("vector_vrl") is not None:
        return sys.executable
    prepared = Path(os.environ.get("CODEBOOK_VRL", ROOT / ".build/vrl/bin/python"))
    return str(prepared) if prepared.exists() else None


def remap(output: Output) -> Event:
    """The transform for Vector."""
    (path,) = (output.folder / "tools/vector").iterdir()
    config = tomllib.loads(path.read_text(encoding="utf-8"))
    ((name, transform),) = config["transforms"].items()
    assert path.stem == name
    assert transform["inputs"] == [f"{name}_lines"]
    found: Event = transform
    return found


def through_vector(output: Output, lines: list[str]) -> list[Event | None]:
    """The event of each line; `None` for one that is dropped."""
    python = vector_python()
    if python is None:
        pytest.skip("there is no vector-vrl here, which needs Python 3.12")
    events = [json.dumps({"message": line, "file": "a.jsonl"}) for line in lines]
    job = {"program": remap(output)["source"], "events": events}
    done = subprocess.run(
        [python, "-c", RUN_VRL],
        input=json.dumps(job),
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return [
        None if "error" in result else json.loads(result["event"])
        for result in json.loads(done.stdout)
    ]


def filter_of(output: Output) -> Callable[[Event], Event | None]:
    """The filter for Fluent Bit; `None` for what it leaves alone."""
    luajit = pytest.importorskip("lupa.luajit21")
    (path,) = (output.folder / "tools/fluent-bit").glob("*.lua")
    runtime = luajit.LuaRuntime(unpack_returned_tuples=True)
    runtime.execute(path.read_text(encoding="utf-8"))
    function = runtime.globals()[path.stem]

    def table(value: Any) -> Any:
        if isinstance(value, dict):
            return runtime.table_from({key: table(x) for key, x in value.items()})
        if isinstance(value, list):
            return runtime.table_from([table(x) for x in value])
        return value

    def plain(value: Any) -> Any:
        if luajit.lua_type(value) != "table":
            return value
        members = {key: plain(x) for key, x in value.items()}
        if list(members) == list(range(1, len(members) + 1)):
            return list(members.values())
        return members

    def call(record: Event) -> Event | None:
        code, time, found = function("tag", 1.5, table(record))
        assert time == 1.5
        assert code in (0, 2)
        result: Event | None = plain(found) if code else None
        return result

    return call


def test_vector_gives_every_event_the_form_of_its_own_source(output: Output) -> None:
    lines = [line.decode() for line in samples(output)]
    mapping = Mapping(output)
    for line, event in zip(lines, through_vector(output, lines), strict=True):
        assert event == {"file": "a.jsonl"} | expected(mapping, json.loads(line))


def test_vector_lets_what_is_no_record_pass_beside() -> None:
    lines = ["Traceback:", "[1]", "7", "", '{"torn":', '"text"', "null"]
    assert through_vector(SHIPPED, lines) == [None] * len(lines)
    transform = remap(SHIPPED)
    assert transform["type"] == "remap"
    assert all(
        transform[x] for x in ("drop_on_abort", "drop_on_error", "reroute_dropped")
    )


def test_vector_keeps_what_does_not_fit() -> None:
    choice = random.Random(3)
    lines = [misshapen(choice, line).decode() for line in random_lines(1000)]
    kept = [record for record in map(json.loads, lines) if is_for_vector(record)]
    assert len(kept) > 100
    mapping = Mapping(SHIPPED)
    events = through_vector(SHIPPED, [json.dumps(record) for record in kept])
    for record, event in zip(kept, events, strict=True):
        assert event is not None, record
        wanted: Event = {"file": "a.jsonl"} | expected(mapping, record)
        # Vector's own form of a time has no zeros at its end.
        for each in (event, wanted):
            if "timestamp" in each:
                each["timestamp"] = nanoseconds(each["timestamp"])
        assert rounded(event) == rounded(wanted)


def is_for_vector(record: Event) -> bool:
    """Whether a record has nothing that Vector reads in a way of its own.

    Half a surrogate pair is no JSON to it, its integers have 64 bits, its times go
    further than the protocol's, and of two attributes of one name it keeps one.
    """
    names = {"error.type", "session.id", "details.x"}
    time = TIME.fullmatch(str(record.get("ts", "")))
    is_far = time is not None and nanoseconds(record["ts"]) is None
    return not (
        is_far
        or names & set(record)
        or "\\ud800" in json.dumps(record)
        or has_great_integer(record)
    )


def has_great_integer(value: object) -> bool:
    """Whether there is an integer in it that has no place in 64 bits."""
    if isinstance(value, dict):
        return any(map(has_great_integer, value.values()))
    if isinstance(value, list):
        return any(map(has_great_integer, value))
    return isinstance(value, int) and abs(value) >= 2**63


def rounded(value: Any) -> Any:
    """A value with twelve digits of its numbers: Vector reads them a bit off."""
    if isinstance(value, dict):
        return {key: rounded(member) for key, member in value.items()}
    if isinstance(value, list):
        return [rounded(item) for item in value]
    return float(f"{value:.12e}") if isinstance(value, float) else value


def test_fluent_bit_gives_every_event_its_fields(output: Output) -> None:
    mapping, call = Mapping(output), filter_of(output)
    for line in samples(output):
        record = json.loads(line)
        wanted = expected(mapping, record)
        # Its parser has made that the time of the record.
        wanted.pop("timestamp", None)
        assert call(record) == without_empty_objects(wanted)


def without_empty_objects(value: Any) -> Any:
    """A value as Lua has it: an empty object and an empty array are one there."""
    if isinstance(value, dict):
        return {key: without_empty_objects(x) for key, x in value.items()} or []
    if isinstance(value, list):
        return [without_empty_objects(item) for item in value]
    return value


@pytest.mark.parametrize(
    ("changes", "attributes_"),
    [
        ({"level": 5}, {"level": 5}),
        ({"correlation_id": "x"}, {"correlation_id": "x"}),
        ({"details": ["a"]}, {"details": ["a"]}),
        (
            {"details": {"exception": {"type": "E", "message": "m"}}},
            {
                "details.exception": {"type": "E", "message": "m"},
                "exception.type": "E",
                "exception.message": "m",
            },
        ),
        ({"other": 1}, {"other": 1}),
    ],
)
def test_fluent_bit_keeps_what_does_not_fit(changes: Event, attributes_: Event) -> None:
    record = json.loads(samples(SHIPPED)[0]) | changes
    found = filter_of(SHIPPED)(record)
    assert found is not None
    for name, value in attributes_.items():
        assert found["attributes"][name] == value


def test_fluent_bit_leaves_alone_what_is_no_record() -> None:
    assert filter_of(SHIPPED)({"log": "Traceback:"}) is None


def sections(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The sections of a file in Fluent Bit's classic form."""
    name, settings = "", dict[str, str]()
    for line in text.splitlines():
        if line.startswith("["):
            name, settings = line.strip("[]"), {}
            yield name, settings
        elif line.strip() and not line.startswith("#"):
            key, value = line.split(maxsplit=1)
            settings[key] = value


def test_the_parser_knows_the_field_with_the_time(output: Output) -> None:
    (path,) = (output.folder / "tools/fluent-bit").glob("*.conf")
    ((name, settings),) = sections(path.read_text(encoding="utf-8"))
    catalog = json.loads(output.catalog.read_text(encoding="utf-8"))
    (field,) = (x["name"] for x in catalog["fields"] if x.get("role") == "timestamp")
    assert (name, settings) == (
        "PARSER",
        {
            "Name": path.stem,
            "Format": "json",
            "Time_Key": field,
            "Time_Format": "%Y-%m-%dT%H:%M:%S.%LZ",
            "Time_Keep": "On",
        },
    )
