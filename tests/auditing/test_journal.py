"""The journal: what was finished counts again, and nothing else does."""

import json
import os

import pytest

from auditor.auditing.journal import NO_JOURNAL, Entry, Journal, opened, question_of
from auditor.auditing.many_files import audit
from auditor.auditing.written_results import NotWrittenError, plain_result, result_of
from auditor.model.report import Unread

SALES = """\
| | 2Q25 | 2Q24 |
|---|---|---|
| Fares | {fares} | 440 |
| Freight | 250 | 220 |
| Total | 750 | 660 |
"""
QUESTION = question_of(True, "auto")  # as options are


@pytest.fixture
def found(tmp_path, monkeypatch):
    """What is found in a statement that is wrong, without its checks."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(SALES.format(fares=900), encoding="utf-8")
    report = audit(["a.md"], detailed=False)
    assert report.findings
    return report.documents, (Unread("a.md#x", "odd"),)


def test_a_result_comes_back_as_it_was_written(found):
    assert result_of(json.loads(json.dumps(plain_result(found)))) == found


def test_a_report_that_lists_its_checks_is_not_written(found):  # noqa: ARG001  # the file
    with pytest.raises(NotWrittenError):
        plain_result((audit(["a.md"]).documents, ()))


def test_what_was_kept_is_known_again(found, tmp_path):
    place = tmp_path / "run.journal"
    opened(place, QUESTION).add([Entry("a.md", "c0ffee", found)])
    again = opened(place, QUESTION)
    assert (again.content("a.md"), again.content("b.md")) == ("c0ffee", "")
    assert again.result("a.md") == found


def test_another_question_has_another_answer(found, tmp_path):
    place = tmp_path / "run.journal"
    opened(place, QUESTION).add([Entry("a.md", "c0ffee", found)])
    assert opened(place, question_of(False, "auto")).lines == {}  # as options are


@pytest.mark.parametrize(
    "damage",
    [
        lambda line: line[: len(line) // 2],
        lambda line: line.replace("c0ffee", "c0ffe0"),
        lambda line: line.replace("900", "901"),
        lambda line: line.replace('"seal":', '"deal":'),
        lambda line: "[" * 100_000,  # noqa: ARG005  # whatever it was
        lambda line: '{"seal":1}',  # noqa: ARG005  # likewise
        lambda line: "null",  # noqa: ARG005  # likewise
    ],
)
def test_a_line_that_was_changed_does_not_count_and_costs_no_other(found, tmp_path, damage):
    place = tmp_path / "run.journal"
    opened(place, QUESTION).add([Entry("a.md", "c0ffee", found)])
    head, line, _ = place.read_text(encoding="utf-8").split("\n")
    place.write_text(f"{head}\n{damage(line)}", encoding="utf-8")
    opened(place, QUESTION).add([Entry("b.md", "feed", found)])
    assert [*opened(place, QUESTION).lines] == ["b.md"]


def test_the_last_line_about_a_file_counts(found, tmp_path):
    place = tmp_path / "run.journal"
    opened(place, QUESTION).add([Entry("a.md", "old", found), Entry("a.md", "new", found)])
    assert opened(place, QUESTION).content("a.md") == "new"


def test_what_is_no_journal_is_not_written_to(tmp_path):
    place = tmp_path / "a.md"
    place.write_text("Revenue was 801 million.\n", encoding="utf-8")
    with pytest.raises(OSError, match=NO_JOURNAL):
        opened(place, QUESTION)
    assert place.read_text(encoding="utf-8") == "Revenue was 801 million.\n"


@pytest.mark.skipif(os.name != "posix", reason="there the folder is the user's own")
def test_a_journal_that_others_can_write_does_not_count(found, tmp_path):
    place = tmp_path / "run.journal"
    opened(place, QUESTION).add([Entry("a.md", "c0ffee", found)])
    assert place.stat().st_mode & 0o077 == 0
    place.chmod(0o666)
    with pytest.raises(PermissionError):
        opened(place, QUESTION)


def test_without_a_place_nothing_is_kept(found):
    journal = opened(None, QUESTION)
    journal.add([Entry("a.md", "c0ffee", found)])
    assert journal == Journal(None, QUESTION)
