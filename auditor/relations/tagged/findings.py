"""Findings on tags: what is wrong with a tag itself, in words that need no XBRL."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from auditor.findings.build import finding
from auditor.findings.places import where
from auditor.model.citation import Citation
from auditor.model.document import WHOLE_FILE, Source
from auditor.model.fact import Fact
from auditor.model.finding import Finding, Suspect
from auditor.model.places.line import LinePlace
from auditor.model.relation import Kind, Severity
from auditor.model.tagging import EXACT, Calculation, Tag
from auditor.relations.tagged.matched import EMPTY_LABELS, TaggedFact, ValuelessTag
from auditor.relations.tagged.mistagged import OddTag
from auditor.relations.tagged.naming import name_of, period_of

_POWERS = {3: "thousand", 6: "million", 9: "billion", 12: "trillion"}
UNREADABLE, MISTAGGED, EXCESS, TWICE, NIL_TOO, LACKS, NEVER = (
    "tag-unreadable",
    "tag-against-display",
    "tag-excess-digits",
    "calculation-item-twice",
    "tag-nil-and-value",
    "calculation-lacks-item",
    "calculation-never-holds",
)


def mistagged(odd: OddTag, severity: Severity, proof: str) -> Finding:
    """A tag whose sign or power of ten is not what is printed; ``proof`` says what shows it."""
    one = odd.stated
    meant = one.tag.value / one.factor * odd.usual
    cited = Citation("tagged figure", one.fact.text, one.fact.source)
    wrong = "sign" if abs(odd.usual) == abs(one.factor) else "scale or the format"
    message = (
        f"{_subject(one)}: {one.fact.text} is printed {where(cited.source)}, but its tag says"
        f" {in_full(one.tag.value)}; it should say {in_full(meant)}. {proof} The {wrong} of the"
        " tag is wrong, not the figure that is printed."
    )
    return _finding(
        MISTAGGED, Kind.LABEL, severity, message, (cited,), in_full(meant), one.tag, sure=True
    )


def different_tags(one: TaggedFact, other: TaggedFact) -> Finding:
    """The same figure printed twice under the same tag, whose values differ all the same."""
    cited = tuple(Citation("tagged figure", s.fact.text, s.fact.source) for s in (one, other))
    message = (
        f"{_subject(one)} is tagged as {in_full(one.tag.value)} {where(cited[0].source)}, but as"
        f" {in_full(other.tag.value)} {where(cited[1].source)}, though the figure printed is the"
        f" same: {one.fact.text} and {other.fact.text}."
    )
    return _finding(MISTAGGED, Kind.LABEL, Severity.ERROR, message, cited, "", one.tag)


def unreadable(valueless: ValuelessTag, path: str) -> Finding:
    """A tag whose text is no number in the format that the tag names."""
    cited = _cited(valueless, path)
    message = (
        f"{_subject(valueless)}: the tag {where(cited.source)} holds"
        f" \u201c{valueless.tag.unreadable}\u201d, which is no number in the format that it names."
    )
    return _finding(UNREADABLE, Kind.LABEL, Severity.WARNING, message, (cited,), "", valueless.tag)


def nought_over_digits(valueless: ValuelessTag, path: str) -> Finding:
    """A tag that says nought whatever stands in it, and something does."""
    cited = _cited(valueless, path)
    message = (
        f"{_subject(valueless)}: {cited.text} is printed {where(cited.source)}, but its tag says 0,"
        " whatever is printed there."
    )
    return _finding(MISTAGGED, Kind.LABEL, Severity.WARNING, message, (cited,), "", valueless.tag)


def excess_digits(tag: Tag, path: str) -> Finding:
    """A value of a calculation with digits beyond what it is said to be good to."""
    assert tag.accuracy is not None
    message = (
        f"{_subject(ValuelessTag(tag, None))} is given as {tag.text}, which is said to be right to"
        f" {_unit_in_words(tag.accuracy)} only: the digits beyond mean nothing, and the sums"
        " that it belongs to cannot be checked."
    )
    return _finding(
        EXCESS,
        Kind.LABEL,
        Severity.ERROR,
        message,
        (_cited(ValuelessTag(tag, None), path),),
        "",
        tag,
    )


def nil_too(tag: Tag, other: Tag, path: str) -> Finding:
    """A fact that is given once as a value and once as nothing."""
    value, nil = ValuelessTag(tag, None), ValuelessTag(other, None)
    cited = (_cited(value, path), _cited(nil, path))
    message = (
        f"{_subject(value)} is {tag.text} {where(cited[0].source)}, but is given as"
        f" nothing (nil) {where(cited[1].source)}."
    )
    return _finding(NIL_TOO, Kind.TIE, Severity.ERROR, message, cited, "", tag)


def listed_twice(calculation: Calculation, item: str) -> Finding:
    """A calculation that lists an item more than once, so that nobody can say what it means."""
    message = (
        f"The calculations{_named(calculation)} list {item} twice among the items of"
        f" {calculation.label}: what adds up to it cannot be told."
    )
    return finding(
        (TWICE, calculation.rule, calculation.total, item),
        rule=calculation.rule,
        kind=Kind.SCHEMA,
        message=message,
        printed="",
        citations=(_declared(calculation),),
    )


def lacks_rows(calculation: Calculation, rows: Sequence[Fact]) -> Finding:
    """A calculation without rows that the printed column adds up, so that its sum is another."""
    labels = " and ".join(f"\u201c{row.label}\u201d" for row in rows)
    message = (
        f"The calculations{_named(calculation)} do not list {labels} among the items of"
        f" {calculation.label}, which is printed as the sum with"
        f" {'it' if len(rows) == 1 else 'them'}: the linkbase is incomplete, the figures add up."
    )
    return finding(
        (LACKS, calculation.rule, calculation.total, *(row.label for row in rows)),
        rule=LACKS,
        kind=Kind.SCHEMA,
        severity=Severity.WARNING,
        message=message,
        printed="",
        citations=(
            _declared(calculation),
            *(Citation("row that is not listed", row.text, row.source) for row in rows),
        ),
    )


def never_holds(calculation: Calculation, times: int) -> Finding:
    """A calculation that holds nowhere in a filing, so that it and no figure is in doubt."""
    message = (
        f"The calculations{_named(calculation)} give another {calculation.label} than is stated,"
        f" each of the {times} times that they can be made: the linkbase is likely wrong."
    )
    return finding(
        (NEVER, calculation.rule, calculation.total),
        rule=NEVER,
        kind=Kind.SCHEMA,
        severity=Severity.WARNING,
        message=message,
        printed="",
        citations=(_declared(calculation),),
    )


def _named(calculation: Calculation) -> str:
    return f" of \u201c{calculation.title}\u201d" if calculation.title else ""


def _declared(calculation: Calculation) -> Citation:
    """Where the linkbase declares it."""
    at = WHOLE_FILE if calculation.line is None else LinePlace(calculation.line)
    return Citation("calculation", calculation.label, Source(calculation.path, at))


def in_full(value: Fraction) -> str:
    """A value in the largest of thousand, million and so on that leaves it short."""
    size = abs(value)
    for power, word in sorted(_POWERS.items(), reverse=True):
        if size >= 10**power and (size / 10**power * 1000).denominator == 1:
            return f"{_decimal(value / 10**power)} {word}"
    return _decimal(value)


def _decimal(value: Fraction) -> str:
    places = 0
    while (value * 10**places).denominator != 1 and places < 30:
        places += 1
    whole = round(abs(value) * 10**places)
    digits = f"{whole:0{places + 1}d}"
    text = f"{int(digits[:-places]):,}.{digits[-places:]}" if places else f"{whole:,}"
    return f"-{text}" if value < 0 else text


def _unit_in_words(unit: Fraction) -> str:
    if unit == EXACT:
        return "the digit"
    return f"the nearest {in_full(unit)}"


def _subject(one: TaggedFact | ValuelessTag) -> str:
    """What a tag is about: as the table's row names it, else as its concept is called."""
    tag, fact = one.tag, one.fact
    printed = fact.label if fact is not None and fact.in_table else ""
    name = printed if printed.casefold() not in EMPTY_LABELS else tag.label
    if tag.about and tag.about.casefold() not in name.casefold():
        name = f"{name}, {tag.about}"
    period = period_of(tag.context)
    if period is None:
        return name
    between = "at" if period.is_instant else "for the" if period.label[:1].isalpha() else "from"
    return f"{name} {between} {period.label}"


def _cited(one: ValuelessTag, path: str) -> Citation:
    """What is printed in a tag, else what the tag holds."""
    tag, fact = one.tag, one.fact
    if fact is not None:
        return Citation("tagged figure", fact.text, fact.source)
    source = Source(tag.path or path, LinePlace(tag.line, tag.column, tag.end_column, tag.element))
    return Citation("tagged figure", tag.text, source)


def _finding(  # noqa: PLR0913, PLR0917  # what every finding of this module differs in
    rule: str,
    kind: Kind,
    severity: Severity,
    message: str,
    cited: tuple[Citation, ...],
    expected: str,
    tag: Tag,
    *,
    sure: bool = False,
) -> Finding:
    suspects = (Suspect(cited[0], 1.0, expected),) if sure else ()
    return finding(
        (rule, tag.concept, name_of(tag), str(tag.context), *(c.text for c in cited)),
        rule=rule,
        kind=kind,
        severity=severity,
        message=message,
        expected=expected,
        suspects=suspects,
        citations=cited,
    )
