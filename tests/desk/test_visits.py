"""Visits: documents, drafts and waivers of one page, and their end."""

from dataclasses import replace

import pytest

from auditor.desk import visits
from auditor.desk.audits import Answer
from auditor.desk.visits import (
    Accepted,
    NoDocumentError,
    TooMuchError,
    Visits,
    accept,
    waivers_file,
    withdraw,
)
from auditor.review.waiver_files import waivers_in


@pytest.fixture
def all_visits(tmp_path):
    return Visits(tmp_path)


@pytest.fixture
def visit(all_visits):
    return all_visits.begin(0.0)


def test_a_file_of_the_same_name_is_the_next_draft(visit):
    first, second = visit.drop("a.md", b"1"), visit.drop("a.md", b"2")
    assert first.id == second.id
    assert [d.file.read_bytes() for d in second.drafts] == [b"1", b"2"]


def test_a_file_of_another_name_is_a_draft_where_it_is_dropped(visit):
    first = visit.drop("v1.md", b"1")
    second = visit.drop("v2.md", b"2", first.id)
    assert [draft.name for draft in second.drafts] == ["v1.md", "v2.md"]
    assert len(visit.documents) == 1


def test_folders_are_private(visit):
    document = visit.drop("a.md", b"1")
    last = document.last
    places = (visit.folder, last.folder, last.file.parent, last.file)
    assert [place.stat().st_mode & 0o077 for place in places] == [0, 0, 0, 0]


def test_a_report_is_shown_until_the_next_is_there(visit):
    visit.drop("a.md", b"1")
    (document,) = visit.documents.values()
    visit.update(document.id, replace(document.last, answer=Answer(printed=1)))
    again = visit.drop("a.md", b"2")
    assert (again.last.answer, again.shown.answer) == (None, Answer(printed=1))


def test_what_is_removed_is_gone(visit):
    document = visit.drop("a.md", b"1")
    visit.remove(document.id)
    assert not document.last.folder.exists()
    visit.update(document.id, document.last)
    assert visit.documents == {}


@pytest.mark.parametrize("limit, value", [("MOST_HELD", 3), ("MOST_DOCUMENTS", 1)])
def test_there_is_an_end_to_what_is_held(visit, monkeypatch, limit, value):
    monkeypatch.setattr(visits, limit, value)
    visit.drop("a.md", b"12")
    with pytest.raises(TooMuchError):
        visit.drop("b.md", b"12")


def test_there_is_an_end_to_pages(all_visits, monkeypatch):
    monkeypatch.setattr(visits, "MOST_VISITS", 1)
    all_visits.begin(0.0)
    with pytest.raises(TooMuchError):
        all_visits.begin(0.0)


def test_a_finding_is_accepted_as_the_command_line_reads_it(visit):
    draft = visit.drop("a.md", b"1").last
    accept(draft, Accepted("abc123", 'Because "so"\nit is', "Finance"))
    accept(draft, Accepted("def456", "Other"))
    accept(draft, Accepted("abc123", "Better"))
    found = waivers_in(waivers_file(draft))
    assert {(w.finding, w.reason) for w in found} == {("abc123", "Better"), ("def456", "Other")}
    withdraw(draft, "abc123")
    assert [w.finding for w in waivers_in(waivers_file(draft))] == ["def456"]
    assert waivers_file(draft).name == "a.md.waivers.toml"


def test_waivers_hold_for_the_next_draft(visit):
    accept(visit.drop("a.md", b"1").last, Accepted("abc123", "So"))
    draft = visit.drop("a.md", b"2").last
    assert [w.finding for w in waivers_in(waivers_file(draft))] == ["abc123"]


def test_a_file_of_waivers_is_dropped_beside_its_document(visit):
    document = visit.drop("a.md", b"1")
    written = b'[[waiver]]\nfinding = "abc123"\nreason = "So"\n'
    assert visit.drop("a.md.waivers.toml", written).id == document.id
    assert [w.finding for w in waivers_in(waivers_file(document.last))] == ["abc123"]
    assert len(visit.documents) == 1


def test_a_file_of_waivers_counts_for_the_document_that_it_is_dropped_on(visit):
    document = visit.drop("v1.md", b"1")
    visit.drop("v2.md", b"2", document.id)
    assert visit.drop("v1.md.waivers.toml", b"", document.id).id == document.id
    assert waivers_file(visit.documents[document.id].last).name == "v2.md.waivers.toml"
    with pytest.raises(NoDocumentError):
        visit.drop("other.md.waivers.toml", b"")
    with pytest.raises(TooMuchError):
        visit.drop("v2.md.waivers.toml", b" " * 2**21)
    assert len(visit.documents[document.id].drafts) == 2


def test_what_is_removed_gives_its_room_back(visit, monkeypatch):
    monkeypatch.setattr(visits, "MOST_HELD", 3)
    visit.remove(visit.drop("a.md", b"12").id)
    visit.remove(visit.drop("b.md", b"123").id)
    assert visit.held == 0


@pytest.mark.parametrize("left, now, is_there", [
    (False, 1700.0, True), (False, 1900.0, False), (True, 15.0, True), (True, 25.0, False),
])  # fmt: skip
def test_what_was_dropped_is_gone_with_its_page(all_visits, visit, left, now, is_there):
    visit.drop("a.md", b"1")
    visit.left = left
    all_visits.end_those_over(now)
    assert visit.folder.exists() is is_there
    assert (all_visits.of(visit.id, now) is not None) is is_there


def test_a_page_that_is_loaded_again_is_there_again(all_visits, visit):
    visit.left = True
    assert all_visits.of(visit.id, 10.0) is visit
    all_visits.end_those_over(100.0)
    assert all_visits.of(visit.id, 100.0) is visit


def test_no_visit_is_guessed(all_visits, visit):
    assert len(visit.id) >= 20
    assert all_visits.of(visit.id[:-1], 0.0) is None
