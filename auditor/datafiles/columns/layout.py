"""Layout: the columns of a data file, as far as a data set has anything to say of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from auditor.model.dataset import DataSet


class Layout(NamedTuple):
    """The columns that are read.

    ``names`` are all of the file, ``coded`` those that identify records, ``printed`` those of
    figures. A column may be both.
    """

    names: tuple[str, ...]
    coded: tuple[str, ...]
    printed: tuple[str, ...]
    delimiter: str = ","

    @property
    def wanted(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.coded, *self.printed)))


def layout_of(names: tuple[str, ...], data: DataSet, delimiter: str = ",") -> Layout:
    """The columns of a file to be read, in its order."""
    numeric = {column.name for column in data.numeric}
    identifying = {column.name for column in data.columns} - numeric | {*_identifying(data)}
    return Layout(
        names,
        tuple(name for name in names if name in identifying),
        tuple(name for name in names if name in numeric),
        delimiter,
    )


def _identifying(data: DataSet) -> Iterator[str]:
    """The columns by which the key and the rules identify records."""
    yield from data.key
    for one in data.complete:
        yield from one.columns
    for rule in data.rules:
        yield from rule.by
        for cells in (rule.target, *rule.plus, *rule.minus):
            yield from (*dict(cells.where), *cells.every)
