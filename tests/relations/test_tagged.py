"""Tags against what is printed, and against each other: one wrong number, one finding."""

import pytest

from auditor.model.relation import Kind, Severity
from tests.filings import NOW, Arc, audited, linkbase, page, schema, table, tag, written

CASH, STOCK, LAND, ASSETS = "gaap:Cash", "gaap:Inventory", "gaap:Land", "gaap:Assets"
ARCS = linkbase(Arc(ASSETS, CASH), Arc(ASSETS, STOCK), Arc(ASSETS, LAND))
ROWS = {
    "Cash": (CASH, "1,211", "1,187"),
    "Inventory": (STOCK, "304", "298"),
    "Quays and sheds": (LAND, "2,406", "2,511"),
    "Total assets": (ASSETS, "3,921", "3,996"),
}


def balance(instead=(), text=()):
    """The balance sheet, with some tags or texts instead of those that belong there."""
    tags, texts = dict(instead), dict(text)
    rows = []
    for label, (concept, now, before) in ROWS.items():
        cells = []
        for when, figure in (("now", now), ("before", before)):
            shown = texts.get((label, when), figure)
            more, scale = tags.get((label, when), ("", "6"))
            cells.append(tag(concept, shown, when, more, scale=scale))
        rows.append((label, *cells))
    heading = "<h2>Balance sheet (in millions)</h2>"
    return heading + table(("", "29 March 2025", "28 September 2024"), *rows)


def report(folder, body, **others):
    files = {"tern_xsd": schema("tern_cal.xml"), "tern_cal_xml": ARCS, **others}
    return audited(written(folder, "tern.htm", page(body), **files))


def test_a_filing_in_order_gives_no_finding(tmp_path):
    assert report(tmp_path, balance()).findings == ()


@pytest.mark.parametrize(
    "label, printed, expected",
    [
        ("Total assets", "3,291", "3,921"),
        ("Cash", "1,811", "1,211"),
        ("Quays and sheds", "24,060", "2,406"),
    ],
)
def test_one_wrong_figure_is_one_finding_though_tags_and_table_both_tell(
    tmp_path, label, printed, expected
):
    body = balance(text={(label, "now"): printed})
    body += f"<p>Total assets came to ${tag(ASSETS, '3,921')} million at 29 March 2025.</p>"
    (finding,) = report(tmp_path, body).findings
    assert finding.severity is Severity.ERROR
    assert (finding.suspects[0].citation.text, finding.suspects[0].suggestion) == (
        printed,
        expected,
    )
    assert finding.citations[0].source.table == 1


@pytest.mark.parametrize(
    "copy, kinds",
    [
        ("1,211", []),
        ("1,121", [Kind.TIE]),
        ("1.2", []),  # billions: within what is printed
        ("1.3", [Kind.TIE]),
    ],
)
def test_the_same_tagged_fact_in_two_places_is_the_same_figure(tmp_path, copy, kinds):
    scale = "9" if "." in copy else "6"
    good_to = 'decimals="-8"' if "." in copy else ""
    unit = "billion" if "." in copy else "million"
    body = balance() + f"<p>We hold ${tag(CASH, copy, 'now', good_to, scale=scale)} {unit}.</p>"
    findings = report(tmp_path, body).findings
    assert [f.kind for f in findings] == kinds
    for finding in findings:
        assert "Cash" in finding.message
        assert {c.source.table for c in finding.citations} == {None, 1}


@pytest.mark.parametrize(
    "label, more, scale, says",
    [
        ("Cash", 'sign="-"', "6", "its tag says -1.211 billion; it should say 1.211 billion"),
        ("Total assets", 'sign="-"', "6", "its tag says -3.921 billion"),
        ("Inventory", "", "3", "its tag says 304 thousand; it should say 304 million"),
        ("Inventory", "", "0", "its tag says 304; it should say 304 million"),
        ("Quays and sheds", 'format="ixt:num-comma-decimal"', "6", "its tag says 2.406 million"),
    ],
)
def test_a_tag_of_another_sign_or_scale_is_told_and_not_the_figure(
    tmp_path, label, more, scale, says
):
    (finding,) = report(tmp_path, balance({(label, "now"): (more, scale)})).findings
    assert (finding.kind, finding.severity) == (Kind.LABEL, Severity.ERROR)
    assert finding.message.startswith(f"{label} at 29 March 2025: {ROWS[label][1]} is printed")
    assert says in finding.message


def test_without_arithmetic_a_lone_scale_among_many_is_a_warning(tmp_path):
    rows = [(f"Pier {n}", tag(f"tern:Pier{n}", f"{n}17")) for n in range(1, 12)]
    rows[4] = ("Pier 5", tag("tern:Pier5", "517", scale="3"))
    body = "<p>(in millions)</p>" + table(("", "29 March 2025"), *rows)
    (finding,) = report(tmp_path, body).findings
    assert (finding.kind, finding.severity) == (Kind.LABEL, Severity.WARNING)
    assert "its tag says 517 thousand; it should say 517 million" in finding.message


@pytest.mark.parametrize(
    "text, scale, findings",
    [
        ("a loan of ${} billion", "9", 0),
        ("a loan of ${} billion", "6", 1),
        ("a loan of ${} million", "6", 0),
        ("interest of {} %", "-2", 0),
        ("interest of {}%", "0", 1),
    ],
)
def test_words_beside_a_figure_bind_its_tag(tmp_path, text, scale, findings):
    body = f"<p>There is {text.format(tag('tern:Loan', '2.5', scale=scale))} at its end.</p>"
    assert len(report(tmp_path, body).findings) == findings


@pytest.mark.parametrize(
    "instead, kind",
    [
        ({("Cash", "now"): ('format="ixt:fixed-zero"', "6")}, Kind.LABEL),
        ({("Cash", "now"): ('format="ixt-sec:numwordsen"', "6")}, Kind.LABEL),
    ],
)
def test_a_tag_that_cannot_mean_its_text_is_one_finding(tmp_path, instead, kind):
    (finding,) = report(tmp_path, balance(instead)).findings
    assert finding.kind is kind
    assert finding.severity is Severity.WARNING
    assert "1,211" in finding.message


def test_what_is_printed_with_another_sign_may_be_tagged_so(tmp_path):
    """Payments are positive by their concept, and printed in parentheses."""
    arcs = linkbase(Arc("tern:Net", "tern:Sold"), Arc("tern:Net", "tern:Bought", "-1"))
    body = "<p>(in millions)</p>" + table(
        ("", "Six months ended 29 March 2025"),
        ("Vessels sold", tag("tern:Sold", "812", "half")),
        ("Vessels bought", tag("tern:Bought", "(1,305)", "half")),
        ("Net cash used", tag("tern:Net", "(493)", "half", 'sign="-"')),
    )
    read = report(tmp_path, body, tern_cal_xml=arcs)
    assert read.findings == ()
    assert [v.status.value for v in read.checks if v.relation.rule == "BalanceSheet"] == ["holds"]


def test_decimals_beyond_or_short_of_the_digits_are_no_fault(tmp_path):
    for decimals in ("-3", "0", "INF", "-7"):
        instead = {("Cash", "now"): (f'decimals="{decimals}"', "6")}
        assert report(tmp_path, balance(instead)).findings == ()


def test_a_part_of_the_company_need_not_state_every_item(tmp_path):
    body = balance() + table(
        ("Northern harbours", "29 March 2025"),
        ("Cash", tag(CASH, "900", "north")),
        ("Assets", tag(ASSETS, "1,700", "north")),
    )
    (finding,) = report(tmp_path, body).findings
    assert finding.severity is Severity.WARNING


def test_hidden_facts_count_in_sums_but_are_no_figures_of_the_page(tmp_path):
    hidden = (
        '<div style="display:none"><ix:header><ix:hidden>'
        f"{tag(CASH, '900', 'north')}{tag(ASSETS, '900', 'north')}"
        "</ix:hidden></ix:header></div>"
    )
    read = report(tmp_path, balance() + hidden)
    assert read.findings == ()
    assert read.printed == 8


def test_a_figure_the_text_does_not_tell_is_named_by_its_concept_and_day(tmp_path):
    words = tag("tern:NumberOfPiersInService", "two", more='format="ixt-sec:numwordsen"', scale="0")
    other = tag(
        "tern:NumberOfPiersInService", "four", more='format="ixt-sec:numwordsen"', scale="0"
    )
    body = f"<p>There are {words} piers.</p><p>All {other} piers are new.</p>"
    (finding,) = report(tmp_path, body).findings
    assert finding.message.startswith("Number of piers in service (29 March 2025) is ")
    assert NOW not in finding.message
