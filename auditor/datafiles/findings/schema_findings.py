"""What breaks a data file's schema and key: findings that no arithmetic is needed for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from auditor.datafiles.thresholds import MOST_RECORDS_CITED
from auditor.datafiles.verdicts.checks import Cell
from auditor.datafiles.verdicts.data_file import DataFile
from auditor.datafiles.verdicts.schema import BLANK, PATTERN, VALUES
from auditor.findings.build import finding
from auditor.model.citation import Citation
from auditor.model.dataset import ColumnType, DataSet, DeclaredColumn, is_found
from auditor.model.document import WHOLE_FILE, Source
from auditor.model.finding import Finding, Suspect
from auditor.model.mistake import first_listed, nearest
from auditor.model.places.line import LinePlace
from auditor.model.relation import Kind, Severity
from auditor.rulebook.files.thresholds import MOST_VALUES_NAMED

_TYPES = {
    ColumnType.FIGURE: "no figure",
    ColumnType.INTEGER: "no whole number",
    ColumnType.DATE: "no date",
    ColumnType.PERIOD: "no period",
    ColumnType.TEXT: "no text",
}


class BrokenCell(NamedTuple):
    """A cell that breaks its column's schema."""

    column: DeclaredColumn
    check: str
    row: int


def broken_finding(broken: BrokenCell, file: DataFile, pack: str) -> Finding:
    """A cell that is not what its column says."""
    column, check, row = broken
    text = file.records.text(column.name, row)
    key = file.key(row)
    meant = nearest(text, column.values) if check == VALUES and text else None
    hint = f" Did you mean {meant}?" if meant else ""
    where = f" ({key})" if key else ""
    message = f"{column.name}: {_shown(text)} is {_what(column, check)}{where}.{hint}"
    source = file.source(Cell(row, column.name))
    cited = Citation("field", text, source)
    suspects = (Suspect(cited, 1.0, meant or ""),)
    rule = f"{pack}.columns"
    found = _finding(
        rule, (column.name, check, key, text), message, meant or "", suspects, (cited,)
    )
    return replace(found, check=check)


def _shown(text: str) -> str:
    return text if text.strip() else "a blank"


def _what(column: DeclaredColumn, check: str) -> str:
    if check == BLANK:
        return "not allowed here"
    if check == VALUES:
        return f"none of {first_listed(column.values, MOST_VALUES_NAMED)}"
    if check == PATTERN:
        return f"not of the form {column.pattern}"
    return _TYPES[column.type]


def missing_findings(data: DataSet, file: DataFile, pack: str) -> Iterator[Finding]:
    """Columns that must be there and are not."""
    declared = {column.name for column in data.columns}
    spare = [name for name in file.records.names if name not in declared and name.strip()]
    for column in data.columns:
        if column.required and column.name not in file.records.names:
            near = nearest(column.name, spare or file.records.names)
            found = f"; the file has {first_listed(spare, MOST_VALUES_NAMED)}" if spare else ""
            hint = f"; is it {near}?" if near else f"{found}."
            message = f"The column {column.name} is missing{hint}"
            yield _header_finding(f"{pack}.columns", column.name, message, file)


def empty_finding(file: DataFile, pack: str) -> Finding:
    """A file that has columns and nothing in them, of which nothing can be checked."""
    message = "The file has no records: there is nothing in it to check."
    return _header_finding(f"{pack}.columns", "", message, file)


def _header_finding(rule: str, column: str, message: str, file: DataFile) -> Finding:
    return _finding(rule, (column,), message, column, (), (header_cited(file),))


def header_cited(file: DataFile) -> Citation:
    """The names of the columns; no line of a file that has none."""
    at, row = (LinePlace(1), 1) if file.records.has_lines else (WHOLE_FILE, None)
    header = Source(file.path, at, table=1, row=row)
    return Citation("header", ", ".join(file.records.names), header)


def ragged_finding(row: int, file: DataFile, pack: str) -> Finding:
    """A record of which it cannot be told which field belongs to which column."""
    if row in file.records.strays:
        return _stray_finding(row, file, pack)
    width = len(file.records.names)
    first = file.records.names[0]
    fields = f"The record has {file.records.ragged[row]} fields, but there are {width} columns"
    message = f"{fields}: which field belongs to which cannot be told."
    place = file.places.of(row, 1)
    number = file.records.number(row)
    source = Source(file.path, place, table=1, row=number, col=1, column_label=first)
    text = file.places.text(row, 1)
    cited = (Citation("record", text, source),)
    key = ("fields", str(file.records.ragged[row]), text, file.key(row))
    return _finding(f"{pack}.columns", key, message, "", (), cited)


def _stray_finding(row: int, file: DataFile, pack: str) -> Finding:
    """A quotation mark that opens a field and is never closed."""
    col = file.records.strays[row]
    number = file.records.number(row)
    source = Source(file.path, file.places.of(row, col), table=1, row=number, col=col)
    text = file.places.text(row, col)
    opened = "A quotation mark opens here and is never closed"
    cited = (Citation("record", text, source),)
    message = f"{opened}: which field belongs to which cannot be told."
    return _finding(f"{pack}.columns", ("quote", text), message, "", (), cited)


def repeated_finding(rows: Sequence[int], file: DataFile, pack: str) -> Finding:
    """A key that several records have; cited first is the one that repeats it."""
    name = file.data.key[-1]
    key = file.key(rows[0])
    ordered = (*rows[1:], rows[0])[:MOST_RECORDS_CITED]
    cited = tuple(_record_cited(row, name, file) for row in ordered)
    times = "twice" if len(rows) == 2 else f"{len(rows)} times"
    places = [_where(row, file) for row in sorted(ordered)]
    message = f"The key {key} stands {times}: {', '.join(places[:-1])} and {places[-1]}."
    found = _finding(f"{pack}.key", (key,), message, "", (), cited)
    if is_found(pack):  # that no two records may agree in it, nobody has said
        return replace(found, severity=Severity.WARNING)
    return found


def _record_cited(row: int, name: str, file: DataFile) -> Citation:
    text = file.records.text(name, row)
    return Citation("record", text, file.source(Cell(row, name)))


def _where(row: int, file: DataFile) -> str:
    """A record's place in words, with its figures: they tell whether it is a copy."""
    line = file.places.of(row, 1).characters.line
    place = f"in record {file.records.number(row)}" if line is None else f"at line {line}"
    figures = [file.records.text(name, row) for name in file.records.printed]
    return f"{place} ({', '.join(figures)})" if figures else place


def _finding(  # noqa: PLR0913, PLR0917  # what these findings differ in
    rule: str,
    key: Iterable[str],
    message: str,
    expected: str,
    suspects: tuple[Suspect, ...],
    cited: tuple[Citation, ...],
) -> Finding:
    return finding(
        (rule, *key),
        rule=rule,
        kind=Kind.SCHEMA,
        message=message,
        expected=expected,
        suspects=suspects,
        citations=cited,
    )
