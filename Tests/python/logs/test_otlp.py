"""`codebook logs convert --to otlp-json`, held against the protocol itself."""

from __future__ import annotations

import base64
import gzip
import json
import random
import subprocess
from pathlib import Path

import pytest
from google.protobuf import json_format
from logs.otlp import Expected, Mapping, comparable, parsed
from logs.samples import SEED, misshapen, random_lines, samples
from opentelemetry.proto.collector.logs.v1.logs_service_pb2 import (
    ExportLogsServiceRequest,
)
from opentelemetry.proto.logs.v1.logs_pb2 import LogRecord, SeverityNumber
from package_tools import CATALOGS, ROOT, SHIPPED, Output, executable

RANGES = ("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL")


def convert(
    output: Output, content: bytes, folder: Path, *options: str
) -> list[ExportLogsServiceRequest]:
    """The requests that a log becomes; each field must be one of the protocol's."""
    log = folder / "log.jsonl"
    log.write_bytes(content)
    command = [str(executable()), "logs", "convert", "--to", "otlp-json", *options]
    command += ["--catalog", str(_sources(output)), str(log)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return [request(line) for line in done.stdout.splitlines()]


def request(line: bytes) -> ExportLogsServiceRequest:
    """A request; the identifiers in it are hexadecimal, where JSON of protocol buffers
    has Base64 elsewhere."""
    content = json.loads(line)
    for resource in content["resourceLogs"]:
        for scope in resource["scopeLogs"]:
            for record in scope["logRecords"]:
                for name in {"traceId", "spanId"} & set(record):
                    assert record[name] == record[name].lower()
                    digits = bytes.fromhex(record[name])
                    record[name] = base64.b64encode(digits).decode()
    found = ExportLogsServiceRequest()
    return json_format.ParseDict(content, found, ignore_unknown_fields=False)


def _sources(output: Output) -> Path:
    """The catalog that an output was made from; its folder is named after it."""
    if output == SHIPPED:
        return ROOT / "catalog.yaml"
    return CATALOGS / f"{output.folder.name.rstrip('0123456789')}.yaml"


def found(requests: list[ExportLogsServiceRequest]) -> list[Expected]:
    """All log records, in the order of the requests."""
    records = []
    for request in requests:
        for resource in request.resource_logs:
            attributes = {x.key: x.value for x in resource.resource.attributes}
            assert set(attributes) <= {"service.name"}
            service = attributes.get("service.name")
            name = None if service is None else service.string_value
            for scope in resource.scope_logs:
                under = scope.scope.name if scope.HasField("scope") else None
                records += [Expected(name, under, x) for x in scope.log_records]
    return records


def key(item: Expected) -> tuple[str, str, bytes]:
    """What two log records must have in common to be one."""
    return (item.service or "", item.scope or "", comparable(item.record))


def expected(output: Output, lines: list[bytes]) -> list[Expected]:
    """What the lines become by the generated mapping."""
    mapping, before, records = Mapping(output), 0, []
    for line in lines:
        record = parsed(line)
        if record is None:
            plain = LogRecord(observed_time_unix_nano=before)
            plain.body.string_value = line.decode(errors="replace")
            records.append(Expected(None, None, plain))
            continue
        records.append(mapping.expected(record, before))
        before = records[-1].record.time_unix_nano or before
    return records


def agree(output: Output, lines: list[bytes], folder: Path) -> None:
    """One request a record keeps the order: what is wrong then is found at once."""
    content = b"".join(line + b"\n" for line in lines)
    converted = found(convert(output, content, folder, "--raw", "--batch", "1"))
    assert len(converted) == len(lines)
    for line, one, other in zip(lines, converted, expected(output, lines), strict=True):
        assert key(one) == key(other), (line, one, other)


def test_every_event_becomes_what_the_mapping_says(
    output: Output, tmp_path: Path
) -> None:
    agree(output, samples(output), tmp_path)


def test_random_records_become_what_the_mapping_says(tmp_path: Path) -> None:
    agree(SHIPPED, random_lines(), tmp_path)


def test_what_the_runtimes_wrote_passes_as_it_is(tmp_path: Path) -> None:
    # Not so what a caller gives under the name of a fingerprint.
    written = (line.replace(b"_fingerprint", b"_print") for line in random_lines(1000))
    content = b"".join(line + b"\n" for line in written)
    raw = convert(SHIPPED, content, tmp_path, "--raw")
    assert convert(SHIPPED, content, tmp_path) == raw


def test_records_out_of_shape_lose_nothing(tmp_path: Path) -> None:
    choice = random.Random(SEED)
    lines = [misshapen(choice, line) for line in random_lines()]
    agree(SHIPPED, lines, tmp_path)


def test_other_lines_are_kept_as_texts(tmp_path: Path) -> None:
    ready = samples(SHIPPED)[0]
    plain = [b"Traceback:", b"  File", b"[1,2]", b'{"a":1,"a":2}', b"\xff\x00\x1b[31m"]
    agree(SHIPPED, [plain[0], ready, *plain, ready[:40], b'{"a":NaN}'], tmp_path)


@pytest.mark.parametrize("batch", ["7", "512"])
def test_a_request_holds_its_records_by_service_and_component(
    batch: str, tmp_path: Path
) -> None:
    lines = random_lines()
    requests = convert(SHIPPED, b"\n".join(lines), tmp_path, "--raw", "--batch", batch)
    wanted = expected(SHIPPED, lines)
    taken = 0
    for request in requests:
        held = found([request])
        # Fewer where their text would be longer than a collector reads.
        assert 0 < len(held) <= int(batch)
        part = wanted[taken : taken + len(held)]
        taken += len(held)
        groups: dict[tuple[str | None, str | None], list[bytes]] = {}
        for item in part:
            group = groups.setdefault((item.service, item.scope), [])
            group.append(comparable(item.record))
        shown: dict[tuple[str | None, str | None], list[bytes]] = {}
        for item in held:
            group = shown.setdefault((item.service, item.scope), [])
            group.append(comparable(item.record))
        assert shown == groups
        services = [x.service for x in part]
        names = [
            resource.resource.attributes[0].value.string_value
            for resource in request.resource_logs
        ]
        assert names == list(dict.fromkeys(services))
    assert taken == len(lines)
    assert batch != "7" or len(requests) == -(-len(lines) // 7)


def test_the_same_log_gives_the_same_bytes(tmp_path: Path) -> None:
    log = tmp_path / "engine.jsonl"
    log.write_bytes(b"".join(line + b"\n" for line in samples(SHIPPED)))
    (tmp_path / "engine.jsonl.1.gz").write_bytes(gzip.compress(log.read_bytes()))
    command = [str(executable()), "logs", "convert", "-c", str(ROOT / "catalog.yaml")]
    first = subprocess.run([*command, str(log)], capture_output=True, check=True).stdout
    assert first.count(b"\n") == 1
    out, packed = tmp_path / "out.jsonl", str(tmp_path / "engine.jsonl.1.gz")
    command += ["--out", str(out)]
    subprocess.run([*command, "-"], input=log.read_bytes(), check=True)
    assert out.read_bytes() == first
    subprocess.run([*command, packed], check=True)
    assert out.read_bytes() == first
    assert [path.name for path in tmp_path.iterdir() if "codebook" in path.name] == []


def test_severities_are_those_of_the_protocol(output: Output) -> None:
    numbers = next(
        target["severity_numbers"]
        for target in Mapping(output).content["log_record"].values()
        if target["field"] == "severityText"
    )
    catalog = json.loads(output.catalog.read_text(encoding="utf-8"))
    assert numbers == {x["name"]: x["severity"] for x in catalog["levels"]}
    for number in numbers.values():
        name = SeverityNumber.Name(number)
        assert name.startswith(f"SEVERITY_NUMBER_{RANGES[(number - 1) // 4]}")


def test_every_field_of_the_catalog_is_mapped_once(output: Output) -> None:
    content = Mapping(output).content
    places = ("resource", "scope", "log_record", "attributes")
    fields = [field for place in places for field in content[place] if field != "*"]
    catalog = json.loads(output.catalog.read_text(encoding="utf-8"))
    assert sorted(fields) == sorted(field["name"] for field in catalog["fields"])
    names = {field.json_name for field in LogRecord.DESCRIPTOR.fields}
    assert {x["field"] for x in content["log_record"].values()} <= names
