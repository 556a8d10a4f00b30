"""The report's stream: standard output, kept from whatever else would write there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout

OUT, ERROR = 1, 2
"""The descriptors that compiled libraries write to, whatever Python calls its streams."""


@contextmanager
def owned_output() -> Iterator[None]:
    """``sys.stdout`` alone leads to standard output; a library's own words go to standard error.

    A solver that prints its licence as it is loaded would else stand before the JSON.
    """
    if sys.__stdout__ is None or sys.stdout is not sys.__stdout__:
        yield  # nobody's, or that of a program which runs the command inside its own process
        return
    sys.stdout.flush()
    kept = os.dup(OUT)
    os.dup2(ERROR, OUT)
    try:
        with (
            os.fdopen(os.dup(kept), "w", -1, "utf-8", "backslashreplace") as stream,
            redirect_stdout(stream),
        ):
            yield
    finally:
        os.dup2(kept, OUT)
        os.close(kept)
