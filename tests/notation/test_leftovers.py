"""Leftovers: digits that state no figure are named for what they are; the rest is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.notation.leftovers import (
    ABOUT,
    BESIDE,
    LETTER_IN_NUMBER,
    MALFORMED,
    PARTED,
    RANGE,
    UNSURE,
    leftovers,
)
from auditor.notation.numerals import figures


def found(text, *, states_amounts=False):
    own = [(f.start, f.end) for f in figures(text)]
    return [
        (text[one.start : one.end], one.reason, one.is_understood)
        for one in leftovers(text, own, states_amounts=states_amounts)
    ]


@pytest.mark.parametrize(
    ("text", "digits", "reason"),
    [
        ("in 2025", "2025", "a year"),
        ("fiscal 2024/25", "2024/25", "a year"),
        ("FY2025 was good", "FY2025", "a period"),
        ("in 3Q06", "3Q06", "a period"),
        ("on 31.12.2025", "31.12.2025", "a date"),
        ("Marge von 10 bis 12 %", "10", RANGE),
        ("de 3 à 4 % des ventes", "3", RANGE),
        ("on 2025-11-29", "2025-11-29", "a date"),
        ("on December 31, 2025", "31", "a date"),
        ("at 14:30", "14:30", "a time of day"),
        ("within 12 months", "12", "a length of time"),
        ("過去12か月", "12", "a length of time"),
        ("as in Note 12 above", "12", "a reference"),
        ("Revenue (3)", "3", "a note mark"),
        ("4. Other matters", "4", "a number that opens its line"),
        ("the 2nd half", "2nd", "an ordinal"),
        ("COVID-19 and 12b-2", "COVID-19", "part of a name or word"),
        ("between 10-12 ships", "10-12", "one end of a range, or a fraction"),
        ("item #31204", "#31204", "the number by which something is called"),
        ("call 212.555.0100", "212.555.0100", "a telephone number"),
        ("in $000", "$000", "a scale: thousands"),
        ("£'000", "£'000", "a scale: thousands"),
        ("€ 000", "000", "a scale: thousands"),
        ("in CHF 1’000", "1’000", "a scale: thousands"),
        ("(₹ in '000)", "000", "a scale: thousands"),
        ("see www.example.org/q3", "www.example.org/q3", "an address"),
    ],
)
def test_digits_that_are_no_figure_are_named(text, digits, reason):
    assert (digits, reason, True) in found(text)


@pytest.mark.parametrize(
    ("text", "digits", "reason"),
    [
        ("7 to 45", "7", "one end of a range, or a fraction"),
        ("$5 to $10", "$10", "one end of a range, or a fraction"),
        ("up to 10", "10", "one end of a range, or a fraction"),
        ("Compounded SOFR + 0.850", "0.850", "a margin above a rate that its words name"),
        ("EURIBOR plus 0.70%", "0.70%", "a margin above a rate that its words name"),
        ("1, 2", "2", "one of the numbers of notes or levels"),
        ("~11.4%", "11.4%", ABOUT),
        ("≈ $120", "$120", ABOUT),
        ("c. 120", "120", ABOUT),
        ("約120", "120", ABOUT),
    ],
)
def test_digits_of_a_cell_that_are_no_amount_are_named(text, digits, reason):
    told = leftovers(text, (), states_amounts=True)
    assert (digits, reason, True) in [(text[a:b], why, known) for a, b, why, known in told]


@pytest.mark.parametrize(
    ("text", "digits", "reason"),
    [
        ("1,24O.5", "1,24O.5", LETTER_IN_NUMBER),
        ("l2.5", "l2.5", LETTER_IN_NUMBER),
        ("8,21S", "8,21S", LETTER_IN_NUMBER),
        ("1.Z40,5", "1.Z40,5", LETTER_IN_NUMBER),
        ("77..5", "77..5", MALFORMED),
        ("sales of 1,2405 units", "1,2405", MALFORMED),
        ("sales of 1 234 567 units", "1 234 567", PARTED),
        ("000", "000", MALFORMED),
    ],
)
def test_digits_that_may_be_a_figure_are_told(text, digits, reason):
    assert found(text, states_amounts=True) == [(digits, reason, False)]


def test_digits_without_a_meaning_are_told_only_where_figures_are_expected():
    text = "the 9.5% Notes"
    (named,), (told,) = (  # where nobody takes it for a figure
        list(leftovers(text, (), states_amounts=states)) for states in (False, True)
    )
    assert (named.reason, told.reason) == ("a number that counts or names something", UNSURE)


@pytest.mark.parametrize("text", ["le 1 août", "al 31 de diciembre", "3. Oktober", "May 5"])
def test_a_day_beside_a_month_of_another_language_is_one(text):
    (one,) = leftovers(text, (), states_amounts=True)
    assert (one.reason, one.is_understood) == ("a date", True)


@pytest.mark.parametrize("text", ["12 out of", "3 set aside", "5 marked", "2 decided", "9 may be"])
def test_a_word_that_only_begins_like_a_month_makes_no_date(text):
    (one,) = leftovers(text, (), states_amounts=True)
    assert (one.reason, one.is_understood) == (UNSURE, False)


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("100.0 (45.5)", ["45.5"]),
        ("28,575 〔 1,834 〕", ["1,834"]),
        ("5,100 (20) [300]", ["20", "300"]),
        ("40.5 / 8.8%", ["8.8"]),
    ],
)
def test_figures_beside_that_of_a_cell_are_told(text, beside):
    rest = list(leftovers(text, [(0, text.index(" "))], states_amounts=True))
    assert [text[one.start : one.end] for one in rest] == beside
    assert {(one.reason, one.is_understood) for one in rest} == {(BESIDE, True)}


@given(st.text("0123456789.,'() -–/%$€Oaf年月Q:\n", max_size=60), st.booleans())
def test_every_digit_has_one_owner(text, states_amounts):
    own = [(f.start, f.end) for f in figures(text)]
    rest = list(leftovers(text, own, states_amounts=states_amounts))
    spans = sorted([*own, *((one.start, one.end) for one in rest)])
    for i, character in enumerate(text):
        if character in "0123456789":
            assert sum(start <= i < end for start, end in spans) == 1, (text, i, spans)
