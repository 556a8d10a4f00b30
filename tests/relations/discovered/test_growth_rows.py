"""Growth rows: a row called growth beneath the amounts of its years, or named after them."""

from __future__ import annotations

import pytest

from auditor.model.relation import Severity
from auditor.relations.discovered._growth_names import growth_of
from tests.languages.altered import FORMATS, alarms, report_of

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def found(text):
    """What is printed in each alarm of a Markdown text, with its severity."""
    return [(f.printed, f.severity) for f in alarms(report_of(FORMATS[0], text))]


def tied(text):
    return report_of(FORMATS[0], text).tied


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Growth", ""),
        ("Growth (%)", ""),
        ("% change", ""),
        ("YoY growth", ""),
        ("Year-on-year change, %", ""),
        ("Veränderung in %", ""),
        ("Croissance", ""),
        ("Variación interanual", ""),
        ("増減率", ""),
        ("対前年比増減率", ""),
        ("同比增长", ""),
        ("성장률", ""),
        ("Revenue growth", "revenue"),
        ("Growth in net sales (%)", "net sales"),
        ("Umsatzwachstum", "umsatz"),
        ("Croissance du chiffre d’affaires", "chiffre d'affaires"),
        ("営業利益増減率", "営業利益"),
        ("매출액 증가율", "매출액"),
        ("Organic growth", "organic"),  # no row is called organic
        ("Growth initiatives", None),
        ("Revenue", None),
        ("Change", ""),
        ("Changes in working capital", None),
    ],
)
def test_a_label_says_what_it_is_the_growth_of(label, name):
    assert growth_of(label) == name


THREE = """
| USD million | 2023 | 2024 | 2025 |
|---|---|---|---|
| Revenue | 1,000 | 1,080 | 1,296 |
| Growth |  | 8.0% | 20.0% |
"""
NAMED = """
| EUR million | 2025 | 2024 | 2023 |
|---|---|---|---|
| Sales | 742 | 689 | 655 |
| Profit | 61 | 52 | 50 |
| Sales growth (%) | 7.7 | 5.2 | |
"""
TWO = """
| CHF million | 2025 | 2024 |
|---|---|---|
| Umsatz | 2'310.4 | 2'118.9 |
| Veränderung | 9.0% |  |
"""


@pytest.mark.parametrize("text", [THREE, NAMED, TWO])
def test_growth_that_comes_out_is_tied(text):
    assert found(text) == []
    assert tied(text) >= 3


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [(THREE, "20.0%", "21.0%"), (NAMED, "7.7", "7.1"), (TWO, "9.0%", "90.0%")],
)
def test_growth_that_does_not_come_out_is_an_error(text, right, wrong):
    assert found(text.replace(right, wrong)) == [(wrong, ERROR)]


def test_one_that_a_slip_explains_which_chance_offers_too_is_doubtful():
    assert found(TWO.replace("9.0%", "9.6%")) == [("9.6%", WARNING)]


@pytest.mark.parametrize(
    "text",
    [
        THREE.replace("Growth", "Organic growth").replace("20.0%", "16.3%"),
        THREE.replace("8.0%", "6.9%").replace("20.0%", "17.2%"),  # at constant rates
        THREE.replace("Growth", "Growth target").replace("20.0%", "12.0%"),
        TWO.replace("9.0%", "7.4%"),  # no slip: it may be organic
        THREE.replace("2023", "Europe").replace("2024", "Asia").replace("2025", "Africa"),
    ],
)
def test_what_may_be_of_other_figures_is_silent(text):
    assert found(text) == []


OF_QUARTERS = """
| {corner} | Q1 2025 | Q2 2025 | Q3 2025 | Q4 2025 |
|---|---|---|---|---|
| {revenue} | 391.8 | 414.7 | 425.4 | 463.6 |
| {costs} | 325.1 | 352.4 | 348.4 | 383.2 |
| {growth} |  | 5.8% | {third} | 9.0% |
"""


@pytest.mark.parametrize(
    ("revenue", "costs", "growth"),
    [
        ("Umsatz gesamt", "Aufwand", "Umsatzwachstum ggü. Vorquartal"),
        ("Total Ertrag", "Betriebsaufwand", "Wachstum Ertrag zum Vorquartal"),
        ("Receita líquida", "Custos", "Crescimento t/t"),
        ("Total revenue", "Costs", "QoQ growth"),
        ("营业收入", "营业总成本", "环比增长"),
        ("売上高", "営業費用", "前四半期比"),
    ],
)
def test_growth_from_quarter_to_quarter_is_checked_in_every_language(revenue, costs, growth):
    words = {"corner": "", "revenue": revenue, "costs": costs, "growth": growth}
    assert found(OF_QUARTERS.format(**words, third="2.6%")) == []
    assert [p for p, _ in found(OF_QUARTERS.format(**words, third="5.6%"))] == ["5.6%"]
