"""Tables whose rows are times: each figure is what its column says, at the time of its row."""

import pytest

from auditor.auditing.facts import document_facts
from auditor.auditing.many_files import audit
from auditor.readers import read
from auditor.rulebook.packs import rule_packs

FERRIES = """\
# Sanday Ferries: annual results

Revenue rose {growth} to ${revenue} million in fiscal 2025. Operating profit was $8.7
million, or {margin} of revenue.

| (in millions) | Revenue | Operating costs | Operating profit |
|---|---|---|---|
| Fiscal 2025 | 48.6 | 39.9 | 8.7 |
| Fiscal 2024 | 45.2 | 38.0 | 7.2 |
| Change | 7.5% | 5.0% | 20.8% |
"""


def findings(tmp_path, **said):
    told = {"growth": "7.5%", "revenue": "48.6", "margin": "17.9%"} | said
    (tmp_path / "a.md").write_text(FERRIES.format(**told), encoding="utf-8")
    return [f.printed for f in audit([str(tmp_path / "a.md")]).documents[0].findings]


def test_a_right_one_is_silent(tmp_path):
    assert findings(tmp_path) == []


@pytest.mark.parametrize(
    "slot, wrong, printed",
    [
        ("growth", "9.5%", "9.5%"),
        ("revenue", "46.8", "$46.8 million"),
        ("margin", "13.9%", "13.9%"),
    ],
)
def test_sentences_meet_it(tmp_path, slot, wrong, printed):
    assert findings(tmp_path, **{slot: wrong}) == [printed]


def meanings(rows):
    table = "\n".join(["# Sanday", "", *rows])
    facts = document_facts(read(table.encode(), "a.md"), rule_packs()).facts
    return [(f.text, f.label, str(f.period.label if f.period else ""), f.turned) for f in facts]


@pytest.mark.parametrize(
    "rows",
    [
        ["| | Revenue | Costs |", "|---|---|---|", "| 2025 | 12 | 9 |", "| 2024 | 11 | 8 |"],
        ["| | Revenue | Costs |", "|---|---|---|", "| Year ended | | |",
         "| June 30, 2025 | 12 | 9 |", "| June 30, 2024 | 11 | 8 |"],
        ["| | 売上高 | 営業費用 |", "|---|---|---|", "| 2025年3月期 | 12 | 9 |",
         "| 2024年3月期 | 11 | 8 |"],
    ],
    ids=["years", "dates under a heading", "Japanese"],
)  # fmt: skip
def test_its_columns_are_labels(rows):
    found = meanings(rows)
    assert [(text, turned) for text, _, _, turned in found] == [
        ("12", True), ("9", True), ("11", True), ("8", True)
    ]  # fmt: skip
    labels, times = [label for _, label, _, _ in found], [time for _, _, time, _ in found]
    assert labels == labels[:2] * 2
    assert times[0] == times[1] != times[2] == times[3] != ""


@pytest.mark.parametrize(
    "rows",
    [
        ["| | Operating | Finance |", "|---|---|---|", "| 2026 | 12 | 9 |", "| 2027 | 11 | 8 |",
         "| Thereafter | 30 | 2 |"],
        ["| | 2025 | 2024 |", "|---|---|---|", "| 2023 | 12 | 9 |", "| 2022 | 11 | 8 |"],
        ["| | Revenue | Growth |", "|---|---|---|", "| 2025 | 120 | 9.1% |",
         "| 2024 | 110 | 8.0% |"],
        ["| | Revenue | Costs |", "|---|---|---|", "| 2025 | 12 | 9 |"],
    ],
    ids=["a time without an end", "times as columns too", "growth beside", "one time"],
)  # fmt: skip
def test_others_are_read_as_they_stand(rows):
    assert not any(turned for *_, turned in meanings(rows))
