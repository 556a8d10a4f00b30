from datetime import date

import pytest

from auditor.auditing.many_files import audit
from auditor.model.waiver import Waiver
from auditor.review.waivers import with_waivers_applied

WRONG = "# A\n\nRevenue rose 8.6% to $164.2 million from $151.9 million.\n"
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    path = tmp_path_factory.mktemp("a") / "a.md"
    path.write_text(WRONG, encoding="utf-8")
    return audit([str(path)])


@pytest.mark.parametrize(
    "expires, left, standing",
    [
        (None, 0, "used"),
        (date(2026, 11, 22), 0, "used"),  # its last day
        (date(2026, 11, 21), 1, "expired"),
    ],
)
def test_a_waiver_accepts_its_finding_until_it_expires(report, expires, left, standing):
    (finding,) = report.findings
    found = with_waivers_applied(report, [Waiver(finding.id, "known", expires=expires)], TODAY)
    assert len(found.findings) == left
    assert len(found.documents[0].waived) == 1 - left
    assert [str(s.standing) for s in found.waivers] == [standing]


@pytest.mark.parametrize("expires", [None, date(2026, 1, 1)])
def test_a_waiver_without_a_finding_is_unused(report, expires):
    found = with_waivers_applied(report, [Waiver("000000000000", "known", expires=expires)], TODAY)
    assert [str(s.standing) for s in found.waivers] == ["unused"]
    assert found.findings == report.findings


def test_without_waivers_the_report_is_the_same(report):
    assert with_waivers_applied(report, [], TODAY) == report
