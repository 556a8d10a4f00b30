"""The evidence: what makes a sum believed, what convicts a figure, and what acquits it."""

import pytest

from tests.relations.discovered.structure import alarms, sums

REVENUE = """\
| USD million | 2025 | 2024 | 2023 |
|---|---|---|---|
| Fares | 801 | 742 | 733 |
| Freight | 402 | 395 | 371 |
| Charter | 318 | 342 | 300 |
| Total revenue | 1,521 | 1,479 | 1,404 |
"""


@pytest.mark.parametrize(
    "total, expected",
    [
        ("Charter | 1,230", []),  # not called a total, and three digits come right by chance
        ("Charter | 1,203", []),
        ("Total revenue | 1,203,456,317", []),
        ("Total revenue | 1,203,465,317", [("1,203,465,317", "1,203,456,317")]),
    ],
)
def test_a_single_column_convicts_only_when_chance_is_out_of_the_question(total, expected):
    long = len(total) > 20
    parts = ("801,337,412", "402,118,905") if long else ("801", "402")
    table = f"""\
| USD | 2025 |
|---|---|
| Fares | {parts[0]} |
| Freight | {parts[1]} |
| {total} |
"""
    assert alarms(table) == expected


@pytest.mark.parametrize(
    "printed, expected",
    [
        ("1,251", [("1,251", "1,521")]),  # neighbouring digits
        ("1,581", [("1,581", "1,521")]),  # one digit
        ("15,210", [("15,210", "1,521")]),  # a factor of ten
        ("1,522", []),  # within rounding
        ("1,523", []),  # barely outside: some publishers round loosely
        ("1,839", []),  # more by Charter: it was counted twice, which is a structure
        ("1,119", []),  # less by Freight: it was left out
    ],
)
def test_a_failing_column_is_convicted_by_the_others_unless_something_acquits(printed, expected):
    assert alarms(REVENUE.replace("1,521", printed)) == expected


@pytest.mark.parametrize(
    "associates, profits, convicts",
    [
        # a line that is added elsewhere and whose sign is turned here
        (("(27)", "90", "85"), ("4,345", "4,144", "3,956"), True),
        # nowhere else is it stated, so the table may well take it away
        (("(27)", "-", "-"), ("4,345", "4,054", "3,871"), False),
    ],
)
def test_a_sign_convicts_only_where_it_is_known_from_elsewhere(associates, profits, convicts):
    table = f"""\
| USD million | 2025 | 2024 | 2023 |
|---|---|---|---|
| Revenue | 4,318 | 4,054 | 3,871 |
| Impairment charge | {" | ".join(associates)} |
| Profit | {" | ".join(profits)} |
"""
    assert bool(alarms(table)) is convicts


@pytest.mark.parametrize(
    "rows",
    [
        # costs are negative, their changes sometimes so
        ("(2,927) | (2,790) | 137", "(706) | (653) | (53)"),
        ("(2,927) | (2,790) | (137)", "(706) | (653) | 53"),
    ],
)
def test_signs_of_changes_follow_no_one_rule(rows):
    table = f"""\
| USD million | 2025 | 2024 | Change |
|---|---|---|---|
| Revenue | 4,318 | 4,054 | 264 |
| Cost of sales | {rows[0]} |
| Selling expenses | {rows[1]} |
| Staff | 1,220 | 1,115 | 105 |
| Fuel | 917 | 904 | 13 |
"""
    assert alarms(table) == []


@pytest.mark.parametrize(
    "headings, convicts",
    [
        (("Q1 2024", "Q2 2024", "Q3 2024", "Q4 2024", "FY 2024"), True),
        # the same figures under periods that make up nothing
        (("Q1 2023", "Q2 2024", "Q3 2022", "Q4 2024", "FY 2025"), False),
        (("2020", "2021", "2022", "2023", "2024"), False),
    ],
)
def test_columns_convict_only_where_their_periods_make_up_a_whole(headings, convicts):
    table = f"""\
| USD million | {" | ".join(headings)} |
|---|---|---|---|---|---|
| Fares | 121 | 112 | 203 | 214 | 650 |
| Freight | 51 | 78 | 103 | 89 | 321 |
| Charter | 31 | 37 | 63 | 38 | 196 |
"""
    assert alarms(table) == ([("196", "169")] if convicts else [])


@pytest.mark.parametrize(
    "headings",
    [
        ("Q1 2024", "Q2 2024", "Q3 2024", "Q4 2024", "Q1 2025"),
        ("2021", "2022", "2023", "2024", "2025"),
    ],
)
def test_quarters_and_years_in_a_row_are_not_added_up(headings):
    table = f"""\
| USD million | {" | ".join(headings)} |
|---|---|---|---|---|---|
| Fares | 271 | 142 | 303 | 314 | 417 |
| Freight | 59 | 88 | 73 | 134 | 97 |
| Charter | 31 | 37 | 60 | 65 | 55 |
"""
    assert sums(table) == set()


ASSETS = """\
| USD thousand | 2025 | 2024 | 2023 |
|---|---|---|---|
| Fares due | 67,701 | 45,958 | 63,320 |
| Freight due | 127,095 | 149,827 | 134,784 |
| Charter due | 25,921 | 19,067 | 26,335 |
| Total receivables | 220,717 | 214,852 | 224,439 |
"""


@pytest.mark.parametrize(
    "wrong, expected",
    [
        ({"220,717": "202,717", "224,439": "224,493"}, True),  # two swaps
        ({"220,717": "202,717", "224,439": "(224,439)"}, True),  # one sign among other slips
        ({"220,717": "202,717", "19,067": "91,067"}, True),  # in two lines
        ({"220,717": "202,717", "214,852": "412,852", "224,439": "224,493"}, False),  # none holds
        ({"220,717": "(220,717)", "224,439": "(224,439)"}, False),  # a style of signs
        ({"220,717": "231,458", "224,439": "224,493"}, False),  # no slip
        ({"220,717": "231,458", "224,439": "219,017"}, False),
    ],
)
def test_a_total_that_fails_over_again_is_convicted_by_slips_alone(wrong, expected):
    table = ASSETS
    for right, printed in wrong.items():
        table = table.replace(right, printed)
    assert alarms(ASSETS) == []
    assert sorted(alarms(table)) == sorted((p, r) for r, p in wrong.items() if expected)


BALANCE = """\
| GBP million | 30 June 2025 | 31 December 2024 |
|---|---|---|
| Vessels | 241.7 | 236.9 |
| Cash and dues | 91.3 | 82.9 |
| Total assets | {assets} |
| Borrowings | 112.4 | 115.7 |
| Provisions | 50.9 | 47.9 |
| Total liabilities | {liabilities} |
| Share capital | 70.0 | 70.0 |
| Retained earnings | 99.7 | 86.2 |
| Total equity | 169.7 | 156.2 |
| {last} |
"""
RIGHT = {
    "assets": "333.0 | 319.8",
    "liabilities": "163.3 | 163.6",
    "last": "Total liabilities and equity | 333.0 | 319.8",
}


@pytest.mark.parametrize(
    "wrong, expected",
    [
        ({}, []),
        # what the parts come to stands at the other side, too
        ({"assets": "333.8 | 139.8"}, [("333.8", "333.0"), ("139.8", "319.8")]),
        # with what the parts come to, a further sum holds
        ({"liabilities": "613.3 | 136.6"}, [("613.3", "163.3"), ("136.6", "163.6")]),
        # nothing bears it out
        ({"assets": "333.8 | 139.8", "last": "Dry docks | 12 | 14"}, []),
        # no slips
        ({"assets": "345.1 | 307.2"}, []),
        # a style of signs
        ({"assets": "(333.0) | (319.8)"}, []),
    ],
)
def test_a_total_wrong_in_every_column_is_convicted_where_another_line_bears_it_out(
    wrong, expected
):
    assert alarms(BALANCE.format(**RIGHT | wrong)) == expected


def test_a_line_not_called_a_total_is_none_where_it_fails_over_again():
    table = ASSETS.replace("Total receivables", "Piers")
    assert alarms(table.replace("220,717", "202,717").replace("224,439", "224,493")) == []


def test_two_columns_that_fail_by_little_are_no_structure():
    assert alarms(REVENUE.replace("1,521", "1,251").replace("1,479", "1,749")) == []
