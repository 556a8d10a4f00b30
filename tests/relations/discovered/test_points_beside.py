"""Columns of points and basis points behind two columns of percentages."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.relation import Severity
from auditor.rulebook.packs import rule_packs


def report(text):
    return document_report(readers.read(text.encode(), "review.md"), rule_packs())


def found(text):
    return [(f.suspects[0].suggestion or f.printed, f.severity) for f in report(text).findings]


IN_HEADING = """
|  | FY24 | FY25 | Change (bps) |
|---|---|---|---|
| Net interest margin | 2.41% | 2.58% | 17 |
| Cost of funds | 1.90% | 2.17% | 27 |
| Return on assets | 0.94% | 0.88% | -6 |
"""
IN_CELLS = """
| Percent of net sales | This year | Last year | Improvement / (deterioration) |
|---|---|---|---|
| Gross margin | 36.4% | 35.2% | 120 bp |
| Contribution margin | 18.9% | 19.3% | (40) bp |
| Cost ratio | 44.1% | 45.0% | 90 bp |
| EBITDA margin | 11.5% | 9.8% | 170 bp |
"""
OF_OTHERS = """
|  | Coupon | Yield | Spread (bps) |
|---|---|---|---|
| Notes due 2027 | 2.75% | 3.10% | 84 |
| Notes due 2029 | 3.60% | 3.45% | 112 |
| Notes due 2031 | 4.05% | 4.20% | 131 |
"""


@pytest.mark.parametrize("text", [IN_HEADING, IN_CELLS, OF_OTHERS])
def test_what_comes_out_or_is_of_others_is_silent(text):
    assert found(text) == []


@pytest.mark.parametrize(("text", "tied"), [(IN_HEADING, 9), (IN_CELLS, 9), (OF_OTHERS, 0)])
def test_what_comes_out_is_tied(text, tied):
    assert report(text).tied == tied


@pytest.mark.parametrize(
    ("text", "right", "wrong"), [(IN_HEADING, "| 27", "| 72"), (IN_CELLS, "170", "710")]
)
def test_one_that_does_not_is_an_error(text, right, wrong):
    ((suggested, severity),) = found(text.replace(right, wrong))
    assert (suggested.split()[0], severity) == (right.strip("| "), Severity.ERROR)
