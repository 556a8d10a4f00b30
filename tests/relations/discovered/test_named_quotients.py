"""Rows whose name says which two rows they are computed from."""

from itertools import pairwise

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.relation import Severity
from auditor.relations.discovered._quotient_names import amount_per_share
from auditor.rulebook.packs import rule_packs

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def report(text):
    return document_report(readers.read(text.encode(), "review.md"), rule_packs())


def found(text):
    return [(f.printed.removeprefix("$ "), f.severity) for f in report(text).findings]


FUNDS = """
| (in thousands, except per unit) | 2025 | 2024 |
|---|---|---|
| FFO | $ 284,612 | $ 274,408 |
| Weighted average diluted units | 83,220 | 83,406 |
| FFO per diluted unit | $ 3.42 | $ 3.29 |
"""
NON_GAAP = """
| (in millions, except per share) | Q3 2025 | Q3 2024 |
|---|---|---|
| Non-GAAP net income | 48.7 | 41.3 |
| Weighted-average diluted shares | 112.4 | 110.9 |
| Non-GAAP net income per share, diluted | $ 0.43 | $ 0.37 |
"""
OF_ROWS = """
| £000 | 2025 | 2024 | 2023 |
|---|---|---|---|
| Non-audit fees | 598 | 281 | 149 |
| Audit fees | 1,092 | 823 | 789 |
| Ratio of non-audit fees to audit fees | 54.8% | 34.1% | 18.9% |
"""


def test_a_ratio_of_one_row_to_another_is_of_the_rows_that_it_names():
    assert found(OF_ROWS) == []
    assert found(OF_ROWS.replace("34.1%", "31.4%")) == [("31.4%", ERROR)]


TAX = """
| USD thousand | 2025 | 2024 | 2023 |
|---|---|---|---|
| Income before income taxes | 61,482 | 57,310 | 49,914 |
| Provision for income taxes | (14,940) | (13,411) | (12,229) |
| Net income | 46,542 | 43,899 | 37,685 |
| Effective tax rate | 24.3% | 23.4% | 24.5% |
"""
BANK = """
| USD million | 4Q25 | 3Q25 | 4Q24 |
|---|---|---|---|
| Total revenue | 209.8 | 203.6 | 194.1 |
| Noninterest expense | 118.4 | 117.9 | 114.6 |
| Efficiency ratio | 56.4% | 57.9% | 59.0% |
"""
LOANS = """
| USD million | 31 Dec 2025 | 31 Dec 2024 |
|---|---|---|
| Gross loans | 18,204.5 | 17,966.2 |
| Non-performing loans | 418.7 | 431.2 |
| NPL ratio | 2.30% | 2.40% |
"""
CAPITAL = """
in Mio. €

| | 31.12.2025 | 31.12.2024 |
|---|---|---|
| Hartes Kernkapital (CET1) | 571,3 | 548,0 |
| Risikogewichtete Aktiva | 3.942,7 | 3.871,5 |
| CET1-Quote | 14,5 % | 14,2 % |
"""
DOUBTFUL = """
en millions d'euros

| | 30/06/2025 | 31/12/2024 |
|---|---|---|
| Encours bruts | 28 204,5 | 27 966,2 |
| Créances douteuses | 3 418,7 | 3 631,2 |
| Taux de créances douteuses | 12,1 % | 13,0 % |
"""


@pytest.mark.parametrize(
    "text, figures",
    [(FUNDS, 6), (NON_GAAP, 6), (TAX, 12), (BANK, 9), (LOANS, 6), (CAPITAL, 6), (DOUBTFUL, 6)],
    ids=["funds", "non-gaap", "tax", "bank", "loans", "capital", "doubtful"],
)
def test_what_comes_out_ties_its_figures_and_is_silent(text, figures):
    one = report(text)
    assert (one.findings, one.tied) == ((), figures)


@pytest.mark.parametrize(
    "text, right, wrong, severity",
    [
        (FUNDS, "3.42", "3.72", ERROR),
        (LOANS, "431.2", "481.2", WARNING),
        (LOANS, "2.30%", "2.80%", WARNING),
        (CAPITAL, "548,0", "584,0", WARNING),
        (CAPITAL, "14,5 %", "15,4 %", WARNING),
        (DOUBTFUL, "12,1 %", "21,1 %", WARNING),
        (FUNDS, "274,408", "247,408", ERROR),
        (NON_GAAP, "0.43", "0.73", ERROR),
        (TAX, "23.4%", "28.4%", ERROR),
        (TAX, "24.5%", "42.5%", ERROR),
        (BANK, "57.9%", "51.9%", ERROR),
    ],
)
def test_a_slip_is_told(text, right, wrong, severity):
    assert found(text.replace(right, wrong)) == [(wrong, severity)]


def test_of_two_columns_a_ratio_that_may_be_of_adjusted_amounts_is_a_doubt():
    two = BANK.replace(" 4Q24 |", "").replace(" 194.1 |", "").replace(" 114.6 |", "")
    two = two.replace(" 59.0% |", "").replace("---|---|---|---|", "---|---|---|")
    assert found(two.replace("57.9%", "51.9%")) == [("51.9%", WARNING)]


@pytest.mark.parametrize(
    "text",
    [
        BANK.replace("56.4%", "55.1%").replace("57.9%", "56.3%").replace("59.0%", "57.2%"),
        BANK.replace("57.9%", "56.3%"),  # of adjusted amounts in one quarter: no slip explains it
        FUNDS.replace("3.42", "3.51").replace("3.29", "3.36"),  # of other units
        FUNDS.replace("FFO per", "AFFO per").replace("3.42", "3.31"),  # of what is not printed
        FUNDS.replace("FFO per diluted unit", "Distributions per unit").replace("3.42", "3.72"),
        TAX.replace("Effective tax rate", "Statutory tax rate").replace("23.4%", "21.0%"),
    ],
)
def test_what_is_of_other_amounts_is_silent(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "label, of",
    [
        ("FFO per diluted share", "ffo"),
        ("Core FFO / share", "core ffo"),
        ("Non-GAAP net income per share, basic and diluted", "non-gaap net income"),
        ("Cash flow from operations per common share (diluted)", "cash flow from operations"),
        ("Dividends per share", ""),
        ("Book value per share", ""),
        ("Price per share paid", ""),
        ("Shares", ""),
    ],
)
def test_a_label_says_what_it_states_per_share(label, of):
    assert amount_per_share(label) == of


def wrong_figures(text):
    return [f.printed for f in report(text).findings]


OPERANDS = """
| | 2025 | 2024 |
|---|---|---|
| {over} | {a} | {b} |
| {under} | {c} | {d} |
| {name} | {p} | {q} |
"""


@pytest.mark.parametrize(
    ("name", "over", "under", "figures"),
    [
        ("Allowance / total loans", "Allowance for credit losses", "Total loans",
         ("10,144", "9,946", "845,310", "802,114", "1.20%", "1.24%")),
        ("Costs as % of revenue", "Operating costs", "Revenue",
         ("748.2", "722.2", "912.4", "870.1", "82.0%", "83.0%")),
        ("Net debt to adjusted EBITDA", "Net debt", "Adjusted EBITDA",
         ("1,240", "1,310", "496", "468", "2.5x", "2.8x")),
        ("AISC per ounce sold ($)", "All-in sustaining costs ($000)", "Gold sold (ounces)",
         ("62,190", "64,162", "48,210", "51,330", "1,290", "1,250")),
        ("Tangible book value per share", "Tangible book value", "Shares outstanding",
         ("412,640", "388,215", "18,340", "18,210", "$22.50", "$21.32")),
        ("Cash cost per ounce ($)", "Cash costs ($ thousand)", "Gold produced (oz)",
         ("158,688", "154,810", "182,400", "171,250", "870", "904")),
        ("FFO per share", "Funds from operations (FFO)", "Weighted average shares, diluted",
         ("142,447", "140,220", "61,930", "60,422", "$2.30", "$2.32")),
        ("CET1 ratio", "CET1 capital", "Risk-weighted assets",
         ("8,412", "8,077", "58,417", "57,690", "14.4%", "14.0%")),
        ("Book-to-bill", "Order intake", "Revenue",
         ("4,512", "5,106", "4,233", "4,588", "1.07", "1.11")),
        ("Eigenkapitalquote", "Eigenkapital", "Bilanzsumme",
         ("18,412", "17,205", "46,030", "45,277", "40.0%", "38.0%")),
    ],
)  # fmt: skip
def test_a_label_names_both_operands(name, over, under, figures):
    a, b, c, d, p, q = figures
    text = OPERANDS.format(name=name, over=over, under=under, a=a, b=b, c=c, d=d, p=p, q=q)
    assert wrong_figures(text) == []
    digits = [i for i, c in enumerate(p) if c.isdigit()]
    i, j = next((i, j) for i, j in pairwise(digits) if p[i] != p[j])
    turned = p[:i] + p[j] + p[i + 1 : j] + p[i] + p[j + 1 :]
    assert wrong_figures(text.replace(f"| {p} |", f"| {turned} |")) == [turned]


YIELDS = """
| Parcel | Hectares | Tonnes | Tonnes per hectare |
|---|---|---|---|
| Les Clos | 4.2 | 27.3 | 6.5 |
| Montée | 7.5 | 54.0 | 7.2 |
| Rivière | 3.0 | 16.5 | 5.5 |
"""


def test_a_heading_names_both_operands():
    assert wrong_figures(YIELDS) == []
    assert wrong_figures(YIELDS.replace("7.2", "7.8")) == ["7.8"]
    assert wrong_figures(YIELDS.replace("Tonnes per hectare", "Rows per terrace")) == []
