import pytest

from auditor import audit, readers
from auditor.readers import UnreadableError, xbrl
from auditor.readers._xbrl.values import Digits, number_in_words, written_digits
from tests.filings import Arc, Fact, audited, instance, linkbase, schema, written

CASH, ASSETS = "gaap:Cash", "gaap:Assets"


def read(text, path="-"):
    return xbrl.read(text.encode(), path)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("1234", Digits(1234, 0)),
        ("-1234.50", Digits(-123450, -2)),
        (" +7 ", Digits(7, 0)),
        (".5", Digits(5, -1)),
        ("1.2E6", Digits(1_200_000, 0)),
        ("12e-3", Digits(12, -3)),
        ("1,234", None),
        ("INF", None),
        ("", None),
    ],
)
def test_numbers_are_written_as_xml_schema_writes_them(text, expected):
    assert written_digits(text) == expected


@pytest.mark.parametrize(
    "text, number",
    [("two", 2), ("Twenty-one", 21), ("a hundred", 100), ("three thousand and five", 3005),
     ("No", 0), ("many", None), ("", None)],
)  # fmt: skip
def test_numbers_in_english_words(text, number):
    assert number_in_words(text) == number


def test_every_numeric_fact_is_a_tag_cited_where_it_stands():
    text = instance([Fact(CASH, "1200000", "-3"), Fact(ASSETS, " 7 "), Fact(CASH, "é", unit="")])
    found = read(text).tagging.tags
    assert [tag.text for tag in found] == ["1200000", "7", "é"]
    for tag in found:
        line = text.split("\n")[tag.line - 1]
        assert line[tag.column - 1 : tag.end_column - 1] == tag.text
    assert found[0].accuracy == 1000
    assert found[2].unreadable == "é"
    assert [tag.element for tag in found] == ["f0", "f1", "f2"]


def test_facts_within_tuples_take_part_in_nothing():
    text = instance([Fact(CASH, "1")])
    inner = '<gaap:Group><gaap:Cash contextRef="now" unitRef="usd" decimals="0">2</gaap:Cash>'
    text = text.replace("</xbrli:xbrl>", f"{inner}</gaap:Group></xbrli:xbrl>")
    assert [tag.text for tag in read(text).tagging.tags] == ["1"]


def test_digits_of_fractions_and_footnotes_are_told_as_no_figures():
    inner = (
        '<gaap:Rate contextRef="now" unitRef="usd"><xbrli:numerator>1</xbrli:numerator>'
        "<xbrli:denominator>3</xbrli:denominator></gaap:Rate>"
        '<link:footnoteLink xlink:type="extended"><link:footnote xlink:type="resource"'
        ' xlink:label="x">Restated in 2024.</link:footnote></link:footnoteLink></xbrli:xbrl>'
    )
    tagging = read(instance([Fact(CASH, "1")]).replace("</xbrli:xbrl>", inner)).tagging
    assert [tag.text for tag in tagging.tags] == ["1"]
    assert [one.text for one in tagging.unused] == ["1", "3", "Restated in 2024."]
    assert all(one.is_understood for one in tagging.unused)


@pytest.mark.parametrize(
    "text, taken",
    [
        (instance([]), True),
        (f"<!-- made by hand -->\n{instance([])[39:]}", True),
        (linkbase(Arc(ASSETS, CASH)), True),
        (schema(), True),
        ("<html><body>xbrl</body></html>", False),
        ("<xbrl>7</xbrl>", False),
        ("7", False),
    ],
)
def test_an_instance_is_told_by_its_root(text, taken):
    assert xbrl.accepts(text.encode()) is taken


@pytest.mark.parametrize("name", ["tern.xbrl", "tern.xml", "tern.txt"])
def test_the_registry_reads_it_under_any_name(name):
    assert readers.read(instance([Fact(CASH, "7")]).encode(), name).tagging.tags


def test_a_linkbase_by_itself_holds_no_figures():
    found = read(linkbase(Arc(ASSETS, CASH)))
    assert found.tagging.tags == ()
    assert "part of an XBRL filing" in found.remarks[0]


@pytest.mark.parametrize(
    "text, reason",
    [
        (instance([Fact(CASH, "7")])[:-20], "its XML is broken"),
        (
            instance([]).replace("<xbrli:xbrl", '<!DOCTYPE x [<!ENTITY a "7">]><xbrli:xbrl', 1),
            "entities",
        ),
    ],
)
def test_broken_and_unsafe_xml_is_refused(text, reason):
    with pytest.raises(UnreadableError, match=reason):
        readers.read(text.encode(), "tern.xbrl")


def test_a_name_that_nothing_declares_stands_for_nothing():
    (tag,) = read(instance([Fact(CASH, "7&big;")])).tagging.tags
    assert tag.text == "7"


def test_an_instance_is_audited_like_any_document(tmp_path):
    stated = [Fact(CASH, "120"), Fact("gaap:Land", "80"), Fact(ASSETS, "200")]
    path = written(
        tmp_path,
        "tern.xbrl",
        instance(stated),
        tern_xsd=schema("sums.xml"),
        sums_xml=linkbase(Arc(ASSETS, CASH), Arc(ASSETS, "gaap:Land")),
    )
    report = audited(path)
    assert (report.printed, report.tied, report.findings) == (3, 3, ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_the_encoding_is_the_one_it_says(encoding):
    text = instance([Fact(CASH, "7")]).replace("UTF-8", encoding).replace("tern.test<", "té<")
    (tag,) = xbrl.read(text.encode(encoding), "-").tagging.tags
    assert tag.text == "7"


def test_folders_are_searched_for_filings_and_not_for_their_linkbases(tmp_path):
    sums = linkbase(Arc(ASSETS, CASH))
    path = written(tmp_path, "tern.xml", instance([Fact(CASH, "7")]), tern_cal_xml=sums)
    report = audit([str(tmp_path)])
    assert [document.path for document in report.documents] == [path]
    assert len(audit([str(tmp_path / "tern_cal.xml")]).documents) == 1


def test_a_schema_that_is_named_and_not_there_is_told(tmp_path):
    path = written(tmp_path, "tern.xbrl", instance([Fact(CASH, "7")]))
    assert "tern.xsd is not beside it" in audited(path).remarks[0]
    written(tmp_path, "tern.xbrl", instance([Fact(CASH, "7")]), tern_xsd=schema())
    assert audited(path).remarks == ()
