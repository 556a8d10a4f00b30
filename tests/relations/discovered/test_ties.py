"""Tables that repeat one another, and rows that follow from the rows of other tables."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.relation import Origin


def violated(text):
    """(kind, printed target) of each discovered relation that fails."""
    report = document_report(readers.read(text.encode(), "ferries.md"), ())
    return [
        (str(v.relation.kind), v.relation.target.text)
        for v in report.checks
        if v.status == "violated" and v.relation.origin is Origin.DISCOVERED
    ]


def holding(text, kind):
    report = document_report(readers.read(text.encode(), "ferries.md"), ())
    return sum(v.status == "holds" and v.relation.kind == kind for v in report.checks)


TWICE = """\
## Summary

|  | 2Q06 | 2Q05 | 2Q04 |
|---|---|---|---|
| Fares | {fares} | 11,929 | 10,512 |
| Freight | 2,120 | 1,001 | 1,229 |

## Trend

|  | 2Q06 | 2Q05 | 2Q04 |
|---|---|---|---|
| Fares | 14,007 | 11,929 | 10,512 |
| Freight | {freight} | {before} | 1,229 |
"""


@pytest.mark.parametrize(
    "fares, freight, before, expected",
    [
        ("14,007", "2,120", "1,001", []),
        ("14,070", "2,120", "1,001", [("tie", "14,070")]),
        ("14,007", "2,210", "1,001", [("tie", "2,120")]),
        ("14,007", "(2,120)", "(1,001)", []),  # a sign of its own is no other figure
        ("15,111", "3,456", "4,567", []),  # several differ: other figures of the same name
    ],
)
def test_a_figure_that_two_tables_print_differently_is_found(fares, freight, before, expected):
    assert violated(TWICE.format(fares=fares, freight=freight, before=before)) == expected


NAMED_TWICE = """\
## Segments

|  | 2Q06 | 2Q05 | 2Q04 | 2Q03 |
|---|---|---|---|---|
| Revenue |  |  |  |  |
| Ferries | 14,007 | 11,929 | {revenue} | 9,877 |
| Freight | 2,120 | 1,001 | 1,229 | 1,310 |
| Profit |  |  |  |  |
| Ferries | 811 | 702 | 655 | 590 |
| Freight | {profit} | 61 | 77 | 80 |

## Revenue in detail

|  | 2Q06 | 2Q05 | 2Q04 | 2Q03 |
|---|---|---|---|---|
| Ferries | 14,007 | 11,929 | 10,512 | 9,877 |
| Freight | 2,120 | 1,001 | 1,229 | 1,310 |
"""


@pytest.mark.parametrize(
    "revenue, profit, expected",
    [
        ("10,512", "88", []),
        ("10,152", "88", [("tie", "10,152")]),  # three columns tell which of the rows is meant
        ("10,152", "2,120", [("tie", "10,152")]),
        ("10,512", "2,120", []),
    ],
)
def test_rows_of_one_name_are_told_apart_by_what_they_say(revenue, profit, expected):
    assert violated(NAMED_TWICE.format(revenue=revenue, profit=profit)) == expected


ADJUSTED = """\
|  | 2Q06 | 2Q05 |
|---|---|---|
| Fares | 14,007 | 11,929 |
| Freight | 2,120 | 1,001 |
| Tolls | 731 | 640 |
| Repairs | (26) | (36) |

A part of it:

|  | 2Q06 | 2Q05 |
|---|---|---|
| Fares | 14,007 | 11,929 |
| Freight | 2,120 | 1,001 |
| Tolls | 731 | 640 |
| Repairs | {repairs} | {before} |
"""


@pytest.mark.parametrize(
    "repairs, before, expected",
    [
        ("(26)", "(18)", [("tie", "(36)")]),
        ("(25)", "(18)", []),  # 25 is not 26, however they were rounded: two different things
    ],
)
def test_figures_as_finely_rounded_repeat_one_another_digit_for_digit(repairs, before, expected):
    assert violated(ADJUSTED.format(repairs=repairs, before=before)) == expected


PARTS = """\
## Lines

|  | 1Q06 | 2Q06 | 3Q06 | 4Q06 |
|---|---|---|---|---|
| Dues and fees | 1,779 | {total} | 2,158 | 2,301 |
| Fares | 3,011 | 2,954 | 3,508 | 3,667 |

## Dues in detail

|  | 1Q06 | 2Q06 | 3Q06 | 4Q06 |
|---|---|---|---|---|
| Harbour dues | 592 | 716 | 882 | 979 |
| Landing fees | 1,187 | 1,220 | 1,276 | 1,322 |
| Guests | 4,411 | 5,120 | 5,003 | 4,987 |
"""


@pytest.mark.parametrize(
    "total, expected", [("1,936", []), ("1,937", []), ("1,963", [("sum", "1,963")])]
)
def test_a_row_is_the_sum_of_two_rows_of_another_table(total, expected):
    assert violated(PARTS.format(total=total)) == expected
    assert holding(PARTS.format(total=total), "sum") == 4 - len(expected)


SPANS = """\
## Half year

|  | 1H06 | 1H05 |
|---|---|---|
| Fares | 26,444 | {fares} |
| Freight | 2,854 | 1,624 |

## Quarters

|  | 1Q05 | 2Q05 | 1Q06 | 2Q06 |
|---|---|---|---|---|
| Fares | 9,880 | 11,929 | 12,437 | 14,007 |
| Freight | 623 | 1,001 | 734 | 2,120 |
"""


@pytest.mark.parametrize("fares, expected", [("21,809", []), ("21,890", [("sum", "21,890")])])
def test_a_half_year_is_the_sum_of_its_quarters(fares, expected):
    assert violated(SPANS.format(fares=fares)) == expected


DASHES = """\
## Balances

|  | March 31, 2007 | March 31, 2006 | Change |
|---|---|---|---|
| Boats | 12,860 | 13,727 | -867 |
| Piers | 3,500 | 6,775 | -3,275 |
| Ropes | 810 | 835 | -25 |
| Stock | {stock} | 16,834 | — |
"""


def holding_with_words(text):
    from auditor.rulebook.packs import rule_packs

    packs = [p for p in rule_packs() if not p.applies]
    report = document_report(readers.read(text.encode(), "ferries.md"), packs)
    return [(str(f.kind), f.printed) for f in report.findings]


@pytest.mark.parametrize("stock, expected", [("16,834", []), ("18,834", [("tie", "18,834")])])
def test_a_dash_for_a_change_says_that_nothing_changed(stock, expected):
    assert holding_with_words(DASHES.format(stock=stock)) == expected


MARGINS = """\
## Income

|  | 1Q06 | 2Q06 | 3Q06 |
|---|---|---|---|
| Net sales | 8,675 | 10,512 | 10,261 |

## Profit

|  | 1Q06 | 2Q06 | 3Q06 |
|---|---|---|---|
| Operating income | 100 | 282 | 410 |
| Operating margin ratio | 1.2% | {margin} | 4.0% |
"""


@pytest.mark.parametrize("margin, expected", [("2.7%", []), ("7.2%", [("ratio", "7.2%")])])
def test_a_margin_over_the_sales_of_another_table(margin, expected):
    assert holding_with_words(MARGINS.format(margin=margin)) == expected


STATEMENTS = """\
## Income statement

|  | 2Q06 | 2Q05 | 2Q04 |
|---|---|---|---|
| Fares | 1,210 | 1,100 | 1,000 |
| Net income | 390 | {before} | 300 |

## Cash flow

|  | 2Q06 | 2Q05 | 2Q04 |
|---|---|---|---|
| Net income | {again} | 340 | 300 |
| Depreciation | 60 | 55 | 50 |
"""


@pytest.mark.parametrize(
    "again, before, expected",
    [
        ("390", "340", []),
        ("380", "340", [("tie", "390")]),  # a wrong digit
        ("930", "340", [("tie", "390")]),  # two that are swapped
        ("417", "340", []),  # no slip explains it: another figure of the name
        ("380", "350", []),  # several differ
    ],
)
def test_one_row_in_common_convicts_where_a_slip_explains_it(again, before, expected):
    assert violated(STATEMENTS.format(again=again, before=before)) == expected
