from dataclasses import replace

import pytest

from auditor.model.document import Source
from auditor.model.places.sheet import SheetPlace
from auditor.model.report import Report
from auditor.render import View
from auditor.render.github import MOST, render


def rows(report, **view):
    return render(report, View(**view)).splitlines()


def test_the_most_severe_stands_first(report):
    assert [row.split(" ")[0] for row in rows(report, strict=True)] == [
        "::error",
        "::error",
        "::warning",
        "::notice",
    ]


def test_an_annotation_names_the_characters(report):
    (row,) = [row for row in rows(report) if "6f1c2a90d7be" in row]
    assert row.startswith(
        "::error title=iij-2q06.md%3A +5.6%25 is not the growth%2C Total revenues"
        " (revenue-against-target),file=samples/iij-2q06.md,line=31,"
        "col=27,endColumn=31::"
    )


@pytest.mark.parametrize(
    ("role", "wrong"), [("growth", "is not the growth"), ("earlier", "breaks a growth")]
)
def test_a_title_says_in_words_what_is_wrong(make_document, role, wrong):
    document = make_document()
    error = document.findings[-1]
    source = error.citations[0].source._replace(row_label="period 2025-Q1, segment Total")
    cited = replace(error.citations[0], role=role, source=source)
    (row,) = rows(
        Report((replace(document, findings=(replace(error, suspects=(), citations=(cited,)),)),))
    )
    title = row.partition("title=")[2].partition(",file=")[0].replace("%2C", ",")
    assert f"{wrong}, period 2025-Q1, segment Total (" in title


def test_what_was_not_read_is_an_error(report):
    assert rows(report)[0] == (
        "::error title=not read,file=scan.pdf::it has no text, only pictures"
    )


@pytest.mark.parametrize("text, written", [
    ("100 %", "100 %25"),
    ("two\nlines", "two%0Alines"),
    ("::error::x", "::error::x"),
    ("\x1b[31m", "\\x1b[31m"),
    ("a\r::error::x", "a\\r::error::x"),
])  # fmt: skip
def test_messages_are_escaped(make_document, text, written):
    document = make_document()
    spoken = replace(document.findings[-1], message=text)
    (row,) = rows(Report((replace(document, findings=(spoken,)),)))
    assert f"::{written} Expected" in row


def test_a_place_without_lines_is_said(make_document):
    document = make_document()
    error = document.findings[-1]
    place = Source("a.xlsx", SheetPlace("Segments", "B7"))
    cited = replace(error, suspects=(), citations=(replace(error.citations[0], source=place),))
    (row,) = rows(Report((replace(document, findings=(cited,)),)))
    assert "file=a.xlsx::Segments!B7: Total revenues" in row


@pytest.mark.parametrize("count, more", [(MOST, []), (MOST + 3, ["3 errors more"])])
def test_what_github_does_not_show_is_counted(make_document, count, more):
    document = make_document()
    many = tuple(replace(document.findings[-1], id=str(n)) for n in range(count))
    found = rows(Report((replace(document, findings=many),)))
    assert [row[: len("3 errors more")] for row in found[count:]] == more
