"""A bundle's schemas and `codebook bundle verify` agree about its documents."""

from __future__ import annotations

import copy
import hashlib
import json
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any, Final, NamedTuple

import pytest
from jsonschema import Draft202012Validator
from package_tools import ROOT, SHIPPED, attempt, executable

Document = dict[str, Any]

TIME: Final = "2026-01-09T18:07:23.412Z"
LOGS: Final = ("logs/desktop.log.jsonl", "logs/engine.log.jsonl")
PLATFORM: Final = {"os": "linux", "os_version": "13", "architecture": "x86_64"}
MACHINE: Final = {
    "os": "linux",
    "os_version": "13",
    "kernel": "6",
    "architecture": "x86_64",
    "processors": 2,
    "memory_bytes": 1024,
}
DOCUMENTS: Final[Mapping[str, Document]] = {
    "config/runtime-config.json": {
        "config": {
            "mode": "paper",
            "feature_flags": {"fast": True},
            "endpoints": {"rest": "https://x.test", "websocket": "wss://x.test"},
            "account": {"id": "[redacted:sensitive]"},
        }
    },
    "config/environment-metadata.json": {
        "runtimes": {"app": "1.4.2", "swift": "6.3"},
        "platform": MACHINE,
    },
    "state/process-lifecycle.json": {
        "launch": [
            {
                "process": "engine",
                "status": "crashed",
                "at": TIME,
                "attempts": 2,
                "exit_code": -1,
                "signal": 9,
                "detail": "gone",
            }
        ],
        "heartbeats": [{"process": "engine", "last_at": TIME, "missed": 3}],
        "shutdown": [
            {
                "process": "engine",
                "result": "killed",
                "at": TIME,
                "duration_ms": 5,
                "exit_code": 1,
                "signal": 15,
            }
        ],
    },
    "state/reconnect-rate-limit-counters.json": {
        "since": TIME,
        "reconnects": [{"scope": "ws", "attempts": 3, "successes": 1, "last_at": TIME}],
        "backoff": [
            {
                "scope": "ws",
                "backoff_ms": 500,
                "attempt": 2,
                "retry_after_ms": 100,
                "at": TIME,
            }
        ],
        "rate_limits": [{"scope": "rest", "count": 4, "last_at": TIME}],
    },
    "errors/recent-errors.json": {
        "errors": [
            {
                "error_code": "PT-DB-001",
                "count": 1,
                "first_at": TIME,
                "last_at": TIME,
                "services": ["desktop", "engine"],
                "operator_message": "Look.",
            }
        ]
    },
}
MORE_RULES: Final = {
    # What the manifest says wrong of others, and sensitive keys that show their values.
    "manifest.json": {"bundle-manifest"},
    "config/runtime-config.json": {"bundle-secret"},
}
WRONG: Final[tuple[Any, ...]] = (
    None,
    True,
    -1,
    0,
    1.5,
    "",
    "x",
    "2026-02-30T00:00:00.000Z",
    [],
    [1],
    {},
    {"x": 1},
)


class Case(NamedTuple):
    """A bundle in which one document was changed."""

    archive: Path
    path: str
    value: Document


def schema(path: str) -> Document:
    """The schema of a bundle's file."""
    name = Path(path).with_suffix(".schema.json")
    text = (SHIPPED.folder / "schema/bundle" / name).read_text(encoding="utf-8")
    loaded: Document = json.loads(text)
    return loaded


def text(value: object) -> bytes:
    """A document as bundles have it."""
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()


def manifest(files: Mapping[str, bytes]) -> Document:
    """A manifest that tells of files as they are."""
    catalog = json.loads(SHIPPED.catalog.read_text(encoding="utf-8"))
    digest = hashlib.sha256(SHIPPED.catalog.read_bytes().strip()).hexdigest()
    told = [
        {
            "path": path,
            "bytes": len(data),
            "sha256": hashlib.sha256(data).hexdigest(),
        }
        | ({"records": 0} if path in LOGS else {})
        for path, data in files.items()
    ]
    return {
        "bundle_version": 1,
        "generated_at": TIME,
        "session_id": "fefea8d9-0a09-422d-baf6-4f69970fa9ea",
        "app": {"name": catalog["product"]["name"], "version": "1", "build": "2"},
        "platform": PLATFORM,
        "catalog": {"version": catalog["product"]["version"], "digest": digest},
        "files": told,
        "omissions": [
            {
                "path": LOGS[0],
                "reason": "older",
                "source": "engine",
                "count": 1,
                "bytes": 2,
                "detail": "some",
            }
        ],
        "secret_search": {"secrets": 1, "too_short": 0},
        "redaction_summary": {"password": 1},
    }


def write(archive: Path, documents: Mapping[str, Document]) -> None:
    """Writes a bundle of documents; a manifest among them is not made anew."""
    files = dict.fromkeys(LOGS, b"")
    files |= {path: text(documents[path]) for path in DOCUMENTS}
    head = documents.get("manifest.json", manifest(files))
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as bundle:
        for path, data in {"manifest.json": text(head), **files}.items():
            info = zipfile.ZipInfo(path, (2026, 1, 9, 18, 7, 22))
            info.external_attr = 0o100600 << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            bundle.writestr(info, data)


def containers(value: Any) -> Iterator[Any]:
    """Each object and array in a value, itself included."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from containers(inner)
    elif isinstance(value, list):
        yield value
        for inner in value:
            yield from containers(inner)


def changed(document: Document, random: Random) -> Document:
    """A document in which one or two things are others."""
    new = copy.deepcopy(document)
    for _ in range(random.randint(1, 2)):
        places = [one for one in containers(new) if one]
        if not places:
            break
        place = random.choice(places)
        key = random.choice(list(place) if isinstance(place, dict) else [0])
        step = random.randrange(3)
        if step == 0:
            del place[key]
        elif step == 1:
            place[key] = copy.deepcopy(random.choice(WRONG))
        elif isinstance(place, dict):
            place[random.choice(["more", "Name", "detail", "at"])] = random.choice(
                WRONG
            )
        else:
            place.append(copy.deepcopy(place[0]))
    return new


def cases(folder: Path, count: int) -> list[Case]:
    """Bundles, each with one document that was changed."""
    random = Random(11)
    whole = dict.fromkeys(LOGS, b"") | {p: text(d) for p, d in DOCUMENTS.items()}
    all_documents = {"manifest.json": manifest(whole), **DOCUMENTS}
    made = []
    for number in range(count):
        path = random.choice(list(all_documents))
        value = changed(all_documents[path], random)
        archive = folder / f"{number}.zip"
        write(archive, {**DOCUMENTS, path: value})
        made.append(Case(archive, path, value))
    return made


def findings(*archives: Path) -> list[Document]:
    """What `codebook bundle verify` finds in bundles."""
    command = (executable(), "bundle", "verify", "-q", "--format", "json", "-c")
    done = attempt(*command, ROOT / "catalog.yaml", *archives, cwd=archives[0].parent)
    assert done.returncode in (0, 1), done.stderr
    found: list[Document] = json.loads(done.stdout)["diagnostics"]
    return found


def is_about_the_form(finding: Document, path: str) -> bool:
    """Whether a finding says that a document is not as its schema has it."""
    rules = {"bundle-schema"} | MORE_RULES.get(path, set())
    # No schema knows the logs, the manifest beside it, or the order of members.
    others = ("error codes", "no omission of the manifest", "as bundles write it")
    is_other = any(words in finding["message"] for words in others)
    return finding["rule"] in rules and not is_other


@pytest.mark.parametrize("path", ["manifest.json", *DOCUMENTS])
def test_the_schema_is_one(path: str) -> None:
    Draft202012Validator.check_schema(schema(path))


def test_a_good_bundle_has_no_finding_of_its_form(tmp_path: Path) -> None:
    archive = tmp_path / "good.zip"
    write(archive, DOCUMENTS)
    found = findings(archive)
    assert [one["message"] for one in found] == [
        "it tells of other error codes than the logs"
    ]


def test_both_agree_about_changed_documents(tmp_path: Path) -> None:
    made = cases(tmp_path, 400)
    found: dict[str, list[Document]] = {}
    for one in findings(*(case.archive for case in made)):
        found.setdefault(Path(one["file"]).relative_to(tmp_path).parts[0], []).append(
            one
        )
    validators = {
        p: Draft202012Validator(schema(p)) for p in ("manifest.json", *DOCUMENTS)
    }
    verdicts = set()
    for case in made:
        told = [
            one["message"]
            for one in found.get(case.archive.name, [])
            if is_about_the_form(one, case.path)
        ]
        is_valid = validators[case.path].is_valid(case.value)
        assert is_valid == (not told), (case.path, case.value, told)
        verdicts.add(is_valid)
    assert verdicts == {True, False}
