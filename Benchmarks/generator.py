"""`check`, `lint` and `generate`, beside `buf lint` on an enum of as many values."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from measure import medians, run

ROOT = Path(__file__).resolve().parent.parent
CODEBOOK = os.environ["CODEBOOK"]
BUF = os.environ["BUF"]

DOMAINS = [
    f"{first}{second}"
    for first in "ABCDEFGHIJ"
    for second in ["CT", "DB", "IO", "NET", "SQL", "UI", "VM", "WS", "XY", "ZIP"]
]


def write_catalog(folder: Path, codes: int) -> None:
    """A catalog of `codes` codes in 100 domains, each with both messages."""
    start = subprocess.run(
        [CODEBOOK, "init", "--name=Acme", "--prefix=AC", "--catalog=start.yaml"],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    assert start.returncode == 0
    text = (folder / "start.yaml").read_text()
    head = text[: text.index("domains:")].replace(
        "  version: 0.1.0\n", "  version: 0.1.0\n  code_digits: 6\n"
    )
    lines = [head, "domains:\n"]
    lines += [f"  {name}: {{category: Area {name}}}\n" for name in DOMAINS]
    lines.append("errors:\n")
    for number in range(codes):
        domain = DOMAINS[number % len(DOMAINS)]
        lines.append(
            f"  AC-{domain}-{number:06}:\n"
            f"    user: Step {number} was not finished. Please try again.\n"
            f"    operator: Storage step {number} failed; inspect the queue of {domain}"
            " and verify the permissions of its folder.\n"
        )
    (folder / "catalog.yaml").write_text("".join(lines))
    (folder / "start.yaml").unlink()


def write_proto(folder: Path, values: int) -> None:
    """A protobuf enum of `values` values that `buf lint` accepts."""
    package = folder / "acme" / "v1"
    package.mkdir(parents=True)
    (folder / "buf.yaml").write_text("version: v2\n")
    lines = ['syntax = "proto3";\n', "package acme.v1;\n", "enum ErrorCode {\n"]
    lines.append("  ERROR_CODE_UNSPECIFIED = 0;\n")
    lines += [
        f"  // Step {n} was not finished. Please try again.\n"
        f"  ERROR_CODE_A{n:06} = {n + 1};\n"
        for n in range(values)
    ]
    lines.append("}\n")
    (package / "error.proto").write_text("".join(lines))


def shipped() -> None:
    """`check` on the catalog that ships, beside the empty process `true`."""
    results = medians(
        {
            "check": ([CODEBOOK, "check", "--quiet"], ROOT, 0),
            "lint": ([CODEBOOK, "lint", "--quiet"], ROOT, 0),
            "true": (["true"], ROOT, 0),
        },
        runs=21,
    )
    for name, result in results.items():
        print(f"{name:24} {result.wall_s * 1000:8.1f} ms wall {result.peak_mb:8.1f} MB")


def beside_buf(codes: int) -> None:
    """`lint` beside `buf lint`, and `generate` into an empty folder."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours, theirs = folder / "codebook", folder / "buf"
        ours.mkdir()
        theirs.mkdir()
        write_catalog(ours, codes)
        write_proto(theirs, codes)
        results = medians(
            {
                "lint": ([CODEBOOK, "lint", "--quiet"], ours, 0),
                "buf lint": ([BUF, "lint"], theirs, 0),
            },
            runs=5,
        )
        generate = medians(
            {"generate": ([CODEBOOK, "generate", "--quiet", "--no-pages"], ours, 0)},
            runs=5,
            before=lambda: shutil.rmtree(ours / "Generated", ignore_errors=True),
        )
        for label, result in (results | generate).items():
            print(
                f"{codes:7} {label:16} {result.wall_s:8.3f} s wall "
                f"{result.cpu_s:8.3f} s cpu {result.peak_mb:8.1f} MB"
            )
        ratio = results["lint"].wall_s / results["buf lint"].wall_s
        print(f"{codes:7} lint / buf lint  {ratio:8.2f}")


def growth() -> None:
    """Time and memory of `lint` and `generate` from 1,000 to 100,000 codes."""
    for codes in (1_000, 10_000, 100_000):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_catalog(folder, codes)
            lint = run([CODEBOOK, "lint", "--quiet"], folder)
            generate = run([CODEBOOK, "generate", "--quiet", "--no-pages"], folder)
            for label, result in (("lint", lint), ("generate", generate)):
                print(
                    f"{codes:7} {label:16} {result.wall_s:8.3f} s wall "
                    f"{result.wall_s / codes * 1e6:8.1f} us/code "
                    f"{result.peak_mb:8.1f} MB"
                )


if __name__ == "__main__":
    print("The shipped catalog, whole process, medians of 21:")
    shipped()
    print("Beside buf lint, medians of 5:")
    beside_buf(10_000)
    print("Growth:")
    growth()
