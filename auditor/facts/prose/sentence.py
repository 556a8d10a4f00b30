"""Sentences: what the words around a figure make of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from auditor.facts.prose.comparison import Compared, comparisons
from auditor.facts.prose.surroundings import Surroundings
from auditor.facts.prose.wording import Wording
from auditor.facts.thresholds import OPENING_WORDS, PREPOSITION_BEFORE
from auditor.model.fact import Comparison, Measure
from auditor.model.figure import PERCENT, POINTS, Figure, SignStyle
from auditor.model.period import MONTHS_OF_A_YEAR, Period
from auditor.notation.deferred import deferred
from auditor.notation.periods import Mention, names_only, part_before, part_behind, periods
from auditor.notation.thresholds import MARK_REACH

_CHANGE_OF = deferred(
    r"\b(?:an?\s+|the\s+)(?:increase|decrease|change|growth|decline|reduction|rise|fall)s?\b",
    re.IGNORECASE,
)
_BETWEEN = " \n:：年度의的\u00a0"
"""What may stand between a period and the figure that it belongs to."""
_RESPECTIVELY = deferred(r"\brespectively\b", re.IGNORECASE)
_ENDS_THEN = deferred(
    r"\s(?:endend|abgelaufen|beendet|clos|terminad|finaliz|cerrad|findo|encerrad|止|종료)",
    re.IGNORECASE,
)
_OPENING = deferred(r"\(")
_COLON = deferred(r"\s?[:：]")
"""French sets a blank in front of it."""
_DIGIT = deferred(r"[0-9]")
_COMMA = deferred(r"[,;](?!\d)")
_CLAUSE_ENDS = deferred(r"[\d,;:()]")


class Accuracy(StrEnum):
    """How far words let a figure speak."""

    EXACT = "exact"
    ABOUT = "about"
    BOUND = "bound"


class Movement(NamedTuple):
    """A word that says up (1) or down (-1), and where it stands."""

    start: int
    end: int
    sign: int


class Sentence(NamedTuple):
    """Characters ``start`` to ``end`` of a passage's text, with what stands in them.

    ``label`` is what the passage begins with in front of a colon, ``spoken_of`` the first span of
    time that nothing is compared with. ``clauses`` are where causes begin ("due to"), ``brackets``
    where brackets open, ``states`` where verbs stand that move nothing; ``names_change_at`` is
    where "an increase" or the like first ends (``end`` if nowhere); ``pairs_lists`` whether it says
    "respectively", ``has_part_of_year`` whether it speaks of a quarter or the like, whose year is
    no period of its figures. All offsets are the passage's.
    Everything is found once, so that the time is linear in the length of a sentence.
    """

    text: str
    start: int
    end: int
    label: str
    headings: tuple[str, ...]
    around: Surroundings
    wording: Wording
    mentions: tuple[Mention, ...]
    compared: tuple[Compared, ...]
    movements: tuple[Movement, ...]
    spoken_of: Mention | None
    clauses: tuple[int, ...]
    brackets: tuple[int, ...]
    states: tuple[int, ...]
    names_change_at: int
    pairs_lists: bool
    has_part_of_year: bool

    def moves(self, figure: Figure) -> bool:
        """Whether the figure states a movement: a sign of its own or a verb that leads to it."""
        if has_sign(figure):
            return self.wording.is_english or self._is_signed_movement(figure)
        if self.wording.direction_after.match(self.text, figure.end):
            return not (self.arrives(figure) or self._is_level(figure))  # "um 7 % auf 371 Mio. zu"
        verb = self._movement_before(figure)
        if verb is None or self._is_stated_anew(figure, verb) or self._is_cut_off(figure, verb):
            return False
        if self.arrives(figure) or self.is_base(figure):
            return False
        return not any(
            _between(offsets, verb.end, figure.start) for offsets in (self.clauses, self.brackets)
        )

    def _is_signed_movement(self, figure: Figure) -> bool:
        """Whether a sign says how far something moved, and not where it stands: "betrug -4,7"."""
        if self.arrives(figure) or self.is_base(figure):
            return False
        start = self.movements[0].start if self.movements else self.end
        is_stated = self.wording.verb.search(self.text, self.start, figure.start) is not None
        return figure.is_percent or start < figure.start or not is_stated

    def _is_level(self, figure: Figure) -> bool:
        """Whether an amount stands above or below another: "lag mit 371 Mio. über dem Vorjahr"."""
        before = self._near_before(figure)
        return not figure.is_percent and self.wording.levels.search(before) is not None

    def _is_stated_anew(self, figure: Figure, moved: Movement) -> bool:
        """Whether a verb behind a movement and its figure states it: "grew 9 % and was 5"."""
        last = bisect_left(self.states, figure.start) - 1
        if figure.is_percent or last < 0 or self.states[last] < moved.end:
            return False
        end = min(self.states[last], moved.end + PREPOSITION_BEFORE)
        return _DIGIT.search(self.text, moved.end, end) is not None

    def _is_cut_off(self, figure: Figure, moved: Movement) -> bool:
        """Whether a comma ends a movement's clause, where verbs end theirs: "증가했으며, 5원"."""
        if self.wording.language.has_blanks or figure.is_percent:
            return False
        end = min(figure.start, moved.end + PREPOSITION_BEFORE)
        return _COMMA.search(self.text, moved.end, end) is not None

    def direction(self, figure: Figure) -> int:
        """-1 when words say that an unsigned figure is a decrease."""
        if figure.sign_style is not SignStyle.PLAIN:
            return 1
        after = self.wording.direction_after.match(self.text, figure.end)
        if after:
            return -1 if after["down"] else 1
        verb = self._movement_before(figure)
        return verb.sign if verb else 1

    def measure(self, figure: Figure) -> Measure:
        """What the figure says of its subject."""
        if figure.unit == POINTS:
            return Measure.POINTS
        if not self.moves(figure):
            return Measure.AMOUNT
        return Measure.GROWTH if figure.unit == PERCENT else Measure.CHANGE

    def period(self, figure: Figure) -> Period | None:
        """The period named right after the figure, else one before it that is not compared with."""
        named = self._named_after(figure)
        if named is not None:
            return named
        before = self._named_before(figure)
        if before is not None:
            return before[2]
        if self.spoken_of is None or self.spoken_of[1] > figure.start:
            return None
        return self.spoken_of[2]

    def against(self, figure: Figure) -> Comparison | None:
        """What a movement is compared with: what the sentence names next, else what goes unsaid."""
        index = bisect_left(self.compared, figure.end, key=lambda c: c.start)
        if index < len(self.compared):
            found = self.compared[index]
            in_another_clause = _between(self.clauses, figure.end, found.start)
            return None if in_another_clause else found.comparison
        if not self.wording.is_english and (unsaid := self._time_behind(figure)) is not None:
            return Comparison(period=unsaid, text=unsaid.label)
        if index and not self.wording.is_english:
            return self.compared[index - 1].comparison
        if self.around.unstated == "a year before" and self.around.period:
            return Comparison(period=self.around.period.year_before, text="the year before")
        return None

    def _time_behind(self, figure: Figure) -> Period | None:
        """An earlier time behind a figure in its clause that no known word compares with.

        "8,3 % em relação ao 3T24 e de 2,6 % ao 2T25": it is compared with that, not once more with
        what was named before.
        """
        at = bisect_left(self.mentions, figure.end, key=lambda m: m[0])
        if at == len(self.mentions) or self._named_after(figure) is not None:
            return None
        start, _, named = self.mentions[at]
        own = self.period(figure) or self.around.period
        is_earlier = own is not None and named.months == own.months and named.last < own.last
        apart = _CLAUSE_ENDS.search(self.text, figure.end, start)
        return named if is_earlier and apart is None else None

    def compared_within(self, start: int, end: int) -> tuple[Compared, ...]:
        """The comparisons that are worded between two offsets."""
        first = bisect_left(self.compared, start, key=lambda c: c.start)
        last = bisect_left(self.compared, end, key=lambda c: c.start)
        return tuple(c for c in self.compared[first:last] if c.end <= end)

    def arrives(self, figure: Figure) -> bool:
        """Whether a movement leads to the figure: "rose to 5"."""
        return self.wording.arrives.search(self._near_before(figure)) is not None

    def is_base(self, figure: Figure) -> bool:
        """Whether the figure is what something is compared with: "rose from 5"."""
        before = self._near_before(figure)
        if self.wording.after_base.match(self.text, figure.end):
            return True
        if self.wording.base_in_brackets.search(before):
            return not figure.is_percent  # "gegenüber dem Vorjahr (9 %)" says by how much
        if self._compared_in_front(figure) is not None:
            return not figure.is_percent
        led = self.wording.base.search(before)
        if led is None or self.wording.noun_before.search(before):
            return False
        moved = self._movement_before(figure) is not None
        then = self.wording.then_arrives.match(self.text, figure.end)
        return moved or then is not None or not self.wording.leads_to_amounts.fullmatch(led[0])

    def is_caused(self, figure: Figure) -> bool:
        """Whether a cause behind the verb leads to the figure: "rose by a wage increase of 5 %"."""
        if self.wording.is_english:
            return False
        before = bisect_left(self.clauses, figure.start)
        if not before:
            return False
        cause = self.clauses[before - 1]
        verb = bisect_left(self.movements, cause, key=lambda m: m.end)
        last = self._movement_before(figure)
        return (
            verb > 0 and last is not None and _COMMA.search(self.text, cause, figure.start) is None
        )

    def given_back(self, figure: Figure) -> Accuracy:
        """Whether words take the figure's last digit back: "about 5", "more than 5"."""
        before = self.text[max(self.start, figure.start - MARK_REACH) : figure.start]
        own = self.wording
        if own.bound.search(before) or own.bound_after.match(self.text, figure.end):
            return Accuracy.BOUND
        if own.about.search(before) or own.about_after.match(self.text, figure.end):
            return Accuracy.ABOUT
        return Accuracy.EXACT

    def base_period(self, figure: Figure) -> Period | None:
        """The period of a figure that is compared with: named beside it, else a year before.

        "(Vorjahr: 5)", "contre 5 en 2024", "(2024: 5)".
        """
        if self.wording.is_english:
            return None
        if (part := self._part_of_year(figure)) is not None:
            return part
        if self.has_part_of_year:
            return None
        before = self._named_before(figure)
        named = self._named_after(figure) or (before[2] if before else None)
        if self.is_base(figure):
            return named or self._compared_in_front(figure) or self._year_before
        latest = self.around.period
        return named if named and latest and named.last < latest.last else None

    def _part_of_year(self, figure: Figure) -> Period | None:
        """The earlier part of a year that a figure is of: "nach 5 im dritten Quartal"."""
        later = self.spoken_of[2] if self.spoken_of else None
        if later is None or not 0 < later.months < MONTHS_OF_A_YEAR:
            return None
        calendar = self.around.calendar
        return part_behind(self.text, figure.end, later, calendar) or part_before(
            self.text, figure.start, later, calendar
        )

    def _compared_in_front(self, figure: Figure) -> Period | None:
        """The period of a comparison that brackets with the figure follow: "face à 2024 (5)"."""
        index = bisect_right(self.compared, figure.start, key=lambda c: c.end)
        if not index or self.wording.is_english:
            return None
        found = self.compared[index - 1]
        opens = self.text[found.end : figure.start].strip() in ("(", "（")
        return found.comparison.period if opens else None

    @property
    def _year_before(self) -> Period | None:
        spoken = self.spoken_of[2] if self.spoken_of else self.around.period
        return None if spoken is None or spoken.is_instant else spoken.year_before

    def _named_after(self, figure: Figure) -> Period | None:
        after = self.wording.period_after.match(self.text, figure.end)
        found = self._mention_at(after.end()) if after else None
        return found[2] if found else None

    def _named_before(self, figure: Figure) -> Mention | None:
        """The period that stands right in front of the figure: "(2024: 5)", "由2023年的5"."""
        index = bisect_right(self.mentions, figure.start, key=lambda m: m[1])
        if not index or self.wording.is_english:
            return None
        found = self.mentions[index - 1]
        return None if self.text[found[1] : figure.start].strip(_BETWEEN) else found

    def _mention_at(self, start: int) -> Mention | None:
        index = bisect_left(self.mentions, start, key=lambda m: m[0])
        found = index < len(self.mentions) and self.mentions[index][0] == start
        return self.mentions[index] if found else None

    def _near_before(self, figure: Figure) -> str:
        named = self._named_before(figure)
        end = named[0] if named else figure.start
        return self.text[max(self.start, end - PREPOSITION_BEFORE) : end]

    def _movement_before(self, figure: Figure) -> Movement | None:
        index = bisect_right(self.movements, figure.start, key=lambda m: m.end)
        return self.movements[index - 1] if index else None


def sentence(  # noqa: PLR0913, PLR0917  # all that a sentence is read with
    text: str,
    span: tuple[int, int],
    label: str,
    headings: tuple[str, ...],
    around: Surroundings,
    wording: Wording,
) -> Sentence:
    """The sentence that stands at ``span`` of a passage's text, under these headings."""
    start, end = span
    own = text[start:end]
    if wording.whole_year.search(own):
        around = around.in_the_year
    found = periods(own, around.calendar)
    mentions = tuple((a + start, b + start, period) for a, b, period in found)
    compared = tuple(
        Compared(c.start + start, c.end + start, c.comparison)
        for c in comparisons(own, found, around, wording)
    )
    movements = tuple(
        Movement(m.start() + start, m.end() + start, -1 if m["down"] else 1)
        for m in wording.direction.finditer(own)
    )
    change = _CHANGE_OF.search(own)
    return Sentence(
        text,
        start,
        end,
        label,
        headings,
        around,
        wording,
        mentions,
        compared,
        movements,
        _spoken_of(text, mentions, compared) or _opening_day(text, start, mentions, wording),
        tuple(m.start() + start for m in wording.clause.finditer(own)),
        tuple(m.start() + start for m in _OPENING.finditer(own)),
        tuple(m.start() + start for m in wording.states.finditer(own)),
        change.end() + start if change else end,
        _RESPECTIVELY.search(own) is not None,
        _speaks_of_part(own, around, wording),
    )


def _speaks_of_part(text: str, around: Surroundings, wording: Wording) -> bool:
    """Whether a sentence speaks of a part of a year that is not the period around it."""
    if wording.part_of_year.search(text) is None:
        return False
    latest = around.period
    return latest is None or not names_only(text, latest, around.calendar)


def _between(offsets: Sequence[int], start: int, end: int) -> bool:
    """Whether one of the sorted offsets lies from ``start`` on and before ``end``."""
    index = bisect_left(offsets, start)
    return index < len(offsets) and offsets[index] < end


def _spoken_of(
    text: str, mentions: Sequence[Mention], compared: Sequence[Compared]
) -> Mention | None:
    """The first span of time that is not what something is compared with, as "(2023: 5)" is."""
    against = {c.comparison.period for c in compared if c.comparison.period}
    spans = (m for m in mentions if not m[2].is_instant and m[2] not in against)
    return next((m for m in spans if not opens_a_base(text, m)), None)


def _opening_day(
    text: str, start: int, mentions: Sequence[Mention], wording: Wording
) -> Mention | None:
    """The day that a sentence opens with: "Em 30 de setembro de 2025, o ativo era de"."""
    if wording.is_english or not mentions or not mentions[0][2].is_instant:
        return None
    opens = _DIGIT.search(text, start, mentions[0][0]) is None
    near = mentions[0][0] - start <= OPENING_WORDS
    is_end = _ENDS_THEN.match(text, mentions[0][1]) is not None
    return mentions[0] if opens and near and not is_end else None


def opens_a_base(text: str, mention: Mention) -> bool:
    """Whether brackets open with a time and a colon, as what is compared with does."""
    start, end, _ = mention
    opens = text[max(0, start - 1) : start] in ("(", "[")
    return opens and _COLON.match(text, end) is not None


def has_sign(figure: Figure) -> bool:
    """Whether the figure is printed with a plus or a minus."""
    return figure.sign_style in (SignStyle.PLUS, SignStyle.MINUS)
