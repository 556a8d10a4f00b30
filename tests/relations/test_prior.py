"""Comparatives against what an earlier document published."""

import pytest

from auditor.auditing.many_files import audit

OLD = """\
# Results for 2024

(USD million)

| | 2024 | 2023 | 2022 |
|---|---|---|---|
| Freight | 96.4 | 90.1 | 85.0 |
| Services | 55.5 | 50.2 | 48.8 |
| Revenue | 151.9 | 140.3 | 133.8 |
| Costs | 102.2 | 95.0 | 91.1 |
| Gross profit | 49.7 | 45.3 | 42.7 |
"""
NEW = """\
# Results for 2025

(USD million)

| | 2025 | 2024 |
|---|---|---|
| Freight | 102.7 | 96.4 |
| Services | 61.5 | 55.5 |
| Revenue | 164.2 | 151.9 |
| Costs | 108.9 | 102.2 |
| Gross profit | 55.3 | 49.7 |
"""


@pytest.fixture
def reported(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def findings(new, old):
        (tmp_path / "new.md").write_text(new, encoding="utf-8")
        (tmp_path / "old.md").write_text(old, encoding="utf-8")
        report = audit(["new.md"], prior="old.md")
        return [(f.printed, f.expected) for f in report.findings if f.rule == "prior"]

    return findings


@pytest.mark.parametrize(
    "new, old, expected",
    [
        (NEW, OLD, []),
        (NEW, OLD.replace("| 55.5 |", "| 55.6 |"), [("55.5", "55.6")]),
        (NEW.replace("| 151.9 |", "| 152.9 |"), OLD, [("152.9", "151.9")]),
        # another scale, another precision: the same fact
        (NEW, OLD.replace("151.9 ", "151.92 "), []),
        (NEW, OLD.replace("151.9 ", "151.97 "), [("151.9", "152.0")]),
        # marked as restated
        (NEW.replace("| 2025 | 2024 |", "| 2025 | 2024 (restated) |"),
         OLD.replace("| 55.5 |", "| 55.6 |"), []),
        (NEW.replace("| 151.9 |", "| 152.9 |").replace("| Revenue", "| Revenue (as adjusted)"),
         OLD, []),
        (NEW.replace("(USD million)", "(USD million)\n\n(restated)"),
         OLD.replace("| 55.5 |", "| 55.6 |"), []),
        # too little agrees to be sure that the rows mean the same
        (NEW, OLD.replace("| 55.5 |", "| 55.6 |").replace("| 96.4 |", "| 96.5 |"), []),
        (NEW, OLD.replace("2024", "2021"), []),
        (NEW, "# Results for 2024\n\nNothing.\n", []),
    ],
)  # fmt: skip
def test_a_comparative_is_what_was_published(reported, new, old, expected):
    assert reported(new, old) == expected


def test_the_earlier_document_is_cited(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "new.md").write_text(NEW, encoding="utf-8")
    (tmp_path / "old.md").write_text(OLD.replace("| 55.5 |", "| 55.6 |"), encoding="utf-8")
    (finding,) = [f for f in audit(["new.md"], prior="old.md").findings if f.rule == "prior"]
    assert [(c.source.path, c.source.line, c.text) for c in finding.citations] == [
        ("new.md", 8, "55.5"),
        ("old.md", 8, "55.6"),
    ]
    assert "but 55.6 was published in old.md at line 8" in finding.message


def test_without_an_earlier_document_nothing_is_compared(tmp_path):
    (tmp_path / "new.md").write_text(NEW, encoding="utf-8")
    (document,) = audit([str(tmp_path / "new.md")]).documents
    assert not [check for check in document.checks if check.relation.rule == "prior"]
