"""Localisation: one wrong number is one finding, whatever it breaks."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor import readers
from auditor.check import verdict
from auditor.document import Source
from auditor.fact import Fact, Measure
from auditor.figure import Rounding
from auditor.finding import Finding
from auditor.localise import distinct, findings
from auditor.numerals import cell_figure
from auditor.pipeline import document_report
from auditor.relation import Kind, Relation, Role, Severity, Term
from auditor.rule import ANY, SAME, Operand, Pack, Rule, Vocabulary, When

NEAREST = Rounding.NEAREST


@dataclass(frozen=True)
class Statement:
    """Figures by a name each, and the sums between them as (total, parts)."""

    figures: dict[str, str]
    sums: tuple[tuple[str, tuple[str, ...]], ...]

    def findings(self) -> list[Finding]:
        facts = {name: fact(n, text, name) for n, (name, text) in enumerate(self.figures.items())}
        relations = [
            Relation(
                Kind.SUM, facts[total], tuple(Term(facts[p]) for p in parts), f"sum of {total}"
            )
            for total, parts in self.sums
        ]
        return found(relations)


def fact(number, text, label=""):
    figure = cell_figure(text)
    assert figure is not None, text
    return Fact(number, figure, Source("x.md", line=number + 1, table=1), label, label)


def found(relations, rounding=NEAREST) -> list[Finding]:
    return distinct(findings([verdict(r, rounding) for r in relations], rounding))


def culprits(statement):
    return [finding.citations[0].text for finding in statement.findings()]


def test_what_holds_gives_no_finding():
    assert Statement({"all": "9", "a": "4", "b": "5"}, (("all", ("a", "b")),)).findings() == []


@pytest.mark.parametrize(
    "figures, sums, expected",
    [
        # alone, a total is the first suspect
        ({"all": "800", "a": "400", "b": "500"}, [("all", "ab")], ["800"]),
        # a part that two totals miss
        (
            {"all": "900", "sub": "700", "a": "400", "b": "3000", "c": "200"},
            [("sub", "ab"), ("all", "abc")],
            ["3000"],  # 400 would have to be negative
        ),
        # a subtotal that is wrong in its own sum and in that above
        (
            {"all": "900", "sub": "7000", "a": "400", "b": "300", "c": "200"},
            [("sub", "ab"), ("all", ("sub", "c"))],
            ["7000"],
        ),
        # a total that another sum confirms is an unlikely culprit
        (
            {"all": "900", "a": "400", "b": "600", "c": "200", "d": "700"},
            [("all", "ab"), ("all", "cd")],
            ["400"],
        ),
        # a wrong sign is a likely slip
        ({"all": "-900", "a": "400", "b": "500"}, [("all", "ab")], ["-900"]),
        # two wrong parts share a total, which no one value could set right
        (
            {"all": "900", "a": "400", "b": "600", "c": "200", "d": "900"},
            [("all", "ab"), ("all", "cd"), ("all", "x")],
            ["400", "900"],  # 700 is one digit away from 900, nought is no slip from 200
        ),
        # as do three
        (
            {"all": "900", "a": "400", "b": "600", "c": "200", "d": "900", "e": "100", "f": "500"},
            [("all", "ab"), ("all", "cd"), ("all", "ef"), ("all", "x")],
            ["400", "900", "100"],
        ),
    ],
)
def test_the_fewest_figures_explain_every_violated_relation(figures, sums, expected):
    known = figures | {"x": "900"}
    statement = Statement(known, tuple((total, tuple(parts)) for total, parts in sums))
    assert culprits(statement) == expected


@pytest.mark.parametrize(
    "kind, target, inputs, sign, expected, interval",
    [
        (Kind.SUM, "1,294", ("801", "403"), 1, "1,204", ("1203.00", "1205.00")),
        (Kind.SUM, "(1,294)", ("(801)", "(403)"), 1, "(1,204)", ("-1205.00", "-1203.00")),
        (Kind.GROWTH, "+94.3%", ("80", "70"), 1, "+14.3%", ("12.766", "15.827")),
        (Kind.GROWTH, "21.3%", ("70", "80"), -1, "12.5%", ("11.321", "13.665")),  # "fell by 21.3 %"
        (Kind.RATIO, "45.0%", ("24", "96"), 1, "25.0%", ("24.352", "25.654")),
        (Kind.TIE, "$61.4 million", ("$61,478 thousand",), 1, "$61.5 million", None),
    ],
)
def test_the_expected_text_is_in_the_printed_style(kind, target, inputs, sign, expected, interval):
    roles = {
        Kind.GROWTH: (Role.LATER, Role.EARLIER),
        Kind.RATIO: (Role.NUMERATOR, Role.DENOMINATOR),
        Kind.TIE: (Role.SAME,),
    }.get(kind, (Role.PART, Role.PART))
    figure = cell_figure(target)
    assert figure is not None
    whole = Fact(0, figure, Source("x.md", line=1), "", "", Measure.AMOUNT, sign=sign)
    terms = tuple(
        Term(fact(n, text), 1, role)
        for n, (text, role) in enumerate(zip(inputs, roles, strict=True), start=1)
    )
    (finding,) = found([Relation(kind, whole, terms, "test")])
    assert (finding.printed, finding.expected) == (target, expected)
    assert interval is None or finding.expected_interval == interval


def test_relations_without_a_common_figure_are_explained_apart():
    chain = Statement(
        {"a": "100", "b": "300", "c": "100", "x": "700", "y": "900"},
        (("a", ("b",)), ("x", ("y",)), ("b", ("c",))),
    )
    assert culprits(chain) == ["300", "700"]


def test_an_error_in_a_part_is_said_with_the_part():
    (finding,) = Statement(
        {"all": "900", "sub": "700", "a": "400", "b": "3000", "c": "200"},
        (("sub", ("a", "b")), ("all", ("a", "b", "c"))),
    ).findings()
    assert finding.message == (
        "sub is printed as 700, but its parts give 3,400: 400 + 3000 = 3,400. "
        "Most likely wrong is 3000 at line 4, b, which should be 300."
    )
    assert finding.broken == ("sum of all",)
    assert [c.text for c in finding.citations] == ["3000", "700", "400", "900", "200"]
    assert [s.citation.text for s in finding.suspects] == ["3000", "400"]
    assert sum(s.confidence for s in finding.suspects) == pytest.approx(1, abs=0.02)


def test_the_gravest_of_the_broken_rules_decides():
    target, part = fact(0, "9"), Term(fact(1, "4"))
    severities = (Severity.WARNING, Severity.ERROR)
    relations = [Relation(Kind.SUM, target, (part,), s, severity=s) for s in severities]
    (finding,) = found(relations)
    assert finding.severity is Severity.ERROR


# --- for any statement of nested totals ------------------------------------------------------

amounts = st.integers(0, 10**7).map(lambda n: Fraction(n, 100))
trees = st.recursive(amounts, lambda parts: st.lists(parts, min_size=2, max_size=4), max_leaves=12)


def total(tree):
    return sum(map(total, tree), start=Fraction(0)) if isinstance(tree, list) else tree


def shown(value, decimals):
    """The text that prints the value, halves away from zero."""
    steps = int(value * 10**decimals + Fraction(1, 2))
    digits = str(steps).rjust(decimals + 1, "0")
    return f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits


def statement(tree, decimals, edit=lambda _, value: value):
    """The tree as printed, ``edit`` having changed the printed value of each number."""
    figures: dict[str, str] = {}
    sums = []
    names = count()

    def printed(node):
        name = f"n{next(names)}"
        figures[name] = ""
        parts = tuple(map(printed, node)) if isinstance(node, list) else ()
        if parts:
            sums.append((name, parts))
        figures[name] = shown(edit(name, total(node)), decimals)
        return name

    printed(tree)
    return Statement(figures, tuple(sums))


@given(trees, st.integers(0, 2))
def test_a_true_statement_has_no_findings(tree, decimals):
    assert statement(tree, decimals).findings() == []


@given(trees.filter(lambda tree: isinstance(tree, list)), st.integers(0, 2), st.data())
def test_one_figure_changed_beyond_rounding_is_one_finding_that_cites_it(tree, decimals, data):
    names = sorted(statement(tree, decimals).figures)
    chosen = data.draw(st.sampled_from(names))
    beyond = data.draw(st.integers(6, 10**6)) * Fraction(1, 10**decimals)  # five figures at most
    changed = statement(tree, decimals, lambda n, v: v + beyond if n == chosen else v)
    (finding,) = changed.findings()
    cited = {(c.text, c.source.line) for c in finding.citations}
    assert (changed.figures[chosen], list(changed.figures).index(chosen) + 1) in cited


@given(trees.filter(lambda tree: isinstance(tree, list)), st.integers(0, 2), st.data())
def test_a_figure_that_a_suggestion_replaces_leaves_nothing_to_find(tree, decimals, data):
    names = sorted(statement(tree, decimals).figures)
    chosen = data.draw(st.sampled_from(names))
    changed = statement(tree, decimals, lambda n, v: v + 50 if n == chosen else v)
    (finding,) = changed.findings()
    line = finding.citations[0].source.line
    assert line is not None
    name = list(changed.figures)[line - 1]
    mended = Statement(changed.figures | {name: finding.expected}, changed.sums)
    assert mended.findings() == []


# --- whole documents -------------------------------------------------------------------------

CHANGES = Rule(
    "change",
    Kind.DIFFERENCE,
    "A change",
    Operand(ANY, Measure.CHANGE),
    (Operand(SAME),),
    (Operand(SAME, when=When.COMPARED),),
)
PACK = Pack(
    "test", "", rules=(CHANGES,), vocabulary=Vocabulary(measures=(("change", ("Change",)),))
)
FARES = """\
| | 2Q06 | 2Q05 | Change |
|---|---|---|---|
| Fares | 800 | 700 | {} |
| Tolls | 90 | 70 | {} |

"""


def reported(text):
    document = readers.read(text.encode(), "gannet.md")
    return document_report(document, (PACK,), discover=False).findings


def test_two_changes_in_unrelated_tables_are_two_findings():
    text = "Ferries\n\n" + FARES.format(110, 20) + "Ports\n\n" + FARES.format(100, 30)
    assert [(f.printed, f.citations[0].source.table) for f in reported(text)] == [
        ("110", 1),
        ("30", 2),
    ]


def test_findings_keep_their_ids_when_lines_are_inserted_above():
    text = FARES.format(110, 30)
    before, after = reported(text), reported("# Gannet Lines\n\nDear reader.\n\n" + text)
    assert [f.id for f in before] == [f.id for f in after]
    assert [f.citations[0].source.line for f in before] == [3, 4]
    assert [f.citations[0].source.line for f in after] == [7, 8]


def test_the_same_error_in_two_places_has_two_ids():
    ids = [f.id for f in reported(FARES.format(110, 20) * 2)]
    assert ids[1] == f"{ids[0]}-2"
