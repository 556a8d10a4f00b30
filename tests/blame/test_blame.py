"""Localisation: one wrong number is one finding, whatever it breaks."""

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import count
from math import ceil, floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.blame import explanation, findings
from auditor.checks.verdict import verdict
from auditor.findings.build import label_finding
from auditor.findings.order import distinct
from auditor.findings.wording import OPEN
from auditor.model.citation import Citation
from auditor.model.document import Document, Source
from auditor.model.fact import Fact, Measure
from auditor.model.figure import Rounding
from auditor.model.finding import Finding
from auditor.model.places.line import LinePlace
from auditor.model.places.page import PagePlace
from auditor.model.places.paragraph import ParagraphPlace
from auditor.model.places.sheet import SheetPlace
from auditor.model.relation import Kind, Origin, Relation, Role, Severity, Term
from auditor.model.rule import ANY, SAME, Operand, Pack, Rule, Vocabulary, When
from auditor.model.verdict import LabelCheck, Status
from auditor.notation.numerals import cell_figure
from auditor.rulebook.packs import rule_packs
from tests.solve.ledger import Ledger, Line, sum_of

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
    return Fact(number, figure, Source("x.md", LinePlace(number + 1), table=1), label, label)


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
        # a fall by 22.5 %
        (Kind.GROWTH, "22.5%", ("7,000", "8,000"), -1, "12.5%", ("12.488", "12.512")),
        (Kind.RATIO, "45.0%", ("24", "96"), 1, "25.0%", ("24.352", "25.654")),
        (Kind.TIE, "$65.1 million", ("$61,478 thousand",), 1, "$61.5 million", None),
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
    whole = Fact(0, figure, Source("x.md", LinePlace(1)), "", "", Measure.AMOUNT, sign=sign)
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
        "Most likely wrong is 3000 at line 4, b, which should be 300. "
        "It seems that it is ten times too large."
    )
    assert finding.broken == ("sum of all",)
    assert [c.text for c in finding.citations] == ["3000", "700", "400", "900", "200"]
    assert [s.citation.text for s in finding.suspects] == ["3000"]
    assert sum(s.confidence for s in finding.suspects) == pytest.approx(1, abs=0.02)


def test_the_gravest_of_the_broken_rules_decides():
    target, part = fact(0, "9"), Term(fact(1, "4"))
    severities = (Severity.WARNING, Severity.ERROR)
    relations = [Relation(Kind.SUM, target, (part,), s, severity=s) for s in severities]
    (finding,) = found(relations)
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(
    "figures, sums, expected",
    [
        # two wrong parts of one total, each of which enters another total too
        (
            {"all": "900", "a": "480", "b": "503", "s": "704", "e": "304", "t": "804"},
            [("all", "ab"), ("s", "ae"), ("t", "be")],
            [("480", "400"), ("503", "500")],
        ),
        # nothing joins the second error to the first
        (
            {"all": "900", "a": "400", "b": "508", "t": "804", "e": "304", "u": "61", "v": "16"},
            [("all", "ab"), ("t", "be"), ("u", "v"), ("v", "w")],
            [("508", "500"), ("61", "16")],
        ),
    ],
)
def test_several_errors_are_told_apart_and_set_right(figures, sums, expected):
    known = figures | {"w": "16"}
    found = Statement(known, tuple((total, tuple(parts)) for total, parts in sums)).findings()
    assert [(f.printed, f.expected) for f in found] == expected


@pytest.mark.parametrize(
    "second, expected",
    [
        ("508", [("480", "400"), ("508", "500")]),
        ("517", [("480", "400")]),  # no slip makes it of 500: what joins them may be misread
    ],
)
def test_of_two_errors_in_one_sum_the_second_is_told_where_it_is_a_slip(second, expected):
    figures = {"all": "900", "a": "480", "b": second, "s": "704", "e": "304"}
    figures |= {"t": "600", "f": "200", "u": "1,000", "g": "100"}
    sums = (("all", "ab"), ("s", "ae"), ("t", "af"), ("u", ("all", "g")))
    found = Statement(figures, tuple((total, tuple(parts)) for total, parts in sums)).findings()
    assert [(f.printed, f.expected) for f in found] == expected


def test_a_quotient_over_a_base_of_the_wrong_sign_is_not_blamed():
    figures = {"r": "5.8%", "n": "181", "d": "(14,007)", "m": "811", "x": "9,004", "y": "5,003"}
    lines = [
        Line(Kind.RATIO, "r", ("n", "d")),
        Line(Kind.TIE, "n", ("m",)),
        sum_of("d", "x y"),
        sum_of("n", "u v"),
    ]
    ledger = Ledger(figures | {"u": "604", "v": "207"}, lines)
    found = distinct(findings(ledger.verdicts(), NEAREST))
    assert [(f.printed, f.expected) for f in found] == [("181", "811"), ("(14,007)", "14,007")]


def test_two_figures_that_weigh_the_same_are_both_named():
    (finding,) = Statement({"p": "9,134", "q": "9,143"}, (("p", ("q",)),)).findings()
    assert [s.confidence for s in finding.suspects] == [0.5, 0.5]
    assert finding.message.endswith(
        "One of these is wrong, and nothing tells which: 9,134 at line 1, 9,143 at line 2."
    )


@pytest.mark.parametrize(
    "total, wrong, twice, other, right",
    [
        ("900", "(500)", "1,000", "(700)", "500"),
        ("(100)", "500", "(1,000)", "(700)", "(500)"),
        ("-100", "500", "-1,000", "-700", "-500"),
        ("(100)", "500", "(1,000)", "△700", "(500)"),
    ],
)
def test_a_sign_is_set_right_in_the_style_of_the_document(total, wrong, twice, other, right):
    texts = (total, "400", wrong, twice, other)
    all_, a, b, double, elsewhere = (fact(n, text) for n, text in enumerate(texts))
    relations = [
        Relation(Kind.SUM, all_, (Term(a), Term(b)), "sum"),
        Relation(Kind.SUM, double, (Term(b), Term(b)), "twice"),
    ]
    facts = (all_, a, b, double, elsewhere)
    (finding,) = findings([verdict(r, NEAREST) for r in relations], NEAREST, facts)
    assert finding.expected == right


def growth(printed, later, earlier, kind=Kind.GROWTH):
    sign = 1 if kind is Kind.GROWTH else -1
    terms = (Term(later, 1, Role.LATER), Term(earlier, sign, Role.EARLIER))
    return Relation(kind, printed, terms, "test")


def test_a_base_taken_from_elsewhere_is_named():
    target = fact(0, "+5.6%")._replace(measure=Measure.GROWTH)
    later, base = fact(1, "26,444", "Fares"), fact(2, "25,000", "Fares")
    base = base._replace(scenario="initial target")
    revised = fact(3, "26,400", "Fares")._replace(scenario="revised target")
    relation = growth(target, later, base)
    tied = [Relation(Kind.TIE, f, (Term(fact(n, f.text), 1, Role.SAME),), "tie")
            for n, f in ((7, later), (8, base))]  # fmt: skip
    verdicts = [verdict(r, NEAREST) for r in (relation, *tied)]
    (finding,) = findings(verdicts, NEAREST, (target, later, base, revised))
    assert finding.suspects[0].slip == "26,400, the revised target, was divided instead of 26,444"
    assert (finding.printed, finding.expected) == ("+5.6%", "+5.8%")


@pytest.mark.parametrize(
    "kind, printed, later, earlier, slip",
    [
        (Kind.GROWTH, "105%", "10,521", "10,000", "growth is given as a ratio (105% for 5 %)"),
        (Kind.GROWTH, "8.0%", "48.0%", "40.0%", "the change is given in points, not per cent"),
    ],
)
def test_a_figure_of_the_wrong_kind_is_named(kind, printed, later, earlier, slip):
    facts = fact(0, printed), fact(1, later), fact(2, earlier)
    held = [Relation(Kind.TIE, f, (Term(fact(n, f.text), 1, Role.SAME),), "tie")
            for n, f in ((7, facts[1]), (8, facts[2]))]  # fmt: skip
    verdicts = [verdict(r, NEAREST) for r in (growth(*facts, kind), *held)]
    (finding,) = findings(verdicts, NEAREST, facts)
    assert finding.suspects[0].slip == slip


COPIED = "it is the figure of the neighbouring column, 2023"


@pytest.mark.parametrize(
    ("beside", "slip"),
    [
        ({}, COPIED),
        ({"beside": ("447", 2, 3)}, ""),  # another row says the same in both columns
        ({"beside": ("474", 2, 3)}, COPIED),
    ],
)
def test_a_figure_of_the_neighbouring_column_is_named(beside, slip):
    cells = {"all": ("812", 3, 2), "before": ("812", 3, 3), "a": ("500", 1, 2), "b": ("447", 2, 2)}
    cells |= beside
    facts = {
        name: fact(n, text, name)._replace(
            source=Source("x.md", LinePlace(row), 1, row, col, column_label=f"20{20 + col}"),
        )
        for n, (name, (text, row, col)) in enumerate(cells.items())
    }  # fmt: skip
    total = Relation(Kind.SUM, facts["all"], (Term(facts["a"]), Term(facts["b"])), "sum")
    verdicts = [verdict(total, NEAREST)]
    (finding,) = findings(verdicts, NEAREST, tuple(facts.values()))
    suspected = {one.citation.text: one.slip for one in finding.suspects}
    assert (suspected["812"] or "") == slip


def test_what_holds_by_a_second_reading_of_the_same_figures_confirms_nothing():
    change, later, earlier = fact(0, "(30)"), fact(1, "90"), fact(2, "60")
    relations = [
        growth(change, later, earlier, Kind.DIFFERENCE),
        growth(change, earlier, later, Kind.DIFFERENCE),
    ]
    (finding,) = found(relations)
    assert (finding.printed, finding.expected) == ("(30)", "30")


def test_a_share_of_itself_bounds_nothing():
    total, share = fact(0, "7,100"), fact(1, "100.0%")
    terms = (Term(total, 1, Role.NUMERATOR), Term(total, 1, Role.DENOMINATOR))
    relations = [
        Relation(Kind.RATIO, share, terms, "share"),
        Relation(Kind.SUM, total, (Term(fact(2, "700")), Term(fact(3, "1,000"))), "sum"),
    ]
    (finding,) = found(relations)
    assert (finding.printed, finding.expected) == ("7,100", "1,700")


def test_a_discovered_relation_whose_figures_are_all_confirmed_is_misread():
    facts = {name: fact(n, "500", name) for n, name in enumerate("abcdefghi")}
    sums = [("a", "bc"), ("a", "d"), ("b", "e"), ("c", "f")]
    relations = [
        Relation(
            Kind.SUM, facts[t], tuple(Term(facts[p]) for p in parts), "sum",
            origin=Origin.DISCOVERED,
        )
        for t, parts in sums
    ]  # fmt: skip
    assert found(relations) == []
    told = explanation([verdict(r, Rounding.NEAREST) for r in relations], Rounding.NEAREST)
    assert told.misread == (relations[0],)


def test_many_broken_relations_are_explained_in_linear_time():
    """A knot of a thousand relations, each broken by a part of its own."""
    figures = {"all": "900"} | {f"p{n}": str(100 + n) for n in range(1000)}
    statement = Statement(figures, tuple(("all", (f"p{n}",)) for n in range(1000)))
    assert len(statement.findings()) >= 1


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


@settings(deadline=None)
@given(
    trees.filter(lambda tree: isinstance(tree, list)),
    st.integers(0, 2),
    st.lists(st.integers(-(10**4), 10**6), min_size=1, max_size=3),
    st.data(),
)
def test_what_is_suggested_lies_where_it_may_and_is_no_surer_than_it_is(tree, decimals, off, data):
    """However many figures are wrong: what is printed is a value in the range told beside it."""
    names = sorted(statement(tree, decimals).figures)
    moved = {data.draw(st.sampled_from(names)): Fraction(n, 10**decimals) for n in off}
    changed = statement(tree, decimals, lambda n, v: max(v + moved.get(n, 0), Fraction(0)))
    for finding in changed.findings():
        confidences = [suspect.confidence for suspect in finding.suspects]
        assert sum(map(Fraction, map(str, confidences))) <= 1
        if OPEN in finding.message:
            assert max(confidences) < 0.9
        for suspect in finding.suspects:
            assert not suspect.suggestion or cell_figure(suspect.suggestion) is not None
        if finding.expected and finding.expected_interval:
            figure = cell_figure(finding.expected)
            assert figure is not None
            low, high = map(Fraction, finding.expected_interval)
            is_any_within = ceil(low / figure.last_unit) <= floor(high / figure.last_unit)
            assert low <= figure.value <= high or not is_any_within
            assert finding.expected.count(".") == finding.printed.count(".")


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


PLACES = {  # of a cell, by the tables before its own, its row and its column
    "pages": lambda t, r, c: Source(
        "x.pdf", PagePlace(9 - t, (c, 20 * t + r, c + 1, 20 * t + r + 1)), table=t + 1, row=r, col=c
    ),
    "sheets": lambda t, r, c: Source(
        "x.xlsx", SheetPlace("ZYX"[t], f"{'ABCD'[c - 1]}{r}"), table=t + 1, row=r, col=c
    ),
    "tables": lambda t, r, c: Source("x.docx", table=t + 1, row=r, col=c),
    "one line": lambda t, r, c: Source(
        "x.html", LinePlace(1, 99 * t + 9 * r + c), table=t + 1, row=r, col=c
    ),
}


def without_lines(texts, place, before=0):
    """The findings of a document of Markdown tables that are placed otherwise."""
    tables = [table for text in texts for table in readers.read(text.encode(), "x.md").tables]
    placed = tuple(
        replace(
            table,
            number=n + 1,
            rows=tuple(
                tuple(replace(c, source=place(n, c.source.row, c.source.col)) for c in row if c)
                for row in table.rows
            ),
        )
        for n, table in enumerate(tables, start=before)
    )
    document = Document("x", "", placed)
    return document_report(document, (PACK,), discover=False).findings


@pytest.mark.parametrize("form", PLACES)
def test_findings_stand_in_reading_order_without_lines_too(form):
    texts = [FARES.format(110, 20), FARES.format(100, 30), FARES.format(100, 40)]
    found = without_lines(texts, PLACES[form])
    assert [(f.printed, f.citations[0].source.table) for f in found] == [
        ("110", 1), ("30", 2), ("40", 3),
    ]  # fmt: skip


@pytest.mark.parametrize("form", PLACES)
def test_ids_do_not_depend_on_where_a_finding_stands(form):
    text = FARES.format(110, 30)
    first, later = without_lines([text], PLACES[form]), without_lines([text], PLACES[form], 1)
    assert first[0].citations[0].source != later[0].citations[0].source
    assert [f.id for f in first] == [f.id for f in later] == [f.id for f in reported(text)]


@pytest.mark.parametrize("form", PLACES)
def test_the_same_error_in_two_tables_has_two_ids_in_every_format(form):
    ids = [f.id for f in without_lines([FARES.format(110, 20)] * 2, PLACES[form])]
    assert ids[1] == f"{ids[0]}-2"


def test_a_heading_is_told_where_its_table_stands():
    heading = Citation("heading", "1Q06", Source("x.docx", ParagraphPlace(9)))
    columns = tuple(
        Citation("column heading", "2Q06", Source("x.docx", table=t, row=1, col=2)) for t in (1, 2)
    )
    facts = [
        fact(n, "5")._replace(source=Source("x.docx", table=t, row=2, col=2))
        for n, t in enumerate((1, 2))
    ]
    label = LabelCheck("r", "", Status.VIOLATED, Severity.ERROR, "", heading, (), "1Q06", "")
    made = [label_finding(replace(label, columns=(column,))) for column in columns[::-1]]
    assert [f.citations[1] for f in distinct(made, facts)] == list(columns)


@pytest.mark.parametrize(
    "total, confirmed, blamed",
    [
        ("21", 0.9, []),  # then it is the reading that is wrong
        ("21", 0.3, ["21"]),
        ("98", 0.3, []),  # no slip of the pen
    ],
)
def test_a_doubtful_reading_hides_no_error_beside_it(total, confirmed, blamed):
    figures = {"t": total, "a": "5", "b": "7", "u": total, "c": "5", "d": "7"}
    doubtful = {"origin": Origin.DISCOVERED, "confidence": confirmed}
    lines = [
        sum_of("t", "a b", origin=Origin.DISCOVERED, confidence=0.9),
        *(sum_of(one, other, **doubtful) for one, other in ("tu", "ac", "bd")),
    ]
    found = findings(Ledger(figures, lines).verdicts(), NEAREST)
    assert [f.suspects[0].citation.text for f in found] == blamed


def test_a_figure_that_hundreds_of_others_speak_for_has_a_finite_weight():
    text = (
        "(USD million)\t2025\t2024\tChange\tChange (%)\n"
        "Terminals\t412.4\t400.1\t12.3\t3.1%\n"
        "Repairs\t23.9\t-\t23.9\tn/a\n"
        "Total revenue\t374.6" + "\t6" * 400 + "\t341.9\t32.7\t9.6%\n"
    )
    found = document_report(readers.read(text.encode(), "a.tsv"), rule_packs()).findings
    assert [finding.printed for finding in found] == ["6", "374.6"]  # of its two parts, too


@pytest.mark.parametrize(
    "printed, parts, expected",
    [
        ("4,454", "1,316 874 205 2,049", "4,444"),  # 4,445 is two digits swapped, but a unit off
        ("398", "187 201", "388"),
        ("125.4", "88.4 31.7 6.5", "126.6"),  # 126.4 only where all are rounded the same way
    ],
)
def test_a_total_should_be_what_its_parts_give(printed, parts, expected):
    figures = {"t": printed} | {f"p{n}": text for n, text in enumerate(parts.split())}
    statement = Statement(figures, (("t", tuple(figures)[1:]),))
    (finding,) = statement.findings()
    assert {s.citation.text: s.suggestion for s in finding.suspects}[printed] == expected
