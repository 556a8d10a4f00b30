"""Binding: which figures a declared rule is about, and which of several it takes."""

from collections.abc import Sequence
from typing import Any

import pytest

from auditor import readers
from auditor.auditing.facts import document_facts
from auditor.auditing.relations import document_relations
from auditor.model.fact import Measure
from auditor.model.relation import Kind, Relation
from auditor.model.rule import (
    ANY,
    SAME,
    Operand,
    Pack,
    Place,
    Reads,
    Rule,
    Section,
    Vocabulary,
    When,
)
from auditor.relations.declared import Book, bound

CONCEPTS = ("Fares", "Freight", "Net sales", "Profit", "Cash", "Margin")
WORDS = Vocabulary(
    concepts=tuple((name, ()) for name in CONCEPTS),
    stocks=("Cash",),
    measures=(
        ("growth", ("YoY",)),
        ("change", ("Change",)),
        ("share", ("% of *",)),
    ),
    scenarios=(("target", ("Target",)),),
    scopes=(("parent", ("Parent only",)),),
)
SECTION = Section("Ferries", "Ferries", ("Net sales",))

SUM = Rule("sum", Kind.SUM, "", Operand("Net sales"), (Operand("Fares"), Operand("Freight")))
HALF = Rule(
    "half",
    Kind.SUM,
    "",
    Operand(ANY, months=6),
    (Operand(SAME, when=When.ITS_QUARTERS),),
)
GROWTH = Rule(
    "growth",
    Kind.GROWTH,
    "",
    Operand(ANY, Measure.GROWTH),
    (Operand(SAME),),
    (Operand(SAME, when=When.COMPARED),),
)
CHANGE = Rule(
    "change",
    Kind.DIFFERENCE,
    "",
    Operand(ANY, Measure.CHANGE),
    (Operand(SAME),),
    (Operand(SAME, when=When.COMPARED),),
)
SHARE = Rule(
    "share", Kind.RATIO, "", Operand(ANY, Measure.SHARE), (Operand(SAME),), (Operand("base"),)
)
TIE = Rule("tie", Kind.TIE, "", Operand(ANY), (Operand(SAME),))
CLOSING = Rule("closing", Kind.TIE, "", Operand("Profit"), (Operand("Cash", when=When.ITS_END),))


def declared(document: Any, *packs: Pack) -> list[Relation]:
    found = document_relations(document_facts(document, packs), discover=False)
    return [relation for _, relation in found.bound]


def relations(text, *rules, sections=()) -> list[Relation]:
    document = readers.read(text.encode(), "gannet.md")
    pack = Pack("test", "", rules=tuple(rules), vocabulary=WORDS, sections=sections)
    return declared(document, pack)


def equations(text, *rules, sections=()) -> list[str]:
    """The relations as "kind target: inputs", missing operands after a question mark."""
    return [equation(r) for r in relations(text, *rules, sections=sections)]


def equation(relation):
    signed = [("-" if t.sign < 0 else "") + t.fact.text for t in relation.inputs]
    missing = [f"? {name}" for name in relation.missing]
    return f"{relation.kind} {relation.target.text}: {' '.join([*signed, *missing])}"


@pytest.mark.parametrize(
    "table, expected",
    [
        (
            "| | 2Q06 | 2Q05 |\n| Fares | 8 | 7 |\n| Freight | 2 | 1 |\n| Net sales | 10 | 9 |",
            ["sum 10: 8 2", "sum 9: 7 1"],
        ),
        (
            "| | 2Q06 |\n| Fares | 80 |\n| Net sales | 100 |",
            ["sum 100: 80 ? Freight 2Q06"],
        ),
        ("| | 2Q06 |\n| Net sales | 100 |", []),  # nothing but the total: nothing to say
        (
            "| | 2Q06 | Target |\n| Fares | 8 | 9 |\n| Freight | 2 | 3 |\n| Net sales | 10 | |",
            ["sum 10: 8 2"],  # a target does not mix with results
        ),
        (
            "| Parent only | 2Q06 |\n| Fares | 8 |\n\n| | 2Q06 |\n| Net sales | 10 |",
            [],  # nor one scope with another
        ),
    ],
)
def test_a_sum_takes_its_parts_from_the_same_period_scenario_and_scope(table, expected):
    assert equations(table, SUM) == expected


@pytest.mark.parametrize(
    "table, rule, expected",
    [
        (
            "| | 2Q06 | 2Q05 | YoY |\n| Fares | 80 | 70 | +14.3% |",
            GROWTH,
            ["growth +14.3%: 80 70"],
        ),
        (
            "| | 2Q06 | YoY |\n| Fares | 80 | +14.3% |",
            GROWTH,
            ["growth +14.3%: 80 ? what it is compared with"],
        ),
        (
            "| | 2Q06 | 2Q05 | YoY |\n| Fares | 80 | 70 | — |\n| Freight | 8 | 7 | 14% |",
            GROWTH,
            ["growth 14%: 8 7"],  # a dash states no growth
        ),
        (
            "| | 2Q06 | 2Q05 | Change |\n| Fares | 80 | 70 | 10 |\n| Freight | 7 | 7 | — |",
            CHANGE,
            ["difference 10: 80 -70", "difference —: 7 -7"],  # but no change
        ),
        (
            "| | 2Q06 | % of Net sales |\n| Fares | 80 | 80% |\n| Net sales | 100 | 100% |",
            SHARE,
            ["ratio 80%: 80 100", "ratio 100%: 100 100"],
        ),
        (
            "| | 1Q06 | 2Q06 | 1H06 |\n| Fares | 40 | 41 | 81 |\n| Cash | 8 | 9 | 9 |",
            HALF,
            ["sum 81: 40 41"],  # cash is no flow
        ),
        (
            "| | 1Q06 | 2Q06 | 1H06 |\n| Margin | 40% | 41% | 41% |\n| Berths | 4 | 5 | 5 |",
            HALF,
            [],  # neither is a percentage, and nobody knows of berths
        ),
        (
            "| | 2Q06 |\n| Profit | 40 |\n\n| | June 30, 2006 |\n| Cash | 40 |",
            CLOSING,
            ["tie 40: 40"],
        ),
    ],
)
def test_an_operand_s_period_is_seen_from_the_target(table, rule, expected):
    assert equations(table, rule) == expected


def test_a_base_that_is_not_printed_follows_from_its_own_sum():
    text = """\
| | 2Q06 | 2Q05 |
| Fares | 80 | 70 |
| Freight | 20 | 10 |

## Results of 2Q06

- Net sales: 100 (+25.0% from 2Q05)
"""
    assert "growth +25.0%: 100 70 10" in equations(text, SUM, GROWTH)


def test_a_base_that_is_not_printed_follows_from_the_change_beside_it():
    text = "## Results of 2Q06\n\n- Berths: 110 (+10, +10.0% from 1Q06)\n"
    assert equations(text, GROWTH) == ["growth +10.0%: 110 110 -+10"]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("| | 2Q06 |\n| Fares | 80 |\n\n## 2Q06\n\n- Fares: 80", ["tie 80: 80"]),
        ("## 2Q06\n\n- Fares: 81\n\nTrend\n\n| | 2Q06 |\n| Fares | 80 |", ["tie 80: 81"]),
        ("| | 2Q06 | 2Q05 |\n| Fares | 80 | 81 |", []),  # two facts
        ("| | 2Q06 |\n| Margin | 5% |\n\n## 2Q06\n\n- Margin: 80", []),  # two units
        ("| | 2Q06 |\n| Fares | — |\n\n## 2Q06\n\n- Fares: 80", []),  # a dash states nothing
        ("| | 2Q06 |\n| Berths | 80 |\n\n## 2Q06\n\n- Berths: 81", []),  # unknown words
    ],
)
def test_a_repeated_fact_is_tied_to_where_a_table_first_prints_it(text, expected):
    assert equations(text, TIE) == expected


def test_a_total_printed_twice_is_checked_once_and_where_its_parts_stand():
    text = """\
| | 2Q06 |
| Net sales | 100 |

| | 2Q06 |
| Fares | 80 |
| Freight | 20 |
| Net sales | 101 |
"""
    assert equations(text, SUM) == ["sum 101: 80 20"]


def test_a_total_printed_twice_with_its_parts_is_checked_twice():
    table = "| | 2Q06 |\n| Fares | 80 |\n| Freight | 20 |\n| Net sales | {} |\n\n"
    assert equations(table.format(100) + table.format(101), SUM) == [
        "sum 100: 80 20",
        "sum 101: 80 20",
    ]


def test_of_several_printings_the_nearest_is_taken():
    text = """\
| | 2Q06 |
| Fares | 79 |
| Freight | 21 |

| | 2Q06 |
| Fares | 80 |
| Freight | 20 |
| Net sales | 100 |
"""
    (relation,) = relations(text, SUM)
    assert {f.block for f in relation.facts} == {1}


def test_the_same_arithmetic_on_the_same_figures_is_one_relation():
    table = "| | 2Q06 |\n| Fares | 80 |\n| Freight | 20 |\n| Net sales | 100 |"
    again = Rule(
        "again",
        Kind.DIFFERENCE,
        "",
        Operand("Freight"),
        (Operand("Net sales"),),
        (Operand("Fares"),),
    )
    assert equations(table, SUM, again) == ["sum 100: 80 20"]
    assert equations(table, again, SUM) == ["difference 20: 100 -80"]


@pytest.mark.parametrize(
    "segment, expected",
    [("Ferries", ["sum 60: 50 10"]), (None, [])],
)
def test_a_segment_s_total_may_be_made_of_the_company_s_concepts(segment, expected):
    rule = Rule(
        "segment",
        Kind.SUM,
        "",
        Operand("Net sales", segment=segment, within="Ferries"),
        (Operand("Fares"), Operand("Freight")),
    )
    text = "## Ferries\n\n| | 2Q06 |\n| Fares | 50 |\n| Freight | 10 |\n| Net sales | 60 |"
    assert equations(text, rule, sections=(SECTION,)) == expected


def test_a_rule_may_look_under_one_heading_only():
    rule = Rule("within", Kind.SUM, "", Operand("Net sales", within="Trend of *"), SUM.plus)
    table = "| | 2Q06 |\n| Fares | {} |\n| Freight | 20 |\n| Net sales | {} |\n\n"
    text = "Results\n\n" + table.format(80, 100) + "Trend of sales\n\n" + table.format(81, 101)
    assert equations(text, rule) == ["sum 101: 81 20"]


def test_a_figure_is_no_part_of_itself():
    rule = Rule("self", Kind.SUM, "", Operand("Fares"), (Operand("Fares"), Operand("Freight")))
    assert equations("| | 2Q06 |\n| Fares | 80 |\n| Freight | 20 |", rule) == [
        "sum 80: 20 ? Fares 2Q06"
    ]


def test_a_book_finds_facts_by_what_they_state():
    document = readers.read(b"| | 2Q06 |\n| Fares | 80 |", "gannet.md")
    read = document_facts(document, (Pack("test", "", vocabulary=WORDS),))
    book = Book(read.facts, read.lexicon, ())
    assert [f.text for f in book.stated("Fares", Measure.AMOUNT)] == ["80"]
    assert isinstance(book.stated("Fares", Measure.GROWTH), Sequence)
    assert list(bound((), book)) == []


HARBOUR = """# Accounts

## Ferries

| | 2025 | 2024 | Change |
| Current | | | |
| Cash | 5 | 4 | 25% |
| Total | 5 | 4 | 25% |
| Fixed | | | |
| Ships | 7 | 7 | 0% |
| Quays | | 2 | |
| Total | 7 | 9 | (22%) |
| Margin | 1.25 | 0.80 | |

## Cash

| | FY2025 | FY2024 |
| Cash | 5 | 4 |

Revenue fell by 20% from 10 million to 8 million.
"""


def at(rows=(), columns=(), table="", **more):
    return Operand("", place=Place(table, tuple(rows), tuple(columns), **more))


def text_at(figure, reads=None):
    return at(passage="Revenue fell by … from … million to", figure=figure, reads=reads)


@pytest.mark.parametrize(
    "kind, target, plus, minus, expected",
    [
        (  # a target without columns stands for every column, an operand in the target's
            Kind.TIE,
            at(["Current > Total"], table="Ferries"),
            [at(["Cash"])],
            [],
            ["tie 5: 5", "tie 4: 4", "tie 25%: 25%"],
        ),
        (  # the second of a name; an empty cell of a sum is a part
            Kind.SUM,
            at(["Total #2"], ["2025", "2024"], "Ferries"),
            [at(["Ships"]), at(["Quays"])],
            [],
            ["sum 7: 7 ", "sum 9: 7 2"],
        ),
        (  # elsewhere an empty cell is missing
            Kind.TIE,
            at(["Ships"], ["2025"], "Ferries"),
            [at(["Quays"])],
            [],
            ["tie 7: ? Quays"],
        ),
        (  # a target without rows stands for every row that prints a figure there
            Kind.GROWTH,
            at((), ["Change"], "Ferries"),
            [at((), ["2025"])],
            [at((), ["2024"])],
            ["growth 25%: 5 4", "growth 25%: 5 4", "growth 0%: 7 7", "growth (22%): 7 9"],
        ),
        (  # lists go side by side, one name with all
            Kind.TIE,
            at(["Cash"], ["2025", "2024"], "Ferries"),
            [at(["Cash"], ["FY2025", "FY2024"], "Cash")],
            [],
            ["tie 5: 5", "tie 4: 4"],
        ),
        (
            Kind.GROWTH,
            text_at(1, Reads.NEGATIVE),
            [text_at(3)],
            [text_at(2)],
            ["growth 20%: 8 million 10 million"],
        ),
        (Kind.TIE, at(["Cash"], table="Elsewhere"), [at(["Total"])], [], []),
        (Kind.TIE, at(["Anchors"], table="Ferries"), [at(["Total"])], [], []),
        (
            Kind.TIE,
            at(["Cash"], ["2025"], "Ferries"),
            [at(["Cash"], ["2025"], "Elsewhere")],
            [],
            ["tie 5: ? Cash, 2025"],
        ),
    ],
)
def test_figures_may_be_named_by_their_place(kind, target, plus, minus, expected):
    rule = Rule("place", kind, "", target, tuple(plus), tuple(minus))
    assert equations(HARBOUR, rule) == expected


@pytest.mark.parametrize(
    "reads, unit, sign",
    [(None, "", 1), (Reads.PER_CENT, "%", 1), (Reads.NUMBER, "", 1), (Reads.NEGATIVE, "", -1)],
)
def test_a_rule_may_say_how_a_figure_is_read(reads, unit, sign):
    target = at(["Margin"], ["2025"], "Ferries", reads=reads)
    rule = Rule("place", Kind.RATIO, "", target, (at(["Total"]),), (at(["Cash"]),))
    (relation,) = relations(HARBOUR, rule)
    assert (relation.target.figure.unit, relation.target.sign) == (unit, sign)


def test_a_pack_may_stand_in_for_another():
    document = readers.read(HARBOUR.encode(), "harbour.md")
    general = Pack("general", "", rules=(TIE,), vocabulary=WORDS)
    own = Pack("own", "", instead_of=("general",))
    assert declared(document, general)
    assert not declared(document, general, own)
