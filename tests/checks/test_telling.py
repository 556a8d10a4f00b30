"""A figure that is smaller than what rounding leaves its sum is not tied by it."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.auditing.report import TOO_SMALL
from auditor.checks.telling import ALONE, COARSE, blurred_in, tied_by
from auditor.checks.verdict import verdict
from auditor.model.document import Source
from auditor.model.fact import Fact
from auditor.model.figure import Rounding
from auditor.model.places.line import LinePlace
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.model.verdict import Status
from auditor.notation.numerals import cell_figure
from auditor.rulebook.packs import rule_packs

LONG = """\
| USD million | 2025 | 2024 |
|---|---|---|
| Fares | 801 | 742 |
| Freight | 402 | 395 |
| Charter | 88 | 91 |
| Parking | 47 | 51 |
| Other | {other} | 22 |
| Total revenue | {total} | 1,301 |
"""


@pytest.mark.parametrize(
    "other, total, untied",
    [
        ("19", "1,357", []),
        ("9", "1,347", []),
        ("3", "1,341", ["3"]),  # six figures leave three million to either side
        ("0", "1,338", ["0"]),
    ],
)
def test_small_figures_of_long_sums_are_not_tied(other, total, untied):
    text = LONG.format(other=other, total=total)
    report = document_report(readers.read(text.encode(), "statement.md"), rule_packs())
    assert report.findings == ()
    assert [c.text for c in report.untied if c.reason == TOO_SMALL] == untied
    assert report.tied == 12 - len(untied)


ONE_COLUMN = """\
| USD million | 2025 |
|---|---|
| {first} | 1,203 |
| Other | 401 |
| {last} | 1,604 |
"""
ANOTHER = """\
| USD million | 2025 | 2024 |
|---|---|---|
| Fares | 1,203 | 988 |
| Freight | {freight} | 377 |
| Total revenue | {total} | 1,365 |
"""


def report_on(text):
    return document_report(readers.read(text.encode(), "statement.md"), rule_packs())


@pytest.mark.parametrize(
    "text, tied",
    [
        (ONE_COLUMN.format(first="Fares", last="Total revenue"), 3),  # its name asks for it
        (ONE_COLUMN.format(first="Balance drawn", last="Net proceeds"), 0),
        (
            ANOTHER.format(
                fares="988", freight="401", earlier="377", total="1,604", before="1,365"
            ),
            6,
        ),
        (ANOTHER.format(fares="988", freight="—", earlier="377", total="1,203", before="1,365"), 5),
    ],
)
def test_what_rests_on_its_own_coming_out_ties_nothing(text, tied):
    report = report_on(text)
    assert report.findings == ()
    assert report.tied == tied
    alone = [v for v in report.checks if v.reason == ALONE]
    assert all(v.status is Status.NOT_CHECKABLE for v in alone)


@pytest.mark.parametrize(
    "total, wrong",
    [("1,203", []), ("1,503", ["1,503"]), ("1,730", [])],  # another part may not be printed
)
def test_a_total_beside_its_only_part_is_told_where_a_slip_explains_it(total, wrong):
    text = """\
| USD million | 2025 | 2024 | 2023 |
|---|---|---|---|
| Fares | 1,203 | 988 | 931 |
| Freight | | 377 | 362 |
| Total revenue | {} | 1,365 | 1,293 |
"""
    found = report_on(text.format(total)).findings
    assert [f.suspects[0].citation.text for f in found] == wrong


@pytest.mark.parametrize(
    "later, earlier, coarse",
    [("$1.4 billion", "$1.3 billion", True), ("$1,412 million", "$1,307 million", False)],
)
def test_growth_of_amounts_of_two_digits_could_be_any_other(later, earlier, coarse):
    report = report_on(f"Revenue increased 8% to {later} from {earlier}.\n")
    assert [v.reason == COARSE for v in report.checks] == [coarse]
    assert report.tied == (0 if coarse else 3)


@pytest.mark.parametrize(
    "shares, per_share, income, blurred",
    [
        ("128,641,762", "0.12", "15,514,000", True),  # a million shares more would do as well
        ("128,642", "12.06", "1,551,423", False),
        ("642", "0.37", "238", False),
    ],
)
def test_a_coarse_quotient_ties_no_amount_of_many_digits(shares, per_share, income, blurred):
    facts = [fact(n, text) for n, text in enumerate((per_share, income, shares))]
    relation = Relation(
        Kind.RATIO,
        facts[0],
        (Term(facts[1], 1, Role.NUMERATOR), Term(facts[2], 1, Role.DENOMINATOR)),
        "per-share",
    )
    found = verdict(relation, Rounding.NEAREST)
    assert found.status is Status.HOLDS
    assert (facts[2] in list(tied_by(found)), facts[2] in list(blurred_in(found))) == (
        not blurred,
        blurred,
    )
    assert facts[0] in list(tied_by(found))


def fact(number, text):
    figure = cell_figure(text)
    assert figure is not None
    return Fact(number, figure, Source("x.md", LinePlace(number + 1), table=1), text, text)
