"""Wording: what a person reads, whole."""

from fractions import Fraction

import pytest

from auditor.findings.wording import decimal, place, sentence, subject, working
from auditor.model.document import Source
from auditor.model.fact import Comparison, Fact, Measure
from auditor.model.period import Period
from auditor.model.places.line import LinePlace
from auditor.model.places.page import PagePlace
from auditor.model.places.paragraph import ParagraphPlace
from auditor.model.places.sheet import SheetPlace
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.notation.numerals import cell_figure

QUARTER = Period(1, 3, "2Q06")
TABLE, PROSE = (
    Source("a.md", LinePlace(7), table=1, column_label="Change"),
    Source("a.md", LinePlace(9)),
)


def fact(text, label="Fares", *, source=TABLE, period=QUARTER, against=None, sign=1):
    figure = cell_figure(text)
    assert figure is not None
    return Fact(
        0, figure, source, label, "", Measure.AMOUNT, period, Comparison(text=against or ""),
        sign=sign,
    )  # fmt: skip


def relation(kind, target, *terms):
    return Relation(kind, target, terms, "test")


def quotient(kind, target):
    over, under = (
        (Role.LATER, Role.EARLIER) if kind is Kind.GROWTH else (Role.NUMERATOR, Role.DENOMINATOR)
    )
    return relation(kind, target, Term(fact("80"), 1, over), Term(fact("70"), 1, under))


@pytest.mark.parametrize(
    "made, expected",
    [
        (
            relation(Kind.SUM, fact("100"), Term(fact("80")), Term(fact("19"), -1)),
            "Fares (2Q06) is printed as 100, but its parts give X: 80 - 19 = X.",
        ),
        (
            relation(Kind.AVERAGE, fact("5"), Term(fact("4")), Term(fact("8"))),
            "Fares (2Q06) is printed as 5, but the average is off: (4 + 8) / 2 = X.",
        ),
        (
            relation(Kind.TIE, fact("80"), Term(fact("81", source=PROSE))),
            "Fares (2Q06) is 80 at line 7, but 81 at line 9.",
        ),
        (
            quotient(Kind.GROWTH, fact("+15%", source=PROSE, against="2Q05")),
            "Fares (2Q06): +15% compared with 2Q05 is printed, but 80 / 70 - 1 = X.",
        ),
        (
            quotient(Kind.GROWTH, fact("+15%", against="YoY")),  # the column says it itself
            "Fares (2Q06): +15% is printed, but 80 / 70 - 1 = X.",
        ),
        (
            quotient(Kind.RATIO, fact("80%")),
            "Fares (2Q06): 80% is printed, but 80 / 70 = X.",
        ),
        (
            relation(
                Kind.POINTS,
                fact("1.5 points", "Margin", source=PROSE, against="2Q05"),
                Term(fact("5%"), 1, Role.LATER),
                Term(fact("4%"), -1, Role.EARLIER),
            ),
            "Margin (2Q06): a change of 1.5 points from 2Q05 is printed, but 5% - 4% = X.",
        ),
        (
            relation(
                Kind.DIFFERENCE,
                fact("9"),
                Term(fact("80"), 1, Role.LATER),
                Term(fact("70"), -1, Role.EARLIER),
            ),
            "Fares (2Q06): a change of 9 is printed, but 80 - 70 = X.",
        ),
        (
            relation(Kind.DIFFERENCE, fact("9"), Term(fact("80")), Term(fact("70"), -1)),
            "Fares (2Q06) is printed as 9, but the difference is X: 80 - 70 = X.",
        ),
    ],
)
def test_a_violated_relation_is_one_sentence(made, expected):
    assert sentence(made, "X") == expected


@pytest.mark.parametrize(
    "terms, expected",
    [
        ([Term(fact("4"), -1), Term(fact("8"))], "-4 + 8 = X"),
        ([Term(fact("4", sign=-1)), Term(fact("8"))], "-4 + 8 = X"),  # "decreased by 4"
        ([], "nothing = X"),
    ],
)
def test_the_working_shows_signs_as_a_calculator_would(terms, expected):
    assert working(relation(Kind.SUM, fact("9"), *terms), "X") == expected


def test_a_base_of_several_figures_stands_in_brackets():
    made = relation(
        Kind.GROWTH,
        fact("+5%"),
        Term(fact("80"), 1, Role.LATER),
        Term(fact("70"), 1, Role.EARLIER),
        Term(fact("6"), 1, Role.EARLIER),
    )
    assert working(made, "X") == "80 / (70 + 6) - 1 = X"


@pytest.mark.parametrize(
    "named, expected",
    [
        (fact("8"), "Fares (2Q06)"),
        (fact("8", "Fares of 2Q06"), "Fares of 2Q06"),
        (fact("8", period=None), "Fares (Change)"),
        (fact("8", period=None, source=PROSE), "Fares"),
        (fact("8", "", period=None, source=PROSE), "A figure in the text"),
        (fact("8", ""), "A row without a label (2Q06)"),
    ],
)
def test_a_fact_is_named_by_its_label_and_when(named, expected):
    assert subject(named) == expected


@pytest.mark.parametrize(
    "source, expected",
    [
        (PROSE, "at line 9"),
        (Source("a.xlsx", SheetPlace("P&L", "C7")), "in P&L!C7"),
        (Source("a.xlsx", SheetPlace("", "C7")), "in C7"),
        (Source("a.xlsx", SheetPlace("Cash flows", "C7")), "in 'Cash flows'!C7"),
        (Source("a.xlsx", SheetPlace("Owners' equity")), "in 'Owners'' equity'"),
        (Source("a.pdf", PagePlace(3)), "on page 3"),
        (Source("a.pdf", PagePlace(3), table=2, row=1, col=4), "on page 3"),
        (Source("a.docx", ParagraphPlace(12, 4, 9)), "in paragraph 12"),
        (Source("a.docx", ParagraphPlace(1, element="footnote 3")), "in footnote 3, paragraph 1"),
        (Source("a.docx", ParagraphPlace(element="text box 1")), "in text box 1"),
        (Source("a.docx", table=3, row=5, col=2), "in table 3, row 5"),
        (Source("a.html", LinePlace(71, 8, 12), table=3, row=5, col=2), "at line 71"),
        (
            Source("a.html", LinePlace(1, 81_234, 81_240), table=3, row=5, col=2),
            "in table 3, row 5",
        ),
        (Source("a.html", LinePlace(1, 81_234, 81_240)), "at line 1, column 81234"),
        (Source("a.bin"), ""),
    ],
)
def test_a_place_is_said_as_its_format_counts(source, expected):
    assert place(fact("8", source=source)) == expected


@pytest.mark.parametrize(
    "value, places, expected",
    [
        (Fraction(5, 2), 0, "3"),  # halves away from zero
        (Fraction(-5, 2), 0, "-3"),
        (Fraction(1, 3), 2, "0.33"),
        (Fraction(-1, 300), 2, "0.00"),  # no minus on nothing
        (Fraction(1234567), 1, "1234567.0"),
        (Fraction(10**30 + 1), 0, f"{10**30 + 1}"),
    ],
)
def test_a_decimal_is_exact(value, places, expected):
    assert decimal(value, places) == expected
