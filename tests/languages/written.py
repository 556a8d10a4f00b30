"""Releases and statements as a preparer writes them: sentences and tables, from values.

A file has lines that say its notation, the decimals of its amounts and how they are negative; then
values by name, one for each time, "A = 412.6 371.9", or how they follow: "U = A + B - C",
"P = N / 40.5", "M = share(E, U)" in per cent. Below "---" is the text. "{U 0 1 g}" in it stands for
figures of U: its first and second value and by how much the first has grown from the second, each
in a cell of its own where the line is a table's. "g23" is the growth of the third from the fourth,
"G" the same without the sign of a percentage, "r" a ratio in per cent, "d" a difference, "t" what
all values come to. Behind them "%" sets the sign of a percentage, "+" that of what is positive, "!"
none at all, ":2" asks for so many decimals; "~" says that nothing could check the figures, "?" that
nothing does so far.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import NamedTuple

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.citation import Citation
from auditor.model.report import DocumentReport
from auditor.rulebook.packs import rule_packs
from tests.formats.everyformat import Format, shown
from tests.formats.statement import parsed
from tests.languages.altered import NUMBERS, misprinted
from tests.languages.notation import ENGLISH, Notation
from tests.statements import SEED

FOLDER = Path(__file__).with_name("written")
NOTATIONS: Mapping[str, Notation] = {
    "english": ENGLISH,
    "points": Notation(".", ",", " %"),
    "unspaced points": Notation(".", ",", "%"),
    "blanks": Notation(" ", ",", "%"),
    "narrow blanks": Notation("\u202f", ",", "\u00a0%"),
    "typed marks": Notation("'", ".", " %"),
    "curly marks": Notation("’", ".", "%"),
    "pairs": Notation(in_pairs=True),
}
_PLACE = re.compile(r"\{([^{}]*)\}")
_SHARE = re.compile(r"share\((\w+), (\w+)\)")
_CODE = re.compile(r"(?P<kind>[gGrdt]?)(?P<of>\d?)(?P<over>\d?)")
FLAGS = frozenset("%!+~?")
SAMPLE = 3
"""Alterations of each text that the tests make; the benchmark makes all."""

Values = tuple[Fraction, ...]


class Stated(NamedTuple):
    """A figure of a text in English: whether it is a table's, and a check can and does cover it."""

    text: str
    in_table: bool
    can_be_checked: bool
    is_checked: bool


class Written(NamedTuple):
    """A text whose figures are ``parts`` that are none of its words."""

    name: str
    notation: Notation
    parts: tuple[str | Stated, ...]

    @property
    def language(self) -> str:
        return self.name.partition("-")[0]

    @property
    def figures(self) -> tuple[Stated, ...]:
        return tuple(part for part in self.parts if not isinstance(part, str))

    def text(self, form: Format, altered: Alteration | None = None) -> str:
        """The text; cells hold numbers in English where a workbook shows them as it pleases."""
        found: list[str] = []
        at = 0
        for part in self.parts:
            if isinstance(part, str):
                found.append(part)
                continue
            said = altered.printed if altered and altered.at == at else part.text
            is_number = form is NUMBERS and part.in_table
            found.append(said if is_number else self.notation.written(said))
            at += 1
        return "".join(found)


class Alteration(NamedTuple):
    """What is printed, in English, in place of the figure ``at`` (from 0) of a text."""

    written: Written
    at: int
    printed: str

    @property
    def name(self) -> str:
        meant = self.written.figures[self.at].text
        return f"{self.written.name} {self.at}: {meant} as {self.printed}"

    def is_cited(self, citation: Citation) -> bool:
        """Whether a citation is of the altered figure, by what is printed, perhaps with a unit."""
        ways = (self.printed, self.written.notation.written(self.printed))
        return any(shown(way) in shown(citation.text) for way in ways)


def report(form: Format, written: Written, altered: Alteration | None = None) -> DocumentReport:
    """The audit of a text in a format."""
    data = form.written(parsed("statement", written.text(form, altered)))
    return document_report(readers.read(data, "statement" + form.suffix), rule_packs())


def alterations(written: Written, seed: int = SEED) -> Iterator[Alteration]:
    """Each figure that could be checked with another digit among its first, by three at least."""
    rng = random.Random(f"{written.name} {seed}")  # noqa: S311 - no secret
    for at, figure in enumerate(written.figures):
        printed = misprinted(figure.text, rng) if figure.can_be_checked else ""
        if printed:
            yield Alteration(written, at, printed)


def sample(written: Written) -> list[Alteration]:
    """A few of them, of figures that checks cover."""
    found = [one for one in alterations(written) if written.figures[one.at].is_checked]
    rng = random.Random(f"{SEED} {written.name}")  # noqa: S311 - no secret
    return sorted(rng.sample(found, SAMPLE))


@cache
def written_texts() -> tuple[Written, ...]:
    """All texts, by language."""
    return tuple(map(_read, sorted(FOLDER.glob("*.txt"))))


def _read(path: Path) -> Written:
    head, _, text = path.read_text(encoding="utf-8").partition("\n---\n")
    lines = head.split("\n")
    said = dict(line.split(": ") for line in lines if ": " in line)
    values: dict[str, Values] = {}
    for line in lines:
        name, mark, formula = line.partition(" = ")
        if mark:
            values[name] = _values(formula, values)
    shares = {n.split(" = ")[0] for n in lines if "share(" in n}
    printer = _Printer(values, shares, int(said["decimals"]), said["negative"])
    return Written(path.stem, NOTATIONS[said["notation"]], tuple(_parts(text, printer)))


def _values(formula: str, known: Mapping[str, Values]) -> Values:
    """The values that a line gives, or that follow as it says."""
    if share := _SHARE.fullmatch(formula):
        pairs = zip(known[share[1]], known[share[2]], strict=True)
        return tuple(100 * part / whole for part, whole in pairs)
    first, *rest = formula.split(" ")
    if first not in known:
        return tuple(map(Fraction, (first, *rest)))
    found = known[first]
    for sign, name in zip(rest[::2], rest[1::2], strict=True):
        if sign == "/":
            found = tuple(value / Fraction(name) for value in found)
        else:
            turn = 1 if sign == "+" else -1
            found = tuple(a + turn * b for a, b in zip(found, known[name], strict=True))
    return found


def _parts(text: str, printer: _Printer) -> Iterator[str | Stated]:
    at = 0
    for place in _PLACE.finditer(text):
        yield text[at : place.start()]
        in_table = text[text.rfind("\n", 0, place.start()) + 1] == "|"
        for number, figure in enumerate(printer.figures(place[1], in_table=in_table)):
            if in_table:
                yield " | " if number else "| "
            yield figure
        at = place.end()
    yield text[at:]


class _Printer(NamedTuple):
    """How a text prints its values; ``shares`` are those in per cent."""

    values: Mapping[str, Values]
    shares: set[str]
    decimals: int
    negative: str

    def figures(self, place: str, *, in_table: bool) -> Iterator[Stated]:
        """The figures that a place stands for."""
        name, *words = place.split()
        flags = FLAGS.intersection(words)
        asked = next((int(word[1:]) for word in words if word[0] == ":"), None)
        codes = [m for word in words if word[0] != ":" and (m := _CODE.fullmatch(word))]
        relative = any(code["kind"] in ("g", "G", "r") for code in codes)
        for code in codes:
            per_cent = code["kind"] in ("g", "G", "r")
            decimals = 1 if per_cent or name in self.shares else self.decimals
            if asked is not None and (per_cent or not relative):
                decimals = asked
            value = self._value(name, code)
            text = _number(value, decimals)
            if "%" in flags and (name in self.shares or code["kind"] in ("g", "r")):
                text += "%"
            signed = self._signed(text, value, flags)
            yield Stated(signed, in_table, "~" not in flags, "?" not in flags)

    def _value(self, name: str, code: re.Match[str]) -> Fraction:
        values, kind = self.values[name], code["kind"]
        if kind == "t":
            return Fraction(sum(values))
        of, over = values[int(code["of"] or 0)], values[int(code["over"] or 1)]
        if kind == "d" and name in self.shares:  # of what is printed
            return _rounded(of, 1) - _rounded(over, 1)
        return {"": of, "d": of - over, "r": 100 * of / over}.get(kind, 100 * (of / over - 1))

    def _signed(self, text: str, value: Fraction, flags: frozenset[str]) -> str:
        if "!" in flags or not value or not text.strip("0.,%"):
            return text
        if value > 0:
            return "+" + text if "+" in flags else text
        return f"({text})" if self.negative == "()" else self.negative + text


def _rounded(value: Fraction, decimals: int) -> Fraction:
    """The value to so many decimals, halves away from nought."""
    units = int(abs(value) * 10**decimals + Fraction(1, 2))
    return Fraction(units if value > 0 else -units, 10**decimals)


def _number(value: Fraction, decimals: int) -> str:
    """The size of a value in English, to so many decimals."""
    units = int(_rounded(abs(value), decimals) * 10**decimals)
    part = f".{units % 10**decimals:0{decimals}d}" if decimals else ""
    return f"{units // 10**decimals:,}{part}"
