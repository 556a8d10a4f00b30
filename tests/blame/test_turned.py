"""A figure with the wrong sign is not confirmed by readings that follow its sign."""

import pytest

from auditor.blame.turned import without_turned
from auditor.checks.verdict import verdict
from auditor.model.document import Source
from auditor.model.fact import Fact
from auditor.model.figure import Rounding
from auditor.model.places.line import LinePlace
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.notation.numerals import cell_figure

NEAREST = Rounding.NEAREST


def fact(number, text, row):
    figure = cell_figure(text)
    assert figure is not None
    return Fact(number, figure, Source("x.md", LinePlace(row), table=1, row=row, col=1), "", "")


def net_and_tax(taxes, *, income=("900", "800"), net=("780", "695")):
    """Two columns of income, two taxes, their total, net income: tax sums, then net sums."""
    relations = []
    for column, tax in enumerate(taxes):
        own, later = ("80", "40"), ("70", "35")
        parts = own if column == 0 else later
        n = column * 10
        total = fact(n + 3, tax, 4)
        added = tuple(Term(fact(n + 1 + i, text, 2 + i)) for i, text in enumerate(parts))
        before = Term(fact(n, income[column], 1))
        result = fact(n + 4, net[column], 5)
        relations += [
            Relation(Kind.SUM, total, added, "taxes"),
            Relation(Kind.SUM, result, (before, Term(total)), "net"),
        ]
    return [verdict(relation, NEAREST) for relation in relations]


@pytest.mark.parametrize(
    "taxes, expected",
    [
        # net = income + tax holds where the total's sign is wrong, and fails where it is right
        (("(120)", "105"), ["taxes", "taxes"]),
        # both signs are as they should be, and the net of both columns is off otherwise
        (("120", "105"), ["taxes", "net", "taxes", "net"]),
    ],
)
def test_a_sum_that_only_the_wrong_sign_brought_about_is_left_out(taxes, expected):
    kept = without_turned(net_and_tax(taxes), NEAREST)
    assert [v.relation.rule for v in kept] == expected


def test_a_tie_that_holds_but_for_the_sign_confirms_no_sign():
    total, elsewhere = fact(0, "(120)", 1), fact(1, "120", 9)
    parts = (Term(fact(2, "80", 2)), Term(fact(3, "40", 3)))
    tie = Relation(Kind.TIE, total, (Term(elsewhere, -1, Role.SAME),), "tie")
    verdicts = [verdict(r, NEAREST) for r in (Relation(Kind.SUM, total, parts, "sum"), tie)]
    assert [v.relation.rule for v in without_turned(verdicts, NEAREST)] == ["sum"]
