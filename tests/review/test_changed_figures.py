"""Figures that changed between two drafts."""

import time

import pytest

from auditor import readers
from auditor.auditing.compare import review
from auditor.auditing.facts import document_facts
from auditor.review.changed_figures import figure_changes

DRAFT = """\
# Acme plc

Revenue rose 8.1% to $164.2 million from $151.9 million. Margin was 33.7%.

| | 2025 | 2024 |
|---|---|---|
| Freight | 102.7 | 96.4 |
| Services | 61.5 | 55.5 |
| Revenue | 164.2 | 151.9 |
"""
PARAGRAPH = "Nothing new is said here.\n\n"
ROW = "| Interest | 3.1 | 2.9 |\n"


@pytest.mark.parametrize(
    "edit, expected",
    [
        (lambda text: text, []),
        (lambda text: text.replace("33.7%", "33.8%"), [("33.7%", "33.8%")]),
        (lambda text: text.replace("| 61.5", "| 61.6"), [("61.5", "61.6")]),
        (lambda text: text.replace("Revenue rose", PARAGRAPH + "Revenue rose"), []),
        (lambda text: text.replace("| Freight", ROW + "| Freight"), [(None, "3.1"), (None, "2.9")]),
        (lambda text: text.replace("| Services | 61.5 | 55.5 |\n", ""),
         [("61.5", None), ("55.5", None)]),
        (lambda text: text.replace("164.2", "165.2"),
         [("$164.2 million", "$165.2 million"), ("164.2", "165.2")]),
        (lambda text: PARAGRAPH + text.replace("| Freig", ROW + "| Freig").replace("55.5", "5.5"),
         [(None, "3.1"), (None, "2.9"), ("55.5", "5.5")]),
    ],
)  # fmt: skip
def test_figures_changed_are_exactly_the_edits(tmp_path, edit, expected):
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text(DRAFT, encoding="utf-8")
    new.write_text(edit(DRAFT), encoding="utf-8")
    found = review(str(old), str(new)).figures
    assert [(c.before and c.before.text, c.after and c.after.text) for c in found] == expected


def test_findings_come_and_go(tmp_path):
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text(DRAFT.replace("8.1%", "8.6%"), encoding="utf-8")
    new.write_text(PARAGRAPH + DRAFT.replace("33.7%", "33.9%"), encoding="utf-8")
    found = review(str(old), str(new)).findings
    assert [f.printed for f in found.fixed] == ["8.6%"]
    assert (found.new, found.still) == ((), ())


def test_a_finding_survives_edits_elsewhere(tmp_path):
    wrong = DRAFT.replace("8.1%", "8.6%")
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text(wrong, encoding="utf-8")
    new.write_text(PARAGRAPH + wrong.replace("| Freight", ROW + "| Freight"), encoding="utf-8")
    assert [f.printed for f in review(str(old), str(new)).findings.still] == ["8.6%"]


def test_a_finding_dies_when_the_figure_changes(tmp_path):
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text(DRAFT.replace("8.1%", "8.6%"), encoding="utf-8")
    new.write_text(DRAFT.replace("8.1%", "8.7%"), encoding="utf-8")
    found = review(str(old), str(new)).findings
    assert (len(found.new), len(found.fixed), len(found.still)) == (1, 1, 0)


def test_rows_of_one_name_are_matched_in_their_order_and_in_time():
    rows = [f"| Ferries | {n}.5 | {n}.7 |" for n in range(3_000)]

    def facts(of):
        text = "\n".join(["| | 2024 | 2023 |", "|---|---|---|", *of])
        document = readers.read(text.encode(), "a.md")
        return document, document_facts(document, ()).facts

    before, after = facts(rows), facts([*rows[:-1], "| Ferries | 9.5 | 2999.7 |"])
    begun = time.process_time()
    changed = figure_changes(before, after)
    assert [(c.before and c.before.text, c.after and c.after.text) for c in changed] == [
        ("2999.5", "9.5")
    ]
    assert time.process_time() - begun < 1  # squared it takes three
