"""What a run may not replace: the files that it reads."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from auditor.cli._shared import STDIN, near, refuse
from auditor.model.settings import Settings

DOCUMENT = "one of the documents that are read"
OWN_WAIVERS_FILE = "the waivers of one of the documents"
Identity = tuple[int, int]


class Input(NamedTuple):
    """A file or folder that a run reads, and what it is to the run."""

    path: str
    what: str


def refuse_replacing(outputs: Iterable[Path], inputs: Iterable[Input]) -> None:
    """Ends the run if it would write over what it reads, or twice to one place.

    The same file by another name (a link, another spelling) is the same file.
    """
    written = [*outputs]
    if not written:
        return
    read = {id_: one for one in inputs if (id_ := _identity(one.path)) is not None}
    places: set[str] = set()
    for output in written:
        clash = read.get(_identity(str(output)) or (0, 0))
        if clash is not None:
            refuse(
                f"{near(str(output))}: it is {clash.what}, and would be replaced: name another file"
            )
        if output.is_dir():
            refuse(f"{near(str(output))}: it is a folder: name a file")
        place = os.path.realpath(output)
        if place in places and (output.is_file() or not output.exists()):
            refuse(f"{near(str(output))}: two reports cannot go to one file: give each its own")
        places.add(place)


def documents(paths: Sequence[str], exclude: Sequence[str] = ()) -> Iterator[Input]:
    """The documents under the paths, with their files of waivers and what lies beside filings."""
    from auditor import readers
    from auditor.formats.inputs import found
    from auditor.review.waiver_files import OWN_WAIVERS

    wanted = readers.wanted(exclude)
    searched = found(paths, wanted)
    for path in (*searched.files, *_companions(searched.files, wanted.companions)):
        if path != STDIN:
            yield Input(
                path, DOCUMENT if path in paths else f"{DOCUMENT} (--exclude leaves it out)"
            )
            yield Input(f"{path}{OWN_WAIVERS}", OWN_WAIVERS_FILE)


SCHEMAS = (".xsd",)
"""What filings refer to in their own folder."""


def _companions(files: Iterable[str], endings: tuple[str, ...]) -> Iterator[str]:
    """The files beside those that are read, which may be read with them."""
    for folder in dict.fromkeys(Path(file).parent for file in files):
        if folder.is_dir():
            names = (one.name for one in os.scandir(folder))
            yield from (str(folder / n) for n in names if n.lower().endswith((*endings, *SCHEMAS)))


def settings_files(
    settings: Settings, *, isolated: bool, prior: str | None = None
) -> Iterator[Input]:
    """The rule files, the settings, the baseline and the earlier document of a run."""
    from auditor.formats.resources import rules_folder

    for rules in (str(rules_folder()), *settings.rules):
        inside = os.scandir(rules) if Path(rules).is_dir() else ()
        for path in (rules, *(one.path for one in inside)):
            yield Input(path, "one of the rule files")
    if settings.file:
        yield Input(settings.file, "the file of settings")
    if prior:
        yield Input(prior, "the earlier document")
    if not isolated:
        yield from baseline_file()


def baseline_file() -> Iterator[Input]:
    """The nearest baseline."""
    from auditor.review.waiver_files import nearest_baseline

    nearest = nearest_baseline(Path.cwd())
    if nearest is not None:
        yield Input(str(nearest), "the baseline")


def _identity(path: str) -> Identity | None:
    """What tells a file from all others; None for one that is not there."""
    try:
        state = Path(path).stat()
    except (OSError, ValueError):
        return None
    return state.st_dev, state.st_ino
