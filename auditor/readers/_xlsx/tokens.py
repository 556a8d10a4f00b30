"""Tokens: a formula's pieces, its references relative to the cell it stands in.

Formulas filled down or across read alike in this form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from auditor.readers._xlsx.addresses import Place, column_letters, column_number
from auditor.readers._xlsx.thresholds import LONGEST_FORMULA

_TOKEN = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<string>\"(?:[^\"]|\"\")*\")"
    r"|(?P<sheet>(?:'(?:[^']|'')+'|[^\W\d][\w.]*)!)?"
    r"(?P<column>\$?[A-Z]{1,3})(?P<row>\$?[1-9][0-9]{0,6})(?![\w.(!])"
    r"|(?P<number>[0-9]+(?:\.[0-9]*)?(?:E[+-]?[0-9]+)?|\.[0-9]+)"
    r"|(?P<call>[^\W\d][\w.]*)\("
    r"|(?P<column_of>[^\W\d][\w.]*)\[(?P<field>[^\[\]]+)\]"
    r"|(?P<name>(?:[^\W\d][\w.]*!)?[^\W\d][\w.]*)"
    r"|(?P<sign>[-+*/^&=<>(),;:%!{}\[\]#@])"
    r"|(?P<odd>.)",
    re.IGNORECASE | re.DOTALL,
)
_PLAIN_NAME = re.compile(r"[^\W\d][\w.]*")


class Reference(NamedTuple):
    """A cell: rows and columns counted from the formula's own unless ``fixed``."""

    sheet: str
    row: int
    column: int
    fixed_row: bool
    fixed_column: bool

    def at(self, place: Place) -> Place:
        """The cell it names in a formula that stands at ``place``."""
        return Place(
            self.row if self.fixed_row else place.row + self.row,
            self.column if self.fixed_column else place.column + self.column,
        )

    def spelled(self, place: Place) -> str:
        """The reference as a formula at ``place`` writes it."""
        row, column = self.at(place)
        sheet = self.sheet if _PLAIN_NAME.fullmatch(self.sheet) else _quoted(self.sheet)
        cell = f"{'$' * self.fixed_column}{column_letters(column)}{'$' * self.fixed_row}{row}"
        return f"{sheet}!{cell}" if self.sheet else cell


def _quoted(sheet: str) -> str:
    return "'" + sheet.replace("'", "''") + "'"


class Token(NamedTuple):
    kind: str  # reference, number, call, name, field, sign, other
    text: str
    reference: Reference | None = None


def tokens(formula: str, place: Place) -> tuple[Token, ...]:
    """A formula's tokens, as a cell at ``place`` sees them; none for one that is too long."""
    if len(formula) > LONGEST_FORMULA:
        return ()
    return tuple(_tokens(formula.removeprefix("=").replace("_xlfn.", ""), place))


def _tokens(formula: str, place: Place) -> Iterator[Token]:
    for found in _TOKEN.finditer(formula):
        if found["space"]:
            continue
        if found["row"]:
            yield Token("reference", "", _reference(found, place))
        elif found["call"]:
            yield Token("call", found["call"].upper())
        elif found["field"]:
            yield Token("field", f"{found['column_of']}[{found['field']}]")
        elif found["number"] or found["name"] or found["sign"]:
            kind = str(found.lastgroup)
            yield Token(kind, found[kind])
        else:
            yield Token("other", found[0])


def spelled(read: tuple[Token, ...], place: Place) -> str:
    """The formula as a cell at ``place`` writes it."""
    return "".join(
        token.reference.spelled(place)
        if token.reference
        else _SPELLED.get(token.kind, "{}").format(token.text)
        for token in read
    )


_SPELLED = {"call": "{}("}


def _reference(found: re.Match[str], place: Place) -> Reference:
    row, column = found["row"], found["column"]
    sheet = (found["sheet"] or "").removesuffix("!")
    if sheet.startswith("'"):
        sheet = sheet[1:-1].replace("''", "'")
    return Reference(
        sheet,
        int(row[1:]) if row[0] == "$" else int(row) - place.row,
        column_number(column.strip("$")) - (0 if column[0] == "$" else place.column),
        row[0] == "$",
        column[0] == "$",
    )
