"""`diff` against a long ledger, beside `buf breaking` against an image."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import tempfile
from pathlib import Path

from generator import CODEBOOK, write_catalog, write_proto
from measure import Run, medians

BUF = os.environ["BUF"]
CODES = 10_000
RELEASES = 100
CHANGES_PER_RELEASE = 20
CHANGES = 100


def canonical(value: object) -> bytes:
    """JSON as a ledger has it: sorted names, no white space, UTF-8."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def released(facts: list[dict[str, object]], previous: str, version: str) -> bytes:
    """The lines of one release, with a digest made as the documentation says."""
    header = {
        "catalog": "0" * 64,
        "date": "2026-01-01",
        "previous": [previous],
        "version": version,
    }
    content = b"\n".join([canonical(header), *sorted(map(canonical, facts))])
    digest = hashlib.sha256(content).hexdigest()
    name = f"{version}+{digest[:12]}"
    last = header | {
        "fact": "released",
        "facts": len(facts),
        "release": name,
        "sha256": digest,
    }
    lines = [canonical(fact | {"release": name}) for fact in facts] + [canonical(last)]
    return b"".join(line + b"\n" for line in lines)


def rewording(code: str, old: str, new: str) -> dict[str, object]:
    """The fact of a changed user message that somebody accepted."""
    return {
        "accepted": [
            {
                "fingerprint": "0" * 12,
                "reason": "Clearer.",
                "rule": "user-message-changed",
            }
        ],
        "changes": {"user_message": {"from": old, "to": new}},
        "fact": "changed",
        "id": code,
        "kind": "error",
    }


def write_history(folder: Path) -> None:
    """A catalog, and a ledger in which a hundred releases lead to it."""
    write_catalog(folder, CODES)
    path = folder / "catalog.yaml"
    text = path.read_text() + "stability: {ledger: catalog.ledger.jsonl}\n"
    path.write_text(text)
    command = [CODEBOOK, "release", "1.0.0", "--quiet", "--today", "2026-01-01"]
    subprocess.run([*command, "--out", "out"], cwd=folder, check=True)
    text = path.read_text()
    ledger = folder / "catalog.ledger.jsonl"
    lines = ledger.read_bytes()
    messages = dict(
        re.findall(r"^  (AC-\w+-\d+):\n    user: (.*)$", text, re.MULTILINE)
    )
    codes = list(messages)
    for number in range(1, RELEASES):
        facts = []
        start = number * CHANGES_PER_RELEASE
        for code in sorted(codes[start : start + CHANGES_PER_RELEASE]):
            new = messages[code].replace("was not", "could not be")
            facts.append(rewording(code, messages[code], new))
            messages[code] = new
        previous = json.loads(lines.splitlines()[-1])["release"]
        lines += released(facts, previous, f"1.0.{number}")
    ledger.write_bytes(lines)
    text = re.sub(
        r"^(  (AC-\w+-\d+):\n    user: ).*$",
        lambda match: match[1] + messages[match[2]],
        text,
        flags=re.MULTILINE,
    )
    path.write_text(text.replace("version: 1.0.0", f"version: 1.0.{RELEASES - 1}"))
    subprocess.run([CODEBOOK, "diff", "--quiet"], cwd=folder, check=True)


def change_catalog(folder: Path) -> None:
    """Takes a hundred codes away."""
    path = folder / "catalog.yaml"
    entry = re.compile(r"^  AC-\w+-\d+:\n(?:    .*\n)+", re.MULTILINE)
    path.write_text(entry.sub("", path.read_text(), count=CHANGES))


def change_proto(folder: Path) -> None:
    """Takes a hundred values away."""
    path = folder / "acme" / "v1" / "error.proto"
    value = re.compile(r"^  // .*\n  ERROR_CODE_A.*\n", re.MULTILINE)
    path.write_text(value.sub("", path.read_text(), count=CHANGES))


def show(label: str, result: Run) -> None:
    print(
        f"{label:32} {result.wall_s:8.3f} s wall {result.cpu_s:8.3f} s cpu"
        f" {result.peak_mb:8.1f} MB"
    )


def main() -> None:
    """Measures both, unchanged and with a hundred entries gone."""
    with tempfile.TemporaryDirectory() as name:
        ours, theirs = Path(name) / "codebook", Path(name) / "buf"
        ours.mkdir()
        theirs.mkdir()
        write_history(ours)
        write_proto(theirs, CODES)
        subprocess.run([BUF, "build", "-o", "image.binpb"], cwd=theirs, check=True)
        diff = [CODEBOOK, "diff", "--quiet"]
        breaking = [BUF, "breaking", "--against", "image.binpb"]
        print(f"{CODES} codes, {RELEASES} releases, medians of 7:")
        for label, ended in (("unchanged", (0, 0)), (f"{CHANGES} gone", (1, 100))):
            results = medians(
                {
                    f"diff, {label}": (diff, ours, ended[0]),
                    f"buf breaking, {label}": (breaking, theirs, ended[1]),
                },
                runs=7,
            )
            for title, result in results.items():
                show(title, result)
            first, second = results.values()
            print(f"diff / buf breaking, {label}: {first.wall_s / second.wall_s:.2f}")
            change_catalog(ours)
            change_proto(theirs)


if __name__ == "__main__":
    main()
