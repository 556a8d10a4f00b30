"""Joined rows: an amount that a sentence states of two or three rows of a table together.

"Cash, cash equivalents and marketable securities of $103.9 million". Evidence: the words of the
subject are those of the rows, each once and none left over, so that nothing but their sum is meant.
One that does not come out is told as an error where it is near and a slip of the pen explains it:
else another row may belong to them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from auditor.checks.verdict import allowed, verdict
from auditor.facts.prose.english.leads import CAUSE, Role, lead
from auditor.facts.prose.english.lexemes import Lexeme
from auditor.facts.prose.english.wordings import Means
from auditor.facts.prose.row_labels import words_of_a_name
from auditor.model.fact import Fact, Measure
from auditor.model.figure import Rounding
from auditor.model.relation import Relation
from auditor.model.scene import Scene
from auditor.model.verdict import Status
from auditor.relations.discovered._relations import sum_of
from auditor.relations.discovered._sentences import Stated, stated_in
from auditor.relations.discovered._series import Series, printed, same_unit, series_in
from auditor.relations.discovered._stated_amounts import keys
from auditor.relations.discovered._stated_evidence import Judged
from auditor.relations.discovered._stated_thresholds import MOST_JOINED, SLIP_ALONE

ORDER = 38


class Named(NamedTuple):
    """A row with the words of its label."""

    row: Series
    words: Counter[str]


def discover(scene: Scene) -> Iterator[Relation]:
    """The amounts that are stated of rows together."""
    rows: dict[int, list[Named]] = defaultdict(list)
    for row in series_in(scene):
        label = next(iter(row.at.values())).fact.label
        if not row.per_cent and words_of_a_name(label):
            rows[row.table].append(Named(row, Counter(words_of_a_name(label))))
    if rows:
        names = _names(rows)
        for sentence in stated_in(scene, fewest=1):
            if any(map(_may_be_joined, sentence.facts)) and _names_two(sentence, names):
                yield from _of_sentence(sentence, rows)


class _Name(NamedTuple):
    """Words that rows are named by, with the tables of those rows, and whether one has two."""

    words: Counter[str]
    tables: frozenset[int]
    comes_again: bool


def _names(rows: Mapping[int, Sequence[Named]]) -> Mapping[str, Sequence[_Name]]:
    """The names of rows by their first word: many tables may have a row of the same name."""
    tables: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for table, of_table in rows.items():
        for named in of_table:
            tables[tuple(sorted(named.words.elements()))].append(table)
    found: dict[str, list[_Name]] = defaultdict(list)
    for words, own in tables.items():
        found[words[0]].append(_Name(Counter(words), frozenset(own), len({*own}) < len(own)))
    return found


def _names_two(sentence: Stated, names: Mapping[str, Sequence[_Name]]) -> bool:
    """Whether all the words of two rows of a table stand before a sentence's last figure.

    Told by the rows that have one of them first, and much sooner than what the sentence says.
    """
    words = Counter(
        words_of_a_name(sentence.text[sentence.start : sentence.facts[-1].figure.start])
    )
    found: set[int] = set()
    for word in words:
        for one in names.get(word, ()):
            if one.words <= words:
                if one.comes_again or not found.isdisjoint(one.tables):
                    return True
                found |= one.tables
    return False


def _may_be_joined(fact: Fact) -> bool:
    """Whether a figure is an amount that no words fill the slots of with certainty."""
    return not fact.certain and fact.measure is Measure.AMOUNT


def _of_sentence(sentence: Stated, tables: Mapping[int, Sequence[Named]]) -> Iterator[Relation]:
    """The amounts of a sentence, those compared with them too."""
    spoken: Sequence[Named] = ()
    for at, fact in enumerate(sentence.facts):
        run = sentence.runs[at]
        if not spoken and not any(one.means is Means.AND for one in run):
            continue
        own = lead(run)
        if own.subject or own.role not in (Role.BASE, Role.LISTED):
            listed = list(_listed(sentence, own.subject)) if own.role is Role.STATES else []
            joined = (_joined(listed, rows) for rows in tables.values() if listed)
            spoken = next(filter(None, joined), ())
        if spoken and _may_be_joined(fact) and own.reason in ("", CAUSE):
            yield from _judged(fact, spoken)


def _listed(sentence: Stated, subject: Sequence[Lexeme]) -> Iterator[Counter[str]]:
    """The words of each end of a subject that "and" joins, the longest first."""
    for start in range(len(subject)):
        if start and subject[start - 1].means is Means.WORD:
            continue
        words = subject[start:]
        if not any(one.means is Means.AND for one in words):
            return
        if any(one.means not in _NAMING for one in words):
            continue
        yield Counter(words_of_a_name(sentence.text[words[0].start : words[-1].end]))


def _joined(listed: Sequence[Counter[str]], rows: Sequence[Named]) -> Sequence[Named] | None:
    """The rows that hold all the words of a list; None where a table has two of a name."""
    for words in listed:
        found = _cover(words, rows) if words else []
        alike = (named for named in found if sum(named.words == o.words for o in rows) > 1)
        if len(found) > 1 and not any(alike):
            return found
    return None


_NAMING = (Means.WORD, Means.AND, Means.STOP, Means.ARTICLE)


def _cover(words: Counter[str], rows: Sequence[Named], most: int = MOST_JOINED) -> list[Named]:
    """The first rows that hold these words between them, each once; none where none do."""
    if not most:
        return []
    first = min(words)
    for at, named in enumerate(rows):
        if first not in named.words or named.words - words:
            continue
        left = words - named.words
        rest = _cover(left, [*rows[:at], *rows[at + 1 :]], most - 1) if left else []
        if not left or rest:
            return [named, *rest]
    return []


def _judged(claim: Fact, spoken: Sequence[Named]) -> Iterator[Relation]:
    """The claim as the sum of the rows at its time."""
    if claim.period is None:
        return
    times = [list(keys(claim, claim.period, named.row)) for named in spoken]
    if any(len(found) != 1 for found in times):
        return
    cells = [named.row.at[found[0]] for named, found in zip(spoken, times, strict=True)]
    if not all(same_unit(printed(claim), cell) for cell in cells):
        return
    relation = sum_of(claim, [cell.fact for cell in cells])
    status = verdict(relation, Rounding.NEAREST).status
    if status is Status.HOLDS:
        yield relation
    elif status is Status.VIOLATED:
        wanted = allowed(relation, claim.number, Rounding.NEAREST)
        judged = Judged(claim, fails=relation, wanted=wanted)
        if judged.is_near and judged.bits >= SLIP_ALONE:
            yield relation
