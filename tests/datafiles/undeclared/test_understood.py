"""Understood: what the figures of a file obey, and what is only so now and then."""

import pytest

from auditor.auditing.many_files import audit
from auditor.datafiles import data_report
from auditor.model.relation import Severity

QUARTERS = [f"{year}-Q{quarter}" for year in range(2020, 2026) for quarter in (1, 2, 3, 4)]


def report_on(path, header, rows):
    path.write_text("\n".join(",".join(map(str, row)) for row in (header, *rows)) + "\n", "utf-8")
    return data_report(str(path), [])


def leavers(weight):
    """Records of people who joined and left, the rate over those at the end with this weight."""
    for place, quarter in enumerate(QUARTERS):
        opening, joined, left = 60 + 7 * place % 29, 1 + place * 5 % 9, 1 + place * 7 % 8
        closing = opening + joined - left
        base = opening + weight * (closing - opening)
        yield quarter, opening, joined, left, closing, f"{100 * left / base:.1f}"


@pytest.mark.parametrize("weight", [0, 1, 0.5])  # by half, either is right within rounding
def test_a_rate_of_small_counts_is_over_what_gives_it_most_closely(weight, tmp_path):
    header = "quarter", "opening", "joined", "left", "closing", "left_pct"
    report = report_on(tmp_path / "leavers.csv", header, leavers(weight))
    assert report.tied >= 4 * len(QUARTERS)
    assert not report.findings


def test_what_holds_by_rounding_alone_only_warns_of_counts(tmp_path):
    rows = [list(row) for row in leavers(0.5)]
    rows[7][5] = "1.1"
    header = "quarter", "opening", "joined", "left", "closing", "left_pct"
    report = report_on(tmp_path / "leavers.csv", header, rows)
    assert [f.severity for f in report.findings] == [Severity.WARNING]


@pytest.mark.parametrize(
    ("left_out", "severity"),
    [
        ((5,), Severity.ERROR),
        ((5, 11), Severity.ERROR),
        ((5, 11, 17, 21), Severity.WARNING),  # it seems that a total may leave something out
    ],
)
def test_many_exceptions_are_no_mistakes(left_out, severity, tmp_path):
    rows: list[tuple[object, ...]] = []
    for place, quarter in enumerate(QUARTERS):
        sales = [300 + 37 * place % 211, 200 + 53 * place % 307, 100 + 71 * place % 401]
        total = sum(sales) - 23 * (place in left_out)
        rows += zip([quarter] * 4, ("Inns", "Bars", "Shops", "All"), (*sales, total), strict=True)
    report = report_on(tmp_path / "sales.csv", ("quarter", "kind", "sales"), rows)
    assert [f.severity for f in report.findings] == [severity] * len(left_out)


def test_one_figure_that_breaks_many_checks_is_one_mistake(tmp_path):
    rows: list[tuple[object, ...]] = []
    for place, quarter in enumerate(QUARTERS[:8]):
        visits = [300 + 37 * place % 211, 200 + 53 * place % 307, 100 + 71 * place % 401]
        shares = [f"{100 * one / sum(visits):.1f}" for one in visits]
        visits[0] += 600 * (place == 3)
        rows += zip([quarter] * 3, ("Web", "App", "Mail"), visits, shares, strict=True)
    report = report_on(tmp_path / "visits.csv", ("quarter", "way", "visits", "share_pct"), rows)
    assert {f.severity for f in report.findings} == {Severity.ERROR}


def test_a_long_ledger_is_told_as_one_though_nothing_adds_up(tmp_path):
    rows = ((n, f"2025-{n % 12 + 1:02d}-15", n * n % 997 + 1, n * 7 % 1009) for n in range(16_000))
    path = tmp_path / "ledger.csv"
    report_on(path, ("id", "posted", "debit", "credit"), rows)
    (document,) = audit(str(path)).documents
    assert document.remarks[0].startswith("no rule file declares it; its own figures show no rule")
    assert (document.printed, document.findings) == (32_000, ())


@pytest.mark.parametrize("column", [2, 3])
def test_the_other_shares_of_a_sum_tell_which_figure_is_wrong(column, tmp_path):
    rows: list[list[object]] = []
    for place, quarter in enumerate(QUARTERS[:8]):
        visits = [30 + 37 * place % 21, 20 + 53 * place % 37, 80 + 71 * place % 41]
        shares = [f"{one / sum(visits):.3f}" for one in visits]
        rows += [
            list(one)
            for one in zip([quarter] * 3, ("Web", "App", "Mail"), visits, shares, strict=True)
        ]
    rows[4][column] = {2: 93, 3: "0.599"}[column]
    report = report_on(tmp_path / "visits.csv", ("quarter", "way", "visits", "share"), rows)
    assert {f.suspects[0].citation.source.line for f in report.findings} == {6}


def test_a_share_may_be_of_all_that_a_period_has(tmp_path):
    rows: list[tuple[object, ...]] = []
    for place, quarter in enumerate(QUARTERS[:8]):
        visits = [300 + (37 + 5 * one) * place % 211 + 71 * one for one in range(6)]
        kinds = [(way, land) for way in ("Web", "App") for land in ("Chad", "Mali", "Togo")]
        rows += (
            (quarter, *kind, one, f"{100 * one / sum(visits):.1f}%")
            for kind, one in zip(kinds, visits, strict=True)
        )
    path = tmp_path / "visits.csv"
    report = report_on(path, ("quarter", "way", "land", "visits", "share"), rows)
    assert (report.tied, report.findings) == (2 * len(rows), ())
