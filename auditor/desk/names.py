"""Names of dropped files, made safe to be files here."""

from __future__ import annotations

from pathlib import PurePosixPath

from auditor.desk.thresholds import LONGEST_NAME

UNNAMED = "document"
RESERVED = ("", ".", "..", "-")
"""Names that are no file's, or that the auditor takes for standard input."""
PATTERNS = str.maketrans({"*": "_", "?": "_", "[": "(", "]": ")", ":": "_", "/": "_", "\\": "_"})


def safe_name(given: str) -> str:
    """The last part of a name, without what leads elsewhere, matches others or is not shown."""
    last = given.replace("\\", "/").rpartition("/")[2].translate(PATTERNS)
    shown = "".join(c for c in last if c.isprintable()).strip().lstrip(".")
    if shown in RESERVED:
        return UNNAMED
    if len(shown.encode("utf-8")) <= LONGEST_NAME:
        return shown
    ending = _cut(PurePosixPath(shown).suffix, LONGEST_NAME)
    return _cut(shown, LONGEST_NAME - len(ending.encode("utf-8"))) + ending


def _cut(name: str, most: int) -> str:
    """As many of a name's characters as so many bytes hold."""
    return name.encode("utf-8")[:most].decode("utf-8", "ignore")
