"""Printing: a value in another figure's notation, which reads back as that value."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from auditor.model.figure import Cr, Figure, NumeralConvention, Rounding, SignStyle
from auditor.notation.numerals import DECIMAL_COMMAS, cell_figure, printed

PLAIN, PLUS, MINUS, PARENTHESES, TRIANGLE, BLACK_TRIANGLE, *_ = SignStyle


@pytest.mark.parametrize(
    ("like", "value", "expected"),
    [
        ("26,444", "30000", "30,000"),
        ("999", "1000", "1,000"),
        ("1234", "12345", "12345"),
        ("5.2%", "5.25", "5.3%"),  # half away from zero
        ("5.2%", "5.2499", "5.2%"),
        ("(5.2%)", "-5.25", "(5.3%)"),
        ("(1.2%)", "1.2", "1.2%"),
        ("(1.2)%", "1.3", "1.3%"),
        ("(100)", "0", "0"),
        ("(100)", "-0.2", "0"),
        ("$ (1,234)", "5", "$ 5"),
        ("-$5", "7", "$7"),
        ("+5", "7", "+7"),
        ("+5", "0", "0"),
        ("+21.3%", "-21.3", "-21.3%"),
        ("$50", "-50", "-$50"),
        ("JPY 3,871 million", "-3871000000", "JPY -3,871 million"),
        ("JPY 3,871 million", "3870500000", "JPY 3,871 million"),
        ("(1,234) million", "6000000", "6 million"),
        ("△1,234", "1", "1"),
        ("１，２３４", "99999", "９９，９９９"),
        ("1.234,56", "5", "5,00"),
        ("1\u00a0234", "1000000", "1\u00a0000\u00a0000"),
        (".5", "0.12", ".1"),
        (".5", "5", "5.0"),
        ("150 bps", "1", "100 bps"),
        ("—", "5000", "5,000"),
        ("—", "0", "—"),
        ("$ —", "5", "$ 5"),
    ],
)
def test_printed_in_the_notation_of_another_figure(like, value, expected):
    assert printed(Fraction(value), _cell(like)) == expected


@pytest.mark.parametrize(
    ("like", "hint", "expected"),
    [
        ("5", MINUS, "-5"),
        ("5", PARENTHESES, "(5)"),
        ("5%", PARENTHESES, "(5%)"),
        ("$5", PARENTHESES, "$(5)"),
        ("5", TRIANGLE, "△5"),
        ("5", BLACK_TRIANGLE, "▲5"),
        ("+5", PARENTHESES, "(5)"),
        ("(5)", TRIANGLE, "(5)"),  # a figure that shows its own sign keeps its style
    ],
)
def test_a_negative_takes_the_style_of_its_table(like, hint, expected):
    figure = _cell(like)
    assert printed(-abs(figure.value), figure, hint) == expected


@pytest.mark.parametrize(
    "text, digits, exponent, value, expected",
    [
        ("1e3", 1, 3, Fraction(2499), "2000"),
        ("1e3", 1, 3, Fraction(-2500), "-3000"),
        ("0.30000000000000004", 30000000000000004, -17, Fraction(1, 4), "0.25000000000000000"),
        ("1E-2", 1, -2, Fraction(-1, 1000), "0.00"),
    ],
)
def test_a_notation_that_nobody_prints_is_answered_in_plain_digits(
    text, digits, exponent, value, expected
):
    assert printed(value, Figure(text, 0, digits, exponent)) == expected


NUMBERS = st.one_of(
    st.integers(0, 10**12).map(lambda n: f"{n:,}"),
    st.integers(0, 10**12).map(str),
    st.tuples(st.integers(0, 10**9), st.integers(0, 999)).map(lambda p: f"{p[0]:,}.{p[1]:03}"),
    st.integers(1000, 10**12).map(lambda n: f"{n:,}".replace(",", "\u202f")),
    st.integers(0, 999).map(lambda n: f".{n}"),
    st.integers(0, 10**9).map(
        lambda n: f"{n:,}".translate(str.maketrans("0123456789,", "０１２３４５６７８９，"))
    ),
)
NOTATIONS = st.one_of(
    NUMBERS.flatmap(
        lambda n: st.sampled_from(
            [n, f"({n})", f"-{n}", f"+{n}", f"△{n}", f"▲ {n}", f"$ {n}", f"-${n}", f"$({n})",
             f"JPY {n} million", f"JPY ({n}) million", f"{n}%", f"({n}%)", f"({n})%", f"{n} bps",
             f"{n}百万円", f"{n}x", f"({n}) billion", f"+${n}", f"({n}", f"Rs. {n}"]
        )
    ),
    st.sampled_from(["-", "—", "$ -", "- %", "(—)", "nil"]),
)  # fmt: skip


# A decimal comma is told by the groups before it, so smaller numbers cannot be read back.
@given(st.integers(1000, 10**9), st.integers(1000, 10**9))
def test_decimal_commas_stay(one, other):
    like, expected = (f"{n:,}".replace(",", ".") + ",50" for n in (one, other))
    assert printed(Fraction(2 * other + 1, 2), _cell(like)) == expected


@given(NOTATIONS)
def test_a_figure_printed_like_itself_is_itself(text):
    figure = _cell(text)
    assert printed(figure.value, figure) == figure.text


@example("0x", -1, SignStyle.BEHIND)
@given(NOTATIONS, st.integers(-(10**9), 10**9), st.sampled_from(SignStyle))
def test_printing_inverts_reading(text, units, hint):
    like = _cell(text)
    value = units * like.last_unit
    again = cell_figure(printed(value, like, hint), NumeralConvention(behind=True))
    assert again is not None
    assert (again.value, again.unit) == (value, like.unit)


@given(NOTATIONS, st.fractions(-(10**6), 10**6))
def test_the_printed_figure_is_the_nearest(text, value):
    like = _cell(text)
    again = _cell(printed(value, like))
    assert again.last_unit == like.last_unit
    assert value in again.interval(Rounding.NEAREST)


@pytest.mark.parametrize("like, value, expected", [
    ("1\u202f375,8", Fraction(13765, 10), "1\u202f376,5"),
    ("(0,3) %", Fraction(-4, 10), "(0,4) %"),
    ("53,1", Fraction(-531, 10), "-53,1"),
    ("€ 53,1", Fraction(5), "€ 5,0"),
])  # fmt: skip
def test_a_decimal_comma_is_printed_as_one(like, value, expected):
    figure = cell_figure(like, DECIMAL_COMMAS)
    assert figure is not None
    assert printed(value, figure) == expected


@pytest.mark.parametrize(
    ("like", "convention", "value", "expected"),
    [
        ("962.528", DECIMAL_COMMAS, "1647302", "1.647.302"),
        ("999", DECIMAL_COMMAS, "1000", "1.000"),
        ("865,9", DECIMAL_COMMAS, "1875.9", "1.875,9"),
        ("999", NumeralConvention(",", "\u202f"), "1000", "1\u202f000"),
        ("999.5", NumeralConvention(".", "’"), "1000", "1’000.0"),
        ("1´204.5", NumeralConvention(".", "´"), "3613.2", "3´613.2"),
        ("62,500.00", NumeralConvention(pairs=True), "1428000", "14,28,000.00"),
        ("500", NumeralConvention(pairs=True), "123456789", "12,34,56,789"),
        ("9,021.18-", NumeralConvention(behind=True), "-9021.81", "9,021.81-"),
        ("9,021.18-", NumeralConvention(behind=True), "9021.18", "9,021.18"),
        ("7,232.55 DR", NumeralConvention(cr=Cr.CREDIT), "-7322.55", "7,322.55 CR"),
        ("7,232.55 CR", NumeralConvention(cr=Cr.CREDIT), "-7322.55", "7,322.55 CR"),
        ("7.232,55 S", NumeralConvention(",", ".", sides="SH"), "-7322.55", "7.322,55 H"),
        ("Dr 7,232.55", NumeralConvention(cr=Cr.CREDIT), "-7322.55", "Cr 7,322.55"),
        ("1,204 kt", NumeralConvention(units=("kt",)), "1420", "1,420 kt"),
        ("▼ 48%", NumeralConvention(words=True), "-84", "▼ 84%"),
        ("up 48%", NumeralConvention(words=True), "-48", "down 48%"),
        ("Down 48%", NumeralConvention(words=True), "47", "Up 47%"),
        ("48%減", NumeralConvention(words=True), "48", "48%増"),
        ("18.204 TEUR", DECIMAL_COMMAS, "23611000", "23.611 TEUR"),
        ("5,210억원", NumeralConvention(), "1240500000000", "12,405억원"),
        ("42.6p", NumeralConvention(coins=True), "0.416", "41.6p"),
        ("1,\u200b204", NumeralConvention(), "1240", "1,240"),
    ],
)
def test_printed_in_the_convention_of_its_table(like, convention, value, expected):
    figure = cell_figure(like, convention)
    assert figure is not None
    assert printed(Fraction(value), figure) == expected


def _cell(text: str) -> Figure:
    figure = cell_figure(text)
    assert figure is not None, text
    return figure
