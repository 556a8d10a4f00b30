import pytest

from auditor import readers
from auditor.readers import inline_xbrl
from tests.filings import (
    Arc,
    audited,
    labels,
    linkbase,
    page,
    schema,
    table,
    tag,
    written,
)

CASH, STOCK, ASSETS = "gaap:Cash", "gaap:Inventory", "tern:AssetsHeldAtSea"


def tags(body, path="-"):
    return inline_xbrl.read(page(body).encode(), path).tagging.tags


def stated(body):
    (found,) = tags(body)
    return None if found.digits is None else found.value


@pytest.mark.parametrize(
    "text, more, scale, value",
    [
        ("1,234", "", "6", 1_234_000_000),
        ("1,234", 'sign="-"', "6", -1_234_000_000),
        ("(1,234)", 'sign="-"', "3", -1_234_000),  # the parentheses stand outside of the tag
        ("1.5", "", "9", 1_500_000_000),
        ("1.234,5", 'format="ixt:num-comma-decimal"', "0", "1234.5"),
        ("1 234,5", 'format="ixt:numspacecomma"', "0", "1234.5"),
        ("1'234.5", 'format="ixt:num-dot-decimal-apos"', "0", "1234.5"),
        ("12,34,567", 'format="ixt:numdotdecimalin"', "0", 1_234_567),
        ("12 dollars 34 cents", 'format="ixt:num-unit-decimal"', "0", "12.34"),
        ("１，２３４", 'format="ixt:numcommadot"', "0", 1234),
        ("18.0", "", "-2", "0.18"),
        ("—", 'format="ixt:fixed-zero"', "6", 0),
        ("-", 'format="ixt:zerodash"', "6", 0),
        ("two", 'format="ixt-sec:numwordsen"', "0", 2),
        ("One hundred and twenty-one", 'format="ixt-sec:numwordsen"', "0", 121),
        ("five million", 'format="ixt-sec:numwordsen"', "0", 5_000_000),
        ("no", 'format="ixt-sec:numwordsen"', "0", 0),
        ("some", 'format="ixt-sec:numwordsen"', "0", None),
        ("n/a", "", "0", None),
        ("&#160;7 ", "", "0", 7),
        ("1<b>23</b>4", "", "0", 1234),
        ("12<ix:exclude> (note 3) </ix:exclude>34", "", "0", 1234),
        ("—", 'xsi:nil="true"', "6", None),
    ],
)
def test_a_tag_means_its_text_in_its_format(text, more, scale, value):
    from fractions import Fraction

    found = stated(f"<p>{tag(CASH, text, more=more, scale=scale)}</p>")
    assert found == (None if value is None else Fraction(value))


def test_a_tag_is_cited_by_the_line_and_column_of_its_text():
    body = f"<p>né &amp; £ {tag(CASH, '1,234')} and\n {tag(STOCK, '56')}</p>"
    lines = page(body).split("\n")
    for found in tags(body):
        assert lines[found.line - 1][found.column - 1 : found.end_column - 1] == found.text


@pytest.mark.parametrize(
    "before, after",
    [
        ("", ""),
        ('<?xml version="1.0" encoding="UTF-8"?>\n', ""),
        ("<!DOCTYPE html>\n", ""),
        ("<DOCUMENT>\n<TYPE>10-Q\n<TEXT>\n<XBRL>\n", "</XBRL>\n</TEXT>\n</DOCUMENT>\n"),
        ('<!DOCTYPE x [<!ENTITY big "1,234">]>\n', ""),
    ],
)
def test_what_stands_around_a_page_is_no_part_of_it(before, after):
    text = before + page(f"<p>&nbsp;{tag(CASH, '7')} &big;</p>") + after
    (found,) = inline_xbrl.read(text.encode(), "-").tagging.tags
    assert text.split("\n")[found.line - 1][found.column - 1] == "7"


def test_a_tag_knows_when_and_of_what_part_it_speaks():
    body = f"<p>{tag(CASH, '1')} {tag(CASH, '2', 'half')} {tag(CASH, '3', 'north')}</p>"
    now, half, north = tags(body)
    assert now.context.start is None
    assert str(half.context.start) == "2024-09-29"
    assert north.about == "Northern harbours"
    assert now.unit == "iso4217:USD"
    assert not now.hidden


def test_broken_markup_costs_the_tags_and_not_the_page():
    text = page(table(["", "2025"], ["Cash", tag(CASH, "7")])).replace("</body>", "</b>")
    read = inline_xbrl.read(text.encode(), "-")
    assert [cell.text for row in read.tables[0].rows for cell in row if cell][-1] == "7"
    assert read.tagging.tags == ()
    assert "its XBRL tags: its XML is broken" in read.unread[0]


def test_a_tag_of_unknown_format_or_context_is_counted():
    roman, never = tag(CASH, "7", more='format="x:roman"'), tag(CASH, "8", "never")
    read = inline_xbrl.read(page(f"<p>{roman} {never} {tag(CASH, '9')}</p>").encode(), "-")
    assert [found.text for found in read.tagging.tags] == ["9"]
    assert read.remarks == ("2 tagged figures have a format or context that is not read",)


@pytest.mark.parametrize(
    "text, taken",
    [
        (page("<p>7</p>"), True),
        ("<html><body>7</body></html>", False),
        ("xmlns:ix= is how it begins", False),
    ],
)
def test_a_page_says_early_that_it_is_inline_xbrl(text, taken):
    assert inline_xbrl.accepts(text.encode()) is taken


def test_the_registry_reads_it_under_any_name():
    for name in ("a.htm", "a.html", "a.xhtml", "a.txt"):
        assert readers.read(page(f"<p>{tag(CASH, '7')}</p>").encode(), name).tagging.tags


BALANCE = table(
    ["(in millions)", "29 March 2025", "28 September 2024"],
    ["Cash", tag(CASH, "1,200"), tag(CASH, "1,100", "before")],
    ["Inventory", tag(STOCK, "300"), tag(STOCK, "250", "before")],
    ["Held at sea", tag(ASSETS, "1,500"), tag(ASSETS, "1,350", "before")],
)
ARCS = linkbase(Arc(ASSETS, CASH), Arc(ASSETS, STOCK))


@pytest.mark.parametrize(
    "names, beside",
    [
        ("tern.xsd", {"tern_xsd": schema("tern_cal.xml"), "tern_cal_xml": ARCS}),
        ("tern.xsd", {"tern_xsd": schema("sums.xml"), "sums_xml": ARCS}),
        ("http://tern.test/x/tern.xsd", {"tern_xsd": schema("sums.xml"), "sums_xml": ARCS}),
        ("tern.xsd", {"tern_cal_xml": ARCS}),  # the schema itself is not there
        ("none.xsd", {"q2_cal_xml": ARCS}),  # named as the page is
        ("tern.xsd", {"tern_xsd": schema(more=ARCS)}),  # within the schema
    ],
)
def test_the_linkbase_beside_it_is_found(tmp_path, names, beside):
    path = written(tmp_path, "q2.htm", page(BALANCE, schema=names), **beside)
    read = readers.read((tmp_path / "q2.htm").read_bytes(), path)
    (found,) = read.tagging.calculations
    assert found.total == ASSETS
    assert [name for name, _ in found.items] == [CASH, STOCK]
    assert found.rule == "BalanceSheet"


def test_standard_input_has_nothing_beside_it(tmp_path, monkeypatch):
    written(tmp_path, "q2.htm", page(BALANCE), tern_cal_xml=ARCS)
    monkeypatch.chdir(tmp_path)
    assert inline_xbrl.read(page(BALANCE).encode(), "-").tagging.calculations == ()


@pytest.mark.parametrize("name", ["../../secret.xsd", "/etc/secret.xsd", "file:///secret.xsd"])
def test_nothing_far_away_is_opened(tmp_path, name):
    near = tmp_path / "a" / "b" / "c"
    near.mkdir(parents=True)
    (tmp_path / "a" / "secret.xsd").write_text(schema(more=ARCS), encoding="utf-8")
    path = written(near, "q2.htm", page(BALANCE, schema=name))
    read = readers.read((near / "q2.htm").read_bytes(), path)
    assert read.tagging.calculations == ()


def test_a_broken_linkbase_is_told(tmp_path):
    path = written(tmp_path, "q2.htm", page(BALANCE), tern_cal_xml="<link:linkbase")
    read = readers.read((tmp_path / "q2.htm").read_bytes(), path)
    (unread,) = read.unread
    assert unread.startswith("what lies beside it: tern_cal.xml: its XML is broken")


def test_labels_come_from_the_label_linkbase(tmp_path):
    said = labels(gaap_Cash="Cash [Abstract]", tern_NorthernHarboursMember="The North [Member]")
    body = f"<p>{tag(CASH, '3', 'north')} {tag(STOCK, '4')}</p>"
    path = written(tmp_path, "q2.htm", page(body), tern_lab_xml=said)
    cash, stock = readers.read((tmp_path / "q2.htm").read_bytes(), path).tagging.tags
    assert (cash.label, cash.about) == ("Cash", "The North")
    assert stock.label == "Inventory"


def test_a_filing_in_order_holds_throughout(tmp_path):
    path = written(tmp_path, "q2.htm", page(BALANCE), tern_cal_xml=ARCS)
    read = audited(path)
    assert read.findings == ()
    assert {v.status.value for v in read.checks if v.relation.rule == "BalanceSheet"} == {"holds"}
    assert (read.printed, read.tied) == (6, 6)
    assert read.remarks == ("2 calculations were read from tern_cal.xml beside it",)
