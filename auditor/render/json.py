"""The report as JSON, as ``reports/auditor-report-1.schema.json`` describes it."""

from __future__ import annotations

import json
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Any

import auditor
from auditor.findings.ticks import Outcome, Tick, tick_list
from auditor.findings.wording import tie_words
from auditor.model.citation import Citation
from auditor.model.document import Source
from auditor.model.fact import Fact
from auditor.model.finding import Finding, Suspect
from auditor.model.places import Form, fields
from auditor.model.relation import Kind, Origin, Severity, Term
from auditor.model.report import DocumentReport, Report, Unread
from auditor.model.verdict import LabelCheck, Slack, Status, Verdict
from auditor.model.waiver import WaiverStanding
from auditor.render import View
from auditor.render._coverage import is_declined

SCHEMA = "auditor-report/1"
SHAPES: dict[Form, dict[str, Any]] = {
    Form.COUNT: {"type": "integer", "minimum": 1},
    Form.TEXT: {"type": "string"},
    Form.BOX: {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 4},
}


def render(report: Report, view: View) -> str:
    """JSON, indented by two, keys in a fixed order, keys that do not apply left out."""
    return _written(_report(report, view), "\n") + "\n"


def _report(report: Report, view: View) -> dict[str, Any]:
    listed: dict[str, Any] = {
        "schema": SCHEMA,
        "tool": {"name": "statement-auditor", "version": auditor.__version__},
        "documents": [_document(document, view) for document in report.documents],
        "unread": [_unread(file) for file in report.unread],
        "passed_over": [_unread(file) for file in report.passed_over] or None,
        "waivers": [_waiver(one) for one in report.waivers] or None,
        "summary": _summary(report),
    }
    return _present(listed)


def _document(document: DocumentReport, view: View) -> dict[str, Any]:
    listed: dict[str, Any] = {
        "path": document.path,
        "sha256": document.sha256,
        "numbers": {
            "printed": document.printed,
            "tied": document.tied,
            "contradicted": document.contradicted,
            "not_understood": len(document.not_understood),
        },
        "not_understood": [_citation(citation) for citation in document.not_understood],
        "packs": [*document.packs],
        "unbound": [*document.unbound],
        "remarks": [*document.remarks],
    }
    if view.show_checks:
        listed["checks"] = [
            *map(_check, document.checks),
            *map(_heading_check, document.labels),
        ]
    listed["findings"] = [_finding(finding) for finding in document.findings]
    if document.waived:
        listed["waived"] = [_finding(one.finding) for one in document.waived]
    if view.show_checks:
        ticks = tick_list(document)
        listed["tied"] = [_tick(one) for one in ticks if one.outcome is Outcome.TIED]
        listed["untied"] = [_citation(citation) for citation in document.untied]
        listed["declined"] = [_check(v) for v in document.checks if is_declined(v)]
        listed["other"] = [_citation(citation) for citation in document.other or ()]
    if view.show_checks and document.slack is not None:
        listed["slack"] = [_slack(slack) for slack in document.slack]
    return listed


def _unread(file: Unread) -> dict[str, str]:
    return {"path": file.path, "reason": file.reason}


def _waiver(one: WaiverStanding) -> dict[str, Any]:
    waiver = one.waiver
    listed = {
        "finding": waiver.finding,
        "standing": one.standing.value,
        "reason": waiver.reason,
        "owner": waiver.owner or None,
        "expires": waiver.expires.isoformat() if waiver.expires else None,
        "path": waiver.path or None,
        "line": waiver.line or None,
    }
    return _present(listed)


def _summary(report: Report) -> dict[str, int]:
    """``checks`` counts every check, those that were not checkable too."""
    return {
        "documents": len(report.documents),
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "notes": report.count(Severity.NOTE),
        "checks": sum(document.count(*Status) for document in report.documents),
        "not_checkable": sum(document.count(Status.NOT_CHECKABLE) for document in report.documents),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    listed: dict[str, Any] = {
        "id": finding.id,
        "rule": finding.rule,
        "kind": finding.kind.value,
        "origin": finding.origin.value,
        "severity": finding.severity.value,
        "message": finding.message,
        "printed": finding.printed,
        "expected": finding.expected,
        "expected_interval": finding.expected_interval and [*finding.expected_interval],
        "suspects": [_suspect(suspect) for suspect in finding.suspects],
        "citations": [_citation(citation) for citation in finding.citations],
        "why": finding.why or None,
        "working": [*finding.working] or None,
        "broken": [*finding.broken] or None,
    }
    return _present(listed)


def _suspect(suspect: Suspect) -> dict[str, Any]:
    listed = {
        **_citation(suspect.citation),
        "confidence": round(suspect.confidence, 3),
        "suggestion": suspect.suggestion,
        "slip": suspect.slip or None,
    }
    return _present(listed)


def _check(verdict: Verdict) -> dict[str, Any]:
    relation = verdict.relation
    listed: dict[str, Any] = {
        "kind": relation.kind.value,
        "rule": relation.rule,
        "origin": relation.origin.value,
        "status": verdict.status.value,
        "exact": verdict.exact,
        "reason": _reason(verdict),
        "working": tie_words(verdict) if verdict.status is Status.HOLDS else None,
        "target": _fact("target", relation.target),
        "inputs": [
            {**_fact(term.role.value, term.fact), "sign": term.sign, **_weight(term)}
            for term in relation.inputs
        ],
    }
    return _present(listed)


def _tick(tick: Tick) -> dict[str, Any]:
    """A tied figure with the checks that tie it, as they are counted in ``checks`` from 1."""
    return {**_fact("figure", tick.fact), "checks": [number + 1 for number in tick.ties]}


def _weight(term: Term) -> dict[str, str]:
    """The factor of an input besides its sign, where a filing's own calculation has one."""
    return {} if term.weight == 1 else {"weight": str(term.weight)}


def _heading_check(check: LabelCheck) -> dict[str, Any]:
    return {
        "kind": Kind.LABEL.value,
        "rule": check.rule,
        "origin": Origin.DECLARED.value,
        "status": check.status.value,
        "exact": check.status is Status.HOLDS,
        "target": _citation(check.heading),
        "inputs": [{**_citation(column), "sign": 1} for column in check.columns],
    }


def _reason(verdict: Verdict) -> str | None:
    if verdict.status is not Status.NOT_CHECKABLE:
        return None
    missing = ", ".join(verdict.relation.missing)
    return verdict.reason or (f"not printed: {missing}" if missing else "no reason is known")


def _citation(citation: Citation) -> dict[str, Any]:
    listed = {"role": citation.role, "text": citation.text, "source": citation.source}
    return listed | {"reason": citation.reason} if citation.reason else listed


def _slack(slack: Slack) -> dict[str, Any]:
    return {**_citation(slack.citation), "units": slack.units}


def _fact(role: str, fact: Fact) -> dict[str, Any]:
    return {"role": role, "text": fact.text, "source": fact.source}


def _present(listed: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in listed.items() if value is not None}


def _written(value: object, newline: str) -> str:
    """What ``json.dumps(value, indent=2, ensure_ascii=False)`` writes, in a third of its time.

    ``newline`` is a line feed and the indentation of the value. Values are strings, numbers,
    true, false, lists, dicts with string keys, and places.
    """
    if type(value) is str:
        return encode_basestring(value)
    if type(value) is int:
        return str(value)
    if type(value) is Source:
        return _written_place(value, newline)
    inner = newline + "  "
    if type(value) is dict and value:
        entries = [f'"{key}": {_written(item, inner)}' for key, item in value.items()]
        return f"{{{inner}{f',{inner}'.join(entries)}{newline}}}"
    if isinstance(value, list | tuple) and value:
        return f"[{inner}{f',{inner}'.join([_written(item, inner) for item in value])}{newline}]"
    return json.dumps(value)


@lru_cache(maxsize=2**15)
def _written_place(source: Source, newline: str) -> str:
    """A figure is cited by every check it enters, its place written once."""
    return _written(dict(source.known), newline)


def place_schema() -> dict[str, Any]:
    """How the JSON Schema describes where something stands, in every kind of place."""
    return {
        "description": "Where something stands.",
        "type": "object",
        "properties": {
            name: {"description": "; ".join(field.meaning for field in meanings)}
            | SHAPES[meanings[0].form]
            for name, meanings in fields().items()
        },
        "required": ["path"],
    }
