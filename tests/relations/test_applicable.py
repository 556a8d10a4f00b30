"""Which declared calculations say something of the figures: roles, members, rows that lack."""

import pytest

from auditor.model.relation import Severity
from tests.filings import Arc, Fact, audited, instance, linkbase, page, schema, table, tag, written

CASH, DUE, NOTES, BILLS, STOCK, ASSETS = (
    f"gaap:{name}" for name in ("Cash", "Receivables", "Notes", "Bills", "Inventory", "Assets")
)
GROUP, PARENT = "http://tern-harbour.test/role/Group", "http://tern-harbour.test/role/Parent"
TWO_ROLES = linkbase(
    *(Arc(ASSETS, item, role=GROUP) for item in (CASH, DUE, STOCK)),
    *(Arc(ASSETS, item, role=PARENT) for item in (CASH, NOTES, BILLS, STOCK)),
)


def told(report):
    return [(f.severity.value, f.printed) for f in report.findings]


def group(total="2529", when="now"):
    values = ((CASH, "912"), (DUE, "1240"), (STOCK, "377"), (ASSETS, total))
    return [Fact(concept, value, "INF", when) for concept, value in values]


def parent(total="956", bills="705", when="north"):
    values = ((CASH, "81"), (NOTES, "44"), (BILLS, bills), (STOCK, "126"), (ASSETS, total))
    return [Fact(concept, value, "INF", when) for concept, value in values if value]


@pytest.mark.parametrize(
    "stated, expected",
    [
        ([*group(), *parent()], []),
        ([*group(), *parent("965")], [("error", "965")]),
        ([*group("2592"), *parent()], [("error", "2592")]),
        ([*parent(), *group()], []),
        ([*group(), *parent("251", "")], []),  # one role explains what the other states less of
    ],
)
def test_a_role_binds_where_no_other_says_more_of_the_total(tmp_path, stated, expected):
    path = written(tmp_path, "tern.xbrl", instance(stated), tern_cal_xml=TWO_ROLES)
    assert told(audited(path)) == expected


@pytest.mark.parametrize(
    "stated, expected",
    [
        ({"north": "318", "south": "52"}, []),  # the two members are what the item comes to
        ({"north": "381", "south": "52"}, [("warning", "-9423")]),
        ({"north": "318"}, []),  # who knows which members there are
        ({}, [("error", "-9423")]),  # nothing is stated for any member
    ],
)
def test_an_item_stated_for_members_counts_with_them(tmp_path, stated, expected):
    axis = "gaap:Common", "gaap:Preferred", "gaap:PaidIn", "gaap:Deficit", "gaap:Equity"
    common, preferred, paid, deficit, equity = axis
    facts = [
        *(Fact(preferred, value, "INF", when) for when, value in stated.items()),
        Fact(common, "1704", "INF"),
        Fact(paid, "20411", "INF"),
        Fact(deficit, "-31908", "INF"),
        Fact(equity, "-9423", "INF"),
    ]
    arcs = linkbase(*(Arc(equity, item) for item in (common, preferred, paid, deficit)))
    path = written(tmp_path, "tern.xbrl", instance(facts), tern_cal_xml=arcs)
    found = audited(path).findings
    assert [f.severity.value for f in found] == [severity for severity, _ in expected]


SHARES, DUE_LATER, AWARDS, DEBT, PRICE = (
    f"tern:{name}" for name in ("Shares", "Contingent", "Awards", "Liabilities", "Price")
)


def purchase(total="290,565", shares="162,410", awards=AWARDS):
    awarded = tag(awards, "9,866") if awards else "9,866"
    return "<p>Purchase price (in millions)</p>" + table(
        ("", "29 March 2025"),
        ("Shares issued", tag(SHARES, shares)),
        ("Contingent consideration", tag(DUE_LATER, "118,077")),
        ("Replacement awards", awarded),
        ("Assumed liabilities", tag(DEBT, "212")),
        ("Total purchase price", tag(PRICE, total)),
    )


LACKS_ONE = linkbase(*(Arc(PRICE, item) for item in (SHARES, DUE_LATER, DEBT)))


@pytest.mark.parametrize("awards", [AWARDS, ""])  # tagged, or merely printed
def test_a_row_that_the_linkbase_lacks_is_told_of_the_linkbase(tmp_path, awards):
    report = audited(
        written(
            tmp_path,
            "tern.htm",
            page(purchase(awards=awards)),
            tern_xsd=schema("tern_cal.xml"),
            tern_cal_xml=LACKS_ONE,
        )
    )
    (finding,) = report.findings
    assert (finding.rule, finding.severity) == ("calculation-lacks-item", Severity.WARNING)
    assert "do not list “Replacement awards” among the items of Price" in finding.message
    assert finding.suspects == ()
    assert finding.citations[0].source.path.endswith("tern_cal.xml")
    assert report.tied == 5


@pytest.mark.parametrize("instead", [{"total": "290,655"}, {"shares": "126,410"}])
def test_a_wrong_figure_is_told_though_the_linkbase_lacks_a_row(tmp_path, instead):
    report = audited(
        written(tmp_path, "tern.htm", page(purchase(**instead)), tern_cal_xml=LACKS_ONE)
    )
    assert any(
        suspect.citation.text in instead.values()
        for finding in report.findings
        for suspect in finding.suspects
    )


@pytest.mark.parametrize(
    "now, before, expected",
    [
        (("46", "729"), ("31", "673"), []),
        (("64", "729"), ("31", "673"), ["64"]),  # the other year shows that the row belongs to it
        (("46", "729"), ("13", "673"), ["13"]),
        (("46", "792"), ("31", "673"), ["792"]),
    ],
)
def test_a_row_that_the_linkbase_lacks_may_be_wrong_itself(tmp_path, now, before, expected):
    gross, admin, plan, result = (f"tern:{n}" for n in ("Gross", "Admin", "Plan", "Result"))
    rows = (("Gross profit", gross, "1,878", "1,775"), ("Administration", admin, "1,103", "1,071"))
    columns = zip(("Restructuring", "Operating result"), (plan, result), now, before, strict=True)
    body = "<p>(in millions)</p>" + table(
        ("", "29 March 2025", "28 September 2024"),
        *(
            (label, tag(concept, one), tag(concept, other, "before"))
            for label, concept, one, other in (*rows, *columns)
        ),
    )
    arcs = linkbase(Arc(result, gross), Arc(result, admin, "-1"))
    report = audited(written(tmp_path, "tern.htm", page(body), tern_cal_xml=arcs))
    blamed = [f.suspects[0].citation.text for f in report.findings if f.suspects]
    assert blamed == expected
    assert [f.rule for f in report.findings if not f.suspects] == ["calculation-lacks-item"]


def test_a_total_that_another_role_gives_is_no_fault_of_the_linkbase(tmp_path):
    """The parent's statement has rows that the role of the group does not list."""
    listed = (("Cash", CASH, "81"), ("Notes", NOTES, "44"), ("Bills", BILLS, "705"))
    body = "<p>(in millions)</p>" + table(
        ("", "29 March 2025"),
        *((label, tag(concept, value)) for label, concept, value in listed),
        ("Inventory", tag(STOCK, "126")),
        ("Total assets", tag(ASSETS, "956")),
    )
    report = audited(written(tmp_path, "tern.htm", page(body), tern_cal_xml=TWO_ROLES))
    assert report.findings == ()


def test_a_calculation_that_holds_nowhere_is_told_of_the_linkbase(tmp_path):
    """It adds the cost of what was sold to the revenue that it is taken from."""
    rows = (
        ("Harbour dues", "tern:Dues", "41,207", "39,818"),
        ("Costs", "tern:Costs", "17,395", "16,040"),
        ("Margin", "tern:Margin", "23,812", "23,778"),
    )
    body = "<p>(in millions)</p>" + table(
        ("", "29 March 2025", "28 September 2024"),
        *(
            (label, tag(concept, now), tag(concept, before, "before"))
            for label, concept, now, before in rows
        ),
    )
    arcs = linkbase(Arc("tern:Margin", "tern:Dues"), Arc("tern:Margin", "tern:Costs"))
    report = audited(written(tmp_path, "tern.htm", page(body), tern_cal_xml=arcs))
    (finding,) = report.findings
    assert (finding.rule, finding.severity) == ("calculation-never-holds", Severity.WARNING)
    assert "each of the 2 times" in finding.message


def test_what_the_whole_company_leaves_unsaid_is_a_warning_unless_it_is_so_elsewhere(tmp_path):
    arcs = linkbase(*(Arc(ASSETS, item) for item in (CASH, DUE, STOCK)))

    def balance(now, before):
        return table(
            ("(in millions)", "29 March 2025", "28 September 2024"),
            ("Cash", tag(CASH, "1,211"), tag(CASH, "1,187", "before")),
            ("Inventory", tag(STOCK, "304"), tag(STOCK, "298", "before")),
            ("Total assets", tag(ASSETS, now), tag(ASSETS, before, "before")),
        )

    def severities(now, before):
        path = written(tmp_path, "tern.htm", page(balance(now, before)), tern_cal_xml=arcs)
        return [f.severity.value for f in audited(path).findings]

    assert severities("1,515", "1,485") == []
    assert severities("1,551", "1,485") == ["error"]  # the other year shows that it is all there is
