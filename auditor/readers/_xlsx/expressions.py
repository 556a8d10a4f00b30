"""Expressions: what a formula computes.

Formulas filled down or across have the same tokens, so that each is parsed once.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from auditor.readers._xlsx.addresses import Place
from auditor.readers._xlsx.thresholds import DEEPEST_EXPRESSION
from auditor.readers._xlsx.tokens import Reference, Token, tokens


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
        if depth > DEEPEST_EXPRESSION:
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
        if minus and isinstance(found, Number):
            return Number(-found.value)
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
