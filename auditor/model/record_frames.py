"""Failing records as a data frame: what breaks a schema and what does not add up, in one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.model.citation import Citation
from auditor.model.finding import Finding
from auditor.model.frames import COUNT, SHARE, TEXT, Columns, Row, frame_of, schema_of
from auditor.model.relation import Kind
from auditor.model.report import Report

if TYPE_CHECKING:
    import pandas as pd

CONTEXTS = {Kind.SCHEMA: "Column", Kind.COMPLETENESS: "Completeness"}
ARITHMETIC = "Arithmetic"


def record_columns() -> Columns:
    """What the frame of failing records holds."""
    return {
        "path": (TEXT, "the file"),
        "line": (COUNT, "physical line, from 1; missing where the format has none"),
        "record": (COUNT, "the file's records, a header counted, from 1"),
        "key": (TEXT, "by what the record is known, such as period 2025-Q1, segment Cloud"),
        "column": (TEXT, "the column that fails"),
        "schema_context": (TEXT, "Column, Arithmetic or Completeness; pandera says Column too"),
        "check": (TEXT, "what fails: of a schema as pandera calls it, else the kind of rule"),
        "rule": (TEXT, "rule id"),
        "severity": (TEXT, "error, warning or note"),
        "printed": (TEXT, "the cell as it is printed: pandera's failure_case"),
        "expected": (TEXT, "what it should be, in the printed style; empty if unknown"),
        "expected_low": (TEXT, "the least value that would satisfy the rules; missing if unknown"),
        "expected_high": (TEXT, "the largest such value"),
        "confidence": (SHARE, "0 to 1: how likely this record is the wrong one; else missing"),
        "finding": (TEXT, "stable fingerprint of the finding"),
        "message": (TEXT, "one sentence with the figures"),
    }


def records_frame(report: Report) -> pd.DataFrame:
    """One row a failing record, columns as ``record_columns`` says.

    Of an arithmetic finding that is the figure most likely wrong; of a key that stands several
    times, each record that has it.
    """
    rows = (
        {"path": document.path, **row}
        for document in report.documents
        for finding in document.findings
        for row in _rows(finding)
    )
    schema = schema_of("failing records", record_columns())
    return schema.validate(frame_of(rows, record_columns()))


def _rows(finding: Finding) -> Iterator[Row]:
    low, high = finding.expected_interval or (None, None)
    said = {
        "schema_context": CONTEXTS.get(finding.kind, ARITHMETIC),
        "check": finding.check or finding.kind.value,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "expected": finding.expected,
        "expected_low": low,
        "expected_high": high,
        "finding": finding.id,
        "message": finding.message,
    }
    for one in _failing(finding):
        confidence = next((s.confidence for s in finding.suspects if s.citation == one), None)
        confidence = _confidence(finding) if confidence is None else confidence
        yield {**said, "printed": one.text, "confidence": confidence, **_place(one)}


def _failing(finding: Finding) -> tuple[Citation, ...]:
    """The records that fail: all that share a key, else the one most likely wrong."""
    records = tuple(one for one in finding.citations if one.role == "record")
    primary = finding.primary
    return records or ((primary,) if primary else ())


def _confidence(finding: Finding) -> float | None:
    return finding.suspects[0].confidence if finding.suspects else None


def _place(cited: Citation) -> Row:
    source = cited.source
    return {
        "line": source.line,
        "record": source.row,
        "key": source.row_label,
        "column": source.column_label,
    }
