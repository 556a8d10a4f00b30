"""Numerals: what counts as a figure, what it is worth, and how it is printed again."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model.figure import Figure, Rounding, SignStyle
from auditor.notation.numerals import cell_figure, decimal_comma_figure, figures, narrowed, printed

PLAIN, PLUS, MINUS, PARENTHESES, TRIANGLE, BLACK_TRIANGLE = SignStyle


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("１，２３４．５％", "1,234.5%"),
        ("（△５）", "(△5)"),
        ("￥５", "¥5"),
        ("1\u00a0234\u2009567\u3000円", "1 234 567 円"),
        ("**59.9%** *up* __x__ _y_", "  59.9%    up    x    y "),
        ("snake_case 5*", "snake_case 5 "),
        (r"\$50 \(5\)", " $50  (5 )"),
        ("5¹ ① Ａ", "5¹ ① A"),  # superscripts are footnote marks, not digits
        ("– 5 − 5", "– 5 − 5"),
    ],
)
def test_narrowed_keeps_every_offset(text, expected):
    assert narrowed(text) == expected
    assert len(narrowed(text)) == len(text)


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Total revenues JPY 26,444 million\n(+21.3% compared to 1H05, +5.6% compared to it)",
         "JPY 26,444 million|+21.3%|+5.6%"),
        ("Net cash was $12.3 million and ¥1,234 million.", "$12.3 million|¥1,234 million"),
        ("increased by **1.5 percentage points** or 150 basis points",
         "1.5 percentage points|150 basis points"),
        ("contracts: 16,112 (+758, +4.9% from 1Q06, +3,410)", "16,112|+758|+4.9%|+3,410"),
        ("bandwidth: 253.2Gbps (+27.8Gbps from 1Q06)", "253.2Gbps|+27.8Gbps"),
        ("61.5 million, or 2.5 times; it doubled, even twice", "61.5 million|2.5 times"),
        ("売上高は1,234百万円（5.2％増）", "1,234百万円|5.2％"),
        ("5% to 7%", "5%|7%"),
        ("Number of employees: 40", "40"),
        ("In 2020, 300 employees; of the 1,000, 200 left.", "300|1,000|200"),
        ("cost $.5 and .75% and 5.", "$.5|.75%|5"),
        ("a $50-million loan", "$50-million"),
        ("1\u00a0234\u00a0567 shares", "1\u00a0234\u00a0567"),
        ("2,019 in $2019 and +2019", "2,019|$2019|+2019"),
        ("JPY\n3,871\nmillion", "JPY\n3,871\nmillion"),
        ("May 5% be enough? Note 5% of March 12,000", "5%|5%|12,000"),
        ("fell from $1,027 million to $900 million", "$1,027 million|$900 million"),
    ],
)  # fmt: skip
def test_figures_of_prose_are_whole_notations(text, expected):
    assert [f.text for f in figures(text)] == expected.split("|")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a loss of $(1,234)", [-1234]),
        ("a loss of ($1,234)", [-1234]),
        ("(1,234) and (100)", [-1234, -100]),
        ("margin (1.2%)", [Fraction(-12, 10)]),
        ("(+21.3% compared to it)", [Fraction(213, 10)]),
        ("(from 5,000)", [5000]),
        ("cash (JPY 5 million)", [5_000_000]),  # an apposition, not a minus
        ("(5,000 shares)", [5000]),
        ("-5 or –5 or −5", [-5, -5, -5]),
        ("△1,234 or ▲ 5", [-1234, -5]),
        ("EBITDA - 5,000", [5000]),
        ("100 basis points", [1]),
    ],
)
def test_only_parentheses_around_a_mere_figure_are_a_minus(text, values):
    assert [f.value for f in figures(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        # dates
        "March 31, 2007", "31 March 2007", "Sept. 30 and 30 June", "2006/4-9", "2006/4-2006/9",
        "2006.11.9", "7/3", "10/10", "2006-11-09", "平成18年3月期", "2024年3月31日",
        "第2四半期", "3月期",
        "in 2019", "(2006)", "the 1999 report", "1Q06", "2Q", "FY2006", "1H06", "Q3 2024", "Q3'24",
        "fiscal 2024", "FY 06", "5:00 p.m.", "5 p.m.",
        # references
        "Note 5", "Notes 5 and 6", "Notes 5, 6 and 7", "note 3(a)", "Section 13 or 15(d)", "Item 2",
        "Rule 12b-2", "Rules 13a-14 and 15d-14", "Form 10-K", "8-K", "Article 5", "Part II",
        "No. 123", "No.123", "#5", "Exhibit 99.1", "page 12", "ASC 606", "ASU 2016-13", "IFRS 16",
        "IAS 1", "Topic 606", "Level 3", "401(k)", "17 CFR 240.12b-2", "S&P 500",
        # identifiers and words
        "COVID-19", "(516) 237-6000", "26-0841", "11-3117311", "001-36054", "1-800-FLOWERS", "S3",
        "B2B", "CO2", "5G", "1st and 2nd", "1.2.3", "http://x.y/5?6", "a5@b.com", "www.x5.com/6",
        "Tampa, FL 33764", "24/7", "50-50", "5 1/2 years",
        # durations and ranges
        "26 weeks ended", "13 weeks", "12-month", "90 days", "between 12 and 18 months", "10-15%",
        "5%-7%", "10 - 15%", "3-5 years", "3ヶ月", "1株当たり",
        # lists and pages
        "1. Revenue", "(1) revenue", "a (2) b", "(a) b", "12) b", "12", "22 The Company",
        "2Refer to it", "2 【沿革】", "(注) 1 従業員数は就業人員です", "3 「会計基準」を適用し",
        "1日8時間換算",
        # what cannot be told
        "1 234 567", "5,21", "1,2345", "1兆2,345億円", "12.3m", "three months", "twice", "doubled",
    ],
)  # fmt: skip
def test_other_numbers_of_prose_are_no_figures(text):
    assert figures(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$1.2 to $1.5 billion", ["$1.5 billion"]),
        ("between 5 and 7%", ["7%"]),
        ("by 1.1 or 1.8 percentage points", ["1.8 percentage points"]),
        ("$1.2 million to $1.5 billion", ["$1.2 million", "$1.5 billion"]),
        ("16,112, and 5%", ["16,112", "5%"]),
    ],
)
def test_a_figure_that_borrows_the_next_ones_unit_is_left_out(text, expected):
    assert [f.text for f in figures(text)] == expected


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


def test_printed_refuses_what_is_no_figure():
    with pytest.raises(ValueError, match="not a figure"):
        printed(Fraction(1), Figure("abc", 0, 5, 0))


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


@given(NOTATIONS, st.integers(-(10**9), 10**9), st.sampled_from(SignStyle))
def test_printing_inverts_reading(text, units, hint):
    like = _cell(text)
    value = units * like.last_unit
    again = _cell(printed(value, like, hint))
    assert (again.value, again.unit) == (value, like.unit)


@given(NOTATIONS, st.fractions(-(10**6), 10**6))
def test_the_printed_figure_is_the_nearest(text, value):
    like = _cell(text)
    again = _cell(printed(value, like))
    assert again.last_unit == like.last_unit
    assert value in again.interval(Rounding.NEAREST)


PIECES = st.lists(
    st.sampled_from(
        ["1", "12", "123", "1,234", "2006", ".5", "5.", "(", ")", "$", "JPY", "%", "million",
         "-", "–", "△", "+", "/", ":", "'", ",", ".", "\n", "\u00a0", "**", "March", "Note",
         "and", "to", "weeks", "年", "月", "百万円", "円", "１２", "Q", "FY", "x", "Gbps",
         "https://", "@", "第", "bps", "~", " "]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@given(st.one_of(st.text(max_size=60), PIECES))
def test_any_text_can_be_read(text):
    assert len(narrowed(text)) == len(text)
    cell = cell_figure(text)
    assert cell is None or text[cell.start : cell.end] == cell.text
    end = 0
    for figure in figures(text):
        assert end <= figure.start
        assert text[figure.start : figure.end] == figure.text
        end = figure.end


@given(PIECES)
def test_a_figure_of_prose_is_the_same_alone_in_a_cell(text):
    for figure in figures(text):
        alone = cell_figure(figure.text)
        assert alone is not None
        assert (alone.value, alone.unit) == (figure.value, figure.unit)
        assert printed(figure.value, figure) == figure.text


@pytest.mark.parametrize(
    "pattern",
    ["1", "1,234,", "1 234 ", "(", "(1", "-", " ", "*", "_", "a", "1-", "$", "A$", "Notes 5 and ",
     "March 1, ", "\\", "1\u00a0234", "a@1 ", "5%-", "一", "12 and "],
)  # fmt: skip
@pytest.mark.parametrize("read", [narrowed, cell_figure, figures])
def test_time_is_linear_in_the_text(read, pattern):
    text = pattern * (50_000 // len(pattern))
    started = time.perf_counter()
    read(text)
    assert time.perf_counter() - started < 10  # quadratic patterns take minutes


def _cell(text: str) -> Figure:
    figure = cell_figure(text)
    assert figure is not None, text
    return figure


@pytest.mark.parametrize("like, value, expected", [
    ("1\u202f375,8", Fraction(13765, 10), "1\u202f376,5"),
    ("(0,3) %", Fraction(-4, 10), "(0,4) %"),
    ("53,1", Fraction(-531, 10), "-53,1"),
    ("€ 53,1", Fraction(5), "€ 5,0"),
])  # fmt: skip
def test_a_decimal_comma_is_printed_as_one(like, value, expected):
    figure = decimal_comma_figure(like)
    assert figure is not None
    assert printed(value, figure) == expected
