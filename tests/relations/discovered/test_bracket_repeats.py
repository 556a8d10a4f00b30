"""Figures that brackets repeat, where that is a document's habit."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.rulebook.packs import rule_packs

HABIT = """\
Sales of pumps rose 12% (12%) and those of valves {front}% ({back}%).

The margin was 21.5% (21.5%), and 18% (18%) abroad.
"""
ASIDE = """\
Sales of pumps were 12% (10%) of the whole and those of valves {front}% ({back}%).

The margin was 21.5% (19.4%).
"""


def found(text, front, back):
    text = text.format(front=front, back=back)
    report = document_report(readers.read(text.encode(), "note.md"), rule_packs())
    return [sorted(c.text for c in f.citations) for f in report.findings]


@pytest.mark.parametrize(
    "text, front, back, findings",
    [
        (HABIT, "17", "17", []),
        (HABIT, "97", "17", [["(17%)", "97%"]]),
        (HABIT, "17", "18", [["(18%)", "17%"]]),  # to the digit: nothing was rounded between them
        (HABIT, "17", "62", []),  # no slip
        (ASIDE, "17", "14", []),  # the year before
        (ASIDE, "17", "17", []),
    ],
)
def test_a_repeat_that_differs_by_a_slip_is_wrong(text, front, back, findings):
    assert found(text, front, back) == findings
