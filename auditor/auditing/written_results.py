"""Results as JSON and back: what an audit says of a file, without the checks it only counts."""

from __future__ import annotations

from typing import Any, get_type_hints

from auditor.formats.typed_json import OtherTypeError, plain, reading
from auditor.model.report import DocumentReport, Unread

FIELDS = (
    "path", "sha256", "printed", "tied", "findings", "labels", "packs", "unbound", "remarks",
    "excerpts", "slack", "rounding", "contradicted", "not_understood", "other", "tally",
    "reasons",
)  # fmt: skip
"""Of a report that is brief; the others are empty there."""

Result = tuple[tuple[DocumentReport, ...], tuple[Unread, ...]]
"""The reports on what one file leads to, and what of it could not be read."""


class NotWrittenError(ValueError):
    """A report that holds more than is written."""


def plain_result(result: Result) -> list[object]:
    """What ``json.dumps`` takes; raises NotWrittenError for a report that lists its checks."""
    reports, unread = result
    return [[_plain_report(one) for one in reports], plain(unread)]


def result_of(written: object) -> Result:
    """The result that was written so; raises ValueError."""
    if type(written) is not list or len(written) != 2 or type(written[0]) is not list:
        raise OtherTypeError("a result expected")
    reports = tuple(_report_of(one) for one in written[0])
    return reports, reading(tuple[Unread, ...])(written[1])


def _plain_report(report: DocumentReport) -> list[object]:
    if report.checks or report.facts or report.document or report.waived:
        raise NotWrittenError(report.path)
    return [plain(getattr(report, name)) for name in FIELDS]


def _report_of(written: object) -> DocumentReport:
    if type(written) is not list or len(written) != len(FIELDS):
        raise OtherTypeError("a report expected")
    hints = get_type_hints(DocumentReport)
    given: dict[str, Any] = {
        name: reading(hints[name])(value) for name, value in zip(FIELDS, written, strict=True)
    }
    return DocumentReport(checks=(), untied=(), **given)
