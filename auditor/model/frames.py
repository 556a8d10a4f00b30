"""Reports and facts as data frames, each under a schema that says what its columns hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from auditor.model.document import Source
from auditor.model.fact import Fact
from auditor.model.finding import Finding, Suspect
from auditor.model.period import Period
from auditor.model.places import Form, fields
from auditor.model.report import Report

if TYPE_CHECKING:
    import pandas as pd
    import pandera.pandas as pa

TEXT, COUNT, SHARE = "string", "Int64", "float64"
Columns = Mapping[str, tuple[str, str]]
"""Column name to its type and what it holds."""

_DTYPES = {Form.COUNT: COUNT, Form.TEXT: TEXT}

Row = Mapping[str, Any]


def findings_columns() -> Columns:
    """What the frame of findings holds."""
    return {
        "path": (TEXT, "the document audited"),
        "finding": (TEXT, "stable fingerprint of the finding"),
        "rule": (TEXT, "rule id, or what was discovered"),
        "kind": (TEXT, "sum, difference, ratio, growth, points, average, tie, label or schema"),
        "origin": (TEXT, "declared or discovered"),
        "severity": (TEXT, "error, warning or note"),
        "message": (TEXT, "one sentence with the figures"),
        "printed": (TEXT, "the figure in question, as printed"),
        "expected": (TEXT, "what it should be, in the printed style; empty if unknown"),
        "role": (TEXT, "what the cited figure does in the finding"),
        "text": (TEXT, "the cited figure, as printed"),
        **_place_columns(),
        "suspect_confidence": (SHARE, "0 to 1; missing when the cited figure is no suspect"),
        "suggestion": (TEXT, "what the suspect should print; missing when it is no suspect"),
    }


def facts_columns() -> Columns:
    """What the frame of facts holds."""
    return {
        "path": (TEXT, "the document read"),
        "number": (COUNT, "the document's printed figures; readings of one figure share it"),
        "text": (TEXT, "as printed"),
        "value": (TEXT, "exact decimal in base units: currency units, per cent or points"),
        "unit": (TEXT, "%, points, a currency code, a word, or empty"),
        "label": (TEXT, "row label or subject, as printed"),
        "concept": (TEXT, "canonical name of what is measured"),
        "measure": (TEXT, "amount, share, change, growth or points"),
        "period": (TEXT, "the period, as the document names it"),
        "first": (TEXT, "first month, such as 2006-04; missing for a point in time"),
        "last": (TEXT, "last month, such as 2006-09"),
        "against": (TEXT, "what it is compared with, as the document words it"),
        "scenario": (TEXT, "result, target, ..."),
        "scope": (TEXT, "consolidated or not"),
        "segment": (TEXT, "empty for the whole company"),
        **_place_columns(),
    }


def _place_columns() -> Columns:
    """Where something stands, in every kind of place."""
    found = {}
    for name, meanings in fields().items():
        said = "; ".join(field.column for field in meanings if field.column)
        if said:
            found[name] = (_DTYPES[meanings[0].form], said)
    return found


def findings_frame(report: Report) -> pd.DataFrame:
    """One row a figure cited by a finding, columns as ``findings_columns`` says.

    A suspect that is not among the citations has its own row, and so has a finding that cites
    nothing: no finding is lost.
    """
    rows = (
        {"path": document.path, **_finding(finding), **cited}
        for document in report.documents
        for finding in document.findings
        for cited in _cited(finding)
    )
    return findings_schema().validate(frame_of(rows, findings_columns()))


def facts_frame_of(facts: Iterable[Fact], path: str) -> pd.DataFrame:
    """One row a fact of the document at ``path``, columns as ``facts_columns`` says."""
    rows = ({"path": path, **_fact(fact)} for fact in facts)
    return facts_schema().validate(frame_of(rows, facts_columns()))


def findings_schema() -> pa.DataFrameSchema:
    """What ``findings_frame`` is validated against."""
    return schema_of("findings", findings_columns())


def facts_schema() -> pa.DataFrameSchema:
    """What ``facts_frame_of`` is validated against."""
    return schema_of("facts", facts_columns())


def schema_of(name: str, columns: Columns) -> pa.DataFrameSchema:
    """Exactly these columns in this order; anything may be missing."""
    import pandera.pandas as pa

    return pa.DataFrameSchema(
        {
            column: pa.Column(
                dtype,
                checks=pa.Check.in_range(0, 1) if dtype == SHARE else None,
                nullable=True,
                description=meaning,
            )
            for column, (dtype, meaning) in columns.items()
        },
        name=name,
        strict=True,
        ordered=True,
    )


def frame_of(rows: Iterable[Row], columns: Columns) -> pd.DataFrame:
    """The rows with the columns' types, which an empty frame has too; a missing key is missing."""
    import pandas as pd

    listed = list(rows)
    return pd.DataFrame(
        {
            column: pd.Series([_encodable(row.get(column)) for row in listed], dtype=dtype)
            for column, (dtype, _) in columns.items()
        }
    )


def _encodable(value: object) -> object:
    """What no UTF-8 holds, as in some file names, is written as an escape."""
    if not isinstance(value, str) or value.isascii():
        return value
    return value.encode("utf-8", errors="backslashreplace").decode("utf-8")


def _cited(finding: Finding) -> Iterator[Row]:
    """The finding's figures with their places, suspects with their confidence."""
    suspects = {suspect.citation.source: suspect for suspect in finding.suspects}
    places = {citation.source for citation in finding.citations}
    unlisted = (s.citation for s in finding.suspects if s.citation.source not in places)
    for citation in (*finding.citations, *unlisted):
        yield {
            "role": citation.role,
            "text": citation.text,
            **_place(citation.source),
            **_suspicion(suspects.get(citation.source)),
        }
    if not finding.citations and not finding.suspects:
        yield {}


def _suspicion(suspect: Suspect | None) -> Row:
    if suspect is None:
        return {}
    return {"suspect_confidence": suspect.confidence, "suggestion": suspect.suggestion}


def _finding(finding: Finding) -> Row:
    return {
        "finding": finding.id,
        "rule": finding.rule,
        "kind": finding.kind.value,
        "origin": finding.origin.value,
        "severity": finding.severity.value,
        "message": finding.message,
        "printed": finding.printed,
        "expected": finding.expected,
    }


def _fact(fact: Fact) -> Row:
    return {
        "number": fact.number,
        "text": fact.text,
        "value": _decimal(fact),
        "unit": fact.figure.unit,
        "label": fact.label,
        "concept": fact.concept,
        "measure": fact.measure.value,
        **_period(fact.period),
        "against": fact.against.text if fact.against else None,
        "scenario": fact.scenario,
        "scope": fact.scope,
        "segment": fact.segment,
        **_place(fact.source),
    }


def _place(source: Source) -> Row:
    return {name: value for name, value in source.known if name != "path"}  # it has its own


def _period(period: Period | None) -> Row:
    if period is None:
        return {}
    first = None if period.first is None else _month(period.first)
    return {"period": period.label, "first": first, "last": _month(period.last)}


def _month(ordinal: int) -> str:
    return f"{ordinal // 12:04}-{ordinal % 12 + 1:02}"


def _decimal(fact: Fact) -> str:
    """The value in base units, every digit of it, without an exponent."""
    figure = fact.figure
    return f"{Decimal(f'{fact.sign * figure.digits}E{figure.exponent + figure.scale}'):f}"
