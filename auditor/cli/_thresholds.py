"""Thresholds of the command line: how long people wait, and how much they are shown."""

PATIENCE = 1.0
"""Seconds of an audit before its progress is shown. By judgement: nobody asks earlier."""

PAUSE = 0.2
"""Seconds between two looks at watched files. By judgement: soon enough to seem at once."""

PIPED_WIDTH = 100
"""Characters of a line where there is no terminal. By judgement: what an editor shows."""

WIDEST_LABEL = 48
"""Characters of a label that a list of facts has room for. By judgement: six columns a line."""

COLLECT_RARELY = (200_000, 20, 20)
"""Objects, and collections of the younger, after which cycles are looked for. By judgement:
documents are many small immutable values without cycles, and looking finds none."""
