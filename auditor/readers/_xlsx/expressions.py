"""Expressions: what a formula computes, its references relative to the cell it stands in.

Formulas filled down or across read alike in this form, so that each is parsed once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from auditor.readers._xlsx.addresses import Place, column_letters, column_number

LONGEST_FORMULA = 2_000
"""Characters. A longer formula is shown by its value only."""
DEEPEST = 40

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


class Cells(NamedTuple):
    """A range, from one reference to another; one cell where they are the same."""

    first: Reference
    last: Reference


class Named(NamedTuple):
    """A range by its name, or a column of a table by both their names."""

    name: str
    field: str = ""


class Number(NamedTuple):
    value: Decimal


class Call(NamedTuple):
    """A function, or an operator, of its arguments."""

    function: str
    arguments: tuple[Expression, ...]


Expression = Cells | Named | Number | Call


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


@lru_cache(maxsize=4096)
def expression(read: tuple[Token, ...]) -> Expression | None:
    """What the tokens compute; None for what is not understood."""
    parser = _Parser(read)
    try:
        found = parser.comparison_free(0)
    except _NotUnderstoodError:
        return None
    return found if parser.at == len(read) else None


class _NotUnderstoodError(Exception):
    pass


class _Parser:
    """Precedence climbing over +, -, *, / and a sign before a value."""

    def __init__(self, read: tuple[Token, ...]) -> None:
        self.read = read
        self.at = 0

    def next_is(self, *signs: str) -> bool:
        token = self.read[self.at] if self.at < len(self.read) else None
        return token is not None and token.kind == "sign" and token.text in signs

    def taken(self) -> Token:
        if self.at >= len(self.read):
            raise _NotUnderstoodError
        self.at += 1
        return self.read[self.at - 1]

    def expect(self, sign: str) -> None:
        if not self.next_is(sign):
            raise _NotUnderstoodError
        self.at += 1

    def comparison_free(self, depth: int) -> Expression:
        if depth > DEEPEST:
            raise _NotUnderstoodError
        found = self.product(depth)
        while self.next_is("+", "-"):
            found = Call(self.taken().text, (found, self.product(depth)))
        return found

    def product(self, depth: int) -> Expression:
        found = self.signed(depth)
        while self.next_is("*", "/"):
            found = Call(self.taken().text, (found, self.signed(depth)))
        return found

    def signed(self, depth: int) -> Expression:
        minus = False
        while self.next_is("+", "-"):
            minus ^= self.taken().text == "-"
        found = self.value(depth)
        if self.next_is("%", "^"):
            raise _NotUnderstoodError
        return Call("negative", (found,)) if minus else found

    def value(self, depth: int) -> Expression:
        token = self.taken()
        if token.kind == "reference" and token.reference:
            return self.cells(token.reference)
        if token.kind == "number":
            return Number(Decimal(token.text))
        if token.kind == "call":
            return self.call(token.text, depth)
        if token.kind == "name":
            return Named(token.text)
        if token.kind == "field":
            return Named(*token.text[:-1].split("[", 1))
        if token.kind == "sign" and token.text == "(":
            found = self.comparison_free(depth + 1)
            self.expect(")")
            return found
        raise _NotUnderstoodError

    def cells(self, first: Reference) -> Cells:
        if not self.next_is(":"):
            return Cells(first, first)
        self.at += 1
        last = self.taken().reference
        if last is None or last.sheet not in ("", first.sheet):
            raise _NotUnderstoodError
        return Cells(first, last._replace(sheet=first.sheet))

    def call(self, function: str, depth: int) -> Call:
        arguments: list[Expression] = []
        while not self.next_is(")"):
            if function == "IFERROR" and arguments:
                self.skip_argument()
            else:
                arguments.append(self.comparison_free(depth + 1))
            if not self.next_is(","):
                break
            self.at += 1
        self.expect(")")
        return Call(function, tuple(arguments))

    def skip_argument(self) -> None:
        """Passes over what stands in for an error: the stored value says whether there was one."""
        inside = 0
        while inside or not self.next_is(",", ")"):
            token = self.taken()
            inside += token.kind == "call" or (token.kind == "sign" and token.text == "(")
            inside -= token.kind == "sign" and token.text == ")"


def resolved(name: str, names: Mapping[str, str]) -> tuple[Reference, Reference] | None:
    """The range that a workbook's own name stands for; None for anything but one range."""
    read = tokens(names.get(name.casefold(), ""), Place(0, 0))
    found = expression(read) if read else None
    return (found.first, found.last) if isinstance(found, Cells) else None
