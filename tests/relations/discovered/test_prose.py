"""Sentences checked against tables, and by themselves."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.rulebook.packs import rule_packs


def found(text):
    """(kind, what is printed) of each finding, with the general rules only."""
    packs = [p for p in rule_packs() if not p.applies]
    report = document_report(readers.read(text.encode(), "ferries.md"), packs)
    return [(str(f.kind), f.printed) for f in report.findings]


def claimed(text):
    """(kind, status) of each discovered relation."""
    report = document_report(readers.read(text.encode(), "ferries.md"), ())
    return [(str(v.relation.kind), str(v.status)) for v in report.checks]


@pytest.mark.parametrize(
    "sentence, expected",
    [
        (
            "Fares increased 8.1%, or $12.3 million, to $164.2 million from $151.9 million.",
            [("growth", "holds"), ("difference", "holds")],
        ),
        ("Fares rose 5% to $10.5 million from $10.0 million.", [("growth", "holds")]),
        ("Fares rose 9% to $10.5 million from $10.0 million.", [("growth", "violated")]),
        ("Fares fell 5% to $10.5 million from $10.0 million.", [("growth", "violated")]),
        ("Fares fell from $9.0 million to $8.1 million, a decrease of 10%.", [("growth", "holds")]),
        (
            "Fares were $120.0 million, compared to $100.0 million before, an increase of 20%.",
            [("growth", "holds")],
        ),
        (
            "Fares were $240.7 million, an increase of 8.1% from $222.6 million.",
            [("growth", "holds")],
        ),
        (
            "Fares were $240.7 million, up $18.1 million, or 8.1%, over $222.6 million in 2024.",
            [("difference", "holds"), ("growth", "holds")],
        ),
        (
            "Fares of $240.7 million were up 8.1% from $222.6 million in the prior year.",
            [("growth", "holds")],
        ),
        ("Fares were $250.7 million, up 8.1% on $222.6 million.", [("growth", "violated")]),
        ("Fares of $250.7 million, 8.1% of revenue, came over the $222.6 million of 2024.", []),
        ("Fares increased $1.2 million, or 0.1%, over the $1,037.7 million of 2024.", []),
        (
            (
                "Fares decreased from $4.9 million in the quarter to $2.5 million, and decreased"
                " from $21.4 million to $8.5 million."
            ),
            [],
        ),
        ("Fares were $5.0 million and grew; 20% came on $3.0 million of loans.", []),
        (
            (
                "Fares grew 7.5% to $43.0 million compared with $40.0 million,"
                " while costs fell 10% to $9.0 million from $10.0 million."
            ),
            [("growth", "holds"), ("growth", "holds")],
        ),
        (
            "売上高は前年同期比5.2％増の1,234百万円（前年同期1,173百万円）となりました。",
            [("growth", "holds")],
        ),
        ("Fares rose 9% in constant currency to $10.5 million from $10.0 million.", []),
        ("Fares more than doubled to $10.5 million from $5.0 million.", []),
        (
            (
                "Costs rose by $1.0 million for boats, in addition to $2.0 million for piers"
                " and a $0.9 million increase in ropes."
            ),
            [],
        ),
    ],
)
def test_a_claim_with_both_its_ends_is_checked_by_itself(sentence, expected):
    assert claimed(sentence) == expected


TABLE = """\
(JPY million)

|  | 2Q06 | 1Q06 | 2Q05 |
|---|---|---|---|
| Total revenues | 14,007 | 12,437 | 11,929 |
| Day trips | 3,871 | 2,778 | 2,405 |
| Night trips | 3,350 | 3,254 | 2,757 |
| Freight | 1,906 | 1,741 | 1,459 |

## Results of 2Q06 - Day trips

"""
TRIPS = """\
- Revenues: JPY {total} million (+{growth}% from 1Q06, +39.9% from 2Q05)
- Day trips: JPY 3,871 million (+39.3% from 1Q06, +61.0% from 2Q05)
- Night trips: JPY 3,350 million (+3.0% from 1Q06, +21.5% from 2Q05)
- Freight: increased 9.5% compared to 1Q06
"""


@pytest.mark.parametrize(
    "total, growth, expected",
    [
        ("7,221", "19.7", []),  # revenues of trips, not all of them
        ("7,212", "19.7", [("sum", "JPY 7,212 million")]),
        ("7,221", "19.1", [("growth", "+19.1%")]),
    ],
)
def test_revenues_under_a_part_are_the_sum_of_the_rows_below(total, growth, expected):
    assert found(TABLE + TRIPS.format(total=total, growth=growth)) == expected


OTHER_NAME = (
    "- Carriage of goods and freight: JPY {freight} million (+9.5% from 1Q06, {last} from 2Q05)\n"
)


@pytest.mark.parametrize(
    "freight, last, expected",
    [
        ("1,906", "+30.6%", []),
        ("1,960", "+30.6%", [("growth", "JPY 1,960 million")]),
        ("1,960", "+88.8%", []),  # one growth alone names no row
    ],
)
def test_an_amount_and_its_growth_tell_the_row_that_another_name_means(freight, last, expected):
    prose = OTHER_NAME.format(freight=freight, last=last)
    assert found(TABLE + prose) == expected


def test_the_growth_of_another_subject_says_nothing_of_the_amount_before_it():
    line = "- Carriage of goods: JPY 1,906 million (+9.5% from 1Q06, +30.6% from 2Q05)\n"
    assert found(TABLE + line + "- Guests increased by 49.0% compared to 2Q05.\n") == []


COSTS = """
| (in millions) | 2025 | 2024 |
|---|---|---|
| Sales | 1,486.2 | 1,402.7 |
| Gross profit | 612.4 | 655.1 |
| Net income | 138.2 | 121.6 |
| Interest expense | (12.3) | (13.1) |

Sales for 2025 were $1,486.2 million. Gross profit for 2025 was $612.4 million.
Net income for 2025 was $138.2 million. Interest expense for 2025 was $12.3 million.
"""


def test_costs_in_brackets_are_plain_in_sentences():
    assert found(COSTS) == []


def test_other_amounts_than_the_table_s_are_found():
    assert [kind for kind, _ in found(COSTS.replace("$12.3", "$13.2"))] == ["tie"]
