"""Convention of prose: a document's numbers are read as it writes them, decided once."""

from fractions import Fraction

import pytest

from auditor.model.figure import Figure
from auditor.notation.numerals import figures, printed
from auditor.notation.numerals.prose_convention import ProseConvention, convention_of
from auditor.notation.prose_languages import ENGLISH, usual_language


def convention(*texts):
    return convention_of(texts, usual_language(texts))


def read(text, *others):
    """Each figure of a text as printed, with its value and unit, in a document of such texts."""
    found = figures(text, convention(text, *others).of(text))
    return [(f.text, f.value, f.unit) for f in found]


MILLION = 10**6


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Umsatz stieg um 12,5 % auf 1,24 Mrd. Euro.",
         [("12,5 %", Fraction(25, 2), "%"), ("1,24 Mrd. Euro", 1240 * MILLION, "EUR")]),
        ("Die Kosten für das Jahr lagen bei 1.240,5 Mio. EUR und 3.100 Tsd. €",
         [("1.240,5 Mio. EUR", Fraction("1240.5") * MILLION, "EUR"),
          ("3.100 Tsd. €", 3_100_000, "EUR")]),
        ("Le résultat s’élève à 1 204,5 millions d’euros et 21,4 M€ sur les ventes",
         [("1 204,5 millions d’euros", Fraction("1204.5") * MILLION, "EUR"),
          ("21,4 M€", Fraction("21.4") * MILLION, "EUR")]),
        ("Wir erwarten 3,9 bis 4,1 Mrd. Euro bei einer Marge zwischen 7,5 und 8,0 %",
         [("4,1 Mrd. Euro", 4100 * MILLION, "EUR"), ("7,5", Fraction("7.5"), "%"),
          ("8,0 %", 8, "%")]),
        ("Le chiffre d’affaires sera compris entre 5,9 et 6,1 milliards d’euros en 2026",
         [("5,9", 5900 * MILLION, "EUR"), ("6,1 milliards d’euros", 6100 * MILLION, "EUR")]),
        ("As vendas foram de 84 301 milhares de euros, ou mais 3,3 %, com o grupo a crescer",
         [("84 301 milhares de euros", 84_301_000, "EUR"), ("3,3 %", Fraction("3.3"), "%")]),
        ("O total do ativo era de 3.512.278 mil reais em 2025",
         [("3.512.278 mil reais", 3_512_278_000, "BRL")]),
        ("El beneficio fue de 1.204 mil millones de euros, un 11,3 % más",
         [("1.204 mil millones de euros", 1204 * 10**9, "EUR"), ("11,3 %", Fraction("11.3"), "%")]),
        ("A receita foi de R$ 1.240,5 milhões e os custos de 2,3 bilhões de reais",
         [("R$ 1.240,5 milhões", Fraction("1240.5") * MILLION, "BRL"),
          ("2,3 bilhões de reais", 2_300 * MILLION, "BRL")]),
        ("I ricavi sono pari a 1.240,5 milioni di euro, in crescita dell'11,1%",
         [("1.240,5 milioni di euro", Fraction("1240.5") * MILLION, "EUR"),
          ("11,1%", Fraction("11.1"), "%")]),
        ("De omzet steeg met 12,5% naar 1.102,7 mln euro",
         [("12,5%", Fraction("12.5"), "%"),
          ("1.102,7 mln euro", Fraction("1102.7") * MILLION, "EUR")]),
        # Swiss: points and apostrophes, in German words
        ("Der Umsatz stieg um 3.6 % auf CHF 1’718.7 Mio. im Jahr",
         [("3.6 %", Fraction("3.6"), "%"),
          ("CHF 1’718.7 Mio.", Fraction("1718.7") * MILLION, "CHF")]),
        ("매출액은 1조 2,405억원, 전년은 345억원, 1.2%p 상승",
         [("1조 2,405억원", 12405 * 10**8, "KRW"), ("345억원", 345 * 10**8, "KRW"),
          ("1.2%p", Fraction("1.2"), "points")]),
        ("公司实现营业收入12.4亿元，提高1.2个百分点",
         [("12.4亿元", Fraction("12.4") * 10**8, "CNY"),
          ("1.2个百分点", Fraction("1.2"), "points")]),
        ("売上高は3億4,500万円、総資産は1兆2,345億円となりました。",
         [("3億4,500万円", 345 * MILLION, "JPY"), ("1兆2,345億円", 12345 * 10**8, "JPY")]),
        ("売上高は246億2百万円、資本金は1億5千万円、12万3,456円、1億2,345万6千円でした。",
         [("246億2百万円", 24602 * MILLION, "JPY"), ("1億5千万円", 150 * MILLION, "JPY"),
          ("12万3,456円", 123456, "JPY"), ("1億2,345万6千円", 123456000, "JPY")]),
        ("영업이익은 1조 2천억원, 3억 5천만원, 직원 1만 2,345명",
         [("1조 2천억원", 12 * 10**11, "KRW"), ("3억 5천만원", 350 * MILLION, "KRW"),
          ("1만 2,345명", 12345, "명")]),
        ("revenue rose from ₹ 1,090 crore to ₹ 1,20,000 lakh",
         [("₹ 1,090 crore", 1090 * 10**7, "INR"), ("₹ 1,20,000 lakh", 12 * 10**9, "INR")]),
    ],
)  # fmt: skip
def test_figures_are_read_in_the_notation_of_their_language(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "others", "expected"),
    [
        # alone it could be either; the document's other numbers, or its language, decide
        ("Die Zahl der Mitarbeiter lag bei 12.345.", [], 12345),
        ("Die Zahl der Mitarbeiter lag bei 12.345.",
         ["Der Umsatz stieg um 3.6 % auf CHF 1'718.7 Mio. und mit der Marge um 1.2 %"],
         Fraction("12.345")),
        ("The number of employees was 12,345 in all.", [], 12345),
        ("The area of the plant is 12,345 ha.",
         ["The rates are 1,5 and 2,25 and 3,75 of the total"], 12345),  # may group: left alone
    ],
)  # fmt: skip
def test_what_one_number_leaves_open_the_document_decides(text, others, expected):
    own = convention(text, *others)
    assert [f.value for f in figures(text, own)] == [expected]


def test_a_passage_in_another_language_has_its_own_convention():
    german = convention("Der Umsatz stieg um 12,5 % auf die 1.240,5 Mio. Euro für das Jahr.")
    assert german.decimal_comma
    assert not german.of("Revenue was up by 12.5% in the year and we are glad of it.").decimal_comma
    assert german.of("12.345 Mitarbeiter").decimal_comma  # tells no language


@pytest.mark.parametrize("text", ["am 31.12.2025", "Version 1.2.3", "im Jahr 2025", "8,5,3"])
def test_dates_and_versions_stay_no_figures(text):
    assert figures(text, ProseConvention(ENGLISH, decimal_comma=True)) == ()


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("Der Umsatz stieg um 1,9 Prozent und das", Fraction("9.1"), "9,1 Prozent"),
        ("Der Umsatz und die Kosten: 845,2 Mio. EUR", 1_845_200_000, "1.845,2 Mio. EUR"),
        ("매출액은 1조 2,045억원으로", 12405 * 10**8, "1조 2,405억원"),
        ("売上高は1兆45億円でした", 12345 * 10**8, "1兆2,345億円"),
        ("売上高は264億2百万円でした", 24602 * MILLION, "246億2百万円"),
        ("総額は1億2,345万6,788円でした", 123456789, "1億2,345万6,789円"),
        ("les ventes sur l'année : 1\u202f204,5 millions d’euros", Fraction("1240.5") * MILLION,
         "1\u202f240,5 millions d’euros"),
        ("in the year ₹ 1,25,000 lakh", 12 * 10**9, "₹ 1,20,000 lakh"),
    ],
)  # fmt: skip
def test_suggestions_are_printed_in_the_same_notation(text, value, expected):
    figure = figures(text, convention(text).of(text))[0]
    assert isinstance(figure, Figure)
    assert printed(Fraction(value), figure) == expected
