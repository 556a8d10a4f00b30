"""Sums of an instance without its linkbases: asked for where the same total is seen to be one."""

import pytest

from tests.filings import Fact, audited, instance, written

GROUP = (("Cash", "912"), ("Dues", "1240"), ("Inventory", "377"), ("Assets", "2529"))
PARENT = (("Cash", "81"), ("Notes", "44"), ("Bills", "705"), ("Inventory", "126"))


def facts(values, when="now"):
    return [Fact(f"gaap:{name}", value, "INF", when) for name, value in values]


@pytest.mark.parametrize(
    "group, parent, found, tied",
    [
        (GROUP, (*PARENT, ("Assets", "956")), [], 9),
        (GROUP, (*PARENT, ("Assets", "965")), [("warning", "965")], 4),  # two digits swapped
        (GROUP, (*PARENT, ("Assets", "1402")), [], 4),  # some other sum: who knows
        (GROUP, (*PARENT[1:], ("Assets", "965")), [], 4),  # not all the parts of the other
        ((*GROUP[:3], ("Assets", "2592")), (*PARENT, ("Assets", "965")), [], 0),  # seen nowhere
    ],
)
def test_a_total_seen_as_the_sum_of_what_precedes_it_is_one_elsewhere(
    tmp_path, group, parent, found, tied
):
    stated = [*facts(group), *facts(parent, "north")]
    report = audited(written(tmp_path, "tern.xbrl", instance(stated)))
    assert [(f.severity.value, f.printed) for f in report.findings] == found
    assert report.tied == tied


def test_noughts_that_a_value_is_not_good_to_do_not_hide_a_slip(tmp_path):
    stated = [
        Fact(f"gaap:{name}", f"{value}000000", "-6", when)
        for when, values in (("now", GROUP), ("north", (*PARENT, ("Assets", "965"))))
        for name, value in values
    ]
    (finding,) = audited(written(tmp_path, "tern.xbrl", instance(stated))).findings
    assert finding.printed == "965000000"


@pytest.mark.parametrize(
    "equity, tied",
    [("-9423", 6), ("-9432", 0), ("1704", 0)],  # what only members make up is never blamed
)
def test_a_total_that_members_make_up_is_tied_to_them(tmp_path, equity, tied):
    stated = [
        *facts([("Common", "1704")]),
        *facts([("Preferred", "52")], "north"),
        *facts([("Preferred", "318")], "south"),
        *facts([("PaidIn", "20411"), ("Deficit", "-31908"), ("Equity", equity)]),
    ]
    report = audited(written(tmp_path, "tern.xbrl", instance(stated)))
    assert (report.findings, report.tied) == ((), tied)


@pytest.mark.parametrize(
    "values, found, tied",
    [
        ((("North", "410"), ("South", "207"), ("TotalDues", "617")), [], 3),
        ((("North", "410"), ("South", "207"), ("TotalDues", "671")), [("warning", "671")], 0),
        ((("North", "410"), ("South", "207"), ("DuesTotal", "671")), [("warning", "671")], 0),
        ((("North", "410"), ("South", "207"), ("TotalDues", "802")), [], 0),  # of something else
        ((("North", "410"), ("South", "207"), ("Totality", "671")), [], 0),
        ((("North", "410"), ("TotalDues", "401")), [], 0),  # one part
    ],
)
def test_what_is_called_a_total_is_asked_for_what_precedes_it(tmp_path, values, found, tied):
    report = audited(written(tmp_path, "tern.xbrl", instance(facts(values))))
    assert [(f.severity.value, f.printed) for f in report.findings] == found
    assert report.tied == tied
