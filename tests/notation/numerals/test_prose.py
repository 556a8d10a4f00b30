"""Prose: which numbers of running text are figures."""

from fractions import Fraction

import pytest

from auditor.notation.numerals import figures


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
        ("basic EPS up to 21.6p (2024: 19.4p)", "21.6p|19.4p"),
        ("a dividend of 6.4p on revenue of £412.3m", "6.4p|£412.3m"),
        ("40 screens that show 720p", "40"),
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
        "コード番号 6723", "証券コード：7203", "股票代码：600519", "Stock code: 1299", "WKN 716460",
        "Management accounts, period 9", "Telefon +41 44 123 45 67", "Tel. +49 (0) 30 1234567",
        # captions
        "in CHF 1’000", "CHF 1 000", "x € 1.000", "valores em R$ 1.000", "(Unit: 1,000 yen)",
        "(₹ in '000)",
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
        "1 234 567", "5,21", "1,2345", "12.3m", "three months", "twice", "doubled",
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
