"""Findings: one for each figure that relations contradict which all hold by themselves."""

import sys

import pytest

from auditor.blame import joint_findings
from auditor.model.relation import Kind, Origin, Severity
from auditor.model.verdict import Status
from tests.solve.ledger import DESCRIBED, NEAREST, UNKNOWN, Ledger, Line, sum_of

FOUND = {"origin": Origin.DISCOVERED, "confidence": 0.9}
# 14 within rounding of 5 + 5 + 3, which leaves nothing over; the subtotal needs some
HIDDEN = {"t": "15", "a": "5", "b": "5", "c": "4", "s": "9"}
SUMS = (sum_of("t", "a b c"), sum_of("s", "b c"))


def found(ledger, audience=DESCRIBED, **options):
    assert all(v.status is Status.HOLDS for v in ledger.verdicts())
    return joint_findings(ledger.verdicts(), audience, **options)


def with_figures(**changed):
    return Ledger(HIDDEN | changed, SUMS)


@pytest.mark.parametrize(
    "changed, expected",
    [
        ({}, []),  # 14 + 1: within three halves
        ({"t": "16"}, ["16", "5", "5", "4", "9"]),
        ({"t": "16", "s": "10"}, []),
        ({"s": "8.6"}, ["15", "5", "8.6", "5", "4"]),
        ({"t": "15.4", "s": "8.5"}, ["15.4", "5", "8.5", "5", "4"]),
    ],
)
def test_an_error_that_no_single_relation_shows(changed, expected):
    findings = found(with_figures(**changed))
    cited = [sorted(c.text for c in finding.citations) for finding in findings]
    assert cited == ([sorted(expected)] if expected else [])


def test_a_conflict_is_one_finding_with_the_chain_of_its_relations():
    figures = {"g": "-45.2%", "x": "29.2", "y": "53.1", "p": "26.9", "q": "26.1"}
    lines = [Line(Kind.GROWTH, "g", ("x", "y")), sum_of("y", "p q")]
    (finding,) = found(Ledger(figures, lines))
    assert finding.severity is Severity.ERROR
    assert finding.kind is Kind.GROWTH
    assert finding.working == (
        "g: 29.2 / 53.1 - 1 = -45.0% (printed -45.2%)",
        "y: 26.9 + 26.1 = 53.0 (printed 53.1)",
    )


@pytest.mark.parametrize(
    "origin, audience, expected",
    [
        ({}, DESCRIBED, Severity.ERROR),
        (FOUND, DESCRIBED, Severity.ERROR),
        ({**FOUND, "confidence": 0.8}, DESCRIBED, None),
        ({}, UNKNOWN, Severity.ERROR),
        (FOUND, UNKNOWN, None),  # it might be that the publisher rounds loosely
        ({"rule": "general"}, UNKNOWN, None),
    ],
)
def test_who_may_say_so(origin, audience, expected):
    lines = [sum_of("t", "a b c"), sum_of("s", "b c", **origin)]
    findings = found(Ledger(HIDDEN | {"t": "16"}, lines), audience)
    assert [f.severity for f in findings] == ([expected] if expected else [])


def test_what_was_discovered_alone_convicts_beyond_loose_rounding():
    lines = [sum_of("t", "a b c d e f", **FOUND), sum_of("s", "a b c d e f", **FOUND)]
    figures = dict.fromkeys("abcdef", "5") | {"t": "33", "s": "27"}
    (finding,) = found(Ledger(figures, lines), UNKNOWN, asked=True)
    assert finding.severity is Severity.WARNING
    near = figures | {"t": "31", "s": "29"}
    assert found(Ledger(near, lines), UNKNOWN, asked=True) == []


def test_percentages_among_amounts_are_a_misreading_and_say_nothing():
    figures = {"t": "16", "a": "5", "b": "5%", "c": "4", "s": "10"}
    ledger = Ledger(figures, [sum_of("t", "a b c"), sum_of("s", "b c")])
    assert joint_findings(ledger.verdicts(), DESCRIBED) == []


def test_figures_of_violated_relations_are_in_question_already():
    wrong = Ledger(HIDDEN | {"t": "16", "x": "99"}, [*SUMS, sum_of("x", "a")])
    assert joint_findings(wrong.verdicts(), DESCRIBED) == []


@pytest.mark.parametrize(
    "figures, lines, suspects, expected",
    [
        # neither a part that is printed again with more digits, nor what would break another sum
        ({**HIDDEN, "t": "16", "v": "5.0"}, [*SUMS, sum_of("v", "a")], ["16"], "14"),
        # nor what other relations confirm to the digit
        (
            {**HIDDEN, "t": "16", "r": "9", "s": "9", "x": "4", "y": "5"},
            [*SUMS, sum_of("s", "x y"), sum_of("a", "y")],
            ["16"],
            "14",
        ),
        # nothing is wrong
        (
            {"g": "118.3%", "a": "117.6", "b": "53.9", "d": "63.7", "x": "117.6", "y": "53.9"},
            [
                Line(Kind.GROWTH, "g", ("a", "b")),
                sum_of("d", "a -b"),
                sum_of("x", "a"),
                sum_of("y", "b"),
            ],
            [],
            "",
        ),
    ],
)
def test_the_least_confirmed_is_suspected_first(figures, lines, suspects, expected):
    findings = found(Ledger(figures, lines))
    assert [s.citation.text for f in findings for s in f.suspects] == suspects
    assert [f.expected for f in findings] == ([expected] if expected else [])


def test_two_conflicts_apart_are_two_findings():
    twice = {f"{name}{i}": text for i in "12" for name, text in (HIDDEN | {"t": "16"}).items()}
    lines = [
        sum_of(f"{line.target}{i}", " ".join(f"{name}{i}" for name in line.inputs))
        for i in "12"
        for line in SUMS
    ]
    assert len(found(Ledger(twice, lines))) == 2


def test_one_figure_that_explains_two_conflicts_is_one_finding():
    figures = HIDDEN | {"t": "16", "x": "9", "y": "5", "z": "4", "w": "16"}
    lines = [*SUMS, sum_of("x", "y z"), sum_of("w", "a y z"), sum_of("w", "t")]
    (finding,) = found(Ledger(figures, lines))
    assert [s.citation.source.line for s in finding.suspects] == [2]


def test_two_errors_in_one_component_are_two_findings():
    figures = HIDDEN | {"t": "16", "e": "5", "x": "9", "y": "5", "z": "4", "w": "16", "k": "32"}
    lines = [*SUMS, sum_of("x", "y z"), sum_of("w", "e y z"), sum_of("k", "t w")]
    assert len(found(Ledger(figures, lines))) == 2


def test_the_words_name_the_relations_and_who_else_may_be_wrong():
    (finding,) = found(with_figures(t="16"))
    assert finding.message == (
        "Each of these agrees within rounding, but no unrounded values satisfy them together:"
        " t: 5 + 5 + 4 = 14 (printed 16); s: 5 + 4 = 9."
        " One of these is wrong, and nothing tells which: 16 at line 1, 5 at line 2."
    )
    assert finding.working == ("t: 5 + 5 + 4 = 14 (printed 16)", "s: 5 + 4 = 9")
    assert (finding.expected, finding.expected_interval) == ("14", ("13.00", "15.00"))


def test_the_solver_is_loaded_only_where_something_is_wrong_or_it_is_asked_for(monkeypatch):
    monkeypatch.setitem(sys.modules, "highspy", None)  # to import it now raises
    twice = dict.fromkeys("abc", "5") | {"t": "15.0", "u": "15.2"}
    lines = [sum_of("t", "a b c"), sum_of("u", "a b c")]
    ledger = Ledger(twice, lines)
    assert found(ledger) == []
    with pytest.raises(ImportError):
        found(ledger, asked=True)
    wrong = Ledger(twice | {"x": "3", "y": "5"}, [*lines, sum_of("x", "y")])
    with pytest.raises(ImportError):
        joint_findings(wrong.verdicts(NEAREST), DESCRIBED)
