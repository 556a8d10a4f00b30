"""Rule files: what they mean, and what is said of every mistake in them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model.fact import Measure
from auditor.model.mistake import listed
from auditor.model.relation import Kind, Severity
from auditor.model.rule import Example, Operand, Pack, Rule, Section, When
from auditor.rulebook.files import Mistake, json_schema, load_pack, load_packs
from auditor.rulebook.files.loading import parsed_pack
from auditor.rulebook.files.schema import SIGNS
from auditor.rulebook.files.thresholds import MOST_BYTES, MOST_DEPTH, MOST_NODES

HEAD = "pack: p\ntitle: T\n"
RULE = "rules:\n  - id: r\n    title: t\n    "


def pack_of(text: str) -> Pack:
    pack, mistakes = parsed_pack(textwrap.dedent(text), "p.yaml")
    assert [str(mistake) for mistake in mistakes] == []
    assert pack is not None
    return pack


def rule_of(body: str) -> Rule:
    """The only rule of a pack; ``body`` is what follows its id and title."""
    (rule,) = pack_of(HEAD + RULE + textwrap.indent(body, "    ").strip()).rules
    return rule


def mistakes_of(text: str) -> list[str]:
    pack, mistakes = parsed_pack(text, "p.yaml")
    assert pack is None
    return [str(mistake).removeprefix("p.yaml:") for mistake in mistakes]


A, B, C, X = (Operand(concept) for concept in "ABCX")


@pytest.mark.parametrize(
    ("body", "kind", "target", "plus", "minus"),
    [
        ("sum: X\nof: [A, B]", Kind.SUM, X, (A, B), ()),
        ("sum: X\nof: [A, B]\nless: C", Kind.SUM, X, (A, B), (C,)),
        ("sum: X\nof: A\nless: [B, C]", Kind.SUM, X, (A,), (B, C)),
        (
            "sum: X\nof: {concept: same, when: its quarters}",
            Kind.SUM,
            X,
            (Operand("same", when=When.ITS_QUARTERS),),
            (),
        ),
        ("difference: X\nof: A\nless: B", Kind.DIFFERENCE, X, (A,), (B,)),
        ("points: X\nof: A\nless: B", Kind.POINTS, X, (A,), (B,)),
        ("growth: X\nof: A\nover: B", Kind.GROWTH, X, (A,), (B,)),
        ("growth: X\nof: [A, B]\nover: C", Kind.GROWTH, X, (A, B), (C,)),
        ("ratio: X\nof: A\nto: B", Kind.RATIO, X, (A,), (B,)),
        ("ratio: X\nof: A\nto: [B, C]", Kind.RATIO, X, (A,), (B, C)),
        ("average: X\nof: [A, B, C]", Kind.AVERAGE, X, (A, B, C), ()),
        ("tie: A\nwith: B", Kind.TIE, A, (B,), ()),
        (
            "label: heading\nwith: columns",
            Kind.LABEL,
            Operand("heading"),
            (Operand("columns"),),
            (),
        ),
    ],
)
def test_each_kind_puts_its_operands_by_sign(
    body: str,
    kind: Kind,
    target: Operand,
    plus: tuple[Operand, ...],
    minus: tuple[Operand, ...],
) -> None:
    rule = rule_of(body)
    assert (rule.kind, rule.target, rule.plus, rule.minus) == (kind, target, plus, minus)


@pytest.mark.parametrize(
    ("written", "operand"),
    [
        ("Cost of sales (net)", Operand("Cost of sales (net)")),
        ("SG&A/R&D", Operand("SG&A/R&D")),
        ("Non-current - other", Operand("Non-current - other")),
        ("no", Operand("no")),  # YAML alone would make these False, 750 and 8
        ("12:30", Operand("12:30")),
        ("010", Operand("010")),
        ("null", Operand("null")),
        ("2006-11-09", Operand("2006-11-09")),
        ("{concept: A}", A),
        ("{concept: A, measure: share}", Operand("A", measure=Measure.SHARE)),
        ("{concept: A, when: a year before}", Operand("A", when=When.YEAR_BEFORE)),
        ("{concept: A, scenario: initial target}", Operand("A", scenario="initial target")),
        ("{concept: A, scope: parent, segment: ATM}", Operand("A", scope="parent", segment="ATM")),
        ("{concept: A, in: '*'}", Operand("A", within="*")),
        ("{concept: A, months: 012}", Operand("A", months=12)),
    ],
)
def test_an_operand_is_a_whole_concept_name_or_a_mapping(written: str, operand: Operand) -> None:
    assert rule_of(f"tie: X\nwith: {written}").plus == (operand,)


def test_a_rule_knows_where_it_and_its_examples_stand() -> None:
    pack = pack_of(
        """\
        pack: iij
        title: IIJ
        rules:
          - title: Margin
            id: gross-margin
            why: >
              Costs are what
              revenues pay for.
            severity: note
            sum: X
            of: A
            less: B
            examples:
              - holds: |
                  X\t1
                  A\t3
              - violated: X 1
              - not checkable: |  # nothing printed

                  text
        """
    )
    (rule,) = pack.rules
    assert (rule.id, rule.title, rule.path, rule.line) == (
        "iij.gross-margin",
        "Margin",
        "p.yaml",
        5,
    )
    assert (rule.why, rule.severity) == ("Costs are what revenues pay for.", Severity.NOTE)
    assert rule.examples == (
        Example("X\t1\nA\t3\n", "holds", 15),
        Example("X 1", "violated", 17),
        Example("\ntext\n", "not_checkable", 19),
    )


def test_a_pack_carries_its_vocabulary_and_sections() -> None:
    pack = pack_of(
        """\
        pack: iij
        title: IIJ
        applies: Internet Initiative Japan
        compares-with: the period before
        concepts: {Total Revenues: [Revenues, Sales], Net Income: Profit, SG&A: }
        stocks: [Total Assets, Debt]
        measures: {growth: [YoY], share: "% of *"}
        scenarios: {initial target: [Initial Targets]}
        scopes: {consolidated: [Group]}
        sections: [{heading: Connectivity*, segment: connectivity, narrows: [Revenues]}]
        """
    )
    words = pack.vocabulary
    assert (pack.id, pack.title, pack.applies) == ("iij", "IIJ", ("Internet Initiative Japan",))
    assert pack.unstated_comparison == "the period before"
    assert pack.sections == (Section("Connectivity*", "connectivity", ("Revenues",)),)
    assert words.concepts == (
        ("Total Revenues", ("Revenues", "Sales")),
        ("Net Income", ("Profit",)),
        ("SG&A", ()),
    )
    assert words.stocks == ("Total Assets", "Debt")
    assert dict(words.measures) == {"growth": ("YoY",), "share": ("% of *",)}
    assert words.scenarios == (("initial target", ("Initial Targets",)),)
    assert words.scopes == (("consolidated", ("Group",)),)


FIVE_MISTAKES = """\
pack: IIJ
titel: Releases
measures:
  growht: [YoY]
rules:
  - id: margin
    title: Margin
    severity: fatal
    sum: X
    of: [A, {concept: B, months: twelve}]
"""


def test_all_mistakes_of_a_file_are_reported_at_once() -> None:
    assert mistakes_of(FIVE_MISTAKES) == [
        (
            "1:7: `pack`: expected a short name for the pack in lower-case letters, digits and "
            'hyphens, found "IIJ"'
        ),
        "2:1: unknown key `titel`; did you mean `title`?",
        "4:3: unknown key `growht`; did you mean `growth`?",
        '8:15: `severity`: expected `error`, `warning` or `note`, found "fatal"',
        '10:34: `months`: expected a whole number from 1 to 120, found "twelve"',
    ]


KINDS = "sum, difference, points, growth, ratio, average, tie or label"
WHEN_WORDS = listed(f"`{when}`" for when in When)
TARGET_WORDS = "a concept, any, or a mapping with the key concept, row, column or passage"
OPERAND_WORDS = "a concept, same, base, or a mapping with the key concept, row, column or passage"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # nothing to read
        ("", "1:1: the file is empty: expected a mapping with the keys pack and title"),
        ("# later\n", "1:1: the file is empty: expected a mapping with the keys pack and title"),
        ("- a\n", "1:1: expected a mapping with the keys pack and title, found a list"),
        ("hello\n", '1:1: expected a mapping with the keys pack and title, found "hello"'),
        ("---\n", "2:1: expected a mapping with the keys pack and title, found nothing"),
        # keys
        (
            "title: T\n",
            (
                "1:1: missing key `pack`: expected a short name for the pack in lower-case "
                "letters, digits and hyphens"
            ),
        ),
        ("pack: p\n", "1:1: missing key `title`: expected the pack's title on one line"),
        (HEAD + "ruls: []\n", "3:1: unknown key `ruls`; did you mean `rules`?"),
        (
            HEAD + "x: 1\n",
            (
                "3:1: unknown key `x`: expected pack, title, applies, instead-of, "
                "compares-with, concepts, stocks, measures, scenarios, scopes, sections or rules"
            ),
        ),
        (HEAD + "title: U\n", "3:1: key `title` is already used at line 2"),
        (HEAD + "concepts:\n  A: B\n  A: C\n", "5:3: key `A` is already used at line 4"),
        (HEAD + "? [a]\n: b\n", "3:3: a key must be text"),
        (
            HEAD + "<<: {a: b}\n",
            (
                "3:1: unknown key `<<`: expected pack, title, applies, instead-of, "
                "compares-with, concepts, stocks, measures, scenarios, scopes, sections or rules"
            ),
        ),
        # types and words
        ("pack: p\ntitle:\n", "2:7: `title`: expected the pack's title on one line, found nothing"),
        (
            "pack: p\ntitle: |\n  a\n  b\n",
            '2:8: `title`: expected the pack\'s title on one line, found "a b"',
        ),
        (
            HEAD + "applies: {a: b}\n",
            "3:10: `applies`: expected a pattern or a list of patterns, found a mapping",
        ),
        (HEAD + "applies: [a, []]\n", "3:14: `applies`: expected a pattern, found an empty list"),
        (
            HEAD + "stocks: []\n",
            "3:9: `stocks`: expected a concept or a list of concepts, found an empty list",
        ),
        (
            HEAD + "compares-with: a year befor\n",
            (
                "3:16: `compares-with`: expected `a year before` or `the period before`, "
                'found "a year befor"; did you mean `a year before`?'
            ),
        ),
        (
            HEAD + "concepts: [A]\n",
            (
                "3:11: `concepts`: expected a mapping of names to other ways of writing them, "
                "found a list"
            ),
        ),
        (
            HEAD + "concepts: {A: {b: c}}\n",
            (
                "3:15: `A`: expected another way of writing it, a list of these, or nothing, "
                "found a mapping"
            ),
        ),
        (
            HEAD + "concepts: {same: [A]}\n",
            "3:12: `same` has a meaning of its own; choose another name for the concept",
        ),
        (HEAD + "scopes: {'': a}\n", '3:10: `scopes`: expected a scope, found ""'),
        (
            HEAD + "sections: [{heading: a, segment: b}]\n",
            "3:12: missing key `narrows`: expected a concept or a list of concepts",
        ),
        (HEAD + "rules: {id: a}\n", "3:8: `rules`: expected a list of rules, found a mapping"),
        (
            HEAD + "rules: [a]\n",
            (
                f"3:9: `rules`: expected a mapping with the keys id, title and one of {KINDS}, "
                'found "a"'
            ),
        ),
        # rules
        (HEAD + RULE + "why: w\n", f"4:5: a rule needs one of the keys {KINDS}"),
        (
            HEAD + RULE + "tie: A\n    with: B\n    growth: C\n",
            "8:5: a second kind `growth`: the rule is a tie already",
        ),
        (
            HEAD + RULE + "grwoth: A\n    of: B\n    over: C\n",
            "6:5: unknown key `grwoth`; did you mean `growth`?",
        ),
        (
            HEAD + RULE + "difference: A\n    of: B\n",
            f"4:5: missing key `less`: expected {OPERAND_WORDS}",
        ),
        (
            HEAD + RULE + "tie: A\n    with: B\n    of: C\n",
            "8:5: unknown key `of`: expected id, title, tie, with, why, severity or examples",
        ),
        (
            HEAD + RULE + "tie: [A]\n    with: B\n",
            f"6:10: `tie`: expected {TARGET_WORDS}, found a list",
        ),
        (
            HEAD + RULE + "tie: A\n    with: [B, C]\n",
            f"7:11: `with`: expected {OPERAND_WORDS}, found a list",
        ),
        (
            HEAD + RULE + "tie: {row: A}\n    with: B\n",
            "7:11: a rule names its figures either all by concept or all by row, column or passage",
        ),
        (
            HEAD + RULE + "tie: {row: [A, B]}\n    with: {row: [C, D, E]}\n",
            "7:11: `row`: expected 2 as in the target, found 3",
        ),
        (
            HEAD + RULE + "tie: {row: A}\n    with: {column: [C, D]}\n",
            "7:11: `column`: expected one, as the target has none, found 2",
        ),
        (
            HEAD + RULE + "tie: {row: A}\n    with: {row: B, as: percent}\n",
            (
                '7:24: `as`: expected `per cent`, `a number` or `negative`, found "percent"; '
                "did you mean `per cent`?"
            ),
        ),
        (
            HEAD + RULE + "tie: {figure: 1}\n    with: {row: B}\n",
            "6:10: missing key `passage`: expected the opening words of a passage",
        ),
        (
            HEAD + RULE + "sum: A\n    of: []\n",
            (
                "7:9: `of`: expected a concept, a mapping with the key concept, row, column or "
                "passage, or a list of these, found an empty list"
            ),
        ),
        (
            HEAD + RULE + "sum: A\n    of: [B]\n",
            "7:9: `of`: expected two operands, or one whose when is `its quarters` or `its halves`",
        ),
        (
            HEAD + RULE + "average: A\n    of: {concept: B, when: same}\n",
            "7:9: `of`: expected two operands, or one whose when is `its quarters` or `its halves`",
        ),
        (
            HEAD + RULE + "label: header\n    with: columns\n",
            '6:12: `label`: expected `heading`, found "header"; did you mean `heading`?',
        ),
        (
            HEAD + "rules:\n  - {id: r, title: t, tie: A, with: B}\n"
            "  - {id: r, title: t, tie: A, with: B}\n",
            "5:10: rule id `r` is already used at line 4",
        ),
        # operands
        (
            HEAD + RULE + "tie: A\n    with: any\n",
            "7:11: `any` stands for any target; here expected a concept, same or base",
        ),
        (
            HEAD + RULE + "tie: {concept: base}\n    with: A\n",
            "6:20: `base` stands for what the target says; the target itself is a concept or any",
        ),
        (
            HEAD + RULE + "tie: {measure: share}\n    with: A\n",
            "6:10: missing key `concept`: expected a concept or any",
        ),
        (
            HEAD + RULE + "tie: {concept: A, mesure: share}\n    with: A\n",
            "6:23: unknown key `mesure`; did you mean `measure`?",
        ),
        (
            HEAD + RULE + "tie: {concept: A, months: 0}\n    with: A\n",
            '6:31: `months`: expected a whole number from 1 to 120, found "0"',
        ),
        (
            HEAD + RULE + "tie: A\n    with: {concept: A, when: next year}\n",
            f'7:30: `when`: expected {WHEN_WORDS}, found "next year"',
        ),
        # examples
        (
            HEAD + RULE + "tie: A\n    with: B\n    examples: [{hold: a}]\n",
            "8:17: unknown key `hold`; did you mean `holds`?",
        ),
        (
            HEAD + RULE + "tie: A\n    with: B\n    examples: [{holds: a, violated: b}]\n",
            "8:16: expected exactly one of the keys holds, violated or not checkable",
        ),
        (
            HEAD + RULE + "tie: A\n    with: B\n    examples: [{holds: }]\n",
            "8:24: `holds`: expected lines of a document, found nothing",
        ),
        # YAML
        (
            HEAD + "stocks: [a\nrules: []\n",
            (
                "4:6: not valid YAML: the bracket opened at line 3 is not closed, "
                "or a comma is missing"
            ),
        ),
        (
            HEAD + "rules:\n\t- a\n",
            "4:1: not valid YAML: a line is indented with a tab; indent with spaces",
        ),
        (
            HEAD + "stocks: [a]\nmeasures: {share: [% of sales]}\n",
            "4:20: not valid YAML: text that begins with % must stand in quotes",
        ),
        (
            HEAD + "applies: [*]\n",
            "3:12: not valid YAML: text that begins with * or & must stand in quotes",
        ),
        (
            "pack: p\ntitle: Notes: all\n",
            "2:13: not valid YAML: text with a colon and a space in it must stand in quotes",
        ),
        (
            "pack: p\ntitle: 'Notes\n",
            "2:8: not valid YAML: these quotes are not closed",
        ),
        (
            "pack: p\ntitle T\nrules: []\n",
            "2:1: not valid YAML: this is neither `key: value` nor an item of a list",
        ),
        (
            "rules:\n  - id: a\n   title: b\n",
            (
                "3:4: not valid YAML: indented differently from its neighbours, or text goes on "
                "after closing quotes"
            ),
        ),
        (HEAD + 'x: "\\q"\n', "3:5: not valid YAML: found unknown escape character"),
        (
            HEAD + "applies: *all\n",
            "3:10: *all repeats nothing: text that begins with * must stand in quotes",
        ),
        (HEAD + "---\npack: q\n", "3:1: `---` begins a second document: a file holds one pack"),
        ("pack: p\ntitle: !!str T\n", "2:8: YAML tags (!) have no meaning here"),
        ("pack: p\ntitle: a\0b\n", "2:9: a character that cannot be printed (U+0000)"),
    ],
)
def test_a_mistake_is_told_at_its_place(text: str, expected: str) -> None:
    assert mistakes_of(text) == [expected]


def test_values_may_be_repeated_by_alias() -> None:
    pack = pack_of(HEAD + "applies: &names [A, B]\nstocks: *names\n")
    assert pack.applies == pack.vocabulary.stocks == ("A", "B")


def test_breaks_that_editors_do_not_count_leave_lines_alone() -> None:
    assert mistakes_of("pack: p\ntitle: a\u2028b\nx: y\n")[0].startswith("3:1: ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[" * 500_000, f"nested more than {MOST_DEPTH} deep"),
        ("a: " + "{b: " * 500, f"nested more than {MOST_DEPTH} deep"),
        ("- " * 300_000, f"nested more than {MOST_DEPTH} deep"),
        ("[" + "a," * MOST_NODES + "]", f"more than {MOST_NODES:,} values, aliases written out"),
        (
            "a0: &a0 [x, x]\n"
            + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40)),
            f"more than {MOST_NODES:,} values, aliases written out",
        ),
        ("a: &a [*a]\n", "*a repeats nothing: text that begins with * must stand in quotes"),
    ],
)
def test_a_hostile_file_is_refused(text: str, expected: str) -> None:
    (mistake,) = mistakes_of(text)
    assert mistake.split(": ", 1)[1] == expected


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "".join(f"k{n}: v\n" for n in range(20_000)),
        HEAD + RULE + "".join(f"k{n}: v\n    " for n in range(20_000)),
        HEAD + "rules:\n" + "  - {}\n" * 20_000,
        HEAD + "k" * 900_000 + ": v\n",
    ],
    ids=["keys of the pack", "keys of a rule", "rules", "one long key"],
)
def test_countless_mistakes_are_told_soon_and_counted(text: str) -> None:
    start = time.process_time()
    assert mistakes_of(text)
    assert time.process_time() - start < 10


def test_mistakes_that_are_not_listed_are_counted() -> None:
    assert "9,800 more mistakes, which are not listed" in " ".join(
        mistakes_of(HEAD + "".join(f"{n}x: v\n" for n in range(10_000)))
    )


WORDS = st.sampled_from(
    ["", *SIGNS, "of", "less", "id", "title", "pack", "rules", "examples", "holds", "sections"]
) | st.sampled_from(["concept", "concepts", "when", "any", "same", "[key]", "mapping", "<one>"])
LEAVES = st.none() | WORDS | st.integers() | st.text(max_size=4)
TREES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=5)
)
RULES = st.dictionaries(WORDS, TREES, max_size=8).map(lambda rule: {"rules": [rule, "x", rule]})
LINES = st.lists(
    st.builds("{}{}{}".format, st.sampled_from(["", "  ", "- ", "\t"]), WORDS, st.text(max_size=6)),
    max_size=8,
).map("\n".join)


@given(st.text() | LINES)
def test_any_text_gives_mistakes_and_never_an_exception(text: str) -> None:
    pack, mistakes = parsed_pack(text, "p.yaml")
    assert (pack is None) == bool(mistakes)
    assert all(mistake.line > 0 and mistake.column > 0 for mistake in mistakes)


@given(TREES | RULES)
def test_any_yaml_gives_mistakes_and_never_an_exception(value: Any) -> None:
    pack, mistakes = parsed_pack(json.dumps(value), "p.yaml")
    assert (pack is None) == bool(mistakes)
    assert all(mistake.line > 0 and mistake.column > 0 for mistake in mistakes)


@given(st.binary())
def test_any_bytes_give_mistakes_and_never_an_exception(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(data)
    pack, mistakes = load_pack(path)
    assert (pack is None) == bool(mistakes)


def written(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder


def a_pack(name: str, rule: str = "r") -> str:
    return f"pack: {name}\ntitle: T\nrules:\n  - {{id: {rule}, title: t, tie: A, with: B}}\n"


def test_a_folder_stands_for_its_rule_files_in_order(tmp_path: Path) -> None:
    folder = written(tmp_path, b_yaml=a_pack("b"), a_yml=a_pack("a"), c_txt="no")
    packs, mistakes = load_packs([folder, folder / "b.yaml"])
    assert ([pack.id for pack in packs], mistakes) == (["a", "b"], ())
    assert packs[0].path == (folder / "a.yml").as_posix()


def test_rule_ids_differ_across_packs(tmp_path: Path) -> None:
    folder = written(tmp_path, a_yaml=a_pack("p"), b_yaml=a_pack("p"), c_yaml=a_pack("p", "s"))
    packs, mistakes = load_packs([folder])
    first, second = ((folder / name).as_posix() for name in ("a.yaml", "b.yaml"))
    message = f"rule id `p.r` is already used at {first}:4"
    assert (len(packs), mistakes) == (3, (Mistake(second, 4, 1, message),))


def test_a_pack_with_mistakes_does_not_hide_the_others(tmp_path: Path) -> None:
    folder = written(tmp_path, a_yaml="pack: p\n", b_yaml=a_pack("b"))
    packs, mistakes = load_packs([folder])
    assert [pack.id for pack in packs] == ["b"]
    assert [Path(mistake.path).name for mistake in mistakes] == ["a.yaml"]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("absent.yaml", None, "1:1: cannot be read: no such file or directory"),
        (
            "latin.yaml",
            "pack: p\ntitle: é\n".encode("latin-1"),
            "2:1: not UTF-8 text: save the file with that encoding",
        ),
        (
            "big.yaml",
            b"#" * (MOST_BYTES + 1),
            "1:1: larger than 1,000,000 bytes: too large for rules",
        ),
    ],
)
def test_an_unreadable_file_is_a_mistake(
    tmp_path: Path, name: str, content: bytes | None, expected: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    packs, mistakes = load_packs([path])
    assert (packs, [str(mistake) for mistake in mistakes]) == (
        (),
        [f"{path.as_posix()}:{expected}"],
    )


def test_a_folder_without_rule_files_is_a_mistake(tmp_path: Path) -> None:
    message = "no rule file in this folder: expected .yaml or .yml"
    assert load_packs([tmp_path]) == ((), (Mistake(tmp_path.as_posix(), 1, 1, message),))


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(HEAD, encoding="utf-8-sig")
    assert load_pack(path) == (Pack("p", "T", path.as_posix()), ())


@pytest.mark.parametrize(
    ("data", "valid"),
    [
        ({"pack": "p", "title": "T"}, True),
        ({"pack": "p"}, False),
        ({"pack": "p", "title": "T", "x": "y"}, False),
        ({"pack": "p", "title": "T", "rules": [{"id": "r", "title": "t"}]}, False),
        (
            {
                "pack": "p",
                "title": "T",
                "rules": [
                    {
                        "id": "r",
                        "title": "t",
                        "growth": {"concept": "any", "measure": "growth", "months": 3},
                        "of": ["same", {"concept": "B"}],
                        "over": {"concept": "same", "when": "compared"},
                        "examples": [{"not checkable": "text"}],
                    }
                ],
            },
            True,
        ),
    ],
)
def test_editors_accept_what_the_loader_accepts(data: dict[str, Any], valid: bool) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert jsonschema.Draft202012Validator(schema).is_valid(data) is valid
    assert (parsed_pack(json.dumps(data), "p.yaml")[0] is not None) is valid


def test_rules_load_without_slow_imports() -> None:
    code = (
        "import sys; from auditor.rulebook.files.loading import parsed_pack;"
        "assert 'yaml' not in sys.modules and 'pydantic_core' not in sys.modules;"
        f"pack, _ = parsed_pack({a_pack('p')!r}, 'p.yaml'); assert pack;"
        "print({'pydantic', 'pandas', 'pandera', 'numpy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def documented() -> list[str]:
    """The YAML blocks of the guides, the shorter ones made whole files."""
    guides = (Path(__file__).parents[2] / "docs" / name for name in ("rules.md", "data-files.md"))
    text = "\n".join(guide.read_text("utf-8") for guide in guides)
    blocks = re.findall(r"^```yaml\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    return [block if "pack:" in block else HEAD + block for block in blocks]


@pytest.mark.parametrize("text", documented())
def test_the_guide_shows_rule_files_that_load(text: str) -> None:
    pack_of(text)


def keys_of(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", ())
        schema = list(schema.values())
    if isinstance(schema, list):
        for inner in schema:
            yield from keys_of(inner)


def test_the_guide_shows_every_key() -> None:
    text = "\n".join(documented())
    assert [key for key in keys_of(json_schema()) if f"{key}:" not in text] == []
