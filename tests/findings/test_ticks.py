"""The tick list: every figure once, with what it was tied to."""

from typing import Any

import pytest

from auditor.auditing.many_files import audit
from auditor.findings.ticks import Outcome, tick_list
from auditor.findings.wording import tie_words
from auditor.model.verdict import Status
from tests.readers.workbooks import workbook

STATEMENT = """\
# Gannet Ferries

Net sales rose 10.7% to 11,290 million yen. A berth costs 3.

(JPY million)

| | 2025 | 2024 | change |
|---|---|---|---|
| Fares | 8,412 | 7,377 | 14.0% |
| Freight | 2,238 | 2,109 | 6.1% |
| Charter | 640 | {charter} | (10.0%) |
| Net sales | 11,290 | 10,197 | 10.7% |
"""


@pytest.fixture
def ticked(tmp_path):
    def ticks(charter="711"):
        (tmp_path / "a.md").write_text(STATEMENT.format(charter=charter), encoding="utf-8")
        report = audit([str(tmp_path / "a.md")]).documents[0]
        return report, tick_list(report)

    return ticks


def test_every_figure_is_listed_once(ticked):
    report, ticks = ticked()
    numbers = [tick.fact.number for tick in ticks]
    assert len(numbers) == len(set(numbers)) == report.printed - len(report.not_understood)


@pytest.mark.parametrize("charter", ["711", "171"])
def test_outcomes_count_as_the_report_does(ticked, charter):
    report, ticks = ticked(charter)
    count = [tick.outcome for tick in ticks].count
    assert count(Outcome.TIED) == report.tied
    assert count(Outcome.CONTRADICTED) == report.contradicted
    assert count(Outcome.UNTIED) == len(report.untied)


@pytest.mark.parametrize(
    "figure, expected",
    [
        ("7,377", {"10,197 = 7,377 + 2,109 + 711, to the digit",
                   "14.0% = 8,412 / 7,377 - 1, to the digit"}),
        ("(10.0%)", {"(10.0%) = 640 / 711 - 1, to the digit"}),
        ("3", set()),
    ],
)  # fmt: skip
def test_a_figure_names_its_ties(ticked, figure, expected):
    report, ticks = ticked()
    (tick,) = (tick for tick in ticks if tick.fact.text == figure)
    assert {tie_words(report.checks[n]) for n in tick.ties} == expected
    assert bool(tick.reason) is not bool(expected)


def test_ties_hold_and_others_are_apart(ticked):
    report, ticks = ticked("171")
    for tick in ticks:
        assert all(report.checks[n].status is Status.HOLDS for n in tick.ties)
        assert not {*tick.ties} & {*tick.others}
    (wrong,) = (tick for tick in ticks if tick.fact.text == "171")
    assert wrong.outcome is Outcome.CONTRADICTED
    assert any(report.checks[n].status is Status.VIOLATED for n in wrong.others)


def test_only_the_wrong_figure_of_a_sentence_in_a_cell_is_contradicted(tmp_path):
    said = "Fares rose 9.2% to $120.4 million; net income rose 21.0% to $31.7 million."
    figures = {4: ("Fares", 120.4, 110.2), 5: ("Costs", 88.7, 83.0), 6: ("Net income", 31.7, 27.2)}
    cells: dict[str, Any] = {"A1": said, "A3": "USD million", "B3": "2025", "C3": "2024"}
    for row, (label, *amounts) in figures.items():
        cells |= {f"A{row}": label}
        cells |= {f"{c}{row}": (n, "0.0") for c, n in zip("BC", amounts, strict=True)}
    (tmp_path / "ferries.xlsx").write_bytes(workbook(cells))
    report = audit([str(tmp_path / "ferries.xlsx")]).documents[0]
    assert [f.printed for f in report.findings] == ["21.0%"]
    assert report.contradicted == 1
