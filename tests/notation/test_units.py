import pytest

from auditor.model.figure import Figure
from auditor.notation.numerals import cell_figure
from auditor.notation.units import (
    Unit,
    in_per_cent,
    in_unit,
    row_says_per_cent,
    says_per_cent,
    signed_once,
    stated_unit,
)


def shown(text):
    figure = cell_figure(text)
    assert figure is not None
    return figure


@pytest.mark.parametrize(
    "text, expected",
    [
        ("(JPY million)", Unit("JPY", 6)),
        ("(in millions of yen)", Unit("JPY", 6)),
        ("(Thousands of euros)", Unit("EUR", 3)),
        ("($ in billions)", Unit("USD", 9)),
        ("£m", Unit("GBP", 6)),
        ("GBPm", Unit("GBP", 6)),
        ("EUR m", Unit("EUR", 6)),
        ("$bn", Unit("USD", 9)),
        ("$000", Unit("USD", 3)),
        ("HK$'000", Unit("HKD", 3)),
        ("A$ million", Unit("AUD", 6)),
        ("in NOK 1,000", Unit("NOK", 3)),
        ("in 1.000 EUR", Unit("EUR", 3)),
        ("SEK 1000", Unit("SEK", 3)),
        ("in CHF 1’000", Unit("CHF", 3)),
        ("x € 1.000", Unit("EUR", 3)),
        ("valores em R$ 1.000", Unit("BRL", 3)),
        ("(Unit: 1,000 yen)", Unit("JPY", 3)),
        ("notes of EUR 1,000 each", Unit("EUR", 0)),
        ("in EUR 1,000.50", Unit("EUR", 0)),
        ("₹ in lakh crore", Unit("INR", 12)),
        ("₹ Cr.", Unit("INR", 7)),
        ("ezer forint", Unit("", 3)),
        ("Canadian dollars in millions", Unit("CAD", 6)),
        ("(INR crore)", Unit("INR", 7)),
        ("CHF", Unit("CHF", 0)),
        ("単位：百万円", Unit("JPY", 6)),
        ("（十億円）", Unit("JPY", 9)),
        ("(億円)", Unit("JPY", 8)),
        ("(千米ドル)", Unit("USD", 3)),
        ("千株", Unit("", 3)),
        ("(in thousands, except per share data)", Unit("", 3)),
        ("(in thousands of dollars, shares in millions)", Unit("USD", 3, 6)),  # the first counts
        ("(JPY million, USD thousand)", Unit("JPY", 6)),
        ("USD ($) shares in Thousands, $ in Millions", Unit("USD", 6, 3)),
        ("$ / shares in Units, shares in Millions, $ in Billions", Unit("USD", 9, 6)),
        ("shares in Thousands", Unit("", 3, 3)),
        ("Angaben in TEUR", Unit("EUR", 3)),
        ("in Tsd. EUR", Unit("EUR", 3)),
        ("in Mio. €", Unit("EUR", 6)),
        ("T€", Unit("EUR", 3)),
        ("Mds €", Unit("EUR", 9)),
        ("en milliers d'euros", Unit("EUR", 3)),
        ("En millions d’euros", Unit("EUR", 6)),
        ("(Miles de euros)", Unit("EUR", 3)),
        ("en millones de euros", Unit("EUR", 6)),
        ("en miles de millones", Unit("", 9)),
        ("em milhares de reais", Unit("BRL", 3)),
        ("em R$ mil", Unit("BRL", 3)),
        ("in migliaia di euro", Unit("EUR", 3)),
        ("Tuhatta euroa", Unit("EUR", 3)),
        ("MSEK", Unit("SEK", 6)),
        ("w tys. zł", Unit("PLN", 3)),
        ("mil. Kč", Unit("CZK", 6)),
        ("(₹ in Cr)", Unit("INR", 7)),
        ("(Rs. in Lacs)", Unit("INR", 5)),
        ("单位：万元", Unit("CNY", 4)),
        ("單位：新台幣仟元", Unit("TWD", 3)),
        ("港幣千元", Unit("HKD", 3)),
        ("단위: 백만원", Unit("KRW", 6)),
        ("(단위: 억원)", Unit("KRW", 8)),
        ("US$'000", Unit("USD", 3)),
        ("$ in millions except per share", Unit("USD", 6)),
        ("FORM 10-K", None),  # capitals are words
        ("ITEM 2. RISK AND BANK BORROWINGS", None),
        ("TERM LOANS", None),
        ("WEEK 1", None),
        ("miles driven", None),
        ("Lac Léman", None),
        ("還元", None),
        ("兆候", None),
        ("(unaudited)", None),
        ("European sales", None),
        ("Compounds of 3,000 m", None),
        ("千葉", None),  # a place name
        ("", None),
    ],
)
def test_a_note_states_a_currency_and_a_scale(text, expected):
    assert stated_unit([text]) == expected


def test_the_first_text_that_states_a_unit_is_taken():
    assert stated_unit(["(unaudited)", "(JPY million)", "(USD)"]) == Unit("JPY", 6)


@pytest.mark.parametrize(
    "text, unit, label, expected",
    [
        ("1,204", Unit("JPY", 6), "Net sales", ("JPY", 6)),
        (
            "¥1,204",
            Unit("JPY", 6),
            "Net sales",
            ("JPY", 6),
        ),  # the sign stands in the first row only
        ("$1,204", Unit("", 6), "Net sales", ("USD", 6)),
        ("$1,204", Unit("JPY", 6), "Net sales", ("USD", 0)),  # another currency than the table's
        ("$1,204", Unit("CAD", 3), "Net sales", ("CAD", 3)),  # the dollars that the table names
        ("US$1,204", Unit("CAD", 3), "Net sales", ("USD", 0)),
        ("USD 1,204", Unit("CAD", 3), "Net sales", ("USD", 0)),
        ("$1.14", Unit("AUD", 3), "Earnings per share", ("AUD", 0)),
        ("JPY 5 million", Unit("JPY", 3), "Net sales", ("JPY", 6)),  # says so itself
        ("18.3%", Unit("JPY", 6), "Net sales", ("%", 0)),
        ("1.2x", Unit("JPY", 6), "Gearing", ("x", 0)),
        ("1.1 points", Unit("JPY", 6), "Margin", ("points", 0)),
        ("12.30", Unit("JPY", 6), "Net income per share", ("", 0)),
        ("12.30", Unit("JPY", 6), "Earnings per diluted share", ("", 0)),
        ("12.30", Unit("JPY", 6), "1株当たり当期純利益", ("", 0)),
        ("410", Unit("USD", 6), "Dividends ($2.05 per share)", ("USD", 6)),  # of all shares
        ("410", Unit("JPY", 6), "Number of employees", ("", 0)),
        ("410", Unit("USD", 6, 3), "Basic (in shares)", ("", 3)),
        ("410", Unit("USD", 6, 3), "Shares repurchased", ("USD", 6)),
        ("410", Unit("USD", 6), "Basic (in shares)", ("USD", 6)),
    ],
)
def test_a_figure_takes_from_its_table_what_it_does_not_say_itself(text, unit, label, expected):
    figure = in_unit(shown(text), unit, label)
    assert (figure.unit, figure.scale) == expected


@pytest.mark.parametrize("text, unit", [("18.3", "%"), ("18.3%", "%"), ("¥18", "JPY")])
def test_a_bare_figure_under_a_per_cent_heading_is_a_percentage(text, unit):
    assert in_per_cent(shown(text)).unit == unit


@pytest.mark.parametrize(
    "column, expected",
    [
        ("21.1% 8.4 (0.3)", True),
        ("(0.5)% (0.4) — 0.2 (0.1)%", True),
        ("12% 8 (3) 7%", True),  # whole numbers, and the total shows the sign again
        ("12% 8 (3) 7", False),
        ("8.4 21.1%", False),  # the first states the unit
        ("21.1% 8.4%", False),  # nothing to read otherwise
        ("5.0% 120", False),  # other decimals
        ("5.0% 1,120.0", False),  # too large
        ("5.0% $8.4", False),
        ("8.4 0.3", False),
        ("—", False),
    ],
)
def test_a_column_may_show_its_per_cent_sign_only_once(column, expected):
    assert signed_once([shown(text) for text in column.split()]) is expected


def test_what_a_figure_is_read_from_stays():
    assert in_unit(Figure("5", 3, 5, 0), Unit("JPY", 6), "") == Figure("5", 3, 5, 0, "JPY", 6)


@pytest.mark.parametrize(
    "heading, expected",
    [
        ("% of net sales", True),
        ("Growth (per cent)", True),
        ("増減率（％）", True),
        ("(in millions, except percentages)", False),
        ("Change", False),
    ],
)
def test_a_heading_says_that_its_figures_are_percentages(heading, expected):
    assert says_per_cent(heading) is expected


@pytest.mark.parametrize(
    "label, expected",
    [
        ("Gross margin ratio (%)", True),
        ("As a percentage of net sales", True),
        ("6.50% notes due 2027", False),  # names a rate, states an amount
        ("Net sales", False),
    ],
)
def test_a_row_label_says_so_only_of_its_own_figures(label, expected):
    assert row_says_per_cent(label) is expected


@pytest.mark.parametrize(
    "label",
    ["Diluted EPS", "FFO/share", "DPS", "Ergebnis je Aktie", "Résultat par action", "每股收益"],
)
def test_what_is_stated_per_share_is_in_ones_whatever_the_table_is_in(label):
    assert in_unit(shown("$1.14"), Unit("USD", 6), label).scale == 0
    assert in_unit(shown("$1.14"), Unit("USD", 6), "Step fees").scale == 6
