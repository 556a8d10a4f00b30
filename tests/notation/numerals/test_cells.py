"""Cells: which texts are one figure, and what it is worth."""

from fractions import Fraction

import pytest

from auditor.model.figure import SignStyle
from auditor.notation.numerals import cell_figure

PLAIN, PLUS, MINUS, PARENTHESES, TRIANGLE, BLACK_TRIANGLE, *_ = SignStyle


@pytest.mark.parametrize(
    ("text", "digits", "exponent", "style"),
    [
        ("26,444", 26444, 0, PLAIN),
        ("  26,444\t", 26444, 0, PLAIN),
        ("2019", 2019, 0, PLAIN),  # whether it heads a column is for the table to say
        ("0", 0, 0, PLAIN),
        ("1,234.50", 123450, -2, PLAIN),
        (".5", 5, -1, PLAIN),
        ("(100)", -100, 0, PARENTHESES),
        ("(1)", -1, 0, PARENTHESES),
        ("(123 )", -123, 0, PARENTHESES),
        ("( 123)", -123, 0, PARENTHESES),
        ("(123", -123, 0, PARENTHESES),  # the other one stands in the next cell
        ("（1,234）", -1234, 0, PARENTHESES),
        ("-867", -867, 0, MINUS),
        ("– 867", -867, 0, MINUS),
        ("−867", -867, 0, MINUS),
        ("(-5)", -5, 0, MINUS),
        ("(+5.2)", 52, -1, PLUS),
        ("+758", 758, 0, PLUS),
        ("△1,234", -1234, 0, TRIANGLE),
        ("△ 1,234", -1234, 0, TRIANGLE),
        ("▲5.2", -52, -1, BLACK_TRIANGLE),
        ("１，２３４", 1234, 0, PLAIN),
        ("1 234 567", 1234567, 0, PLAIN),
        ("1\u00a0234\u202f567", 1234567, 0, PLAIN),
        ("1'234'567", 1234567, 0, PLAIN),
        ("1’234’567.5", 12345675, -1, PLAIN),
        ("1.234,56", 123456, -2, PLAIN),
        ("1.234.567,8", 12345678, -1, PLAIN),
        ("**16,112**", 16112, 0, PLAIN),
        ("1,234 *", 1234, 0, PLAIN),
        ("1,234(1)", 1234, 0, PLAIN),
        ("1,234 (a)", 1234, 0, PLAIN),
        ("1,234¹²", 1234, 0, PLAIN),
        ("1,234 †", 1234, 0, PLAIN),
        ("1,234 [2]", 1234, 0, PLAIN),
        ("(1,234)(1)", -1234, 0, PARENTHESES),
        ("※1 1,234", 1234, 0, PLAIN),  # Japanese notes stand before the figure
        ("※１，※２ △ 1,234", -1234, 0, TRIANGLE),
        ("(注)1 5.2", 52, -1, PLAIN),
    ],
)
def test_a_cell_is_worth_its_digits_and_sign(text, digits, exponent, style):
    figure = cell_figure(text)
    assert figure is not None
    assert (figure.digits, figure.exponent, figure.sign_style) == (digits, exponent, style)
    assert (figure.unit, figure.scale, figure.nil) == ("", 0, False)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("(1.2%)", "-1.2", "%"),
        ("(1.2)%", "-1.2", "%"),
        ("+21.3%", "21.3", "%"),
        ("5.2％", "5.2", "%"),
        ("5.2 percent", "5.2", "%"),
        ("$ 50", "50", "USD"),
        ("$199", "199", "USD"),
        (r"\$199", "199", "USD"),
        ("$(1,234)", "-1234", "USD"),
        ("$ (1,234)", "-1234", "USD"),
        ("($1,234)", "-1234", "USD"),
        ("-$5", "-5", "USD"),
        ("$-5", "-5", "USD"),
        ("US$1.2 million", "1200000", "USD"),
        ("$12.3m", "12300000", "USD"),
        ("12.3K", "12300", ""),
        ("(1.2M)", "-1200000", ""),
        ("1,234 €", "1234", "EUR"),
        ("12.5 million €", "12500000", "EUR"),
        ("$(5.3) billion", "-5300000000", "USD"),
        ("HK$5bn", "5000000000", "HKD"),
        ("JPY 3,871 million", "3871000000", "JPY"),
        ("12 CHF", "12", "CHF"),
        ("¥1,234", "1234", "JPY"),
        ("€5", "5", "EUR"),
        ("1,234円", "1234", "JPY"),
        ("1,234百万円", "1234000000", "JPY"),
        ("1.2兆円", "1200000000000", "JPY"),
        ("△12億円", "-1200000000", "JPY"),
        ("5千円", "5000", "JPY"),
        ("12千株", "12000", "株"),
        ("61.5 million", "61500000", ""),
        ("253.2Gbps", "253.2", "Gbps"),
        ("253.2 Gbps", "253.2", "Gbps"),
        ("1.5 pts", "1.5", "points"),
        ("1.5 percentage points", "1.5", "points"),
        ("1.5%ポイント", "1.5", "points"),
        ("150 bps", "1.5", "points"),
        ("150 basis points", "1.5", "points"),
        ("12.3x", "12.3", "x"),
        ("2.5 times", "2.5", "x"),
    ],
)
def test_words_and_symbols_give_unit_and_scale(text, value, unit):
    figure = cell_figure(text)
    assert figure is not None
    assert (figure.value, figure.unit) == (Fraction(value), unit)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("-", ""), ("—", ""), ("–", ""), ("--", ""), ("―", ""), (" － ", ""), ("(—)", ""),
        ("nil", ""), ("Nil", ""), ("- %", "%"), ("—%", "%"), ("$ -", "USD"), ("$—", "USD"),
    ],
)  # fmt: skip
def test_a_lone_dash_is_nil(text, unit):
    figure = cell_figure(text)
    assert figure is not None
    assert (figure.nil, figure.digits, figure.exponent, figure.unit) == (True, 0, 0, unit)


@pytest.mark.parametrize(
    "text",
    [
        "", "  ", "Total revenues", "NM", "n/a", "N/A", "$", "JPY", "%", "()", "---",
        "2006/4-9", "7/3", "2006.11.9", "12:30", "1Q06", "2Q", "1st", "5G", "10-K", "3-5", "5-7%",
        "Note 5", "5,21", "1,2345", "12,34", "5.", "1.2.3", "(1)(2)", "12 months",
        "40 people",
        "5.2%減", "1,234 567", "100 / 200", "+21.3% +5.6%", "12.3m", "$5%", "$5 x", "ASC 606", "5)",
    ],
)  # fmt: skip
def test_words_dates_ranges_and_several_figures_are_no_cell_figure(text):
    assert cell_figure(text) is None


def test_the_notation_leaves_out_blanks_and_footnote_marks():
    figure = cell_figure("  JPY 3,871 million (1) ")
    assert figure is not None
    assert (figure.start, figure.text, figure.end) == (2, "JPY 3,871 million", 19)
