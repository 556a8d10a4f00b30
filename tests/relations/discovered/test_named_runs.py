"""Rows one after another whose names say that the last is the others added up."""

import pytest

from tests.relations.discovered.structure import alarms

PER_SHARE = """
| | 2024 | 2023 | 2022 |
|---|---|---|---|
| Basic: | | | |
| Continuing operations | $ 3.41 | $ 3.02 | $ 2.77 |
| Discontinued operations | (0.18) | 0.11 | 0.25 |
| Net income per share | $ 3.23 | $ 3.13 | $ 3.02 |
"""
SHARES = """
| (in millions, except per share) | 2024 | 2023 | 2022 |
|---|---|---|---|
| Weighted-average basic shares | 318.4 | 322.9 | 325.0 |
| Dilutive effect of options and awards | 3.1 | 2.8 | 2.6 |
| Weighted-average diluted shares | 321.5 | 325.7 | 327.6 |
"""
UNCALLED = """
| | 2024 | 2023 | 2022 |
|---|---|---|---|
| Weighted average common shares | 18,204,110 | 18,006,912 | 17,880,405 |
| Dilutive potential common shares | 211,874 | 190,226 | 174,008 |
| Weighted average dilutive shares outstanding | 18,415,984 | 18,197,138 | 18,054,413 |
"""
TAX = """
| | 2024 | 2023 | 2022 |
|---|---|---|---|
| Federal statutory rate | 21.0% | 21.0% | 21.0% |
| State taxes, net | 2.9% | 3.1% | 2.7% |
| Foreign rate differential | (1.8%) | (2.2%) | (1.5%) |
| R&D credits | (1.4%) | (1.1%) | (1.2%) |
| Effective tax rate | 20.7% | 20.8% | 21.0% |
"""

FLOWS = """
| € million | 9M 2025 | 9M 2024 |
|---|---|---|
| Cash flow from operating activities | 231.7 | 198.2 |
| Cash flow from investing activities | (142.9) | (120.6) |
| Cash flow from financing activities | (61.3) | (88.4) |
| Effect of exchange rates | 1.4 | (0.8) |
| Change in cash and cash equivalents | 28.9 | (11.6) |
"""
GERMAN_FLOWS = """
in Mio. €

| | 2025 | 2024 |
|---|---|---|
| Cashflow aus laufender Geschäftstätigkeit | 412,7 | 388,1 |
| Cashflow aus Investitionstätigkeit | -240,2 | -198,8 |
| Cashflow aus Finanzierungstätigkeit | -101,6 | -143,9 |
| Veränderung der Zahlungsmittel | 70,9 | 45,4 |
"""
FRENCH_RESULT = """
en millions d'euros

| | 2025 | 2024 |
|---|---|---|
| Marge brute | 1 640,2 | 1 561,8 |
| Frais | -1 452,9 | -1 398,6 |
| Résultat opérationnel | 187,3 | 163,2 |
| Résultat financier | -31,4 | -36,8 |
| Impôt sur les résultats | -38,5 | -29,7 |
| Résultat net | 117,4 | 96,7 |
"""
BEFORE_TAX = """
| € million | 2025 | 2024 |
|---|---|---|
| Operating profit | 412.6 | 388.9 |
| Financial result | (31.4) | (36.8) |
| Profit before tax | 381.2 | 352.1 |
| Income tax | (98.5) | (89.7) |
| Net profit | 282.7 | 262.4 |
"""


@pytest.mark.parametrize(
    "text",
    [PER_SHARE, SHARES, UNCALLED, TAX, FLOWS, GERMAN_FLOWS, FRENCH_RESULT, BEFORE_TAX],
    ids=[
        "per share",
        "shares",
        "uncalled",
        "tax",
        "flows",
        "German flows",
        "French result",
        "before tax",
    ],
)
def test_what_comes_out_is_silent(text):
    assert alarms(text) == []


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (PER_SHARE, "$ 3.23", "$ 3.53"),
        (PER_SHARE, "0.25", "0.52"),
        (SHARES, "321.5", "312.5"),
        (SHARES, "2.8", "2.1"),
        (UNCALLED, "18,006,912", "18,506,912"),
        (TAX, "20.7%", "23.7%"),
        (TAX, "(2.2%)", "(2.9%)"),
        (FLOWS, "231.7", "213.7"),
        (FLOWS, "(11.6)", "(17.6)"),
        (FLOWS, "(61.3)", "(16.3)"),
        (GERMAN_FLOWS, "388,1", "338,1"),
        (GERMAN_FLOWS, "-101,6", "-161,6"),
        (FRENCH_RESULT, "-29,7", "-92,7"),
        (FRENCH_RESULT, "117,4", "171,4"),
        (BEFORE_TAX, "282.7", "228.7"),
    ],
)
def test_a_slip_is_told(text, right, wrong):
    found = alarms(text.replace(right, wrong, 1))
    assert len(found) == 1


@pytest.mark.parametrize(
    "text",
    [
        PER_SHARE.replace("3.23", "3.25"),  # each over shares of its own
        PER_SHARE.replace("Discontinued operations", "Extraordinary items").replace("3.23", "3.53"),
        PER_SHARE.replace("3.23", "3.53").replace("3.13", "3.43").replace("3.02 |\n", "3.32 |\n"),
        SHARES.replace("321.5", "318.4"),  # in a year of losses nothing dilutes
        TAX.replace("20.7%", "23.7%").replace("20.8%", "22.1%"),  # some are left out
        TAX.replace("Effective tax rate", "Cash tax rate").replace("20.7%", "23.7%"),
    ],
)
def test_what_is_computed_otherwise_is_silent(text):
    assert alarms(text) == []
