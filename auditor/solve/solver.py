"""The solver: HiGHS looks for a contradiction that tightening bounds does not reveal.

It works in floating point, so that its word is never taken: what it returns are multipliers, and
the weighted sum of the rows, added up exactly, must exclude zero.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from auditor.solve.bounds import Contradiction
from auditor.solve.program import Program, Row
from auditor.solve.thresholds import FINEST, NOISE, STEPS

if TYPE_CHECKING:
    import highspy


def contradiction(
    program: Program, rows: Sequence[int], released: Collection[int] = ()
) -> Contradiction | None:
    """A contradiction of these rows that has been proven exactly, or None."""
    multipliers = _infeasibility(program, rows, released)
    if not multipliers or not proves(program, multipliers, released):
        return None
    return Contradiction(frozenset(program.rows[place].relation for place in multipliers))


def proves(
    program: Program, multipliers: Mapping[int, Fraction], released: Collection[int] = ()
) -> bool:
    """Whether the weighted sum of the rows cannot be what they ask: Farkas' certificate.

    A weight above zero takes a row for being at least zero, one below zero for being at most.
    The sum is then at least zero for any values that fit; a sum that never is fits none.
    """
    total: dict[int, Fraction] = {}
    for place, weight in multipliers.items():
        row = program.rows[place]
        if not (row.floor if weight > 0 else row.ceiling):
            return False
        for column, factor in zip(row.columns, row.factors, strict=True):
            total[column] = total.get(column, Fraction(0)) + weight * factor
    free = frozenset(program.columns(released))
    if any(total.get(column) for column in free):
        return False
    most = sum(
        factor * (program.high[column] if factor > 0 else program.low[column])
        for column, factor in total.items()
    )
    return most < 0


def _infeasibility(
    program: Program, rows: Sequence[int], released: Collection[int]
) -> dict[int, Fraction]:
    """Multipliers of rows that seem to contradict each other; none where values seem to fit."""
    import highspy

    solver: Any = highspy.Highs  # its stubs lack what is used here
    highs = solver()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("presolve", "off")  # a presolved contradiction comes without multipliers
    highs.passModel(_model(program, rows, frozenset(program.columns(released))))
    highs.run()
    if highs.getModelStatus() != highspy.HighsModelStatus.kInfeasible:
        return {}
    _, known, ray = highs.getDualRay()
    return _cleaned(program, rows, ray) if known else {}


def _model(program: Program, rows: Sequence[int], free: Collection[int]) -> highspy.HighsLp:
    """The program with columns in printed units from what is printed, rows of like size."""
    import highspy
    import numpy as np

    least, most = -highspy.kHighsInf, highspy.kHighsInf
    chosen = [program.rows[place] for place in rows]
    ends = [_bound(program, row) for row in chosen]
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(program.facts), len(rows)
    model.col_cost_ = np.zeros(len(program.facts))
    model.col_lower_ = np.array(_from_printed(program, program.low, free, least))
    model.col_upper_ = np.array(_from_printed(program, program.high, free, most))
    model.row_lower_ = np.array(
        [e if r.floor else least for r, e in zip(chosen, ends, strict=True)]
    )
    model.row_upper_ = np.array(
        [e if r.ceiling else most for r, e in zip(chosen, ends, strict=True)]
    )
    matrix = model.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = np.array([0, *accumulate(len(row.columns) for row in chosen)])
    matrix.index_ = np.array([column for row in chosen for column in row.columns])
    matrix.value_ = np.array([factor / _size(row) for row in chosen for factor in row.factors])
    return model


def _from_printed(
    program: Program, ends: Sequence[int], free: Collection[int], beyond: float
) -> list[float]:
    """Ends of ranges in printed units from what is printed."""
    return [
        beyond if column in free else (end - program.printed[column]) / STEPS
        for column, end in enumerate(ends)
    ]


def _bound(program: Program, row: Row) -> float:
    """What the sum of a row's units from what is printed has to reach."""
    pairs = zip(row.columns, row.factors, strict=True)
    away = sum(factor * program.printed[column] for column, factor in pairs)
    return -float(Fraction(away, _size(row) * STEPS))


def _size(row: Row) -> int:
    return max(map(abs, row.factors))


def _cleaned(program: Program, rows: Sequence[int], ray: Iterable[float]) -> dict[int, Fraction]:
    """The ray as multipliers of the rows themselves, without what is noise beside the largest."""
    weights = [float(weight) for weight in ray]
    largest = max(map(abs, weights), default=0.0)
    if not largest:
        return {}
    shares = {
        place: Fraction(weight / largest).limit_denominator(FINEST)
        for place, weight in zip(rows, weights, strict=True)
        if abs(weight) > NOISE * largest
    }
    return {place: share / _size(program.rows[place]) for place, share in shares.items() if share}
