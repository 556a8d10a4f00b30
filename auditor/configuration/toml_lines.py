"""The lines of a TOML file on which its tables and keys stand."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

Keys = tuple[str | int, ...]
"""The keys that lead to a value, a repeated table by its number."""


@cache
def lines_of(text: str) -> Mapping[Keys, int]:
    """The line, from 1, of every table and key of a TOML file without mistakes.

    The parser does not tell. So every statement, which is one line or as many as it takes to parse,
    is parsed once more alone; what it sets stands on its first line.
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


def _statements(text: str) -> list[tuple[int, str, Mapping[str, object]]]:
    import tomllib

    found: list[tuple[int, str, Mapping[str, object]]] = []
    begun, waiting = 0, ""
    for number, line in enumerate(text.split("\n"), 1):
        if not waiting and (not line.strip() or line.lstrip().startswith("#")):
            continue
        begun, waiting = (begun, f"{waiting}\n{line}") if waiting else (number, line)
        try:
            values = tomllib.loads(waiting)
        except tomllib.TOMLDecodeError:
            continue
        found.append((begun, waiting, values))
        waiting = ""
    return found


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
