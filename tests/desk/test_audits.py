"""One draft's audit: the answer, and the files beside it."""

import json
from datetime import date

import pytest

from auditor.desk.audits import (
    DROPPED,
    KEPT,
    Answer,
    Options,
    Order,
    audited,
    copied,
    drawn,
    has_pages,
)
from auditor.desk.visits import Accepted, Draft, accept
from tests.render.test_page_images import PLAIN, ROWS, pdf

TABLE = """\
# Gannet Ferries

| (JPY million) | 2025 | 2024 | 2023 |
|---|---|---|---|
| Fares | 8,412 | 7,377 | 7,001 |
| Freight | 2,238 | 2,109 | 1,950 |
| Charter | 640 | 711 | 702 |
| Total | {total} | 10,197 | 9,653 |
"""
OPTIONS = Options(today=date(2026, 11, 30))


@pytest.fixture
def draft(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # what is audited changes the folder, in a process of its own

    def drafts(folder, text, name="a.md"):
        made = tmp_path / folder
        made.mkdir()
        (made / DROPPED).mkdir()
        (made / DROPPED / name).write_text(text, encoding="utf-8")
        return made

    return drafts


def answer(folder, before="", name="a.md", options=OPTIONS):
    order = Order(str(folder), name, str(before), options)
    drawn(order)
    found = audited(order)
    made = copied(order)
    return found._replace(copy=made.copy, no_copy=made.no_copy)


def test_the_answer_says_what_was_found(draft):
    found = answer(draft("one", TABLE.format(total="11,920")))
    assert (found.printed, found.contradicted) == (12, 1)
    assert [(f.severity, f.printed, f.expected) for f in found.findings] == [
        ("error", "11,920", "11,290")
    ]


def test_report_list_and_copy_stand_beside_it(draft):
    folder = draft("one", TABLE.format(total="11,920"))
    found = answer(folder)
    assert "<!doctype html>" in (folder / "report.html").read_text(encoding="utf-8")
    assert (folder / "ticks.xlsx").read_bytes().startswith(b"PK")
    assert json.loads((folder / "report.json").read_text("utf-8"))["documents"][0]["path"] == "a.md"
    assert found.findings[0].id in (folder / found.copy).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [
    KEPT, "report.html", "ticks.xlsx", "report.json", "copy.md", DROPPED,
])  # fmt: skip
def test_no_name_makes_a_document_one_of_the_files_made_of_it(draft, name):
    """Least of all the one that is unpickled."""
    folder = draft("one", TABLE.format(total="11,920"), name)
    answer(folder, name=name)
    answer(folder, name=name)
    assert (folder / DROPPED / name).read_text(encoding="utf-8") == TABLE.format(total="11,920")


def test_the_next_draft_says_what_changed(draft):
    before = draft("one", TABLE.format(total="11,920"))
    answer(before)
    found = answer(draft("two", TABLE.format(total="11,290")), before)
    assert found.changed is not None
    assert [f.printed for f in found.changed.fixed] == ["11,920"]
    assert (found.changed.new, found.changed.still) == ((), 0)
    assert [(f.before, f.after) for f in found.changed.figures] == [("11,920", "11,290")]


def test_what_is_accepted_counts_no_more_and_is_no_change(draft):
    before = draft("one", TABLE.format(total="11,920"))
    id_ = answer(before).findings[0].id
    after = draft("two", TABLE.format(total="11,920"))
    accept(Draft(after, "a.md"), Accepted(id_, "As published."))
    found = answer(after, before)
    assert [f.accepted for f in found.findings] == ["As published."]
    assert found.changed is not None
    assert (found.changed.fixed, found.changed.new, found.changed.still) == ((), (), 1)


def test_nothing_is_audited_twice(draft, monkeypatch):
    folder = draft("one", TABLE.format(total="11,920"))
    first = answer(folder)
    assert (folder / KEPT).exists()
    monkeypatch.setattr("auditor.desk.audits.audit", None)
    assert answer(folder) == first


def test_an_expired_waiver_accepts_nothing(draft):
    folder = draft("one", TABLE.format(total="11,920"))
    id_ = answer(folder).findings[0].id
    accept(Draft(folder, "a.md"), Accepted(id_, "For now.", "", date(2026, 11, 29)))
    assert [f.accepted for f in answer(folder).findings] == [""]


@pytest.mark.parametrize("name, data", [
    ("a.pdf", b"%PDF-1.7 broken"), ("a.xlsx", b"PK\x03\x04 broken"), ("a.docx", b""),
])  # fmt: skip
def test_what_cannot_be_read_is_told(draft, name, data):
    folder = draft("one", "", name)
    (folder / name).write_bytes(data)
    found = answer(folder, name=name)
    assert found.unread
    assert found == Answer(unread=found.unread)


def test_a_file_that_is_no_file_of_waivers_costs_no_report(draft):
    folder = draft("one", TABLE.format(total="11,920"))
    (folder / DROPPED / "a.md.waivers.toml").write_text("[[waiver", encoding="utf-8")
    assert len(answer(folder).findings) == 1
    assert "waivers were not applied" in (folder / "report.html").read_text(encoding="utf-8")


def test_the_pages_of_a_pdf_are_drawn_beside_its_audit_and_taken_from_there(draft, monkeypatch):
    folder = draft("one", "", "a.pdf")
    (folder / DROPPED / "a.pdf").write_bytes(pdf(ROWS, PLAIN))
    order = Order(str(folder), "a.pdf", "", OPTIONS)
    audited(order)
    alone = (folder / "report.html").read_text(encoding="utf-8")
    assert alone.count("data:image/png;base64,") == 2
    assert has_pages(order)
    drawn(order)
    assert not has_pages(order)
    monkeypatch.setattr("auditor.readers._pdf.pictures.opened", None)
    audited(order)
    assert (folder / "report.html").read_text(encoding="utf-8") == alone
