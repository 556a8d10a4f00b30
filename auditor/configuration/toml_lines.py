"""The lines of a TOML file on which its tables and keys stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from auditor.notation.deferred import deferred

Keys = tuple[str | int, ...]
"""The keys that lead to a value, a repeated table by its number."""

_TOKEN = deferred(
    r'"""(?:[^"\\]|\\.|"(?!""))*+"{3,5}'
    r"|'''(?:[^']|'(?!''))*+'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*+"'
    r"|'[^'\n]*+'|#[^\n]*+|[\[\]{}\n]",
    re.DOTALL,
)


@cache
def lines_of(text: str) -> Mapping[Keys, int]:
    """The line, from 1, of every table and key of a TOML file without mistakes.

    The parser does not tell. So every statement is parsed once more alone; what it sets stands on
    its first line.
    """
    lines: dict[Keys, int] = {}
    counts: dict[Keys, int] = {}
    above: Keys = ()
    for line, statement, values in _statements(text):
        if statement.lstrip().startswith("["):
            repeated = statement.lstrip().startswith("[[")
            above = _opened(values, counts, repeated=repeated)
            lines.setdefault(above, line)
            lines.setdefault(above[:-1] if repeated else above, line)
        else:
            for keys in _paths(values):
                lines.setdefault((*above, *keys), line)
    return lines


def _statements(text: str) -> Iterator[tuple[int, str, Mapping[str, object]]]:
    """The line that each statement begins on, the statement, and what it says by itself."""
    import tomllib

    begun = 1
    for statement in _cut(text):
        said = statement.lstrip(" \t")
        if said.strip() and not said.startswith("#"):
            yield begun, statement, tomllib.loads(statement)
        begun += statement.count("\n") + 1


def _cut(text: str) -> Iterator[str]:
    """The statements: what stands between line ends outside brackets and quoted texts."""
    start = depth = 0
    for token in _TOKEN.finditer(text):
        mark = token[0]
        if mark in {"[", "{"}:
            depth += 1
        elif mark in {"]", "}"}:
            depth -= 1
        elif mark == "\n" and not depth:
            yield text[start : token.start()]
            start = token.end()
    yield text[start:]


def _opened(values: object, counts: dict[Keys, int], *, repeated: bool) -> Keys:
    """The keys of the table that a heading opens, the repeated ones above it by their numbers."""
    keys: Keys = ()
    while values:
        if isinstance(values, list):
            (values,) = values
            continue
        assert isinstance(values, dict)
        ((name, values),) = values.items()
        keys = (*keys, name)
        last = not values or values == [{}]
        if last and repeated:
            counts[keys] = counts.get(keys, -1) + 1
        if keys in counts:
            keys = (*keys, counts[keys])
    return keys


def _paths(values: object) -> list[Keys]:
    """The keys of every value within a value."""
    inner: list[tuple[str | int, object]] = []
    if isinstance(values, Mapping):
        inner = list(values.items())
    elif isinstance(values, list):
        inner = list(enumerate(values))
    return [path for key, value in inner for path in ((key,), *((key, *p) for p in _paths(value)))]
