"""The report as SARIF 2.1.0, for code scanning services and editors."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

import auditor
from auditor.findings.places import labels, place_within
from auditor.model.citation import Citation
from auditor.model.document import Source
from auditor.model.finding import Finding, Suspect
from auditor.model.relation import Severity
from auditor.model.report import DocumentReport, Report, Unread
from auditor.model.waiver import Waiver
from auditor.render import View
from auditor.render._rules import RuleText, rule_texts

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "auditorFinding/v1"
ROOT = "%SRCROOT%"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}

Log = dict[str, Any]


def render(report: Report, view: View) -> str:
    """One run: every finding a result, waived ones suppressed; notes only for the strict."""
    rules = {rule.id: rule for rule in rule_texts(report)}
    order = {id_: index for index, id_ in enumerate(rules)}
    run = {
        "tool": {"driver": _driver(rules.values())},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder audited from."}}},
        "invocations": [_invocation(report.unread)],
        "artifacts": [_artifact(document) for document in report.documents],
        "results": [
            result for document in report.documents for result in _results(document, order, view)
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _driver(rules: Iterable[RuleText]) -> Log:
    return {
        "name": "statement-auditor",
        "semanticVersion": auditor.__version__,
        "rules": [_rule(rule) for rule in rules],
    }


def _rule(rule: RuleText) -> Log:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.help, "markdown": rule.help},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": ["financial-statement", rule.kind]},
    }


def _invocation(unread: Iterable[Unread]) -> Log:
    """Whether everything was read; what was not is told."""
    notes = [
        {
            "level": "error",
            "message": {"text": f"{file.path} was not read: {file.reason}"},
            "locations": [
                {"physicalLocation": {"artifactLocation": _artifact_location(file.path)}}
            ],
        }
        for file in unread
    ]
    return {"executionSuccessful": not notes, "toolExecutionNotifications": notes}


def _artifact(document: DocumentReport) -> Log:
    return {
        "location": _artifact_location(document.path),
        "hashes": {"sha-256": document.sha256},
        "properties": {"figuresPrinted": document.printed, "figuresTied": document.tied},
    }


def _artifact_location(path: str) -> Log:
    """Relative to the folder audited from, as services expect; an absolute path stays one."""
    pure = PurePath(path)
    if pure.is_absolute():
        return {"uri": pure.as_uri()}
    return {"uri": quote(os.fsencode(pure.as_posix())), "uriBaseId": ROOT}


def _results(document: DocumentReport, order: Mapping[str, int], view: View) -> Iterator[Log]:
    for finding in document.findings:
        if view.strict or finding.severity is not Severity.NOTE:
            yield _result(finding, order)
    for waived in document.waived:
        suppressed = {"suppressions": [_suppression(waived.waiver)]}
        yield _result(waived.finding, order) | suppressed


def _result(finding: Finding, order: Mapping[str, int]) -> Log:
    primary = finding.primary and (finding.primary.source, finding.primary.text)
    others = [one for one in finding.citations if (one.source, one.text) != primary]
    listed: Log = {
        "ruleId": finding.rule,
        "ruleIndex": order[finding.rule],
        "level": LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(one) for one in (finding.primary,) if one],
        "relatedLocations": [
            {"id": number, "message": {"text": _said(citation)}, **_location(citation)}
            for number, citation in enumerate(others, start=1)
        ],
        "partialFingerprints": {FINGERPRINT: finding.id},
        "properties": {
            "kind": finding.kind.value,
            "origin": finding.origin.value,
            "printed": finding.printed,
            "expected": finding.expected,
        },
    }
    fixes = [_fix(suspect) for suspect in finding.suspects[:1] if _replaceable(suspect)]
    return listed | ({"fixes": fixes} if fixes else {})


def _said(citation: Citation) -> str:
    named = labels(citation.source)
    return f"{citation.text} ({named})" if named else f"{citation.text} ({citation.role})"


def _location(citation: Citation) -> Log:
    source = citation.source
    located: Log = {
        "physicalLocation": {
            "artifactLocation": _artifact_location(source.path),
            "region": _region(source),
        }
    }
    names = place_within(source) if source.line is None else labels(source)
    if names:
        located["logicalLocations"] = [{"fullyQualifiedName": names}]
    return located


def _region(source: Source) -> Log:
    """The figure's characters; the first line of a file that has no lines, as services want one."""
    region = {"startLine": source.line or 1}
    if source.line and source.column:
        region["startColumn"] = source.column
        if source.end_column:
            region["endColumn"] = source.end_column
    return region


def _suppression(waiver: Waiver) -> Log:
    owner = f" ({waiver.owner})" if waiver.owner else ""
    until = f", until {waiver.expires.isoformat()}" if waiver.expires else ""
    return {
        "kind": "external",
        "status": "accepted",
        "justification": f"{waiver.reason}{owner}{until}",
    }


def _replaceable(suspect: Suspect) -> bool:
    source = suspect.citation.source
    return bool(suspect.suggestion and source.line and source.column and source.end_column)


def _fix(suspect: Suspect) -> Log:
    source = suspect.citation.source
    return {
        "description": {"text": f"Print {suspect.suggestion} for {suspect.citation.text}."},
        "artifactChanges": [
            {
                "artifactLocation": _artifact_location(source.path),
                "replacements": [
                    {
                        "deletedRegion": _region(source),
                        "insertedContent": {"text": suspect.suggestion},
                    }
                ],
            }
        ],
    }
