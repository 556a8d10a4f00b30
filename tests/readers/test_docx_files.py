"""Word documents as files: names, broken and hostile ones, the strict form, and long ones."""

import io
import time
import zipfile

import pytest

from auditor import readers
from auditor.readers import UnreadableError, docx
from tests.readers.wordfile import (
    CONTENT_TYPES,
    MAIN,
    NAMESPACES,
    RELATIONSHIPS,
    archive,
    p,
    relations,
    said,
    tbl,
    tc,
    texts,
    tr,
    word,
)

BODY = p("Prose.", "berschrift2") + tbl("Sales | 801", "Costs | 700")
ROOTS = relations(("officeDocument", "word/document.xml"))
DOCUMENT = f"<w:document {NAMESPACES}><w:body>{BODY}</w:body></w:document>"


@pytest.mark.parametrize("name", ["a.docx", "a.DOCX", "a.docm", "a.bin", "a.md", "a.xlsx", "-"])
def test_it_is_recognised_under_any_name(name):
    assert [texts(t) for t in readers.read(word(BODY), name).tables] == [
        [["Sales", "801"], ["Costs", "700"]]
    ]


@pytest.mark.parametrize(
    "data, accepted, recognised",
    [
        (word(BODY), True, True),
        (word(BODY)[:300], True, False),
        (archive({"xl/workbook.xml": "<a/>"}), True, False),
        (b"Revenue 801", False, False),
        (b"", False, False),
    ],
)
def test_what_it_takes(data, accepted, recognised):
    assert (docx.accepts(data), docx.recognises(data)) == (accepted, recognised)


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    "name, data, reason",
    [
        ("a.doc", OLD, "an old Word document .* save it as .docx"),
        ("a.docx", OLD, "it has a password; save it without one"),
        ("a.docx", word(BODY)[:-200], "its archive is broken"),
        ("a.docx", word(BODY)[:300], "its archive is broken"),
        (
            "a.docx",
            archive({"a.txt": "801"}),
            "it holds no Word document: word/document.xml is missing",
        ),
        ("a.docx", archive({"_rels/.rels": ROOTS}), "word/document.xml is missing"),
        ("a.docx", archive({"word/document.xml": "<w:document"}), "its XML is broken"),
        ("a.docx", archive({"word/document.xml": f"<w:document {NAMESPACES}/>"}), "has no body"),
        ("a.docx", archive({"word/document.xml": "<html><body/></html>"}), "has no body"),
        (
            "a.docx",
            archive({"_rels/.rels": "<", "word/document.xml": DOCUMENT}),
            "its XML is broken",
        ),
        (
            "a.docx",
            archive({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'}),
            "entities",
        ),
        (
            "a.docx",
            archive({"word/document.xml": b" " * 50_000_000}),
            "unpacks to more than the limit",
        ),
        ("a.docx", word("<w:sdt>" * 300 + "</w:sdt>" * 300), "Excessive depth"),
    ],
)
def test_what_cannot_be_read_is_refused(name, data, reason):
    with pytest.raises(UnreadableError, match=reason):
        readers.read(data, name)


def test_the_document_alone_is_enough():
    read = readers.read(archive({"word/document.xml": DOCUMENT}), "a.docx")
    assert (said(read), len(read.tables)) == (["Prose."], 1)


def test_the_document_may_have_another_name():
    main = "word/document2.xml"
    data = archive({"_rels/.rels": relations(("officeDocument", "/" + main)), main: DOCUMENT})
    assert said(readers.read(data, "a.docx")) == ["Prose."]


@pytest.mark.parametrize(
    "parts, unread",
    [
        ({"word/styles.xml": "<w:styles"}, "word/styles.xml: its XML is broken: "),
        ({}, "word/styles.xml is missing"),
    ],
)
def test_broken_parts_beside_the_document_are_told(parts, unread):
    data = archive(
        {
            "[Content_Types].xml": CONTENT_TYPES,
            "_rels/.rels": ROOTS,
            "word/document.xml": DOCUMENT,
            "word/_rels/document.xml.rels": relations(("styles", "styles.xml")),
            **parts,
        }
    )
    read = readers.read(data, "a.docx")
    (told,) = read.unread
    assert told.startswith(unread)
    assert (said(read), len(read.tables)) == (["Prose."], 1)


def test_the_strict_form_is_read_as_the_usual_one():
    usual = word(BODY)
    strict = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(usual)) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            text = text.replace(MAIN, "http://purl.oclc.org/ooxml/wordprocessingml/main")
            text = text.replace(
                RELATIONSHIPS, "http://purl.oclc.org/ooxml/officeDocument/relationships"
            )
            new.writestr(name, text)
    read = readers.read(strict.getvalue(), "a.docx")
    assert read.blocks == readers.read(usual, "a.docx").blocks
    assert read.passages[0].level == 3


NESTED = 75


@pytest.mark.parametrize(
    "opening, closing, each",
    [
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 2),
        ("<w:ins>", "</w:ins>", 1),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 3),
        (f"<w:tbl><w:tr>{tc('a')}<w:tc>{p('5')}", "</w:tc></w:tr></w:tbl>", 3),
        ("<w:p><w:r><w:drawing><w:txbxContent>", "</w:txbxContent></w:drawing></w:r></w:p>", 4),
    ],
    ids=["controls", "insertions", "frames", "tables", "text boxes"],
)
def test_deep_nesting_is_read_to_its_end(opening, closing, each):
    depth = 240 // each
    read = readers.read(word(opening * depth + p("Within.") + closing * depth), "a.docx")
    assert said(read)[-1:] == ["Within."] or "Within." in str(texts(read.tables[-1]))


def test_ruby_within_ruby_is_read_to_its_end():
    opening, closing = "<w:r><w:ruby><w:rubyBase>", "</w:rubyBase></w:ruby></w:r>"
    line = p(opening * NESTED + "<w:r><w:t>Within.</w:t></w:r>" + closing * NESTED)
    assert said(readers.read(word(line), "a.docx")) == ["Within."]


WIDE = '<w:gridSpan w:val="999999999"/>'


@pytest.mark.parametrize(
    "table",
    [
        tbl(tr(*[tc("5", WIDE)] * 20)),
        tbl(tr("a", "5", properties='<w:gridBefore w:val="999999999"/>')),
        tbl(tr(tc("a", '<w:gridSpan w:val="-3"/>'), tc("5", '<w:gridSpan w:val="x"/>'))),
    ],
)
def test_spans_beyond_reason_are_harmless(table):
    (row,) = texts(readers.read(word(table), "a.docx").tables[0])
    assert "5" in (row[-1] or "")


def seconds(body):
    """How long it takes to read a body, at best."""
    data = word(body)
    took = []
    for _ in range(3):
        start = time.process_time()
        readers.read(data, "a.docx")
        took.append(time.process_time() - start)
    return min(took)


@pytest.mark.parametrize(
    "made",
    [
        lambda n: "".join(p(f"Revenue of shop {i} was {i},204 in all.") for i in range(n)),
        lambda n: "".join(p(f"Shop {i}\t{i}\t801") for i in range(n)),
        lambda n: tbl(*(f"Shop {i} | {i} | 801" for i in range(n))),
        lambda n: "".join(tbl(f"Shop {i} | {i}") for i in range(n)),
        lambda n: p("".join(f"<w:r><w:t>{i}</w:t></w:r>" for i in range(n))),
        lambda n: p("a\n" * n),
        lambda n: "".join(p("Shop", properties="<w:rPr><w:del/></w:rPr>") for i in range(n)),
        lambda n: tbl(tr(tc(p("Shop") * n), tc(p("801") * n))),
        lambda n: "".join(p("(JPY)") for _ in range(n)) + tbl("a | 801", "b | 7"),
    ],
    ids=["prose", "tabs", "rows", "tables", "runs", "breaks", "merged", "stacked", "notes"],
)
def test_time_is_linear(made):
    assert seconds(made(2_000)) < 12 * seconds(made(250)) + 0.2
