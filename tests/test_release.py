"""The sample release end to end: what a person in investor relations must see."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import auditor
from auditor.model.relation import Severity
from auditor.model.verdict import Status
from auditor.render import formats
from tests.refresh_golden import BINARY, README, SAMPLES, WIDTHS, golden, readme, rendered

RELEASE = "samples/iij-2q06.md"


@pytest.fixture(scope="module", autouse=True)
def _from_the_top():
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(Path(__file__).resolve().parent.parent)
        yield


@pytest.fixture(scope="module")
def report(_from_the_top):
    return auditor.audit([RELEASE])


def test_the_one_error_and_the_one_label_are_found_and_nothing_else(report):
    found = [
        (f.severity, f.printed, f.expected, f.citations[0].source.line) for f in report.findings
    ]
    assert found == [
        (Severity.ERROR, "+5.6%", "+5.8%", 31),
        (Severity.WARNING, "1Q06", "2Q06", 187),
    ]


def test_every_figure_that_relations_cover_is_tied(report):
    document = report.documents[0]
    assert document.tied >= 301
    assert document.unbound == ()
    assert sum(v.status is not Status.NOT_CHECKABLE for v in document.checks) >= 174


@pytest.mark.parametrize(
    ("line", "old", "new"),
    [
        (30, "26,444", "26,484"),  # prose amount
        (31, "21.3", "21.8"),  # prose growth
        (53, "26,444", "76,444"),  # a large error in a table
        (54, "81.6", "81.9"),  # a share
        (82, "2,405", "2,450"),  # swapped digits in a part
        (87, "18.3", "13.3"),  # a ratio; the last cell of its line is the one changed
        (95, "(100)", "(900)"),  # a negative
        (102, "1.5", "1.9"),  # points
        (111, "1,109", "1,901"),  # a note in prose
        (135, "3,410", "3,140"),  # a change in brackets
        (148, "39.9", "93.9"),  # growth of a sum that is not printed
        (173, "-867", "-876"),  # a change column
        (204, "25,000", "20,500"),  # a repeated target
    ],
)
def test_one_changed_figure_is_one_finding_that_cites_it(tmp_path, report, line, old, new):
    lines = Path(RELEASE).read_text(encoding="utf-8").split("\n")
    at = lines[line - 1].rindex(old)
    lines[line - 1] = lines[line - 1][:at] + new + lines[line - 1][at + len(old) :]
    changed = tmp_path / "changed.md"
    changed.write_text("\n".join(lines), encoding="utf-8")
    before = {f.id for f in report.findings}
    fresh = [f for f in auditor.audit([str(changed)]).findings if f.id not in before]
    number = re.sub(r"[^\d.,]", "", new)
    assert len(fresh) == 1
    assert any(c.source.line == line and number in c.text for c in fresh[0].citations)


@pytest.mark.parametrize("name", sorted({*formats()} - {*BINARY}))
@pytest.mark.parametrize("sample", SAMPLES)
def test_reports_are_the_golden_ones(sample, name):
    assert rendered(sample, name) == golden(sample, name).read_text(encoding="utf-8"), (
        "the report changed: run `make golden`, look at the difference, commit it"
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_terminals_of_any_width_show_the_golden_report(sample, width):
    written = rendered(sample, "terminal", width)
    assert written == golden(sample, "terminal", width).read_text(encoding="utf-8"), (
        "the report changed: run `make golden`, look at the difference, commit it"
    )


def test_the_readme_shows_the_report_as_it_is():
    text = README.read_text(encoding="utf-8")
    assert readme(text) == text, "run `make golden`, look at the difference, commit it"
