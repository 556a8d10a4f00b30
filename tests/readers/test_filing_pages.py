"""A filing whose contexts and schema stand on one page and whose statements stand on others."""

import re

import pytest

from auditor import audit
from auditor.readers import together
from auditor.readers._xbrl.sets import links_of, sets_of
from tests.filings import Arc, linkbase, page, schema, table, tag

CASH, STOCK, ASSETS = "gaap:Cash", "gaap:Inventory", "gaap:Assets"
HEADER = re.compile(r'<div style="display:none"><ix:header>.*?</ix:header></div>', re.DOTALL)
COVER = page("<h1>Annual report</h1>")


def balance(total="1,515"):
    return table(
        ("(in millions)", "29 March 2025"),
        ("Cash", tag(CASH, "1,211")),
        ("Inventory", tag(STOCK, "304")),
        ("Total assets", tag(ASSETS, total)),
    )


def note(cash="1,211"):
    return f"<p>At its end we held ${tag(CASH, cash)} million.</p>"


def bare(body):
    """A page that declares nothing: what its tags are about stands elsewhere."""
    return HEADER.sub("", page(body))


def written(folder, **pages):
    folder.mkdir(exist_ok=True)
    for name, text in pages.items():
        (folder / f"{name}.htm").write_text(text, encoding="utf-8")
    (folder / "tern.xsd").write_text(schema("tern_cal.xml"), encoding="utf-8")
    arcs = linkbase(Arc(ASSETS, CASH), Arc(ASSETS, STOCK))
    (folder / "tern_cal.xml").write_text(arcs, encoding="utf-8")
    return str(folder)


@pytest.mark.parametrize(
    "pages, found",
    [
        ({"b": bare(balance()), "c": bare(note())}, []),
        ({"b": bare(balance("1,551")), "c": bare(note())}, [("b.htm", "1,551")]),
        ({"b": bare(balance()), "c": bare(note("1,121"))}, [("c.htm", "$1,121 million")]),
        ({"b": bare(balance().replace("gaap:", "g:")).replace("xmlns:gaap", "xmlns:g"),
          "c": bare(note("1,121"))}, [("c.htm", "$1,121 million")]),  # another prefix
    ],
)  # fmt: skip
def test_pages_of_one_filing_are_one_document(tmp_path, pages, found):
    report = audit([written(tmp_path / "f", a=COVER, **pages)])
    (document,) = report.documents
    assert document.path.endswith("a.htm")
    assert document.printed == 4
    suspects = [f.suspects[0].citation for f in document.findings]
    assert [(s.source.path.rpartition("/")[2], s.text) for s in suspects] == found
    assert len(document.excerpts) >= len(found)
    assert found or document.tied == 4


def test_a_disagreement_between_pages_names_them(tmp_path):
    folder = written(tmp_path / "f", a=COVER, b=bare(balance()), c=bare(note("1,121")))
    (finding,) = audit([folder]).documents[0].findings
    assert "in c.htm at line" in finding.message
    assert "in b.htm at line" in finding.message


def test_tables_are_counted_through_the_pages(tmp_path):
    folder = written(tmp_path / "f", a=COVER, b=bare(balance()), c=bare(balance("1,551")))
    (document,) = audit([folder]).documents
    (finding,) = document.findings
    assert {c.source.table for c in finding.citations} == {1, 2}


def test_a_page_read_alone_is_about_what_the_others_declare(tmp_path):
    folder = written(tmp_path / "f", a=COVER, b=bare(balance("1,551")), c=bare(note()))
    (document,) = audit([f"{folder}/b.htm"]).documents
    assert [f.rule for f in document.findings] == ["BalanceSheet"]
    assert document.printed == 3


def test_filings_that_lack_nothing_stay_apart(tmp_path):
    folder = written(tmp_path / "f", a=page(balance()), b=page(note("1,121")))
    assert len(audit([folder]).documents) == 2
    assert together([f"{folder}/a.htm", f"{folder}/b.htm"]) == {}


def test_the_same_whatever_the_number_of_processes(tmp_path):
    written(tmp_path / "f", a=COVER, b=bare(balance("1,551")), c=bare(note()))
    written(tmp_path / "g", a=COVER, b=bare(balance()), c=bare(note("1,121")))
    assert audit([str(tmp_path)]) == audit([str(tmp_path)], jobs=2)


def declares(*ids, schema=True):
    refers = b"<link:schemaRef " if schema else b""
    return refers + b"".join(b'<xbrli:context id="%s">' % one.encode() for one in ids)


def uses(*ids):
    return b"".join(b'<ix:nonFraction contextRef="%s">' % one.encode() for one in ids)


@pytest.mark.parametrize(
    "pages, expected",
    [
        ({"a": declares("x"), "b": uses("x")}, [("a", "b")]),
        ({"b": uses("x"), "z": declares("x")}, [("b", "z")]),
        ({"a": declares("x"), "b": declares("y"), "c": uses("x", "y")}, [("a", "b", "c")]),
        ({"a": declares("x"), "b": uses("y")}, [("a",), ("b",)]),
        ({"a": declares("x") + uses("x"), "b": declares("x") + uses("x")}, [("a",), ("b",)]),
        # two filings with ids alike: the names of their files tell, or nothing does
        (
            {"m1": declares("x"), "m2": uses("x"), "n1": declares("x"), "n2": uses("x")},
            [("m1", "m2"), ("n1", "n2")],
        ),
        ({"m": declares("x"), "n": declares("x"), "o": uses("x")}, [("m",), ("n",), ("o",)]),
        ({"a": declares(), "b": declares("x", schema=False)}, [("a", "b")]),
    ],
)
def test_a_page_belongs_to_those_that_declare_what_it_uses(pages, expected):
    assert sets_of({name: links_of(data) for name, data in pages.items()}) == expected
