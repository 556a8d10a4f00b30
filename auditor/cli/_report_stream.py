"""The report's stream: standard output, kept from whatever else would write there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path

OUT, ERROR = 1, 2
"""The descriptors that compiled libraries write to, whatever Python calls its streams."""


@contextmanager
def owned_output() -> Iterator[None]:
    """``sys.stdout`` alone leads to standard output; a library's own words go to standard error.

    A solver that prints its licence as it is loaded would else stand before the JSON.
    """
    _open_what_is_closed()
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


def _open_what_is_closed() -> None:
    """Streams that lead nowhere, for those that the program was started without (``2>&-``)."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # the file takes the number that is free: the stream's own
            nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # to the end
            setattr(sys, name, nowhere)
