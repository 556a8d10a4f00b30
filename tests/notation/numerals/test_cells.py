"""Cells: which texts are one figure, and what it is worth."""

from fractions import Fraction

import pytest

from auditor.model.figure import Cr, NumeralConvention, SignStyle
from auditor.notation.numerals import DECIMAL_COMMAS, cell_figure, states_figure

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
        ("$412 m", "412000000", "USD"),
        ("(€1,204 k)", "-1204000", "EUR"),
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


@pytest.mark.parametrize("text", ["14.0^", "14.0 ^", "14.0^1^", "14.0†", "14.0 (1)", "14.0 1)"])
def test_marks_of_notes_belong_to_no_figure(text):
    figure = cell_figure(text)
    assert figure is not None
    assert figure.text == "14.0"


def test_the_notation_leaves_out_blanks_and_footnote_marks():
    figure = cell_figure("  JPY 3,871 million (1) ")
    assert figure is not None
    assert (figure.start, figure.text, figure.end) == (2, "JPY 3,871 million", 19)


WORDS = NumeralConvention(words=True)
BEHIND = NumeralConvention(behind=True)
CREDIT, CRORE = NumeralConvention(cr=Cr.CREDIT), NumeralConvention(cr=Cr.CRORE)
ARROWS, OWN = NumeralConvention(words=True, arrows=True), NumeralConvention(units=("kt",))
SIDES = NumeralConvention(",", ".", sides="SH")
PENCE, PAIRS = NumeralConvention(coins=True), NumeralConvention(pairs=True)


@pytest.mark.parametrize(
    ("text", "convention", "value", "unit"),
    [
        ("962.528", DECIMAL_COMMAS, "962528", ""),
        ("1.647.302", DECIMAL_COMMAS, "1647302", ""),
        ("(4.812,6)", DECIMAL_COMMAS, "-4812.6", ""),
        ("1 234,5", DECIMAL_COMMAS, "1234.5", ""),
        ("-5,2 %", DECIMAL_COMMAS, "-5.2", "%"),
        ("18.204 TEUR", DECIMAL_COMMAS, "18204000", "EUR"),
        ("12,5 Mio. €", DECIMAL_COMMAS, "12500000", "EUR"),
        ("1,2 Mrd. EUR", DECIMAL_COMMAS, "1200000000", "EUR"),
        ("14,28,000.00", PAIRS, "1428000", ""),
        ("9,021.18-", BEHIND, "-9021.18", ""),
        ("12.5-%", BEHIND, "-12.5", "%"),
        ("30,000.00 CR", CREDIT, "-30000", ""),
        ("41,200.50 DR", CREDIT, "41200.5", ""),
        ("₹ 1,200 Cr", CRORE, "12000000000", "INR"),
        ("41.6p", PENCE, "0.416", "GBP"),
        ("15.14¢", WORDS, "15.14", "¢"),
        ("down 38%", WORDS, "-38", "%"),
        ("Up by 5.2%", WORDS, "5.2", "%"),
        ("38% lower", WORDS, "-38", "%"),
        ("5.2%減", WORDS, "-5.2", "%"),
        ("감소 5%", WORDS, "-5", "%"),
        ("▼ 5%", WORDS, "-5", "%"),
        ("5% ↑", WORDS, "5", "%"),
        ("▲ 5%", WORDS, "-5", "%"),  # in Japan
        ("▲ 5%", ARROWS, "5", "%"),
        ("5% ▲", ARROWS, "5", "%"),
        ("30,000.00 (Cr)", CREDIT, "-30000", ""),
        ("Cr 30,000.00", CREDIT, "-30000", ""),
        ("Dr. 41,200.50", CREDIT, "41200.5", ""),
        ("41.200,50 S", SIDES, "41200.5", ""),
        ("30.000,00 H", SIDES, "-30000", ""),
        ("1,204 kt", OWN, "1204", "kt"),
        ("(1,204) kt", OWN, "-1204", "kt"),
        ("1.204 mio. kr.", DECIMAL_COMMAS, "1204000000", "kr"),
    ],
)
def test_a_cell_is_read_by_the_convention_of_its_table(text, convention, value, unit):
    figure = cell_figure(text, convention)
    assert figure is not None
    assert (figure.value, figure.unit, figure.text) == (Fraction(value), unit, text)


@pytest.mark.parametrize(
    "text",
    [
        "1.647.302",
        "14,28,000.00",
        "9,021.18-",
        "30,000 CR",
        "₹ 1,200 Cr",
        "41.6p",
        "down 38%",
        "41,200 S",
        "Cr 30,000",
        "1,204 kt",
        "5% ▲",
    ],
)
def test_without_its_table_it_is_none(text):
    assert cell_figure(text) is None


@pytest.mark.parametrize("text", ["1.647.302", "9,021.18-", "14,28,000", "30,000 CR", "down 38%"])
def test_a_reader_knows_it_for_a_figure(text):
    assert states_figure(text)


@pytest.mark.parametrize("text", ["down (-38%)", "down 38% lower", "-30,000 CR", "-9,021-"])
def test_a_sign_shown_twice_is_none(text):
    assert cell_figure(text, NumeralConvention(behind=True, words=True, cr=Cr.CREDIT)) is None


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("2 295 M€", "2295000000", "EUR"),
        ("12 k€", "12000", "EUR"),
        ("12 T€", "12000", "EUR"),
        ("45 millions d’euros", "45000000", "EUR"),
        ("45 millones de euros", "45000000", "EUR"),
        ("R$ 12 milhões", "12000000", "BRL"),
        ("12.5 mkr", "12500000", "kr"),
        ("5 MSEK", "5000000", "SEK"),
        ("1 204 kr", "1204", "kr"),
        ("5,210억원", "521000000000", "KRW"),
        ("2조원", "2000000000000", "KRW"),
        ("386.20万元", "3862000", "CNY"),
        ("1.2亿元", "120000000", "CNY"),
        ("₹ 1,200 crore", "12000000000", "INR"),
        ("12 lakh", "1200000", ""),
    ],
)
def test_units_in_a_cell_are_those_of_many_languages(text, value, unit):
    figure = cell_figure(text)
    assert figure is not None
    assert (figure.value, figure.unit, figure.text) == (Fraction(value), unit, text)


@pytest.mark.parametrize(
    ("text", "shown", "value"),
    [
        ("17,082 1)", "17,082", 17082),
        ("(31,040)*)", "(31,040)", -31040),
        ("(2,405)¹⁾", "(2,405)", -2405),
        ("8,576a", "8,576", 8576),
        ("8,576²", "8,576", 8576),
        ("1,\u200b204", "1,\u200b204", 1204),
        ("\u200c1,150\u200c", "1,150", 1150),
        ("\u00ad2,205\u00ad", "2,205", 2205),
        ("1´204", "1´204", 1204),
        ("1ʼ204", "1ʼ204", 1204),
    ],
)
def test_marks_and_what_nobody_sees_are_no_part_of_the_value(text, shown, value):
    figure = cell_figure(text)
    assert figure is not None
    assert (figure.text, figure.value) == (shown, value)
    assert text[figure.start : figure.end] == shown


@pytest.mark.parametrize(
    ("text", "digits", "exponent", "accuracy"),
    [
        ("0.30000000000000004", 3, -1, Fraction(1, 10**15)),
        ("-0.7999999999999999", -8, -1, Fraction(1, 10**15)),
        ("3.3000000000000003", 33, -1, Fraction(1, 10**14)),
        ("12.000000000000000", 12 * 10**15, -15, None),  # as somebody wanted it
        ("0.123456789012", 123456789012, -12, None),
    ],
)
def test_digits_that_binary_arithmetic_left_behind_mean_nothing(text, digits, exponent, accuracy):
    figure = cell_figure(text)
    assert figure is not None
    assert (figure.digits, figure.exponent, figure.accuracy) == (digits, exponent, accuracy)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("千米ドル 51,000", 51_000_000, "USD"),
        ("シンガポール ドル 1,500,000", 1_500_000, "SGD"),
        ("千US＄ 1,442,641", 1_442_641_000, "USD"),
        ("百万バーツ 2,010", 2_010_000_000, "THB"),
        ("50百万 ポンド", 50_000_000, "GBP"),
        ("36億6,237万 米国ドル", 3_662_370_000, "USD"),
        ("△28円41銭", Fraction("-28.41"), "JPY"),
    ],
)
def test_a_cell_may_spell_out_its_currency(text, value, unit):
    figure = cell_figure(text)
    assert figure is not None
    assert (figure.value, figure.unit, figure.text) == (value, unit, text)
