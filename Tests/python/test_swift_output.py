"""The Swift output compiles, whatever the catalog holds or lacks."""

from __future__ import annotations

import shutil

import pytest
from package_tools import Output, run


@pytest.mark.skipif(shutil.which("swiftc") is None, reason="there is no swiftc here")
def test_swift_compiles_without_a_warning(output: Output) -> None:
    (module,) = output.folder.glob("swift/*")
    strict = ("-typecheck", "-swift-version", "6", "-warnings-as-errors")
    # In a module of that name, as SwiftPM builds it.
    named = ("-module-name", module.name, "-parse-as-library")
    run("swiftc", *strict, *named, *sorted(module.glob("*.swift")), cwd=module)
