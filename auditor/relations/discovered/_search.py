"""The search for sums: which of a matrix's lines are totals of which others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from math import log2

from auditor.relations.discovered._alike_lines import AlikeLines
from auditor.relations.discovered._matrix import IntegerLine, Matrix
from auditor.relations.discovered._promising import promising_trials
from auditor.relations.discovered._remembered import Remembered
from auditor.relations.discovered._spoilt_totals import (
    SpoiltTotal,
    repetition_bits,
    spoilt_totals,
    with_total_right,
)
from auditor.relations.discovered._steps import Steps
from auditor.relations.discovered._sum_patterns import (
    SumPattern,
    added,
    is_worded,
    natural,
    plain,
    signed,
    spoilt,
    subtracted,
    worded,
)
from auditor.relations.discovered._thresholds import (
    MANY_LINES,
    STEP,
    SUM_ENOUGH,
    SUM_LEVELS,
    SUM_LONGEST_RUN,
)
from auditor.relations.discovered._totals import called_bits, is_called_total
from auditor.relations.discovered._trials import Parts, SumHypothesis, Trial, trials


def sums_of(matrix: Matrix, steps: Steps) -> list[SumHypothesis]:
    """The accepted hypotheses: totals after their parts first, then before them."""
    called = frozenset(i for i, line in enumerate(matrix.lines) if is_called_total(line.label))
    search = _Search(matrix, called, steps)
    search.run()
    return search.accepted


@dataclass
class _Search:
    """The passes over a matrix; what a total has explained is not looked at again.

    Totals named as such come first, below their parts; then sums without subtractions, below and
    above their parts; then whatever else comes out right. The search repeats for the next level,
    where the totals of this one are parts.
    """

    matrix: Matrix
    called_totals: frozenset[int]
    steps: Steps
    accepted: list[SumHypothesis] = field(default_factory=list)
    explained: dict[int, list[frozenset[int]]] = field(default_factory=dict)
    totals: set[int] = field(default_factory=set)
    fruitless: set[object] = field(default_factory=set)
    fruits: dict[object, SumHypothesis] = field(default_factory=dict)
    alike: AlikeLines = field(init=False)

    def __post_init__(self) -> None:
        self.alike = AlikeLines(self.matrix)

    def run(self) -> None:
        """Every pass until none finds anything more, then what slips have spoilt."""
        self.run_plainly()
        self._last_pass()

    def run_plainly(self) -> None:
        """Every pass until none finds anything more."""
        usable, totals = self._usable()
        for _ in range(SUM_LEVELS):
            level = len(self.accepted)
            self._pass(level, usable, totals, worded)
            self._pass(level, usable, set(usable) - totals, plain)
            self._pass(level, usable[::-1], set(usable), added)
            self._pass(level, usable, set(usable), signed)
            if len(self.accepted) == level:
                return

    def _usable(self) -> tuple[Sequence[int], AbstractSet[int]]:
        """The lines to add up, and those among them that are called totals."""
        usable = [i for i, line in enumerate(self.matrix.lines) if line.added]
        return usable, self.called_totals.intersection(usable)

    def _pass(
        self, level: int, order: Sequence[int], totals: AbstractSet[int], pattern: SumPattern
    ) -> None:
        """Each line tried as a total of the lines that no earlier pass has made parts of one.

        ``level`` counts what was accepted at the levels before: their totals may be made up in
        another way at this one, as assets of liabilities and equity.
        """
        frontier: list[int] = []
        known = {h.total for h in self.accepted[level:]}
        parts = {p for h in self.accepted for p, _ in h.parts}
        for at in order:
            best = None
            if at in totals and at not in known and len(frontier) > 1:
                best = self._best(at, frontier[-SUM_LONGEST_RUN:], pattern)
            if best is not None:
                best = self._of_its_heading(best)
                self.accepted.append(best)
                for line in best.lines:
                    self.explained.setdefault(line, []).append(best.lines)
                self.totals.add(best.total)
                used = {p for p, _ in best.parts}
                parts |= used
                frontier[-SUM_LONGEST_RUN:] = _left(frontier[-SUM_LONGEST_RUN:], used)
            if at not in parts:
                frontier.append(at)

    def _of_its_heading(self, best: SumHypothesis) -> SumHypothesis:
        """The sum as that of the line right above its parts, if that says what its total says.

        Assets stand above what they consist of, and claims, which are as much, further below.
        """
        lines = self.matrix.lines
        first, last = min(best.lines - {best.total}), max(best.lines - {best.total})
        above, own = lines[first - 1], lines[best.total]
        is_near = best.total < last or own.index - lines[last].index == 1
        if first == 0 or is_near or not above.added or first - 1 in self.totals:
            return best
        told = (*best.holds, *best.fails)
        alike = all(above.entries.get(p) == own.entries[p] for p in told)
        return best._replace(total=first - 1) if alike else best

    def _last_pass(self) -> None:
        """What is called a total and is none so far, tried as one that several slips spoilt.

        Other totals leave it the lines that they do not pass over.
        """
        usable, totals = self._usable()
        made: dict[int, set[int]] = {}
        for h in self.accepted:
            made.setdefault(h.total, set()).update(p for p, _ in h.parts)
        frontier: list[int] = []
        for at in usable:
            if at in totals - made.keys() and len(frontier) > 1:
                near = frontier[-SUM_LONGEST_RUN:]
                best = self._best(at, near, spoilt)
                found = [best] if best is not None else self._spoilt_throughout(at, near)
                self.accepted += found
                made[at] = {p for h in found[:1] for p, _ in h.parts}
            if at in made:
                frontier = _left(frontier, made[at])
            frontier.append(at)

    def _spoilt_throughout(self, total: int, frontier: Sequence[int]) -> list[SumHypothesis]:
        """The total as one misprinted over again, with what further sum bears it out."""
        called = self._called(total)
        if not self._may_try(total, frontier):
            return []
        for run, _ in self._runs(frontier, added):
            for trial in trials(self.matrix, total, run, called, before=False):
                for wrong in spoilt_totals(trial):
                    found = self._corroborated(wrong)
                    if found:
                        return found
        return []

    def _corroborated(self, wrong: SpoiltTotal) -> list[SumHypothesis]:
        """The spoilt sum if another line repeats it, or with the further sum that it fits into."""
        repeated = wrong.borne_out_by(repetition_bits(self.matrix, wrong))
        if repeated.convicts:
            return [repeated]
        if not self.steps.allow_search():
            return []
        search = _Search(with_total_right(self.matrix, wrong), self.called_totals, self.steps)
        search.run_plainly()
        fails = wrong.hypothesis.fails
        for further in search.accepted:
            holds = set(further.holds).issuperset(fails) and not further.fails
            if wrong.hypothesis.total in (i for i, _ in further.parts) and holds:
                borne_out = wrong.borne_out_by(further.bits)
                left = tuple(p for p in further.holds if p not in fails)
                failing = further._replace(holds=left, fails=fails)
                return [borne_out, failing] if borne_out.convicts and failing.convicts else []
        return []

    def _best(
        self, total: int, frontier: Sequence[int], pattern: SumPattern
    ) -> SumHypothesis | None:
        """The best way to make the total of the frontier, tried once for lines alike.

        What cannot be made with signs of any kind is not tried with those that words allow.
        """
        lines = self._like(total, frontier)
        if (lines, pattern) in self.fruitless:
            return None
        if pattern is not spoilt and (lines, signed) in self.fruitless:
            return None
        if (lines, pattern) in self.fruits:
            return _moved(self.fruits[lines, pattern], total)
        if not self._may_try(total, frontier):
            return None
        tried: Iterable[SumHypothesis] = self._tried(total, frontier, pattern)
        if pattern in (plain, worded):
            with_signs = Remembered(self._with_signs(total, frontier))
            if not _acceptable(hypothesis for hypothesis, _ in with_signs):
                self.fruitless.add((lines, signed))
                return None
            tried = self._worded(with_signs, pattern)
        best = self._found(total, frontier, tried)
        if best is None:
            self.fruitless.add((lines, pattern))
        else:
            self.fruits[lines, pattern] = _moved(best, -total)
        return best

    def _worded(
        self, with_signs: Iterable[tuple[SumHypothesis, bool]], pattern: SumPattern
    ) -> Iterator[SumHypothesis]:
        """Those of the ways with signs of any kind that words allow."""
        return (
            hypothesis
            for hypothesis, is_subtracted in with_signs
            if not is_subtracted or is_worded(pattern, hypothesis, self.matrix)
        )

    def _like(self, total: int, frontier: Sequence[int]) -> object:
        """What is the same for lines that are tried with the same success."""
        totals = tuple(i - total for i in (total, *frontier) if i in self.totals)
        explained = [tuple(sorted(i - total for i in e)) for e in self.explained.get(total, ())]
        return self.alike.of(total, frontier), totals, tuple(explained)

    def _found(
        self, total: int, frontier: Sequence[int], tried: Iterable[SumHypothesis]
    ) -> SumHypothesis | None:
        found = [
            natural(hypothesis, self.matrix).with_slips
            for hypothesis in tried
            if hypothesis.lines not in self.explained.get(total, ())
        ]
        best = max(found, key=lambda h: h.rank) if _acceptable(found) else None
        if best is None or not best.accepted or (total in self.totals and best.fails):
            return None
        named = not self.matrix.downward or called_bits(self.matrix.lines[total].label)
        if not named and best.bits < SUM_ENOUGH:
            return None  # nothing but arithmetic speaks for it, and that of a single position
        return self._with_nothings(self._stating(best), frontier)

    def _tried(
        self, total: int, frontier: Sequence[int], pattern: SumPattern
    ) -> Iterator[SumHypothesis]:
        """The ways to make the total of the frontier, in the order in which they are tried."""
        for run, way in self._runs(frontier, pattern):
            for trial in self._trials(total, run, way):
                yield from way(trial)

    def _with_signs(
        self, total: int, frontier: Sequence[int]
    ) -> Iterator[tuple[SumHypothesis, bool]]:
        """The same with signs of any kind, and whether signs made a way that words must allow."""
        for run, way in self._runs(frontier, signed):
            for trial in self._trials(total, run, way):
                if way is signed:
                    yield from ((hypothesis, False) for hypothesis in added(trial))
                    yield from ((hypothesis, True) for hypothesis in subtracted(trial))
                else:
                    yield from ((hypothesis, False) for hypothesis in way(trial))

    def _trials(self, total: int, run: Sequence[int], way: SumPattern) -> Iterable[Trial]:
        """The total against the runs at the end of these lines that may make it in this way."""
        called = self._called(total)
        find = trials if way is spoilt else promising_trials
        return find(self.matrix, total, run, called, before=run[-1] > total)

    def _called(self, total: int) -> float:
        """What a line's label is worth, less the choice of the line in a table of very many."""
        many = log2(max(1.0, len(self.matrix.lines) / MANY_LINES))
        return called_bits(self.matrix.lines[total].label) - many

    def _may_try(self, total: int, frontier: Sequence[int]) -> bool:
        """Whether steps are left for these lines; each costs something besides its positions.

        A line of nothing but zeros is the sum of any others like it, and proves none.
        """
        if not any(entry.value for entry in self.matrix.lines[total].entries.values()):
            return False
        return self.steps.allow(len(frontier) * (STEP + len(self.matrix.lines[total].entries)))

    def _stating(self, best: SumHypothesis) -> SumHypothesis:
        """Without lines that state nothing where it holds: unnamed ones, or taken away."""
        lines = self.matrix.lines
        adds = all(sign > 0 for _, sign in best.parts)
        parts = tuple(
            (i, sign)
            for i, sign in best.parts
            if (adds and lines[i].label)
            or any((e := lines[i].entries.get(p)) and e.value for p in best.holds)
        )
        if len(parts) < 2 or len(parts) == len(best.parts):
            return best
        holds = [p for p in (*best.holds, *best.fails) if _balances(lines, best.total, parts, p)]
        fails = [p for p in best.fails if p not in holds]
        return best._replace(parts=parts, holds=tuple(holds), fails=tuple(fails))

    def _with_nothings(self, best: SumHypothesis, frontier: Sequence[int]) -> SumHypothesis:
        """Also the lines beyond the outermost part that state nothing wherever the total does."""
        lines = self.matrix.lines
        if best.total in frontier or not best.lines - {best.total} <= set(frontier):
            return best
        outermost = min((i for i, _ in best.parts), key=frontier.index)
        told = (*best.holds, *best.fails)
        more: list[tuple[int, int]] = []
        for i in reversed(frontier[: frontier.index(outermost)]):
            stated = [e for p in told if (e := lines[i].entries.get(p)) and e.value]
            if stated or lines[i].group != lines[outermost].group:
                break
            more.append((i, 1))
        return best._replace(parts=tuple(sorted((*best.parts, *more))))

    def _runs(
        self, frontier: Sequence[int], pattern: SumPattern
    ) -> Iterator[tuple[Sequence[int], SumPattern]]:
        """The lines that may be parts: all in a row, only totals, or those of one name."""
        yield frontier, pattern
        totals = [i for i in frontier if i in self.totals or i in self.called_totals]
        if 1 < len(totals) < len(frontier):
            yield totals, added if pattern is added else worded
        if totals and totals[-1] < frontier[-2:][0]:
            yield (totals[-1], frontier[-1]), added
        names: dict[str, list[int]] = {}
        for i in frontier:
            names.setdefault(self.matrix.lines[i].label.casefold(), []).append(i)
        for same in names.values():
            if 1 < len(same) < len(frontier):
                yield same, added


def _moved(hypothesis: SumHypothesis, by: int) -> SumHypothesis:
    """The hypothesis of lines that stand so many further below."""
    parts = tuple((i + by, sign) for i, sign in hypothesis.parts)
    return hypothesis._replace(total=hypothesis.total + by, parts=parts)


def _acceptable(found: Iterable[SumHypothesis]) -> bool:
    """Whether any of the hypotheses could be accepted, were it the best."""
    return any(h.may_be_accepted and h.with_slips.accepted for h in found)


def _balances(lines: Sequence[IntegerLine], total: int, parts: Parts, position: int) -> bool:
    """Whether the parts make up the total at a position, to rounding."""
    target = lines[total].entries[position]
    stated = [(e, sign) for i, sign in parts if (e := lines[i].entries.get(position))]
    gap = target.value - sum(sign * e.value for e, sign in stated)
    return abs(gap) <= target.half + sum(e.half for e, _ in stated)


def _left(frontier: Sequence[int], used: Collection[int]) -> list[int]:
    """What a total leaves to explain: not its parts, nor what stands in one row with them.

    Parts picked from among other lines leave those.
    """
    places = [n for n, i in enumerate(frontier) if i in used]
    if not places:
        return list(frontier)
    skipped = len(frontier) - places[0] - len(places)
    if skipped > 1:
        return [i for i in frontier if i not in used]
    return list(frontier[: places[0]])
