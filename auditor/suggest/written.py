"""Writing: packs as the YAML of rule files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from auditor.model.relation import Kind, Severity
from auditor.model.rule import Operand, Pack, Place, Rule

KEYS = {
    Kind.SUM: ("of", "less"),
    Kind.DIFFERENCE: ("of", "less"),
    Kind.POINTS: ("of", "less"),
    Kind.GROWTH: ("of", "over"),
    Kind.RATIO: ("of", "to"),
    Kind.AVERAGE: ("of", ""),
    Kind.TIE: ("with", ""),
}
"""The keys of the operands that are added and of those that are not, by kind."""
_PLAIN = re.compile(r"[^\W_](?:[\w()/&%'’.+–—>-]| (?!#))*")
"""Text that needs no quotes, in a list either."""
_PLAIN_LINE = re.compile(r"[^\W_](?:[^\n:#\x00-\x1f]|(?<! )#|:(?=\S))*(?<!\s)")
"""Text that needs none on a line of its own."""


def yaml_of(pack: Pack, remarks: Sequence[str]) -> str:
    """The rule file of a pack of placed rules, the remarks as comments at its head."""
    return "".join(f"{line}\n" for line in _lines(pack, remarks))


def _lines(pack: Pack, remarks: Sequence[str]) -> Iterator[str]:
    yield from (f"# {remark}" for remark in remarks)
    yield f"pack: {pack.id}"
    yield f"title: {line_of(pack.title)}"
    if pack.applies:
        yield f"applies: {one_or_many(pack.applies)}"
    if pack.instead_of:
        yield f"instead-of: {one_or_many(pack.instead_of)}"
    yield ""
    yield "rules:"
    for number, rule in enumerate(pack.rules):
        if number:
            yield ""
        yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"  - id: {rule.id}"
    yield f"    title: {line_of(rule.title)}"
    if rule.why:
        yield f"    why: {line_of(rule.why)}"
    if rule.severity is not Severity.ERROR:
        yield f"    severity: {rule.severity}"
    if rule.kind is Kind.LABEL:
        yield from ("    label: heading", "    with: columns")
        return
    yield f"    {rule.kind}: {_operand(rule.target)}"
    for key, operands in zip(KEYS[rule.kind], (rule.plus, rule.minus), strict=True):
        if len(operands) == 1:
            yield f"    {key}: {_operand(operands[0])}"
        elif operands:
            yield f"    {key}:"
            yield from (f"      - {_operand(operand)}" for operand in operands)


def _operand(operand: Operand) -> str:
    place = operand.place or Place()
    entries = {
        "table": place.table and text_of(place.table),
        "passage": place.passage and text_of(place.passage),
        "figure": str(place.figure) if place.passage else "",
        "row": one_or_many(place.rows),
        "column": one_or_many(place.columns),
        "as": str(place.reads or ""),
    }
    return "{" + ", ".join(f"{key}: {value}" for key, value in entries.items() if value) + "}"


def one_or_many(texts: Sequence[str]) -> str:
    """One text as it stands, or a list of several."""
    written = [text_of(text) for text in texts]
    return written[0] if len(written) == 1 else f"[{', '.join(written)}]" if written else ""


def line_of(text: str) -> str:
    """The text, in quotes where YAML would read something else on a line of its own."""
    return text if _PLAIN_LINE.fullmatch(text) else _quoted(text)


def text_of(text: str) -> str:
    """The text as it stands, or in quotes where YAML would read something else."""
    return text if _PLAIN.fullmatch(text) else _quoted(text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
