"""The report as JUnit XML, for the test tab of a build server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from auditor.findings.places import labels, place, place_within
from auditor.model.finding import Finding
from auditor.model.relation import Severity
from auditor.model.report import DocumentReport, Report, Unread
from auditor.model.verdict import Status
from auditor.model.waiver import Waived
from auditor.notation.plurals import counted
from auditor.render import View

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report, view: View) -> str:
    """A suite for each document: a case for each finding, and one for each rule that found none.

    Errors and warnings are failures; notes are cases that pass, shown to the strict. What could
    not be read is an error of its own suite, a waived finding a case that is skipped.
    """
    root = Element("testsuites", name="statement-auditor")
    for document in report.documents:
        _suite(root, document, view)
    for file in report.unread:
        _unread_suite(root, file)
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    indent(root)
    written = BytesIO()
    ElementTree(root).write(written, encoding="utf-8", xml_declaration=True)
    return written.getvalue().decode() + "\n"


def _suite(root: Element, document: DocumentReport, view: View) -> None:
    cases = [*_cases(document, view)]
    failures = sum(case.find("failure") is not None for case in cases)
    skipped = sum(case.find("skipped") is not None for case in cases)
    suite = SubElement(
        root, "testsuite", name=_clean(document.path), tests=str(len(cases)),
        failures=str(failures), errors="0", skipped=str(skipped),
    )  # fmt: skip
    properties = SubElement(suite, "properties")
    for name, value in (("printed", document.printed), ("tied", document.tied)):
        SubElement(properties, "property", name=name, value=str(value))
    suite.extend(cases)


def _cases(document: DocumentReport, view: View) -> Iterator[Element]:
    for finding in document.findings:
        if finding.severity is not Severity.NOTE:
            yield _failed(finding, document.path)
        elif view.strict:
            yield _noted(finding, document.path)
    for waived in document.waived:
        yield _skipped(waived, document.path)
    failing = {rule for finding in document.findings for rule in (finding.rule, *finding.broken)}
    held = {rule: 0 for rule, _ in document.tallies}
    for (rule, status), number in document.tallies.items():
        held[rule] += number * (status is Status.HOLDS)
    for rule in sorted(rule for rule in held if rule not in failing):
        yield _passed(rule, held[rule], document.path)


def _passed(rule: str, held: int, path: str) -> Element:
    """The name stays the same from run to run, so that the server can follow it."""
    case = _case(rule, path, rule)
    if held:
        SubElement(case, "system-out").text = f"{counted(held, 'check')} held"
    else:
        SubElement(case, "skipped", message="none of its checks could be carried out")
    return case


def _case(name: str, path: str, rule: str) -> Element:
    return Element("testcase", name=_clean(name), classname=_clean(f"{path}.{rule}"), time="0")


def _titled(finding: Finding, path: str) -> Element:
    where = place_within(finding.primary.source) if finding.primary else ""
    name = f"{finding.rule} {where} {finding.printed}".strip()
    return _case(f"{name} [{finding.id}]", path, finding.rule)


def _failed(finding: Finding, path: str) -> Element:
    case = _titled(finding, path)
    failure = SubElement(case, "failure", type=finding.severity.value, message=_message(finding))
    failure.text = _clean("\n".join(_details(finding)))
    return case


def _noted(finding: Finding, path: str) -> Element:
    case = _titled(finding, path)
    SubElement(case, "system-out").text = _message(finding)
    return case


def _skipped(waived: Waived, path: str) -> Element:
    case = _titled(waived.finding, path)
    SubElement(case, "skipped", message=_clean(f"waived: {waived.waiver.reason}"))
    return case


def _message(finding: Finding) -> str:
    return _clean(finding.message)


def _details(finding: Finding) -> Iterator[str]:
    yield finding.message
    if finding.expected:
        yield f"printed {finding.printed}, expected {finding.expected}"
    yield from finding.working
    for citation in finding.citations:
        named = labels(citation.source)
        yield f"{place(citation.source)}: {citation.text}{f'  {named}' if named else ''}"


def _unread_suite(root: Element, file: Unread) -> None:
    suite = SubElement(
        root, "testsuite", name=_clean(file.path), tests="1", failures="0", errors="1", skipped="0"
    )
    case = _case("the file is read", file.path, "unread")
    SubElement(case, "error", type="unread", message=_clean(file.reason))
    suite.append(case)


def _clean(text: str) -> str:
    """The text without the characters that XML has no way to write."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
