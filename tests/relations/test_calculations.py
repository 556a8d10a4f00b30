"""Calculations 1.1 on instances: what binds, what holds, and what is reported."""

import pytest

from auditor.model.relation import Kind
from auditor.model.verdict import Status
from tests.filings import LEGACY, NEW, Arc, Fact, audited, instance, linkbase, written

CASH, STOCK, LAND, ASSETS = "gaap:Cash", "gaap:Inventory", "tern:Land", "gaap:Assets"
SUM = (Arc(ASSETS, CASH), Arc(ASSETS, STOCK), Arc(ASSETS, LAND))


def report(folder, facts, arcs=SUM, rounding="nearest"):
    path = written(folder, "tern.xbrl", instance(facts), tern_cal_xml=linkbase(*arcs))
    return audited(path, rounding)


def outcome(read):
    """The statuses of the sums, in order."""
    return [v.status.value for v in read.checks if v.relation.kind is Kind.SUM]


def facts(*values, decimals="0", **more):
    """Cash, inventory, land and their total; a value left out is "" and one may say its own."""
    named = zip((CASH, STOCK, LAND, ASSETS), values, strict=True)
    return [
        Fact(concept, value.partition("~")[0], value.partition("~")[2] or decimals, **more)
        for concept, value in named
        if value
    ]


HOLDS, VIOLATED = [Status.HOLDS.value], [Status.VIOLATED.value]


@pytest.mark.parametrize(
    "values, decimals, nearest, truncated",
    [
        (("100", "20", "3", "123"), "INF", HOLDS, HOLDS),
        (("100", "20", "3", "124"), "INF", VIOLATED, VIOLATED),
        (("100", "20", "3", "125"), "0", HOLDS, HOLDS),  # four half-units; less than three units
        (("100", "20", "3", "126"), "0", VIOLATED, VIOLATED),  # three units are not reached
        (("100", "20", "3", "121"), "0", HOLDS, VIOLATED),  # what is cut off adds, never takes
        (("100", "20", "3", "120"), "0", VIOLATED, VIOLATED),
        (("-100", "-20", "-3", "-125"), "0", HOLDS, HOLDS),
        (("-100", "-20", "-3", "-121"), "0", HOLDS, VIOLATED),
        (("5", "-5", "0", "1"), "0", HOLDS, HOLDS),  # noughts and both signs
        (("5", "-5", "0", "2"), "0", HOLDS, VIOLATED),  # cut off, two is not reached
        (("5", "-5", "0", "3"), "0", VIOLATED, VIOLATED),
        (("100000", "20000", "3000", "125000"), "-3", HOLDS, HOLDS),
        (("100000", "20000", "3000", "126000"), "-3", VIOLATED, VIOLATED),
        (("1.00", "2.00", "3.00", "6.02"), "2", HOLDS, HOLDS),
        (("1.00", "2.00", "3.00", "6.03"), "2", VIOLATED, VIOLATED),
        (("100~INF", "20~INF", "3~INF", "123.4~0"), "0", [], []),  # digits beyond what is good
        (("100~INF", "20~INF", "3~INF", "100~-2"), "0", HOLDS, HOLDS),
        (("100~INF", "20~INF", "30~INF", "100~-2"), "0", HOLDS, HOLDS),  # 150 rounds either way
        (("100~INF", "20~INF", "31~INF", "100~-2"), "0", VIOLATED, HOLDS),
        (("100~INF", "20~INF", "80~INF", "100~-2"), "0", VIOLATED, VIOLATED),
        (("100.4~1", "20.4~1", "3.4~1", "124~0"), "0", HOLDS, HOLDS),
        (("100.4~1", "20.4~1", "3.8~1", "125~0"), "0", HOLDS, VIOLATED),
    ],
)
def test_accuracy_and_the_way_of_rounding_decide(tmp_path, values, decimals, nearest, truncated):
    stated = facts(*values, decimals=decimals)
    assert outcome(report(tmp_path, stated)) == nearest
    assert outcome(report(tmp_path, stated, rounding="truncate")) == truncated


@pytest.mark.parametrize(
    "stated, expected",
    [
        (facts("100", "20", "", "120"), HOLDS),  # what is not stated is not asked for
        (facts("100", "", "", "120"), VIOLATED),
        (facts("", "", "", "120"), []),
        (facts("100", "20", "3", ""), []),
        ([*facts("100", "20", "", ""), Fact(ASSETS, "120", when="same")], HOLDS),  # an equal time
        ([*facts("100", "20", "", ""), Fact(ASSETS, "130", when="before")], []),
        ([*facts("100", "20", "", ""), Fact(ASSETS, "130", when="north")], []),
        ([*facts("100", "20", "", ""), Fact(ASSETS, "130", unit="eur")], []),
        ([*facts("1", "2", "", "3"), *facts("1", "2", "", "9", when="north")], HOLDS + VIOLATED),
        ([*facts("100", "20", "", "120"), Fact(LAND, "", "", attributes='xsi:nil="true"')], HOLDS),
        ([*facts("100", "20", "", ""), Fact(ASSETS, "", "", attributes='xsi:nil="1"')], []),
        ([*facts("100", "20", "", ""), Fact(ASSETS, "120", "", attributes='precision="3"')], HOLDS),
        ([*facts("9", "9", "", ""), Fact(ASSETS, "30", "", attributes='precision="1"')], VIOLATED),
        ([*facts("100", "25", "", ""), Fact(ASSETS, "130", "", attributes='precision="2"')], HOLDS),
        ([*facts("0", "0", "", ""), Fact(ASSETS, "0", "", attributes='precision="2"')], HOLDS),
    ],
)  # fmt: skip
def test_a_calculation_binds_where_total_and_items_share_their_seat(tmp_path, stated, expected):
    assert outcome(report(tmp_path, stated)) == expected


@pytest.mark.parametrize(
    "copy, rounding, expected",
    [
        # the total is 1,230 to the nearest ten; another place says it more precisely, or less
        (Fact(ASSETS, "1232", "0"), "nearest", VIOLATED),  # 1,225 is in the one, not in both
        (Fact(ASSETS, "1225", "0"), "nearest", HOLDS),
        (Fact(ASSETS, "1200", "-2"), "nearest", HOLDS),
        (Fact(ASSETS, "1200", "-2"), "truncate", VIOLATED),  # 1,225 is no longer 1,230 cut off
        (Fact(ASSETS, "1230", "-1"), "nearest", HOLDS),
        (Fact(ASSETS, "1229", "0"), "truncate", VIOLATED),  # not the same, cut off
        (Fact(ASSETS, "1300", "-2"), "nearest", []),
        (Fact(ASSETS, "1240", "INF"), "nearest", []),
        (Fact(ASSETS, "1400", "-1"), "truncate", []),
    ],
)
def test_duplicates_count_once_with_what_all_of_them_allow(tmp_path, copy, rounding, expected):
    stated = [*facts("1000~INF", "225~INF", "", "1230~-1"), copy]
    assert outcome(report(tmp_path, stated, rounding=rounding)) == expected


@pytest.mark.parametrize(
    "cash, expected",
    [
        ("1450", HOLDS),  # 1,350 to 1,450 and 1,450 to 1,550 have one value in common
        ("1449", VIOLATED),
        ("1451", VIOLATED),
    ],
)
def test_duplicates_leave_what_they_have_in_common(tmp_path, cash, expected):
    wide = [Fact(ASSETS, "1500", "-2"), Fact(ASSETS, "1400", "-2")]
    assert outcome(report(tmp_path, [Fact(CASH, cash, "INF"), *wide])) == expected


@pytest.mark.parametrize(
    "copies, kinds",
    [
        ((Fact(CASH, "100"), Fact(CASH, "130")), [Kind.TIE]),
        ((Fact(CASH, "100"), Fact(CASH, "", "", attributes='xsi:nil="true"')), [Kind.TIE]),
        ((Fact(CASH, "100"), Fact(CASH, "100")), []),
        ((Fact(CASH, "100"), Fact(CASH, "130", when="before")), []),
        ((Fact(CASH, "123456", "-3"),), [Kind.LABEL]),
    ],
)
def test_facts_that_nothing_can_be_made_of_are_findings_of_their_own(tmp_path, copies, kinds):
    stated = [*copies, Fact(STOCK, "7"), Fact(ASSETS, "500")]
    read = report(tmp_path, stated)
    if kinds:
        assert [f.kind for f in read.findings] == kinds
        assert outcome(read) == []
    else:
        assert outcome(read) == VIOLATED


def test_what_they_are_added_up_with_tells_which_duplicate_is_wrong(tmp_path):
    stated = [*facts("100", "20", "", "120"), Fact(CASH, "190")]
    (finding,) = report(tmp_path, stated).findings
    assert finding.printed == "190"
    assert finding.expected == "100"
    assert {finding.rule, *finding.broken} == {"same-tagged-fact", "BalanceSheet"}


@pytest.mark.parametrize(
    "arcs, values, expected",
    [
        ((Arc(ASSETS, CASH), Arc(ASSETS, STOCK, "-1")), ("100", "20", "", "80"), HOLDS),
        ((Arc(ASSETS, CASH), Arc(ASSETS, STOCK, "-1.0")), ("100", "20", "", "120"), VIOLATED),
        ((Arc(ASSETS, CASH, "0.5"), Arc(ASSETS, STOCK, "1.5")), ("100", "20", "", "80"), HOLDS),
        ((Arc(ASSETS, CASH, "0.5"), Arc(ASSETS, STOCK, "1.5")), ("100", "20", "", "82"), VIOLATED),
        ((Arc(ASSETS, CASH, "-2"),), ("100", "", "", "-200"), HOLDS),
        (tuple(a._replace(arcrole=NEW) for a in SUM), ("100", "20", "3", "123"), HOLDS),
        (tuple(a._replace(arcrole=NEW) for a in SUM), ("100", "20", "3", "133"), VIOLATED),
        ((*SUM, *(a._replace(arcrole=NEW) for a in SUM)), ("100", "20", "3", "133"), VIOLATED),
        ((Arc(ASSETS, CASH, arcrole="http://tern.test/other"),), ("100", "", "", "9"), []),
    ],
)
def test_weights_and_arcroles(tmp_path, arcs, values, expected):
    assert outcome(report(tmp_path, facts(*values), arcs)) == expected


NIL = 'xsi:nil="true"'


@pytest.mark.parametrize(
    "cash, total, expected",
    [
        # decimals: half a unit either way, on both sides; INF leaves nothing
        (Fact(CASH, "1500", "-2"), Fact(ASSETS, "1550", "INF"), HOLDS),
        (Fact(CASH, "1500", "-2"), Fact(ASSETS, "1551", "INF"), VIOLATED),
        (Fact(CASH, "1500", "INF"), Fact(ASSETS, "1500.0", "INF"), HOLDS),
        (Fact(CASH, "1500", "INF"), Fact(ASSETS, "1500.1", "INF"), VIOLATED),
        (Fact(CASH, "0.0125", "4"), Fact(ASSETS, "0.01", "2"), HOLDS),
        (Fact(CASH, "0.0151", "4"), Fact(ASSETS, "0.01", "2"), VIOLATED),
        (Fact(CASH, "1.5E3", "INF"), Fact(ASSETS, "1500", "INF"), HOLDS),
        # a nought is as good as it says
        (Fact(CASH, "499", "0"), Fact(ASSETS, "0", "-3"), HOLDS),
        (Fact(CASH, "501", "0"), Fact(ASSETS, "0", "-3"), VIOLATED),
        (Fact(CASH, "499", "0"), Fact(ASSETS, "0", "INF"), VIOLATED),
        # precision counts digits; one of nought says nothing of how good the value is
        (Fact(CASH, "1525", "INF"), Fact(ASSETS, "1530", "", attributes='precision="3"'), HOLDS),
        (Fact(CASH, "1524", "INF"), Fact(ASSETS, "1530", "", attributes='precision="3"'), VIOLATED),
        (Fact(CASH, "1524", "INF"), Fact(ASSETS, "1524", "", attributes='precision="INF"'), HOLDS),
        # another unit, another entity's part, another time, nothing stated
        (Fact(CASH, "9", unit="shares"), Fact(ASSETS, "1"), []),
        (Fact(CASH, "9", when="south"), Fact(ASSETS, "1", when="north"), []),
        (Fact(CASH, "9", when="half"), Fact(ASSETS, "1", when="quarter"), []),
        (Fact(CASH, "", "", attributes=NIL), Fact(ASSETS, "1"), []),
        (Fact(CASH, "9"), Fact(ASSETS, "", "", attributes=NIL), []),
    ],
)
def test_one_item_and_its_total(tmp_path, cash, total, expected):
    assert outcome(report(tmp_path, [cash, total])) == expected


PROHIBITED = 'order="3" use="prohibited"'


@pytest.mark.parametrize(
    "others, expected",
    [
        ((), VIOLATED),
        ((Arc(ASSETS, LAND, "1", f'{PROHIBITED} priority="1"'),), HOLDS),
        ((Arc(ASSETS, LAND, "1", PROHIBITED),), HOLDS),  # among equals the prohibition wins
        ((Arc(ASSETS, LAND, "1.00", 'order="3.0" use="prohibited"'),), HOLDS),
        ((Arc(ASSETS, LAND, "-1", f'{PROHIBITED} priority="1"'),), VIOLATED),  # another arc
        ((Arc(ASSETS, LAND, "1", 'order="4" use="prohibited"'),), VIOLATED),
        (
            (
                Arc(ASSETS, LAND, "1", f'{PROHIBITED} priority="1"'),
                Arc(ASSETS, LAND, "1", 'order="3" priority="2"'),
            ),
            VIOLATED,
        ),
    ],
)  # fmt: skip
def test_arcs_may_be_prohibited_and_overridden(tmp_path, others, expected):
    stated = facts("100", "20", "3", "120")
    assert outcome(report(tmp_path, stated, (*SUM, *others))) == expected


def test_an_item_listed_twice_is_told_and_nothing_is_added_up(tmp_path):
    arcs = (*SUM, Arc(ASSETS, CASH, "1", 'order="9"'))
    read = report(tmp_path, facts("100", "20", "3", "999"), arcs)
    assert outcome(read) == []
    assert [f.kind for f in read.findings] == [Kind.SCHEMA]
    assert "list Cash twice among the items of Assets" in read.findings[0].message


def test_statements_are_added_up_apart(tmp_path):
    other = "http://tern-harbour.test/role/OtherStatement"
    arcs = (Arc(ASSETS, CASH), Arc(ASSETS, STOCK), Arc(ASSETS, LAND, role=other))
    read = report(tmp_path, facts("100", "20", "120", "120"), arcs)
    assert outcome(read) == ["holds", "holds"]
    assert {v.relation.rule for v in read.checks if v.relation.kind is Kind.SUM} == {
        "BalanceSheet",
        "OtherStatement",
    }


def test_a_finding_is_told_in_words(tmp_path):
    (finding,) = report(tmp_path, facts("100", "20", "3", "923")).findings
    assert finding.message.startswith(
        "Assets (29 March 2025) is printed as 923, but its parts give 123: 100 + 20 + 3 = 123."
    )
    assert finding.printed == "923"
    assert finding.rule == "BalanceSheet"
    assert LEGACY not in finding.message
    source = finding.citations[0].source
    line = instance(facts("100", "20", "3", "923")).split("\n")[(source.line or 0) - 1]
    assert source.column is not None
    assert source.end_column is not None
    assert line[source.column - 1 : source.end_column - 1] == "923"
    assert source.at.element == "f3"


def test_a_weight_is_shown_where_it_is_more_than_a_sign(tmp_path):
    arcs = (Arc(ASSETS, CASH, "0.5"), Arc(ASSETS, STOCK, "-1"))
    (finding,) = report(tmp_path, facts("100", "20", "", "80"), arcs).findings
    assert "1/2 x 100 - 20 = 30" in finding.message
