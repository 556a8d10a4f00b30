"""Roles: what the columns of a file hold, as its cells show it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from math import prod
from typing import NamedTuple

import numpy as np

from auditor.datafiles.columns.figures import data_figure, unit_named
from auditor.datafiles.columns.opening import Header
from auditor.datafiles.columns.periods import time_of
from auditor.datafiles.columns.records import CodedColumn
from auditor.datafiles.thresholds import FEWEST_RECORDS, FULL, MOST_REPEATED, MOST_TEXTS_LOOKED_AT
from auditor.datafiles.verdicts.keys import keys_of
from auditor.model.dataset import ColumnType, DeclaredColumn
from auditor.notation.units import says_per_cent, stated_unit

CODE = re.compile(r"(?:.*[ _-])?(?:id|code|key|index|no|nr|sku|isin|lei|zip|uuid)|#", re.IGNORECASE)
"""Names of columns whose digits identify and do not count."""
NOT_THERE = re.compile(
    r"\s*(?:n\.?\s?[/.]?\s?[amd]\.?|nan|null|none|not (?:meaningful|available|applicable)"
    r"|k\.\s?A\.|#n/a|\.\.|[<≤>≥]\s?\d{1,9}(?:[.,]\d{1,9})?\s?%?)\s*",
    re.IGNORECASE,
)
"""What programs and people write in place of a figure that there is none of: "<2" tells none."""
_DECIMAL_COMMA = re.compile(r"[-+(]?\d{1,3}(?:[.\s’']?\d{3})*,(?:\d{1,2}|\d{4,})\D*")
PAIR = 2
"""Columns of a key, one of them a number; and how often, on average, that comes again."""
_LEADING_NOUGHT = re.compile(r"0\d")


class Roles(NamedTuple):
    """The columns of a file of records.

    ``key`` are those in which no two records agree, ``columns`` all that are understood; where one
    states the units of the figures, they name it.
    """

    columns: tuple[DeclaredColumn, ...]
    key: tuple[str, ...]

    @property
    def figures(self) -> tuple[DeclaredColumn, ...]:
        return tuple(column for column in self.columns if column.is_numeric)

    def of_type(self, kind: ColumnType) -> tuple[str, ...]:
        """The columns of the key that are of a type."""
        return tuple(c.name for c in self.columns if c.type is kind and c.name in self.key)


def roles_of(
    header: Header, coded: Mapping[str, CodedColumn], most_repeated: float = MOST_REPEATED
) -> Roles | None:
    """What each column holds; None where the file is no list of records with figures.

    A table whose periods stand side by side is none: it is read as a statement. ``most_repeated``
    is the share of records that may be there twice by mistake.
    """
    if len(coded) < len(header.names) or not all(name.strip() for name in header.names):
        return None
    if any(time_of(name) for name in header.names):
        return None
    point = _point(coded, header.delimiter)
    types = {name: _type(name, coded[name], point) for name in header.names}
    types |= dict.fromkeys(_numbered(header.names, types, coded), ColumnType.TEXT)
    figures = [name for name, kind in types.items() if kind is ColumnType.FIGURE]
    words = [name for name in header.names if name not in figures]
    units = [name for name in words if _are_units(coded[name].values)]
    without_units = [name for name in words if name not in units]
    key = (
        _key(without_units, coded, 0)
        or _key(words, coded, 0)
        or _key(without_units, coded, most_repeated)
    )
    if not figures or key is None:
        return None
    unit = units[0] if len(units) == 1 else ""
    columns = (_declared(n, k, coded[n], point, unit) for n, k in types.items())
    return Roles(tuple(columns), key)


def _numbered(
    names: Sequence[str], types: Mapping[str, ColumnType], coded: Mapping[str, CodedColumn]
) -> tuple[str, ...]:
    """The first columns, of whole numbers, that tell records apart where no words do.

    Stores and weeks by their numbers: all that there are of the one stand with nearly all of the
    others, as figures never do.
    """
    first = [*takewhile(lambda name: _may_number(types[name], coded[name]), names[:-1])]
    words = [name for name in names if types[name] is not ColumnType.FIGURE]
    records = len(coded[names[0]].codes)
    for length in range(1, len(first) + 1):
        key = [*dict.fromkeys((*first[:length], *words))]
        places = prod(len(coded[name].values) for name in key)
        numbered = tuple(n for n in first[:length] if types[n] is ColumnType.FIGURE)
        if len(key) < PAIR or not numbered:
            continue
        if records >= places * FULL and _different(key, coded) == records:
            told_by_words = words and _different(words, coded) == records
            return () if told_by_words else numbered
    return ()


def _may_number(kind: ColumnType, column: CodedColumn) -> bool:
    """Whether a column may be of a key: words, or whole numbers that come again and again."""
    if kind is not ColumnType.FIGURE:
        return True
    values, records = column.values, len(column.codes)
    again = PAIR * len(values) <= records
    return again and all(value.strip().isdecimal() for value in _looked_at(values))


def _declared(
    name: str, kind: ColumnType, column: CodedColumn, point: str, unit: str
) -> DeclaredColumn:
    blank = any(not value.strip() for value in column.values)
    if kind is not ColumnType.FIGURE:
        return DeclaredColumn(name, kind, nullable=blank)
    na = tuple(sorted({value.strip() for value in column.values if NOT_THERE.fullmatch(value)}))
    return DeclaredColumn(name, kind, nullable=blank or bool(na), unit_in=unit, point=point, na=na)


def _type(name: str, column: CodedColumn, point: str) -> ColumnType:
    """What the cells of a column are; those of figures are figures without exception."""
    texts = [text for text in _looked_at(column.values) if not NOT_THERE.fullmatch(text)]
    if texts and all(time_of(text) for text in texts):
        return ColumnType.PERIOD
    if CODE.fullmatch(name.strip()) or any(map(_LEADING_NOUGHT.match, texts)):
        return ColumnType.TEXT
    are = bool(texts) and all(data_figure(text, point) is not None for text in texts)
    return ColumnType.FIGURE if are and _some_digits(texts) else ColumnType.TEXT


def _looked_at(values: Sequence[str]) -> Iterator[str]:
    """The cells that say something: of very many, as many from all over the file."""
    step = max(1, len(values) // MOST_TEXTS_LOOKED_AT)
    return (text.strip() for text in values[::step] if text.strip())


def _some_digits(texts: Sequence[str]) -> bool:
    return any(character.isdecimal() for text in texts for character in text)


def _point(coded: Mapping[str, CodedColumn], delimiter: str) -> str:
    """What opens decimals: a comma where some cell can be read in no other way."""
    cells = (text for column in coded.values() for text in _looked_at(column.values))
    return "," if delimiter != "," and any(map(_DECIMAL_COMMA.fullmatch, cells)) else "."


def _are_units(values: Sequence[str]) -> bool:
    """Whether a column says what the figures are in: "USD million", "%"."""
    texts = [*_looked_at(values)]
    return bool(texts) and all(
        says_per_cent(text) or stated_unit([text]) or unit_named(text)[0] != text for text in texts
    )


def _key(
    words: Sequence[str], coded: Mapping[str, CodedColumn], most_repeated: float
) -> tuple[str, ...] | None:
    """The fewest columns in which no two records agree, the first of the file kept longest.

    Where one numbers the records, that which groups them is kept beside it. A few records may be
    there twice by mistake: what tells all others apart is the key nevertheless.
    """
    size = len(next(iter(coded.values())).codes) if coded else 0
    if size < FEWEST_RECORDS or not words:
        return None
    different = _different(words, coded)
    if size - different > size * most_repeated:
        return None
    alone = {name for name in words if len(coded[name].values) == size}
    key = [*words]
    for name in (*(n for n in words if n in alone), *reversed(words)):
        rest = [one for one in key if one != name]
        groups = name not in alone and alone.issuperset(rest)
        if rest and len(rest) < len(key) and not groups and _different(rest, coded) == different:
            key = rest
    return tuple(key)


def _different(names: Sequence[str], coded: Mapping[str, CodedColumn]) -> int:
    """How many records differ in these columns."""
    columns = [coded[name] for name in names]
    keys, _ = keys_of([c.codes for c in columns], [len(c.values) for c in columns])
    return len(np.unique(keys))
