"""Damaged documents: what the reader forgave, and a library that writes the format does not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from auditor.annotate import CannotAnnotateError


@contextmanager
def damage_told(library: str) -> Iterator[None]:
    """Raises CannotAnnotateError for whatever the library raises on the document."""
    try:
        yield
    except CannotAnnotateError:
        raise
    except Exception as error:  # each library has its own errors, and lets many others through
        raise CannotAnnotateError(
            f"it is damaged, and {library} cannot write it again: {type(error).__name__}: {error}"
        ) from error
