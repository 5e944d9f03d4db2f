"""The Swift output compiles, whatever the catalog holds or lacks."""

from __future__ import annotations

import shutil

import pytest
from package_tools import ROOT, Output, run


@pytest.mark.skipif(shutil.which("swiftc") is None, reason="there is no swiftc here")
def test_swift_compiles_without_a_warning(output: Output) -> None:
    (module,) = output.folder.glob("swift/*")
    strict = ("-typecheck", "-swift-version", "6", "-warnings-as-errors")
    # In a module of that name, as SwiftPM builds it.
    named = ("-module-name", module.name, "-parse-as-library")
    run("swiftc", *strict, *named, *sorted(module.glob("*.swift")), cwd=module)


@pytest.mark.skipif(shutil.which("swift") is None, reason="there is no swift here")
def test_swift_is_formatted(output: Output) -> None:
    if output.folder.name.startswith("hostile"):
        pytest.skip("its names are longer than a line")
    (module,) = output.folder.glob("swift/*")
    style = ("--configuration", ROOT / ".swift-format")
    run("swift", "format", "lint", "--strict", "--recursive", *style, ".", cwd=module)
