"""Usage: the unit and the fiscal calendar that a document and its tables are read by."""

import pytest

from auditor import readers
from auditor.facts.usage import table_unit, usage_of
from auditor.model.rule import Vocabulary
from auditor.notation.vocabulary import lexicon


def read(text):
    return readers.read(text.encode(), "gannet.md")


@pytest.mark.parametrize(
    "text, expected",
    [
        ("(JPY million)\n\n| | 2020 |\n| Sales | 7 |", 6),
        ("| | 2020 |\n| Sales | 7 |", None),
    ],
)
def test_a_table_states_a_unit_or_none(text, expected):
    unit = table_unit(read(text).tables[0])
    assert (unit.scale if unit else None) == expected


GERMAN = "Der Umsatz stieg um 5,7 % auf 412,5 Mio. Euro (Vorjahr: 390,1 Mio. Euro)."


@pytest.mark.parametrize("cells", [("412.5", "390.1"), ("412,5", "390,1"), ("1,412.5", "1,390.1")])
def test_sentences_tell_their_decimal_commas_themselves(cells):
    """A workbook shows numbers as the program that opens it does."""
    text = f"{GERMAN}\n\n| | 2025 | 2024 |\n|---|---|---|\n| Umsatz | {cells[0]} | {cells[1]} |\n"
    assert usage_of(read(text), lexicon(Vocabulary(), ())).convention.decimal_comma


def test_the_fiscal_year_is_learned_from_the_document():
    text = "Year ended March 31, 2007\n\n| | 1Q07 |\n| Net sales | 140 |\n"
    assert usage_of(read(text), lexicon(Vocabulary(), ())).calendar.first_month == 4
