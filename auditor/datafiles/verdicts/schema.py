"""Schema: the declared columns as a pandera schema, and the cells of a file that break it.

A file has far fewer different texts than cells: each is validated once. Of figures only those that
the reading of numbers left open are, for it has decided the others by the same notation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from auditor.datafiles.columns.figures import data_figure
from auditor.datafiles.columns.numbers import NIL, NO_FIGURE, Numbers
from auditor.datafiles.columns.periods import is_date, time_of
from auditor.datafiles.columns.records import Records, Rows
from auditor.datafiles.verdicts.sound_values import form_of
from auditor.model.dataset import ColumnType, DataSet, DeclaredColumn

if TYPE_CHECKING:
    import pandera.pandas as pa

BLANK, VALUES, PATTERN = "not_nullable", "values", "pattern"
"""What a cell may break; or its column's type, by its name."""


def frame_schema(data: DataSet) -> pa.DataFrameSchema:
    """What a file's columns must be, as text; a blank cell is a missing value."""
    import pandera.pandas as pa

    return pa.DataFrameSchema(
        {
            column.name: pa.Column(
                object,
                checks=[*_checks(column)],
                nullable=column.nullable,
                required=column.required,
            )
            for column in data.columns
        },
        name="data",
    )


def _checks(column: DeclaredColumn) -> Iterator[pa.Check]:
    import pandera.pandas as pa

    if column.type is not ColumnType.TEXT:
        yield pa.Check(_is(column), element_wise=True, name=column.type.value)
    if column.values:
        allowed = frozenset(column.values)
        yield pa.Check(lambda text: text in allowed, element_wise=True, name=VALUES)
    if column.pattern:
        yield pa.Check(form_of(column.pattern), element_wise=True, name=PATTERN)


def _is(column: DeclaredColumn) -> Callable[[str], bool]:
    """What tells whether a text can be of a column's type."""
    if column.is_numeric:
        tells = _is_whole if column.type is ColumnType.INTEGER else _is_figure
        return partial(tells, point=column.point)
    return is_date if column.type is ColumnType.DATE else _is_period


def _is_figure(text: str, point: str) -> bool:
    return data_figure(text, point) is not None


def _is_whole(text: str, point: str) -> bool:
    figure = data_figure(text, point)
    return figure is not None and figure.value.denominator == 1


def _is_period(text: str) -> bool:
    return time_of(text) is not None


class Failures(NamedTuple):
    """What the cells of a column break, and the records that they stand in."""

    column: DeclaredColumn
    check: str
    rows: Rows


def failures(data: DataSet, records: Records, numbers: Mapping[str, Numbers]) -> Iterator[Failures]:
    """Every cell that breaks its column's schema."""
    schema = None
    for column in data.columns:
        if column.name not in records.names:
            continue
        texts, cells = _in_question(column, records, numbers)
        if not texts:
            continue
        schema = schema or frame_schema(data)
        said = ["" if column.is_blank(text) else text for text in texts]
        for check, places in _broken(schema.columns[column.name], said):
            rows = cells(places)
            if len(rows):
                yield Failures(column, check, rows)


RowsOfTexts = Callable[[list[int]], Rows]
"""The records whose text stands at one of these places of a list of texts."""


def _in_question(
    column: DeclaredColumn, records: Records, numbers: Mapping[str, Numbers]
) -> tuple[list[str], RowsOfTexts]:
    """The different texts of a column that may break its schema, and where they stand."""
    if column.name in records.coded:
        coded = records.coded[column.name]
        plain = column.type is ColumnType.TEXT and not (column.values or column.pattern)
        if plain and "" not in coded.values and all(map(str.strip, coded.values)):
            return [], _nowhere
        return [*coded.values], lambda places: np.flatnonzero(np.isin(coded.codes, places))
    rows = np.flatnonzero(_odd(column, numbers[column.name]))
    printed = [records.text(column.name, row) for row in rows.tolist()]
    places: dict[str, int] = {}
    codes = np.array([places.setdefault(text, len(places)) for text in printed], np.int64)
    return [*places], lambda wanted: rows[np.isin(codes, wanted)]


def _nowhere(_: list[int]) -> Rows:
    return np.zeros(0, np.int64)


def _odd(column: DeclaredColumn, numbers: Numbers) -> NDArray[np.bool_]:
    """The cells of figures that may break their column's schema."""
    if column.values or column.pattern:
        return np.ones(len(numbers.marks), np.bool_)
    odd: NDArray[np.bool_] = (numbers.marks & NO_FIGURE) != 0
    if column.type is ColumnType.INTEGER:
        odd |= (numbers.exponent < 0) & ((numbers.marks & NIL) == 0)
    return odd


def _broken(column: pa.Column, texts: list[str]) -> Iterator[tuple[str, list[int]]]:
    """What some of the texts break, and which they are, by their places in the list."""
    import pandas as pd
    from pandera.errors import SchemaErrors

    cells = pd.Series([text if text.strip() else None for text in texts], dtype=object)
    try:
        column.validate(pd.DataFrame({column.name: cells}), lazy=True)
    except SchemaErrors as errors:
        cases = errors.failure_cases
        for check, found in cases.groupby("check", sort=False):
            yield str(check), sorted(map(int, found["index"]))
