"""One statement, every format: the same figures, relations, findings and places in each."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

import pytest

from auditor.model.relation import Severity
from tests.formats.everyformat import (
    FORMATS,
    MARKDOWN,
    Format,
    audited,
    checks,
    citations,
    figures,
    findings,
    shown,
    statements,
)
from tests.formats.statement import INVENTED, RELEASE, SOURCES, Statement, is_figure, statement

every_statement = pytest.mark.parametrize("source", SOURCES, ids=lambda s: s.stem)
every_format = pytest.mark.parametrize("form", FORMATS, ids=lambda f: f.name)


def differences(expected: Counter[Any], got: Counter[Any]) -> list[str]:
    """What one audit has and the other lacks."""
    lacking = [f"lacks {one}" for one in (expected - got).elements()]
    return lacking + [f"has {one}" for one in (got - expected).elements()]


def compared(form: Format, source, of) -> list[str]:
    """What the audit of a format has otherwise than that of Markdown; of CSV table by table."""
    return [
        line
        for one in statements(form, statement(source))
        for line in differences(of(audited(MARKDOWN, one).report), of(audited(form, one).report))
    ]


@every_statement
def test_markdown_is_read_as_the_source_is(source):
    source_form = Format("source", source.suffix, lambda _: source.read_bytes(), MARKDOWN.opened)
    original = audited(source_form, statement(source)).report
    rendered = audited(MARKDOWN, statement(source)).report
    assert figures(rendered) == figures(original)
    assert checks(rendered) == checks(original)
    assert findings(rendered) == findings(original)


@pytest.mark.parametrize(
    ("source", "found"),
    [(RELEASE, [("growth", "+5.6%"), ("label", "1Q06")]), *((s, []) for s in INVENTED)],
    ids=lambda case: getattr(case, "stem", ""),
)
def test_only_the_release_holds_mistakes(source, found):
    report = audited(MARKDOWN, statement(source)).report
    assert [(f.kind, f.printed) for f in report.findings] == found


@every_statement
def test_a_statement_is_worth_comparing(source):
    report = audited(MARKDOWN, statement(source)).report
    assert report.printed >= 60
    assert report.tied >= 0.8 * report.printed
    assert sum(checks(report).values()) >= 50


@every_statement
@every_format
def test_figures_are_the_same(form, source):
    assert compared(form, source, figures) == []


@every_statement
@every_format
def test_relations_are_the_same(form, source):
    assert compared(form, source, checks) == []


@every_statement
@every_format
def test_findings_are_the_same(form, source):
    assert compared(form, source, findings) == []


@every_statement
@every_format
def test_every_figure_stands_where_it_is_cited(form, source):
    elsewhere = []
    for one in statements(form, statement(source)):
        data, report = audited(form, one)
        for cited in citations(report):
            there = form.opened(data, cited.source)
            if not stands(cited.text, there, form.apart):
                elsewhere.append(f"{cited.text!r}: {cited.source} holds {there!r}")
    assert elsewhere == []


def stands(text: str, there: str, apart: str) -> bool:
    """Whether a place holds a figure's text, and nothing else if what it holds is a figure.

    Of a text that runs on in the next line the number is enough: a place is in one line.
    """
    text = text.split(maxsplit=1)[0] if "\n" in text else text
    wanted, found = (shown(t).translate(dict.fromkeys(map(ord, apart))) for t in (text, there))
    return wanted == found or (wanted in found and not is_figure(there.strip()))


class Plant(NamedTuple):
    """A cell of a table (all counted from 0) and what is misprinted in it."""

    stem: str
    table: int
    row: int
    column: int
    wrong: str

    @property
    def right(self) -> Statement:
        return statement(next(source for source in SOURCES if source.stem == self.stem))

    @property
    def misprinted(self) -> Statement:
        return self.right.with_text(self.table, self.row, self.column, self.wrong)


PLANTS = (
    Plant("iij-2q06", 2, 2, 6, "2,905"),  # 2,405, a part of a quarter's revenues
    Plant("brennholt", 1, 3, 1, "1\u202f375,8"),  # 1 325,8, a segment's revenue
    Plant("holmgate", 1, 3, 1, "6,187.3"),  # 6,107.3, a part of all loans
    Plant("larkfield", 0, 5, 3, "127,824"),  # 127,524, revenue of six months
    Plant("minato", 1, 3, 3, "6,741"),  # 6,241, a part of all sales
    Plant("tessellate", 0, 5, 4, "67.6"),  # 61.6, a quarter's gross profit
)
every_plant = pytest.mark.parametrize("plant", PLANTS, ids=lambda p: p.stem)


@every_plant
def test_a_planted_figure_is_printed_nowhere_else(plant):
    printed = figures(audited(MARKDOWN, plant.misprinted).report)
    changed = printed - figures(audited(MARKDOWN, plant.right).report)
    assert (changed, printed[shown(plant.wrong)]) == (Counter([shown(plant.wrong)]), 1)


@every_plant
@pytest.mark.parametrize("form", [MARKDOWN, *FORMATS], ids=lambda f: f.name)
def test_a_planted_digit_is_one_error_that_cites_it(form, plant):
    """Its text is printed once, so that a place that holds it is the right one."""
    places = []
    for right, misprinted in zip(
        statements(form, plant.right), statements(form, plant.misprinted), strict=True
    ):
        data, report = audited(form, misprinted)
        known = {f.id for f in audited(form, right).report.findings}
        fresh = [f for f in report.findings if f.severity is Severity.ERROR and f.id not in known]
        places += [form.opened(data, f.suspects[0].citation.source) for f in fresh]
    assert len(places) == 1
    assert stands(plant.wrong, places[0], form.apart)
