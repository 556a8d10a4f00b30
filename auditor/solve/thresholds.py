"""Thresholds of solving relations together: each number, what it bounds and why."""

from __future__ import annotations

STEPS = 2000
"""Grid steps in one printed unit: halves are whole, and outward rounding stays far below them. By
judgement: a thousand times finer than what a reader sees."""
LEAST = STEPS // 1000
"""Grid steps by which a bound must move for other rows to be looked at again. By judgement: less
than rounding outwards costs."""
VISITS = 60
"""Looks at each row, on average, after which bounds are tight enough. By judgement: bounds that
still move then creep, and the solver decides."""
CERTAIN = 0.9
"""Confidence from which on a discovered relation could convict a figure by itself, and so may be
taken together with others. By judgement."""
LOOSER = STEPS // 2
"""Grid steps by which publishers who add up what they have already rounded go beyond rounding: half
a unit a figure."""
NEARBY = 60
"""Rows around a figure that are looked at together for its slack; those further off say little of
it. By judgement."""
FINEST = 10**9
"""The largest denominator of a solver's multiplier. By judgement: finer ones are its noise."""
NOISE = 1e-9
"""Multipliers so much smaller than the largest are rounding errors of the solver, which works to
1e-7 or so."""
