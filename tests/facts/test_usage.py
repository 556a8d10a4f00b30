"""Usage: the unit and the fiscal calendar that a document and its tables are read by."""

import pytest

from auditor import readers
from auditor.auditing.facts import facts_of
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


TWO_TABLES = """Beiträge,,
{first},,
,2025,2024
Kraftfahrt,194,193
Unfall,77,76
Haftpflicht,22,21
Eigenkapital,,
{second},,
,2025,2024
Rücklagen,91,101
"""


@pytest.mark.parametrize(
    ("first", "second", "scales"),
    [
        ("in Tsd. €", "in EUR", {3, 0}),
        ("in Tsd. €", "in Mio. €", {3, 6}),
        ("in Tsd. €", "Euroraum", {3}),  # a name, not a caption
    ],
)
def test_a_second_table_of_a_file_has_a_caption_of_its_own(first, second, scales):
    document = readers.read(TWO_TABLES.format(first=first, second=second).encode(), "a.csv")
    assert {fact.figure.scale for fact in facts_of(document)} == scales


@pytest.mark.parametrize(
    ("caption", "scale"),
    [
        ("Rs. Cr.", 7),
        ("mln. kr.", 6),
        ("тыс. руб.", 3),
        ("млн руб.", 6),
        ("dalam jutaan Rupiah", 6),
        ("Ribu Rupiah", 3),
        ("R'000", 3),
        ("Figures in R million", 6),
    ],
)
def test_a_caption_may_end_with_an_abbreviation(caption, scale):
    text = f"{caption}\n\n|  | 2025 |\n|---|---|\n| North | 812 |\n"
    assert {fact.figure.scale for fact in facts_of(read(text))} == {scale}
