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


@pytest.mark.parametrize("text", [PER_SHARE, SHARES, UNCALLED, TAX])
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
