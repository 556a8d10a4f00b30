"""Shares whose total stands nowhere, found without a rule file."""

import pytest

from auditor.auditing.suggest import suggestion
from auditor.datafiles import data_report
from auditor.readers import UnreadableError

DOWN = (
    "fund,year,asset,weight_pct",
    [
        f"{fund},{year},{asset},{weight / 10:.1f}"
        for place, (fund, year) in enumerate(
            (f, y) for f in ("Ash", "Elm") for y in (2023, 2024, 2025)
        )
        for asset, weight in (
            ("Bonds", 312 + 41 * place),
            ("Shares", 455 - 29 * place),
            ("Cash", 233 - 12 * place),
        )
    ],
)
ACROSS = (
    "region,year,rail_share,road_share,sea_share",
    [
        f"{region},{year},{0.211 + 0.037 * place:.3f},{0.602 - 0.051 * place:.3f},"
        f"{0.187 + 0.014 * place:.3f}"
        for place, (region, year) in enumerate(
            (r, y) for r in ("North", "South") for y in (2022, 2023, 2024, 2025)
        )
    ],
)
NO_WHOLE = (
    "class,term,passed_pct,absent_pct,late_pct",
    [
        f"C{number},{2020 + number % 4},{61 + 7 * number % 31}.5,{40 - number % 17}.2,{number}.1"
        for number in range(12)
    ],
)


def report_on(folder, file, was="", now=""):
    header, records = file
    text = "\n".join((header, *records)) + "\n"
    assert was in text
    (folder / "a.csv").write_text(text.replace(was, now, 1), "utf-8")
    report = data_report(str(folder / "a.csv"), [])
    assert report is not None
    return report


@pytest.mark.parametrize("file, tied", [(DOWN, 18), (ACROSS, 24), (NO_WHOLE, 0)])
def test_wholes_are_silent_where_they_come_out(tmp_path, file, tied):
    report = report_on(tmp_path, file)
    assert (report.findings, report.tied) == ((), tied)


@pytest.mark.parametrize(
    ("file", "change", "said", "right"),
    [
        (DOWN, ("Elm,2024,Shares,33.9", "Elm,2024,Shares,39.9"), "106.0, not to 100", "33.9"),
        (ACROSS, ("0.285,0.500", "0.285,0.580"), "1.080, not to 1", "0.500"),
    ],
)
def test_a_share_that_is_wrong_is_told_once(tmp_path, file, change, said, right):
    report = report_on(tmp_path, file, *change)
    (finding,) = report.findings
    assert f"others of its whole add up to {said}." in finding.message
    assert right in {suspect.suggestion for suspect in finding.suspects}
    assert {citation.role for citation in finding.citations} == {"share"}
    assert len(finding.working) == 1


def _of_groups(sums):
    """Shares in tenths, each group's coming to what is said of it."""
    yield "group,part,share_pct"
    for number, whole in enumerate(sums):
        first, second = 311 + 23 * number, 207 + 11 * number
        for part, share in zip("ABC", (first, second, whole - first - second), strict=True):
            yield f"G{number},{part},{share / 10:.1f}"


@pytest.mark.parametrize(
    ("sums", "severities"),
    [
        ([1000] * 12 + [958], []),
        ([1000] * 12 + [940, 940], []),
        ([1000] * 12 + [1613], []),
        ([1000] * 12 + [1037], ["warning"]),
        ([1000] * 12 + [940], ["error"]),
    ],
)
def test_a_part_may_be_left_out_and_answers_overlap(tmp_path, sums, severities):
    header, *records = _of_groups(sums)
    report = report_on(tmp_path, (header, records))
    assert [str(one.severity) for one in report.findings] == severities


def test_a_whole_that_some_need_not_make_is_not_suggested(tmp_path):
    header, *records = _of_groups([1000] * 12 + [940, 940])
    report_on(tmp_path, (header, records))
    with pytest.raises(UnreadableError, match="make a whole in some groups"):
        suggestion(str(tmp_path / "a.csv"))


@pytest.mark.parametrize(
    ("now", "severities"),
    [("", ["warning"]), ("G3,C,<2\n", [])],
)
def test_a_share_that_is_not_there_is_doubtful(tmp_path, now, severities):
    header, *records = _of_groups([1000] * 12)
    (share,) = (one for one in records if one.startswith("G3,C"))
    report = report_on(tmp_path, (header, records), f"{share}\n", now)
    assert [str(one.severity) for one in report.findings] == severities
