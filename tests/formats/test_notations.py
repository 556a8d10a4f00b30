"""Numbers of other scripts and in unknown notations, in every format: read, or told; never lost."""

import re

import pytest

from tests.formats.everyformat import FORMATS, audited, statements
from tests.formats.statement import parsed

STATEMENT = """# Alder Lines Ltd

## Income statement

(USD thousand)

| | 2025 | 2024 |
|---|---|---|
| Freight | 41,204 | 38,118 |
| Storage | 12,815 | 11,406 |
| Handling | 3,462 | 3,977 |
| Total revenue | 57,481 | 53,501 |
| Cost of sales | (31,240) | (29,118) |
| Gross profit | 26,241 | 24,383 |

Total revenue rose to $57,481 from $53,501 a year earlier, of which 12,815 was for storage.
"""
CELLS, IN_PROSE = 12, 3
_NUMBER = re.compile(r"\d+(?:,\d+)+")

every_format = pytest.mark.parametrize("form", FORMATS, ids=lambda f: f.name)
every_format_with_letters = pytest.mark.parametrize(
    # What draws these pages has no letters of these scripts; a tag's format admits no such digits.
    "form", [f for f in FORMATS if f.suffix != ".pdf" and f.name != "inline xbrl"],
    ids=lambda f: f.name,
)  # fmt: skip


def reports(form, mark, zero="0"):
    """The statement's reports with another thousands mark and other digits."""
    digits = {ord("0") + n: ord(zero) + n for n in range(10)} | {ord(","): mark}
    text = _NUMBER.sub(lambda found: found[0].translate(digits), STATEMENT)
    return [audited(form, one).report for one in statements(form, parsed("alder", text))]


@every_format_with_letters
@pytest.mark.parametrize(("mark", "zero"), [("٬", "٠"), (",", "۰"), (",", "०"), (",", "๐")])
def test_digits_of_other_scripts_are_read(form, mark, zero):
    for report in reports(form, mark, zero):
        assert report.not_understood == ()
        assert report.findings == ()
        assert sum(fact.in_table for fact in report.facts) == CELLS
        assert report.tied >= CELLS


@every_format
@pytest.mark.parametrize("mark", [",", "，"])
def test_wide_digits_are_read(form, mark):
    for report in reports(form, mark, "０"):
        assert report.not_understood == ()
        assert sum(fact.in_table for fact in report.facts) == CELLS <= report.tied


@every_format
@pytest.mark.parametrize("mark", ["·", "_", ";", "‚", "•"])
def test_a_mark_that_nobody_knows_is_told_and_parts_no_number(form, mark):
    for report in reports(form, mark):
        assert report.tied == 0
        assert report.facts == ()
        assert len(report.not_understood) == CELLS + (0 if form.tables_alone else IN_PROSE)
        assert all(mark in one.text for one in report.not_understood)
