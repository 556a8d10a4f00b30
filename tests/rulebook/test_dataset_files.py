"""Rule files about data files: what they mean, and what is said of every mistake in them."""

import textwrap

import pytest

from auditor.model.dataset import Cells, ColumnType, DeclaredColumn, Shift
from auditor.model.relation import Kind
from auditor.rulebook.files.loading import parsed_pack

HEAD = """\
pack: p
title: T
columns:
  period: period
  segment: text
  metric: text
  value: figure
  other: figure
key: [period, segment, metric]
"""
LIMITED = HEAD.replace("segment: text", "segment: {type: text, values: [Cloud, Devices, Total]}")
RULE = "rules:\n  - id: r\n    title: t\n    "


def data_of(text):
    pack, mistakes = parsed_pack(text, "p.yaml")
    assert [str(mistake) for mistake in mistakes] == []
    assert pack is not None
    return pack.data


def rule_of(body):
    (rule,) = data_of(HEAD + RULE + textwrap.indent(body, "    ").strip()).rules
    return rule


def mistakes_of(text):
    pack, mistakes = parsed_pack(text, "p.yaml")
    assert pack is None
    return [str(mistake).removeprefix("p.yaml:") for mistake in mistakes]


@pytest.mark.parametrize(
    ("written", "column"),
    [
        ("figure", DeclaredColumn("x", ColumnType.FIGURE)),
        ("{type: text, values: A}", DeclaredColumn("x", values=("A",))),
        ("{type: text, values: [no, 1]}", DeclaredColumn("x", values=("no", "1"))),
        ("{type: date, required: false}", DeclaredColumn("x", ColumnType.DATE, required=False)),
        ("{type: figure, nullable: yes}", DeclaredColumn("x", ColumnType.FIGURE, nullable=True)),
        ("{type: figure, decimals: -3}", DeclaredColumn("x", ColumnType.FIGURE, decimals=-3)),
        ("{type: figure, exact: true}", DeclaredColumn("x", ColumnType.FIGURE, exact=True)),
        ('{type: text, pattern: "[A-Z]+"}', DeclaredColumn("x", pattern="[A-Z]+")),
    ],
)
def test_a_column_is_a_type_or_says_more(written, column):
    (found,) = data_of(f"pack: p\ntitle: T\ncolumns:\n  x: {written}\n").columns
    assert found == column


TOTAL = Cells("value", (("segment", ("Total",)),))


@pytest.mark.parametrize(
    ("body", "kind", "target", "plus", "minus"),
    [
        (
            "sum: {segment: Total, column: value}\nof: {segment: others}",
            Kind.SUM,
            TOTAL,
            (Cells("value", (("segment", ()),)),),
            (),
        ),
        (
            "sum: {segment: Total, column: value}\nof: {segment: [A, B]}",
            Kind.SUM,
            TOTAL,
            tuple(Cells("value", (("segment", (name,)),)) for name in "AB"),
            (),
        ),
        (
            "sum: {segment: Total, column: value}\nof: {segment: A}\nless: {segment: B}",
            Kind.SUM,
            TOTAL,
            (Cells("value", (("segment", ("A",)),)),),
            (Cells("value", (("segment", ("B",)),)),),
        ),
        ("difference: value\nof: other\nless: value", Kind.DIFFERENCE, Cells("value"),
         (Cells("other"),), (Cells("value"),)),
        (
            "growth: value\nof: other\nover: {column: other, when: a year before}",
            Kind.GROWTH,
            Cells("value"),
            (Cells("other"),),
            (Cells("other", (), Shift.YEAR_BEFORE),),
        ),
    ],
)  # fmt: skip
def test_each_kind_puts_its_operands_by_sign(body, kind, target, plus, minus):
    rule = rule_of(body)
    assert (rule.kind, rule.target, rule.plus, rule.minus) == (kind, target, plus, minus)


def test_operands_agree_in_the_key_unless_the_rule_says_in_what():
    body = "sum: {segment: Total, column: value}\nof: {segment: others}"
    assert rule_of(body).by == ("period", "segment", "metric")
    assert rule_of(f"{body}\nby: period").by == ("period",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "pack: p\ntitle: T\ncolums:\n  a: text\n",
            ["3:1: unknown key `colums`; did you mean `columns`?"],
        ),
        (
            "pack: p\ntitle: T\ncolumns:\n  a: txt\n",
            ['4:6: `a`: expected `text`, `figure`, `integer`, `date` or `period`, found "txt"'],
        ),
        ("pack: p\ntitle: T\ncolumns:\n  when: text\n", ["4:3: `when` has a meaning of its own"]),
        (
            'pack: p\ntitle: T\ncolumns:\n  a: {type: text, pattern: "["}\n',
            ["4:28: `pattern`: not a regular expression"],
        ),
        (HEAD.replace("metric]", "metrc]"), ["9:24: no column `metrc`; did you mean `metric`?"]),
        (HEAD.replace("metric]", "value]"), ["9:24: `value` is a column of figures; here"]),
        (HEAD + RULE + "gowth: value\n    of: other\n    over: value\n", ["13:5: unknown key"]),
        (
            HEAD + RULE + "sum: {segment: Total}\n    of: {segment: others}\n",
            ["13:10: `column`: which holds the figures must be said: there are value or other"],
        ),
        (
            HEAD + RULE + "sum: {segmnt: Total, column: value}\n    of: {segment: others}\n",
            [
                "13:11: no column `segmnt`; did you mean `segment`?",
                "14:19: `others`: the target does not say which `segment` it is",
            ],
        ),
        (
            HEAD + RULE + "tie: value\n    with: {column: other, when: last year}\n",
            ["14:33: `when`: expected `a year before`, `the period before`, `its quarters`,"],
        ),
        (
            HEAD + RULE + "tie: value\n    by: metric\n    with: {column: other, when: a year before}",  # noqa: E501
            ["15:33: `when`: no column in which they agree is a period or date"],
        ),
        (
            LIMITED + RULE + "sum: {segment: totl, column: value}\n"
            "    of: {segment: [Device, Z]}\n",
            [
                "13:20: `totl` is none of the values of segment; did you mean `Total`?",
                "14:20: `Device` is none of the values of segment; did you mean `Devices`?",
                "14:28: `Z` is none of the values of segment: Cloud, Devices or Total",
            ],
        ),
        (
            LIMITED + RULE + "ratio: {metric: A, column: value}\n    of: {metric: B}\n"
            "    to: {segment: cloud}\n",
            ["15:19: `cloud` is none of the values of segment; did you mean `Cloud`?"],
        ),
        (
            HEAD + RULE + "tie: value\n    with: {column: othr}\n    by: [perod]\n",
            [
                "14:20: no column `othr`; did you mean `other`?",
                "15:10: no column `perod`; did you mean `period`?",
            ],
        ),
        (
            HEAD.replace("value: figure", "value: {type: figure, unit-in: metrik}"),
            ["7:34: no column `metrik`; did you mean `metric`?"],
        ),
        (HEAD + RULE + "sum: value\n    of: other\n", ["14:9: `of`: expected two columns or more"]),
        (HEAD + RULE + "tie: metric\n    with: value\n", ["13:10: `metric` is a column of texts"]),
        (
            HEAD.replace("key: [period, segment, metric]\n", "")
            + RULE
            + "tie: value\n    with: {column: other, segment: A}\n",
            ["10:5: a rule on several records needs `by`, or the file a `key`"],
        ),
        (
            (HEAD + RULE).replace("id: r", "id: key") + "tie: value\n    with: other\n",
            ["11:9: `key` is what findings on the key are called"],
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_told_at_its_place(text, expected):
    found = mistakes_of(text)
    assert len(found) == len(expected)
    assert all(map(str.startswith, found, expected)), found
