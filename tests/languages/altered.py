"""Statements of every language, in every format, right and with one figure altered."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.citation import Citation
from auditor.model.finding import Finding
from auditor.model.relation import Severity
from auditor.model.report import DocumentReport
from auditor.rulebook.packs import rule_packs
from tests.formats import markdown, pages, workbook
from tests.formats.everyformat import Format, shown
from tests.formats.statement import parsed
from tests.languages import (
    chinese,
    french,
    german,
    indian,
    japanese,
    korean,
    portuguese,
    spanish,
    swiss,
)
from tests.languages.notation import ENGLISH
from tests.statements import SEED, Cell, Sheet

LANGUAGES: Mapping[str, tuple[Sheet, ...]] = {
    module.__name__.rpartition(".")[2]: module.SHEETS
    for module in (
        german,
        swiss,
        french,
        spanish,
        portuguese,
        indian,
        korean,
        chinese,
        japanese,
    )
}
FORMATS = (
    Format("markdown", ".md", markdown.written, markdown.opened),
    Format("xlsx", ".xlsx", workbook.one_sheet, workbook.opened),
    Format("pdf ruled", ".pdf", pages.ruled, pages.opened),
    Format("pdf unruled", ".pdf", pages.unruled, pages.opened),
)
NUMBERS = Format("xlsx of numbers", ".xlsx", workbook.one_sheet, workbook.opened)
"""A workbook whose cells hold numbers: a program shows them as where it is opened."""
HANDFUL = 5


class Altered(NamedTuple):
    """A statement of which one cell is printed otherwise than it should be, in English."""

    language: str
    sheet: Sheet
    cell: Cell | None = None
    printed: str = ""

    @property
    def name(self) -> str:
        if self.cell is None:
            return f"{self.language} {self.sheet.name}"
        row, column = list(self.sheet.rows)[self.cell[0]], list(self.sheet.columns)[self.cell[1]]
        meant = self.sheet.printed(self.cell)
        return f"{self.language} {self.sheet.name}: {row} ({column}) {meant} as {self.printed}"

    @property
    def text(self) -> str:
        return self.sheet.text({self.cell: self.printed} if self.cell else None)

    def is_cited(self, citation: Citation) -> bool:
        """Whether a citation is of the altered figure, by what is printed: pages break rows."""
        return shown(citation.text) in (
            shown(self.printed),
            shown(self.sheet.notation.written(self.printed)),
        )


def report(form: Format, altered: Altered) -> DocumentReport:
    """The audit of a statement in a format."""
    if form is NUMBERS:
        altered = altered._replace(sheet=replace(altered.sheet, notation=ENGLISH))
    return report_of(form, altered.text)


@cache
def report_of(form: Format, text: str) -> DocumentReport:
    data = form.written(parsed("statement", text))
    return document_report(readers.read(data, "statement" + form.suffix), rule_packs())


def alarms(found: DocumentReport) -> tuple[Finding, ...]:
    return tuple(f for f in found.findings if f.severity is not Severity.NOTE)


def plants(language: str, sheet: Sheet) -> Iterator[Altered]:
    """A handful of alterations of a sheet's totals, changes and parts, that no rounding hides."""
    rng = random.Random(f"{language} {sheet.name} {SEED}")  # noqa: S311 - no secret
    by_kind: dict[str, list[Cell]] = {}
    for tie in sheet.ties:
        by_kind.setdefault(tie.kind, []).append(tie.target)
        by_kind.setdefault("part", []).extend(cell for cell, _ in tie.inputs)
    for cells in by_kind.values():
        rng.shuffle(cells)
    taken: set[Cell] = set()
    for cell in (c for turn in zip_longest(*by_kind.values()) for c in turn if c):
        printed = misprinted(sheet.printed(cell), rng)
        if len(taken) < HANDFUL and cell not in taken and printed:
            taken.add(cell)
            yield Altered(language, sheet, cell, printed)


def misprinted(text: str, rng: random.Random) -> str:
    """The text with one of its first digits another, by three at least; "" where it is short."""
    places = [i for i, mark in enumerate(text) if mark.isdigit()]
    if len(places) < 2:
        return ""
    at = rng.choice(places[: max(1, min(3, len(places) - 2))])
    digits = [d for d in "123456789" if abs(int(d) - int(text[at])) > 2]
    return text[:at] + rng.choice(digits) + text[at + 1 :]


RIGHT = tuple(
    Altered(language, sheet) for language, sheets in LANGUAGES.items() for sheet in sheets
)
ALTERED = tuple(
    plant
    for language, sheets in LANGUAGES.items()
    for sheet in sheets
    for plant in plants(language, sheet)
)
