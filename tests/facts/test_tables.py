"""Tables: what each figure states, read from the headings over it and the label beside it."""

import pytest

from auditor import readers
from auditor.auditing.many_files import facts_of
from auditor.model.fact import Fact
from auditor.model.period import month

SALES, INCOME = "Total Revenues", "Operating Income"


def read(text):
    return readers.read(text.encode(), "gannet.md")


def facts(text) -> dict[str, Fact]:
    """The facts of a text by what is printed; each figure of a test's text is printed once."""
    return {f.text: f for f in facts_of(read(text))}


def span(first, last):
    """A period in the words of these tests: (year, month) to (year, month)."""
    return month(*first), month(*last)


@pytest.mark.parametrize(
    "header, expected",
    [
        ("| | 2Q06 | 2Q05 |", [span((2006, 4), (2006, 6)), span((2005, 4), (2005, 6))]),
        ("| | FY2007 | 1H07 |", [span((2007, 1), (2007, 12)), span((2007, 1), (2007, 6))]),
        (
            "| | 2024年3月期 | 2023年3月期 |",
            [span((2023, 4), (2024, 3)), span((2022, 4), (2023, 3))],
        ),
        (
            "| | March 31, 2007 | March 31, 2006 |",
            [(None, month(2007, 3)), (None, month(2006, 3))],
        ),
        (
            "| | Three months ended | |\n| | June 30, 2020 | June 30, 2019 |",
            [span((2020, 4), (2020, 6)), span((2019, 4), (2019, 6))],
        ),
        (
            "| | Year ended December 31, | |\n| | 2020 | 2019 |",
            [span((2020, 1), (2020, 12)), span((2019, 1), (2019, 12))],
        ),
        (
            "| Three Months Ended June 30 (in millions) | 2020 | 2019 |",
            [span((2020, 4), (2020, 6)), span((2019, 4), (2019, 6))],
        ),
        (
            "| Three and Six Months Ended June 30 | 2020 | 2019 |",  # which is not said
            [span((2020, 1), (2020, 12)), span((2019, 1), (2019, 12))],
        ),
        (
            "### Nine Months Ended September 30\n\n| | 2020 | 2019 |",
            [span((2020, 1), (2020, 9)), span((2019, 1), (2019, 9))],
        ),
        (
            "### Results of the Nine Months Ended September 30\n\n| | 2020 | 2019 |",
            [span((2020, 1), (2020, 12)), span((2019, 1), (2019, 12))],
        ),
        (
            "| | 2020 | |\n| | Group | Ports |",
            [span((2020, 1), (2020, 12)), span((2020, 1), (2020, 12))],
        ),
    ],
)
def test_the_headings_over_a_column_name_its_period_together(header, expected):
    found = facts(f"{header}\n| Net sales | 140 | 120 |")
    periods = [found[text].period for text in ("140", "120")]
    assert [(p.first, p.last) for p in periods if p] == expected


@pytest.mark.parametrize(
    "columns, row, measure, against",
    [
        ("2Q06 | 2Q05 | YoY", "Net sales | 140 | 120 | +16.7%", "growth", "2Q05"),
        ("2Q06 | 2Q05 | YoY", "Net sales | 140 | 120 | +20", "change", "2Q05"),
        ("2Q06 | 2Q05 | Year on year", "Net sales | 140 | 120 | 17% higher", "growth", "2Q05"),
        ("2Q06 | 2Q05 | Movement", "Net sales | 140 | 120 | 20", "change", "2Q05"),
        ("2Q06 | 2Q05 | ggü. Vj.", "Net sales | 140 | 120 | 16.7%", "growth", "2Q05"),
        ("2Q06 | 2Q05 | Change", "Net sales | 140 | 120 | 16.7%", "growth", "2Q05"),
        ("2Q06 | 2Q05 | Change", "Net sales | 140 | 120 | 20", "change", "2Q05"),
        ("2Q06 | 2Q05 | Change", "Margin | 6.2% | 4.9% | 1.3 points", "points", "2Q05"),
        ("2Q06 | 2Q05 | Change", "Margin | 6.2% | 4.9% | 1.3%", "points", "2Q05"),
        ("2Q06 | 2Q05 | Change (%)", "Net sales | 140 | 120 | 16.7", "growth", "2Q05"),
        ("2Q06 | 1Q06 | 2Q05 | YoY", "Net sales | 7 | 8 | 9 | -5%", "growth", "2Q05"),
        ("2024年3月期 | 2023年3月期 | 増減率", "売上高 | 7 | 8 | △5%", "growth", "2023年3月期"),
        ("2024年3月期 | 2023年3月期 | 増減", "売上高 | 7 | 8 | △1", "change", "2023年3月期"),
        ("2Q06 | 2Q05", "Change in debt | 140 | 120", "amount", None),
    ],
)
def test_a_column_of_changes_states_what_its_figures_unit_says(columns, row, measure, against):
    *_, fact = facts(f"| | {columns} |\n| {row} |").values()
    compared = fact.against and fact.against.period and fact.against.period.label
    assert (str(fact.measure), compared) == (measure, against)


@pytest.mark.parametrize(
    "rows, unit",
    [
        ("| Fares | 140 | 21.1% |\n| Freight | 90 | 8.4 |", "%"),
        ("| Discount rate | 4.9% | 21.1% |\n| Years | 5.0 | 8.4 |", ""),  # no amount beside it
    ],
)
def test_the_sign_at_the_head_of_a_column_holds_for_what_is_below_it(rows, unit):
    assert facts(f"| | 2Q06 | Change |\n{rows}\n")["8.4"].figure.unit == unit


@pytest.mark.parametrize(
    "column, measure",
    [
        (("—", "20.0%", "5.0%"), "growth"),
        (("—", "20", "-5"), "change"),
    ],
)
def test_a_dash_states_what_the_figures_of_its_column_state(column, measure):
    rows = "".join(f"| Port {n} | 9{n} | 8{n} | {text} |\n" for n, text in enumerate(column))
    assert str(facts("| | 2Q06 | 2Q05 | Change |\n" + rows)["—"].measure) == measure


@pytest.mark.parametrize(
    "heading, base",
    [
        ("% of Total Revenues", SALES),
        ("% of net sales", SALES),
        ("percent of fares", "fares"),
        ("構成比", None),  # of what is not said
    ],
)
def test_a_share_has_the_base_that_its_heading_names(heading, base):
    fact = facts(f"| | 2Q06 | {heading} |\n| Fares | 90 | 75.0% |")["75.0%"]
    assert str(fact.measure) == "share"
    assert fact.against is not None
    assert fact.against.concept == base
    assert fact.period is not None
    assert fact.period.label == "2Q06"


def test_scenarios_stand_over_columns_and_scopes_over_bands():
    found = facts(
        """\
| Consolidated | FY2020 | | 1H20 | |
| | Initial | Revised | Initial | Revised |
| Net sales | 120 | 130 | 50 | 60 |
| Non-Consolidated | Initial | Revised | Initial | Revised |
| Net sales | 80 | 70 | 30 | 20 |
"""
    )
    stated = {
        text: (f.scenario, f.scope, f.period.label if f.period else "") for text, f in found.items()
    }
    assert stated == {
        "120": ("initial target", "consolidated", "FY2020"),
        "130": ("revised target", "consolidated", "FY2020"),
        "50": ("initial target", "consolidated", "1H20"),
        "60": ("revised target", "consolidated", "1H20"),
        "80": ("initial target", "non-consolidated", "FY2020"),
        "70": ("revised target", "non-consolidated", "FY2020"),
        "30": ("initial target", "non-consolidated", "1H20"),
        "20": ("revised target", "non-consolidated", "1H20"),
    }


@pytest.mark.parametrize(
    "above, header, row, text, expected",
    [
        ("(JPY million)", "| | 2Q06 |", "| Net sales | 24,310 |", "24,310", ("JPY", 6)),
        ("", "| (JPY million) | 2Q06 |", "| Net sales | 24,310 |", "24,310", ("JPY", 6)),
        ("", "| | 2Q06 |\n| ($ thousand) | |", "| Net sales | 24,310 |", "24,310", ("USD", 3)),
        ("", "| （百万円） | 2024年3月期 |", "| 営業利益 | △90 |", "△90", ("JPY", 6)),
        ("## Sales (EUR million)", "| | 2Q06 |", "| Net sales | 24,310 |", "24,310", ("EUR", 6)),
        ("(JPY million)", "| | 2Q06 (USD thousand) |", "| Net sales | 95 |", "95", ("USD", 3)),
        ("(JPY million)", "| | 2Q06 |", "| Margin | 21.6% |", "21.6%", ("%", 0)),
        ("(JPY million)", "| | 2Q06 |", "| Margin (%) | 21.6 |", "21.6", ("%", 0)),
        ("(JPY million)", "| | 2Q06 |", "| Earnings per share | 12.30 |", "12.30", ("", 0)),
        ("(JPY million)", "| | 2Q06 |", "| Employees | 410 |", "410", ("", 0)),
        ("(JPY million)", "| | 2Q06 |", "| Bandwidth | 88.4Gbps |", "88.4Gbps", ("Gbps", 0)),
        # a row's own unit is not its table's
        ("", "| | 2Q06 |", "| Shares (thousands) | 410 |\n| Net sales | 7 |", "7", ("", 0)),
    ],
)
def test_a_unit_is_stated_over_the_table_in_its_corner_or_over_a_column(
    above, header, row, text, expected
):
    figure = facts(f"{above}\n\n{header}\n{row}\n")[text].figure
    assert (figure.unit, figure.scale) == expected


def test_a_table_that_states_no_unit_has_the_document_s_usual_one():
    stated = "(JPY million)\n\n| | 2Q06 |\n| Net sales | 140 |\n\n"
    figure = facts(stated * 2 + "Ports\n\n| | 2Q06 |\n| Net sales | 90 |\n")["90"].figure
    assert (figure.unit, figure.scale) == ("JPY", 6)


def test_a_fact_cites_its_cell_and_its_labels():
    source = facts("## Results\n\n|  | 2Q06 |\n|---|---|\n| **Net sales** (1) | **140** (a) |\n")[
        "140"
    ].source
    assert (source.line, source.column, source.end_column) == (5, 25, 28)
    assert (source.table, source.row, source.col) == (1, 2, 2)
    assert (source.row_label, source.column_label) == ("Net sales", "2Q06")


def test_the_headings_over_a_table_are_kept_outermost_first():
    fact = facts("# Gannet Lines\n\n## Results\n\n| | 2Q06 |\n| Net sales | 140 |\n")["140"]
    assert [h.strip() for h in fact.headings] == ["Gannet Lines", "Results"]


@pytest.mark.parametrize(
    "text",
    ["| Port | Opened |\n|---|---|\n| Oban | in May |", "| | |\n|---|---|\n| | |", "No table."],
)
def test_words_alone_state_no_facts(text):
    assert facts(text) == {}


def test_a_change_compares_the_periods_of_its_own_block():
    found = facts(
        "| | Three months ended June 30, | | | Six months ended June 30, | | |\n"
        "|---|---|---|---|---|---|---|\n"
        "| USD million | 2025 | 2024 | Change | 2025 | 2024 | Change |\n"
        "| Freight | 843 | 824 | 2.3% | 1,653 | 1,574 | 5.0% |\n"
    )
    quarter, half = found["2.3%"], found["5.0%"]
    assert quarter.against is not None
    assert half.against is not None
    assert (quarter.period, quarter.against.period) == (found["843"].period, found["824"].period)
    assert (half.period, half.against.period) == (found["1,653"].period, found["1,574"].period)
