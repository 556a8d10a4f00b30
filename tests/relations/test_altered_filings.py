"""Whole filings as they are published: none of their right figures blamed, every altered one found.

One filing with two roles, an item that only a member states, weights of -1, a figure tagged twice
and two times; as an instance, as one page, as pages in a folder, and as a package.
"""

import io
import re
import zipfile

import pytest

from auditor import audit
from tests.filings import LEGACY, NEW, Arc, Fact, instance, linkbase, page, schema, table, tag

BALANCE, INCOME = "http://tern-harbour.test/role/Balance", "http://tern-harbour.test/role/Income"
SUMS = {
    "gaap:AssetsCurrent": ("gaap:Cash", "gaap:Dues", "gaap:Stock"),
    "gaap:Assets": ("gaap:AssetsCurrent", "gaap:Quays", "gaap:Cranes"),
    "gaap:Claims": ("gaap:Debt", "gaap:Equity"),
    "gaap:Equity": ("gaap:Shares", "gaap:Preferred", "gaap:Retained"),
}
PROFIT = {"gaap:Revenue": "1", "gaap:Wages": "-1", "gaap:Fuel": "-1"}
VALUES = {
    "gaap:Cash": (1211, 1187), "gaap:Dues": (2304, 2198), "gaap:Stock": (467, 453),
    "gaap:AssetsCurrent": (3982, 3838), "gaap:Quays": (8126, 8367), "gaap:Cranes": (1549, 1602),
    "gaap:Assets": (13657, 13807), "gaap:Debt": (6218, 6734), "gaap:Equity": (7439, 7073),
    "gaap:Claims": (13657, 13807), "gaap:Shares": (3150, 3150), "gaap:Retained": (3971, 3605),
    "gaap:Preferred": (318, 318), "gaap:Revenue": (9426, 9087), "gaap:Wages": (4263, 4108),
    "gaap:Fuel": (1794, 1836), "gaap:Profit": (3369, 3143),
}  # fmt: skip
FLOWS = ("gaap:Revenue", "gaap:Wages", "gaap:Fuel", "gaap:Profit")
HEADER = re.compile(r'<div style="display:none"><ix:header>.*?</ix:header></div>', re.DOTALL)

Altered = tuple[str, int, str]
"""A concept, which of its two times, and what is printed instead."""


def arcs(arcrole):
    said = [
        Arc(total, item, arcrole=arcrole, role=BALANCE)
        for total, items in SUMS.items()
        for item in items
    ]
    said += [Arc("gaap:Profit", i, w, arcrole=arcrole, role=INCOME) for i, w in PROFIT.items()]
    return linkbase(*said)


def when(concept, number):
    if (concept, number) == ("gaap:Preferred", 0):
        return "north"  # stated by a member, and not for the whole
    return ("half", "quarter")[number] if concept in FLOWS else ("now", "before")[number]


def printed(concept, number, altered):
    if altered and altered[:2] == (concept, number):
        return altered[2]
    return f"{VALUES[concept][number]:,}"


def statement(concepts, altered, heads=("29 March 2025", "28 September 2024")):
    """A table in millions."""
    return "<p>(in millions)</p>" + table(
        ("", *heads),
        *(
            (
                concept.removeprefix("gaap:"),
                *(tag(concept, printed(concept, n, altered), when(concept, n)) for n in (0, 1)),
            )
            for concept in concepts
        ),
    )


def bodies(altered):
    balance = [c for c in VALUES if c not in FLOWS]
    again = tag("gaap:Assets", printed("again", 0, altered) if altered and altered[0] == "again"
                else "13,657")  # fmt: skip
    return (
        statement(balance, altered),
        statement(FLOWS, altered, ("Half year", "Second quarter")),
        f"<p>Our assets came to ${again} million.</p>",
    )


def as_instance(altered):
    facts = [
        Fact(concept, f"{printed(concept, n, altered).replace(',', '')}000000", "-6",
             when(concept, n))
        for concept in VALUES
        for n in (0, 1)
    ]  # fmt: skip
    text = "13,657" if not altered or altered[0] != "again" else altered[2]
    facts.append(Fact("gaap:Assets", f"{text.replace(',', '')}000000", "-6"))
    return {"tern.xbrl": instance(facts)}


def as_page(altered):
    return {"tern.htm": page("".join(bodies(altered)))}


def as_pages(altered):
    """The contexts and the schema on the first page, the statements on the others."""
    said = {f"{n}.htm": HEADER.sub("", page(body)) for n, body in enumerate(bodies(altered), 1)}
    return {"0.htm": page("<h1>Annual report</h1>"), **said}


def as_package(altered):
    return {"tern.zip": as_page(altered)["tern.htm"]}


def findings(folder, form, altered, arcrole=LEGACY):
    """The findings on the filing, written in that form."""
    taxonomy = {"tern.xsd": schema("tern_cal.xml"), "tern_cal.xml": arcs(arcrole)}
    files = form(altered)
    if form is as_package:
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as archive:
            inside = {"tern.xhtml": files["tern.zip"], **taxonomy}
            for name, text in inside.items():
                archive.writestr(f"tern/reports/{name}", text)
        (folder / "tern.zip").write_bytes(held.getvalue())
    else:
        for name, text in {**files, **taxonomy}.items():
            (folder / name).write_text(text, encoding="utf-8")
    report = audit([str(folder)])
    assert report.unread == ()
    (document,) = report.documents
    return document.findings


FORMS = (as_instance, as_page, as_pages, as_package)


@pytest.mark.parametrize("arcrole", [LEGACY, NEW])
@pytest.mark.parametrize("form", FORMS)
def test_no_figure_of_a_right_filing_is_blamed(tmp_path, form, arcrole):
    assert findings(tmp_path, form, None, arcrole) == ()


ALTERED = (
    ("gaap:Cash", 0, "1,121"), ("gaap:Cash", 1, "1,178"), ("gaap:Dues", 0, "2,340"),
    ("gaap:Dues", 1, "2,189"), ("gaap:Stock", 0, "647"), ("gaap:Stock", 1, "543"),
    ("gaap:AssetsCurrent", 0, "3,892"), ("gaap:AssetsCurrent", 1, "8,338"),
    ("gaap:Quays", 0, "8,162"), ("gaap:Quays", 1, "3,867"), ("gaap:Cranes", 0, "1,594"),
    ("gaap:Assets", 0, "16,357"), ("gaap:Assets", 1, "13,870"), ("gaap:Debt", 0, "6,281"),
    ("gaap:Equity", 0, "4,739"), ("gaap:Claims", 1, "13,087"), ("gaap:Shares", 0, "3,510"),
    ("gaap:Retained", 1, "3,506"), ("gaap:Preferred", 0, "381"), ("gaap:Revenue", 0, "9,246"),
    ("gaap:Wages", 0, "4,623"), ("gaap:Fuel", 1, "1,863"), ("gaap:Profit", 0, "3,396"),
    ("gaap:Profit", 1, "3,413"), ("again", 0, "13,567"),
)  # fmt: skip


@pytest.mark.parametrize("altered", ALTERED, ids=lambda one: f"{one[0]} {one[2]}")
@pytest.mark.parametrize("form", FORMS)
def test_every_altered_figure_is_found(tmp_path, form, altered):
    found = findings(tmp_path, form, altered, NEW)
    wanted = altered[2].replace(",", "")
    texts = {
        re.sub(r"[^0-9]", "", citation.text).removesuffix("000000")
        for finding in found
        for citation in (*finding.citations, *(s.citation for s in finding.suspects))
    }
    assert wanted in texts
    assert any(
        re.sub(r"[^0-9]", "", s.citation.text).removesuffix("000000") == wanted
        for finding in found
        for s in finding.suspects[:3]
    )
