from itertools import islice

import pytest

from auditor import readers
from auditor.auditing.many_files import audit
from auditor.cli._watching import reports
from auditor.review.changed_findings import changes

GOOD = "| | 2025 | 2024 | 2023 |\n|---|---|---|---|\n" + "".join(
    f"| {name} | {values} |\n"
    for name, values in [
        ("North", "120.4 | 110.2 | 99.1"),
        ("South", "80.3 | 75.8 | 70.0"),
        ("Total", "200.7 | 186.0 | 169.1"),
    ]
)
BAD = GOOD.replace("200.7", "201.7")


@pytest.fixture
def folder(tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.md").write_text(GOOD, encoding="utf-8")
    return tmp_path


def after(folder, *edits):
    """What each edit changed, and the paths that were audited anew for it."""
    audited = []

    def auditing(paths):
        audited.append([str(p)[-4:] for p in paths])
        return audit(paths)

    watched = reports([str(folder)], auditing, readers.wanted(), pause=0.001)
    found = [next(watched)]
    told = []
    for edit in edits:
        edit()
        found.append(next(watched))
        change = changes(found[-2], found[-1])
        told.append((len(change.new), len(change.fixed), len(change.still), audited[-1]))
    return told


def test_each_save_is_reported(folder):
    path = folder / "a.md"
    assert after(folder, lambda: path.write_text(BAD), lambda: path.write_text(GOOD + "\n")) == [
        (1, 0, 0, ["a.md"]),
        (0, 1, 0, ["a.md"]),
    ]


def test_what_was_not_saved_is_not_audited_again(folder):
    (folder / "b.md").write_text(BAD, encoding="utf-8")
    assert after(folder, lambda: (folder / "a.md").write_text(GOOD + "\nText.\n")) == [
        (0, 0, 1, ["a.md"])
    ]


def test_documents_come_and_go(folder):
    new = folder / "c.md"
    assert after(folder, lambda: new.write_text(BAD), new.unlink) == [
        (1, 0, 0, ["c.md"]),
        (0, 1, 0, ["c.md"]),
    ]


def test_the_report_is_that_of_all_documents_in_order(folder):
    watched = reports([str(folder)], audit, readers.wanted(), pause=0.001)
    first = next(watched)
    (folder / "b.md").write_text(BAD, encoding="utf-8")
    (second,) = islice(watched, 1)
    assert [d.path for d in second.documents] == [d.path for d in first.documents]
    assert second.documents == audit([str(folder)]).documents
