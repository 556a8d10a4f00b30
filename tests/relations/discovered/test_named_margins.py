"""Named margins: a row called the margin of another, over the row called revenue."""

from __future__ import annotations

import pytest

from auditor.relations.discovered._margin_names import (
    is_margin_of_row_above,
    is_revenue,
    result_of_margin,
    states_result,
)
from tests.languages.altered import FORMATS, alarms, report_of


def found(text):
    """What is printed in each alarm of a Markdown text, with its severity."""
    return [(f.printed, f.severity) for f in alarms(report_of(FORMATS[0], text))]


@pytest.mark.parametrize(
    ("label", "result"),
    [
        ("EBITDA margin", "ebitda"),
        ("Operating margin (%)", "operating"),
        ("EBITDA as a % of net sales", "ebitda"),
        ("EBIT-Marge in %", "ebit"),
        ("Marge d’EBITDA", "ebitda"),
        ("Margem EBITDA", "ebitda"),
        ("売上高営業利益率", "営業利益"),
        ("영업이익률", "영업이익"),
        ("净利率", "净利"),
        ("% of sales", ""),
        ("増減率", ""),
        ("Marginal cost", ""),
    ],
)
def test_a_label_says_what_it_is_the_margin_of(label, result):
    assert result_of_margin(label) == result


@pytest.mark.parametrize(
    ("label", "name", "states"),
    [
        ("EBITDA", "ebitda", True),
        ("Operating profit", "operating", True),
        ("Operating expenses", "operating", False),
        ("Net income", "net", True),
        ("Net interest income", "net", False),
        ("净利润", "净利", True),
        ("Betriebsergebnis (EBIT)", "ebit", True),
        ("Operating margin", "operating", False),
    ],
)
def test_a_row_states_the_result_of_a_margin(label, name, states):
    assert states_result(label, name) is states


def test_revenue_is_known_by_its_whole_name():
    assert is_revenue("Total revenue")
    assert is_revenue("Umsatzerlöse")
    assert not is_revenue("Cost of revenue")


@pytest.mark.parametrize(
    ("label", "says"),
    [
        ("in % of revenue", True),
        ("as a percentage of sales", True),
        ("% of net sales", True),
        ("en % du chiffre d’affaires", True),
        ("in % vom Umsatz", True),
        ("% of employees", False),
        ("EBIT in % of revenue", False),
    ],
)
def test_a_label_may_say_only_what_it_is_a_percentage_of(label, says):
    assert is_margin_of_row_above(label) is says


TABLE = """# Results

| EUR million | 2025 | 2024 |
|---|---|---|
| Revenue | 900.7 | 871.2 |
| EBITDA | 96.4 | 90.1 |
| EBITDA margin | {} | {} |
"""


@pytest.mark.parametrize(
    ("margins", "alarms_raised"),
    [
        (("10.7%", "10.3%"), []),
        (("10.7%", "13.3%"), [("13.3%", "error")]),
        (("12.4%", "12.0%"), []),  # of something else
        (("10.7%", "47.6%"), [("47.6%", "warning")]),  # no slip explains it
    ],
)
def test_a_margin_is_checked_where_another_column_bears_it_out(margins, alarms_raised):
    assert found(TABLE.format(*margins)) == alarms_raised


TWO_TABLES = """\
| (in thousands) | Q3 2025 | Q3 2024 |
|---|---|---|
| Subscriptions | 201,914 | 161,530 |
| Services | 12,677 | 12,941 |
| Total revenue | 214,591 | 174,471 |

{title}

| (in thousands) | Q3 2025 | Q3 2024 |
|---|---|---|
| Cash from operations | 31,402 | 18,733 |
| Purchases of equipment | (3,594) | (3,198) |
| Free cash flow | 27,808 | 15,535 |
| Free cash flow margin | {margin} | {before} |
"""


@pytest.mark.parametrize(
    ("margin", "before", "wrong"),
    [
        ("13.0%", "8.9%", []),
        ("18.0%", "8.9%", ["18.0%"]),
        ("13.0%", "9.8%", ["9.8%"]),
        ("21.7%", "16.2%", []),  # of the revenue of a part that is not printed
    ],
)
def test_the_revenue_of_the_same_time_may_stand_in_another_table(margin, before, wrong):
    text = TWO_TABLES.format(title="## Free cash flow", margin=margin, before=before)
    assert [printed for printed, _ in found(text)] == wrong
