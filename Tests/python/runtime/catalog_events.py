"""The functions that log events, of any generated package, for tests to call."""

from __future__ import annotations

import importlib
import inspect
import sys
from collections.abc import Callable
from typing import Any, NamedTuple

from hypothesis import strategies as st
from package_tools import Output

GIVEN = ("level", "component", "message")


class Parameter(NamedTuple):
    """What a function takes, as the catalog describes it."""

    name: str
    type: str
    role: str | None
    required: bool
    least: int
    most: int


class Function(NamedTuple):
    """A function that logs an event."""

    event: str
    call: Callable[..., None]
    given: tuple[str, ...]
    """What it takes beside the event's own: level, component and message."""
    parameters: tuple[Parameter, ...]
    takes_details: bool
    codes: tuple[Any, ...]


class Package:
    """A generated package."""

    def __init__(self, output: Output) -> None:
        """Imports it."""
        if output.package not in sys.modules:
            sys.path.insert(0, str(output.python))
        self.events = importlib.import_module(f"{output.package}.events")
        self.errors = importlib.import_module(f"{output.package}.errors")
        self.vocabulary = importlib.import_module(f"{output.package}.vocabulary")
        self.logger = self.events.LOGGER
        self._fields = {field.name: field for field in self.logger.description.fields}

    def functions(self) -> list[Function]:
        """All functions that log events."""
        found = []
        for event, described in self.events.EVENTS.items():
            call = getattr(self.events, event.value, None) or getattr(
                self.events, f"{event.value}_", None
            )
            if not inspect.isfunction(call):
                continue
            names = list(inspect.signature(call).parameters)
            given = tuple(name for name in GIVEN if name in names)
            own = [name for name in names if name not in {*given, "details"}]
            found.append(
                Function(
                    event.value,
                    call,
                    given,
                    tuple(self._parameter(name, described) for name in own),
                    "details" in names,
                    tuple(described.error_codes or self.errors.ErrorCode),
                )
            )
        return found

    def _parameter(self, argument: str, described: Any) -> Parameter:
        """What the catalog says of an argument, found by its name."""
        details = {detail.name: detail for detail in described.details}
        optional = set(described.optional_fields)
        for name in (argument, argument.removesuffix("_")):
            if name in details and name not in self._fields:
                detail = details[name]
                kind = str(detail.type)
                return Parameter(name, kind, None, detail.required, -(2**63), 2**63 - 1)
            if name in self._fields and argument not in GIVEN:
                field = self._fields[name]
                least = -(2**63) if field.minimum is None else field.minimum
                most = 2**63 - 1 if field.maximum is None else field.maximum
                required = name not in optional
                return Parameter(name, field.type, field.role, required, least, most)
        raise AssertionError(f"nothing is called {argument}")


TEXTS = st.text(st.characters(exclude_categories=[]), max_size=30) | st.sampled_from(
    ["", "x" * 9000, "\x01" * 3000, '"\\\n\x85\u2028', "日本語 🎉", "\ud800"]
)
ATOMS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([2**63, -(2**63) - 1, 2**2000])
    | st.floats()
    | st.binary(max_size=10)
    | TEXTS
)
KEYS = TEXTS | st.sampled_from(
    ["a", "b", "password", "ts", "attempt", "port", "port_", "_cut", "operator_message"]
)
VALUES = st.recursive(
    ATOMS,
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.dictionaries(KEYS, inner, max_size=5)
        | st.tuples(inner, inner)
    ),
    max_leaves=12,
)
DETAILS = (
    st.none()
    | st.dictionaries(KEYS, ATOMS, max_size=6)
    | st.dictionaries(KEYS | st.integers(), VALUES, max_size=6)
    | VALUES
)
BY_TYPE = {
    "number": st.floats(allow_nan=False, allow_infinity=False),
    "boolean": st.booleans(),
    "string": TEXTS,
    "object": st.dictionaries(KEYS, VALUES, max_size=3),
    "array": st.lists(VALUES, max_size=3),
}


def valid(package: Package, function: Function, parameter: Parameter) -> Any:
    """Values that a parameter is declared for."""
    if parameter.role == "error_code":
        codes = st.sampled_from(function.codes)
        found = codes | codes.map(package.errors.CatalogError)
    elif parameter.role == "scope":
        scopes = list(package.vocabulary.RateLimitScope)
        found = st.sampled_from([*scopes, *map(str, scopes), "Other.Scope-1", "ünï."])
    elif parameter.type == "integer":
        found = st.integers(parameter.least, parameter.most)
    else:
        found = BY_TYPE[parameter.type]
    return found if parameter.required else st.none() | found


def fitting(package: Package, function: Function) -> list[Any]:
    """The components that every service of an event has; all where there is none."""
    description = package.logger.description
    event = description.event(function.event)
    services = (event.services if event else ()) or description.services
    components = list(package.vocabulary.Component)
    bound = description.component_services
    return [
        component
        for component in components
        if set(services) <= set(bound.get(component, services))
    ] or components


def arguments(package: Package, function: Function, *, wild: bool) -> Any:
    """What the writer of an event's records takes."""
    vocabulary = package.vocabulary
    components = fitting(package, function)
    given: dict[str, Any] = {
        "level": st.sampled_from(list(vocabulary.Level)),
        "component": st.sampled_from([*components, "Some Library"]),
        "message": TEXTS,
    }
    own = [valid(package, function, parameter) for parameter in function.parameters]
    if wild:
        given = {name: values | VALUES for name, values in given.items()}
        own = [values | VALUES for values in own]
    details = DETAILS if function.takes_details else st.none()
    return st.tuples(*(given[name] for name in function.given), *own, details)
