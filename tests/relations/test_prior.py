"""Comparatives against what an earlier document published."""

import pytest

from auditor.auditing.many_files import audit
from auditor.model.relation import Severity
from auditor.model.selection import Selection

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


def audited(tmp_path, monkeypatch, new, old, **options):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "new.md").write_text(new, encoding="utf-8")
    (tmp_path / "old.md").write_text(old, encoding="utf-8")
    return audit(["new.md"], prior="old.md", **options).findings


def test_an_error_that_an_earlier_document_published_too_is_found_all_the_same(
    tmp_path, monkeypatch
):
    both = [text.replace("| 96.4 |", "| 94.6 |") for text in (NEW, OLD)]
    (found,) = audited(tmp_path, monkeypatch, *both)
    assert (found.printed, found.expected, found.rule) == ("94.6", "96.4", "sum")


def test_two_comparatives_that_offset_each_other_should_both_say_what_was_published(
    tmp_path, monkeypatch
):
    new = NEW.replace("| 96.4 |", "| 97.4 |").replace("| 55.5 |", "| 54.5 |")
    names = ("Tolls", "Rents", "Berths")
    new += "".join(f"| {name} | 9.{n} | 8.{n} |\n" for n, name in enumerate(names))
    old = OLD + "".join(f"| {name} | 8.{n} | 7.{n} | 6.{n} |\n" for n, name in enumerate(names))
    found = audited(tmp_path, monkeypatch, new, old)
    assert [(f.printed, f.expected) for f in found] == [("97.4", "96.4"), ("54.5", "55.5")]
    assert not any("Other figures" in f.message for f in found)


def test_a_comparative_that_breaks_a_sum_too_is_one_finding_as_severe_as_the_worst(
    tmp_path, monkeypatch
):
    new = NEW.replace("| 151.9 |", "| 152.9 |")
    mild = Selection(severity=(("prior", Severity.WARNING),))
    (found,) = audited(tmp_path, monkeypatch, new, OLD)
    assert (found.rule, found.severity) == ("prior", Severity.ERROR)
    assert [c.role for c in found.citations[:2]] == ["comparative", "as published"]
    (found,) = audited(tmp_path, monkeypatch, new, OLD, selection=mild)
    assert (found.rule, found.severity) == ("prior", Severity.ERROR)  # a sum is broken as well
