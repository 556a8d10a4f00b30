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


def test_the_fiscal_year_is_learned_from_the_document():
    text = "Year ended March 31, 2007\n\n| | 1Q07 |\n| Net sales | 140 |\n"
    assert usage_of(read(text), lexicon(Vocabulary(), ())).calendar.first_month == 4
