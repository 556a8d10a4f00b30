"""Describing: rules in words, as a terminal and as a manual show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from auditor.model.dataset import Cells, Completeness, DataRule, Shift
from auditor.model.fact import Measure
from auditor.model.relation import Kind, Severity
from auditor.model.rule import Operand, Pack, Place, Rule, When
from auditor.rulebook.builtin import BUILT_IN, FORMULAS, BuiltIn

NAMES = {"any": "any concept", "same": "the same concept", "base": "what it is a share of"}
ITSELF = "found in the document itself"


class Description(NamedTuple):
    """A rule for people; ``examples`` are what is expected of a document, and the document."""

    id: str
    kind: Kind
    severity: Severity
    title: str
    why: str
    formula: str
    place: str
    examples: tuple[tuple[str, str], ...]


def descriptions(packs: Iterable[Pack]) -> Iterator[Description]:
    """Every rule of the packs, then those that no file declares."""
    for pack in packs:
        yield from map(declared, pack.declared)
        yield from _of_columns(pack)
    yield from map(built_in, BUILT_IN.values())


def _of_columns(pack: Pack) -> Iterator[Description]:
    """What a rule file about data files declares besides its rules."""
    if pack.data is None:
        return
    named = {"columns": "Every cell is what its column allows"}
    if pack.data.key:
        named["key"] = f"No two records have the same {', '.join(pack.data.key)}"
    for name, title in named.items():
        formula = FORMULAS[Kind.SCHEMA] if name == "columns" else ""
        severity, place = Severity.ERROR, pack.path
        yield Description(f"{pack.id}.{name}", Kind.SCHEMA, severity, title, "", formula, place, ())


def declared(rule: Rule | DataRule | Completeness) -> Description:
    """A rule of a file, its place the file and line."""
    return Description(
        rule.id, rule.kind, rule.severity, rule.title, rule.why, _equation(rule),
        f"{rule.path}:{rule.line}",
        tuple((example.expect.replace("_", " "), example.text) for example in rule.examples),
    )  # fmt: skip


def built_in(rule: BuiltIn) -> Description:
    """A rule that no file declares."""
    shown = (("holds", rule.holds), ("violated", rule.violated))
    examples = tuple((expected, text) for expected, text in shown if text)
    formula = FORMULAS[rule.kind] if examples else ""
    return Description(
        rule.id, rule.kind, Severity.ERROR, rule.title, rule.why, formula, ITSELF, examples
    )


def as_text(rule: Description) -> str:
    """What the terminal shows."""
    rows = [("kind", rule.kind.value), ("severity", rule.severity.value), ("why", rule.why)]
    rows += [("formula", rule.formula), ("written", rule.place)]
    lines = [rule.id, "", f"  {rule.title}", ""]
    lines += [f"  {name:<10}{value}" for name, value in rows if value]
    for expected, text in rule.examples:
        lines += ["", f"  {expected}:", "", *(f"    {row}".rstrip() for row in text.splitlines())]
    return "\n".join(lines) + "\n"


def as_markdown(rule: Description) -> str:
    """A section of the manual."""
    parts = [f"### `{rule.id}`", f"{rule.title}. {rule.why}"]
    if rule.formula:
        parts.append(f"    {rule.formula}")
    parts.append(f"Kind `{rule.kind}`, severity `{rule.severity}`.")
    for expected, text in rule.examples:
        parts.append(f"{expected.capitalize()}:\n\n```markdown\n{text.rstrip()}\n```")
    return "\n\n".join(parts) + "\n"


def _equation(rule: Rule | DataRule | Completeness) -> str:
    if isinstance(rule, Completeness):
        return _demand(rule)
    if rule.kind is Kind.LABEL:
        return FORMULAS[rule.kind]
    if isinstance(rule, DataRule) and rule.across and rule.across.repeats:
        return f"{_words(rule.target)} = the same in an earlier file"
    target, plus, minus = _words(rule.target), _added(rule.plus), _added(rule.minus)
    if rule.kind in (Kind.RATIO, Kind.GROWTH):
        less = " - 1" if rule.kind is Kind.GROWTH else ""
        return f"{target} = {_bracketed(plus, rule.plus)} / {_bracketed(minus, rule.minus)}{less}"
    if rule.kind is Kind.AVERAGE:
        return f"{target} = average of {', '.join(map(_words, rule.plus))}"
    return f"{target} = {plus}" + "".join(f" - {_words(one)}" for one in rule.minus)


def _demand(rule: Completeness) -> str:
    """Which records there must be."""
    by = f" for every {', '.join(rule.by)}" if rule.by else ""
    where = ", ".join(f"{name} {' or '.join(values)}" for name, values in rule.where)
    among = f" among those of {where}" if where else ""
    if rule.each:
        return f"a record of every {', '.join(rule.each)}{by}{among}"
    if rule.without_gaps:
        return f"records of every {rule.without_gaps} from the first to the last{by}{among}"
    if rule.at_least == rule.at_most:
        return f"{rule.at_least} records{by}{among}"
    least = [] if rule.at_least is None else [f"at least {rule.at_least}"]
    most = [] if rule.at_most is None else [f"at most {rule.at_most}"]
    return f"{' and '.join((*least, *most))} records{by}{among}"


def _added(operands: Sequence[Operand | Cells]) -> str:
    return " + ".join(map(_words, operands))


def _bracketed(text: str, operands: Sequence[Operand | Cells]) -> str:
    return f"({text})" if len(operands) > 1 else text


def _words(operand: Operand | Cells) -> str:
    """An operand's name, with all that narrows it behind."""
    if isinstance(operand, Cells):
        return _cell_words(operand)
    if operand.place is not None:
        return _place_words(operand.place)
    narrowed = [
        "" if operand.measure is Measure.AMOUNT else str(operand.measure),
        "" if operand.when is When.SAME else str(operand.when),
        operand.scenario or "",
        operand.scope or "",
        operand.segment or "",
        f"under {operand.within}" if operand.within else "",
        f"of {operand.months} months" if operand.months else "",
    ]
    said = ", ".join(filter(None, narrowed))
    name = NAMES.get(operand.concept, operand.concept)
    return f"{name} ({said})" if said else name


def _cell_words(cells: Cells) -> str:
    said = [f"{name} {' or '.join(values) or 'others'}" for name, values in cells.where]
    said += [] if cells.shift is Shift.SAME else [str(cells.shift)]
    said += [f"every {name}" for name in cells.every]
    return f"{cells.column} [{', '.join(said)}]" if said else cells.column


def _place_words(place: Place) -> str:
    if place.passage:
        return f"[figure {place.figure} of {place.passage}]"
    said = [f"row {' | '.join(place.rows)}"] if place.rows else []
    said += [f"column {' | '.join(place.columns)}"] if place.columns else []
    said += [f"table {place.table}"] if place.table else []
    return f"[{', '.join(said) or 'its own figure'}]"
