"""The tables of docs/ that say what the executable says, and the examples beside them.

`CODEBOOK_RECORD=1` writes the tables again.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from markdown_tools import tables
from package_tools import ROOT, SHIPPED, executable, run
from walkthrough import blocks

CATALOG = ROOT / "docs/catalog.md"
RULES = ROOT / "docs/rules.md"
RULE_SOURCES = ROOT / "Sources/CodebookCore/Validation/Rules"
CHANGE_SOURCES = ROOT / "Sources/CodebookCore/Stability/Rules"

# A table between its marker and the end.
RECORDED = re.compile(
    r"(?s)(<!-- ((?:keys|steps): \S+|entry keys|rules|change rules) -->\n)"
    r".*?(<!-- end -->)"
)

# What the folders of rules are about.
GROUPS = {
    "Reading": "Reading",
    "Codes": "Error codes",
    "Messages": "Messages",
    "Records": "Records and events",
    "Bundle": "The bundle",
    "Resilience": "Connections, limiters and timelines",
    "Redaction": "Redaction",
    "Names": "Names",
    "Output": "Output and templates",
    "Tests": "Tests of the matrix",
    "Logs": "Logs",
}

# The same of the rules about changes.
CHANGE_GROUPS = {
    "Codes": "Error codes, domains and categories",
    "Messages": "Messages and parameters",
    "Fields": "Fields of a record",
    "Vocabulary": "Levels, services, components and scopes",
    "Events": "What events promise",
    "Privacy": "Redaction",
    "Bundle": "The diagnostics bundle",
    "Matrix": "Scenarios",
    "Resilience": "Connections and limiters",
    "Product": "The product and its documents",
    "Life": "The life of entries",
    "LedgerRules.swift": "The ledger, the version and what was let pass",
}

COMMON = (
    "description",
    "since",
    "stability",
    "replaced_by",
    "deprecated_since",
    "sunset",
    "retired_since",
    "reason",
    "allow",
)

Schema = dict[str, Any]


@pytest.fixture(scope="module")
def codebook() -> Path:
    return executable()


@pytest.fixture(scope="module")
def schema(codebook: Path) -> Schema:
    found: Schema = json.loads(run(codebook, "schema", cwd=ROOT))
    return found


def at(schema: Schema, path: str) -> Schema:
    """The schema of what stands at a path such as `errors.*.parameters.*`."""
    for name in path.split(".") if path != "." else []:
        match name:
            case "*":
                schema = schema["additionalProperties"]
            case "[]":
                schema = schema["items"]
            case _ if "=" in name:
                key, _, kind = name.partition("=")
                (schema,) = (
                    part
                    for part in schema["oneOf"]
                    if part["properties"][key]["enum"] == [kind]
                )
            case _:
                kinds = [schema, *schema.get("oneOf", [])]
                schema = next(
                    kind["properties"][name]
                    for kind in kinds
                    if name in kind.get("properties", {})
                )
    return schema


def is_entry(schema: Schema) -> bool:
    return set(COMMON) <= set(schema["properties"])


def value(schema: Schema) -> str:
    """What a key's value is, in a few words."""
    if "enum" in schema:
        return ", ".join(f"`{word}`" for word in schema["enum"])
    if "anyOf" in schema:
        return " or ".join(value(part) for part in schema["anyOf"])
    match schema["type"]:
        case "null":
            return "`null`"
        case "integer":
            least, most = schema.get("minimum"), schema.get("maximum")
            if least is None or most is None:
                return "whole number"
            return f"{least}" if least == most else f"{least} to {most}"
        case "boolean":
            return "`true`, `false`"
        case "array":
            return "list"
        case "object":
            return "mapping"
    return "text"


def row(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |\n"


def key_table(schema: Schema, keys: list[str]) -> str:
    required = schema.get("required", [])
    ordered = sorted(keys, key=lambda key: (key not in required, keys.index(key)))
    return (
        row("Key", "Value", "", "What it is")
        + "|---|---|---|---|\n"
        + "".join(
            row(
                f"`{key}`",
                value(schema["properties"][key]),
                "required" if key in required else "",
                schema["properties"][key]["description"],
            )
            for key in ordered
        )
    )


def step_table(schema: Schema) -> str:
    """The kinds of a timeline's steps; `t` is common to all."""
    rows = []
    details: dict[str, Schema] = {}
    for kind in schema["oneOf"]:
        properties = dict(kind["properties"])
        own = properties.pop(kind["title"])
        del properties["t"]
        others = ", ".join(
            f"*`{name}`*" if name in kind["required"] else f"`{name}`"
            for name in properties
        )
        rows.append(row(f"`{kind['title']}`", value(own), others, own["description"]))
        details = properties | details
    more_rows = [
        row(f"`{name}`", value(part), part["description"])
        for name, part in details.items()
    ]
    return (
        row("Step", "Value", "With", "What happens")
        + "|---|---|---|---|\n"
        + "".join(rows)
        + "\n"
        + row("Key", "Value", "What it is")
        + "|---|---|---|\n"
        + "".join(more_rows)
    )


def shared(schema: Schema) -> Schema:
    """What mappings of every kind have in common; another mapping as it is."""
    if "oneOf" not in schema:
        return schema
    first, *others = schema["oneOf"]
    keys = [
        key
        for key in first["properties"]
        if all(key in other["properties"] for other in others)
    ]
    properties = {key: first["properties"][key] for key in keys}
    kinds = {
        key: {
            **value,
            "enum": [k["properties"][key]["enum"][0] for k in schema["oneOf"]],
        }
        for key, value in properties.items()
        if value.get("enum", []) != others[0]["properties"][key].get("enum", [])
    }
    return {**first, "properties": properties | kinds}


def own_keys(schema: Schema) -> list[str]:
    """The keys of a mapping but those that every entry has."""
    schema = shared(schema)
    keys = list(schema["properties"])
    return [key for key in keys if key not in COMMON] if is_entry(schema) else keys


def rule_ids(place: Path) -> list[str]:
    """The IDs of the rules in a file of sources or a folder of them."""
    pattern = (
        r"\b(?:Rule\(\s*id:|reading\(|output\(|results\(|logs\(|Rule\.change\(|"
        r'lifecycle\()\s*"([a-z0-9-]+)"'
    )
    paths = [place] if place.is_file() else sorted(place.glob("*.swift"))
    return [
        found
        for path in paths
        for found in re.findall(pattern, path.read_text(encoding="utf-8"))
    ]


def explained(codebook: Path, rule: str) -> dict[str, list[str]]:
    """The facts that `codebook explain` tells of a rule, each as its lines."""
    text = run(codebook, "explain", rule, cwd=ROOT)
    assert text.startswith(f"{rule} · rule\n")
    facts: dict[str, list[str]] = {}
    for line in text.splitlines()[1:]:
        if found := re.fullmatch(r"  (\S.*?)  +(.*)", line):
            lines = facts.setdefault(found[1], [])
            lines.append(found[2])
        else:
            lines.append(line.strip())
    return facts


def rule_table(codebook: Path) -> str:
    parts = []
    for group, title in GROUPS.items():
        rows = []
        for rule in rule_ids(RULE_SOURCES / group):
            facts = explained(codebook, rule)
            may = "" if facts["exception"][0].startswith("none") else "yes"
            rows.append(row(f"`{rule}`", facts["severity"][0], facts["asks"][0], may))
        head = row("Rule", "Severity", "What it asks", "Exceptions")
        parts.append(f"## {title}\n\n{head}|---|---|---|---|\n{''.join(rows)}")
    return "\n".join(parts)


# The first word of what may let a finding pass.
PASSAGES = {
    "under": "with a waiver",
    "once": "once accepted",
    "always;": "always",
    "never": "never",
}


def change_row(codebook: Path, rule: str) -> str:
    facts = explained(codebook, rule)
    effects = facts.get("breaks", facts.get("concerns", []))
    return row(
        f"`{rule}`",
        facts["severity"][0],
        facts["asks"][0],
        ", ".join(line.partition(":")[0] for line in effects),
        facts.get("version", [""])[0].partition(":")[0],
        PASSAGES[facts["may pass"][0].split()[0]],
    )


def change_table(codebook: Path) -> str:
    head = row("Rule", "Severity", "What it asks", "Effects", "Version", "May pass")
    return "\n".join(
        f"### {title}\n\n{head}|---|---|---|---|---|---|\n"
        + "".join(change_row(codebook, x) for x in rule_ids(CHANGE_SOURCES / group))
        for group, title in CHANGE_GROUPS.items()
    )


def written(marker: str, codebook: Path, schema: Schema) -> str:
    """What stands below a marker."""
    if marker == "rules":
        return rule_table(codebook)
    if marker == "change rules":
        return change_table(codebook)
    if marker == "entry keys":
        return key_table(at(schema, "levels.*"), list(COMMON))
    if marker.startswith("steps: "):
        return step_table(at(schema, marker.removeprefix("steps: ")))
    path = marker.removeprefix("keys: ")
    found = at(schema, path)
    keys = own_keys(found)
    parent, _, last = path.rpartition(".")
    if "=" in last:
        every = own_keys(at(schema, parent))
        keys = [key for key in keys if key not in every]
    return key_table(shared(found), keys)


@pytest.mark.parametrize("page", [CATALOG, RULES], ids=lambda page: page.name)
def test_tables_are_what_the_executable_says(
    page: Path, codebook: Path, schema: Schema
) -> None:
    text = page.read_text(encoding="utf-8")
    expected = RECORDED.sub(
        lambda m: f"{m[1]}\n{written(m[2], codebook, schema)}\n{m[3]}", text
    )
    if os.environ.get("CODEBOOK_RECORD") == "1":
        page.write_text(expected, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == expected


def test_every_rule_stands_in_a_table(codebook: Path) -> None:
    assert {path.name for path in RULE_SOURCES.iterdir()} == set(GROUPS)
    assert {path.name for path in CHANGE_SOURCES.iterdir()} == set(CHANGE_GROUPS)
    found = [x for group in GROUPS for x in rule_ids(RULE_SOURCES / group)]
    found += [x for group in CHANGE_GROUPS for x in rule_ids(CHANGE_SOURCES / group)]
    known = [
        line.split()[0] for line in run(codebook, "explain", cwd=ROOT).splitlines()
    ]
    assert sorted(found) == sorted(filter(None, known))


def test_effects_are_those_that_explain_tells_of(codebook: Path) -> None:
    (table,) = (
        found
        for found in tables(RULES.read_text(encoding="utf-8"))
        if found[0][0] == "Effect"
    )
    told = set()
    for group in CHANGE_GROUPS:
        for rule in rule_ids(CHANGE_SOURCES / group):
            facts = explained(codebook, rule)
            told |= set(facts.get("breaks", []) + facts.get("concerns", []))
    assert {f"{effect}: {meaning}" for effect, meaning in table[1:]} == told


def mappings(schema: Schema, path: str = ".") -> dict[str, Schema]:
    """Every mapping of the format that has keys of its own, by path."""
    found = {path: schema} if {"properties", "oneOf"} & set(schema) else {}
    start = "" if path == "." else f"{path}."
    steps = [part for part in schema.get("oneOf", []) if "t" in part["properties"]]
    for part in steps:
        for name, value in part["properties"].items():
            found |= mappings(value, f"{start}{name}")
    for part in schema.get("oneOf", []) if not steps else []:
        found[f"{start}kind={part['properties']['kind']['enum'][0]}"] = part
    own = {} if steps else shared(schema).get("properties", {})
    for name, part in own.items():
        found |= mappings(part, f"{start}{name}")
    if isinstance(schema.get("additionalProperties"), dict):
        found |= mappings(schema["additionalProperties"], f"{start}*")
    if isinstance(schema.get("items"), dict):
        found |= mappings(schema["items"], f"{start}[]")
    return found


def test_every_mapping_of_the_format_has_its_table(schema: Schema) -> None:
    marked = re.findall(
        r"<!-- (?:keys|steps): (\S+) -->", CATALOG.read_text(encoding="utf-8")
    )
    wanted = [path for path, part in mappings(schema).items() if own_keys(part)]
    assert sorted(marked) == sorted(wanted)


def sections(catalog: str) -> dict[str, str]:
    """A catalog's sections by name."""
    parts = re.split(r"(?m)^(?=[a-z_]+:)", catalog)[1:]
    return {part.partition(":")[0]: part for part in parts}


@pytest.mark.parametrize(
    "example",
    [b for b in blocks(CATALOG.read_text(encoding="utf-8")) if b.language == "yaml"],
    ids=lambda block: f"line {block.line}",
)
def test_examples_of_the_format_are_clean(
    example: Any, codebook: Path, tmp_path: Path
) -> None:
    start = run(codebook, "init", "--catalog", "-", cwd=tmp_path)
    whole = sections(start) | sections(example.content)
    (tmp_path / "catalog.yaml").write_text("".join(whole.values()), encoding="utf-8")
    run(codebook, "lint", cwd=tmp_path)


def test_names_are_those_of_the_generated_code() -> None:
    (table,) = (
        found
        for found in tables(CATALOG.read_text(encoding="utf-8"))
        if found[0] == ["ID", "Swift", "Python"]
    )
    (swift,) = SHIPPED.folder.glob("swift/*")
    modules = (SHIPPED.python / SHIPPED.package).glob("*.py")
    python = "".join(path.read_text(encoding="utf-8") for path in modules)
    for identifier, in_swift, in_python in table[1:]:
        kind, _, name = in_swift.partition(".")
        source = (swift / f"{kind}.swift").read_text(encoding="utf-8")
        assert f'case {name} = "{identifier}"' in source
        assert f'{in_python.partition(".")[2]} = "{identifier}"' in python
