"""What blank cells say, what a share is of, and years beside their months."""

import pytest

from auditor.datafiles import data_report
from auditor.rulebook.files.loading import parsed_pack

SHARES = """\
pack: shares
title: Holdings
na: [n/a, "-999"]
columns:
  fund: text
  bond: text
  worth: {type: figure, nullable: true}
  weight: {type: figure, nullable: true}
key: [fund, bond]
rules:
  - id: weight
    title: The weight of a bond is its share of the fund
    ratio: weight
    of: worth
    to: {column: worth, every: bond}
    as: per cent
"""
MONTHS = """\
pack: months
title: Months
columns:
  period: period
  shop: text
  sales: {type: figure, exact: true}
key: [period, shop]
rules:
  - {id: year, title: A year is its months, sum: sales, of: {column: sales, when: its months}}
"""


def findings(rules, *records):
    pack, mistakes = parsed_pack(rules, "rules.yaml")
    assert pack is not None, mistakes
    report = data_report("-", [pack], stdin=("\n".join(records) + "\n").encode())
    assert report is not None
    return [(f.rule, f.printed, f.expected) for f in report.findings]


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        (["A,one,30,30.0", "A,two,70,70.0", "B,one,5,100.0"], []),
        (["A,one,300,30.0", "A,two,700,71.0"], [("shares.weight", "71.0", "70.0")]),
        (["A,one,300,100.0", "A,two,n/a,n/a"], []),
        (["A,one,300,100.0", "A,two,-999,-999"], []),
        (["A,one,300,100.0", "A,two,none,"], [("shares.columns", "none", "")]),
    ],
)
def test_a_share_is_of_every_record_of_its_group(records, expected):
    assert findings(SHARES, "fund,bond,worth,weight", *records) == expected


@pytest.mark.parametrize(("printed", "told"), [(78, []), (87, [("months.year", "87", "78")])])
def test_a_year_is_its_months(printed, told):
    months = [f"2025-{month:02},Pier,{month}" for month in range(1, 13)]
    assert findings(MONTHS, "period,shop,sales", *months, f"2025,Pier,{printed}") == told


@pytest.mark.parametrize(
    ("line", "mistake"),
    [
        ("    to: {column: worth, every: bonds}", "no column `bonds`; did you mean `bond`?"),
        ("    to: {column: worth, every: weight}", "`weight` is a column of figures"),
    ],
)
def test_every_names_a_column_that_identifies(line, mistake):
    _, mistakes = parsed_pack(
        SHARES.replace("    to: {column: worth, every: bond}", line), "r.yaml"
    )
    assert any(mistake in str(one) for one in mistakes)


def test_a_target_is_one_record():
    rules = SHARES.replace("ratio: weight", "ratio: {column: weight, every: bond}")
    _, mistakes = parsed_pack(rules, "rules.yaml")
    assert any("`every` is an operand's; a target is one record" in str(one) for one in mistakes)
