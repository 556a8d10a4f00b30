"""Items: what is audited as one, be it one file or several, and the work of auditing many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from auditor.auditing.written_results import Result
from auditor.datafiles import LinkedFiles
from auditor.formats.inputs import content
from auditor.formats.stores import beside, folder_of
from auditor.formats.typed_json import plain
from auditor.model.progress import Progress
from auditor.model.rule import Pack
from auditor.model.selection import Selection
from auditor.rulebook.written_packs import as_json


class Item(NamedTuple):
    """What is audited as one, by the path it is asked for, and the files that it is made of.

    ``known`` is the digest of their content as it was when it was audited before; "" for never.
    """

    path: str
    files: tuple[str, ...]
    known: str = ""


class Asked(NamedTuple):
    """All that decides what comes of a file: rules, an earlier document, the other ``options``."""

    packs: tuple[Pack, ...]
    selection: Selection
    prior: str | None
    options: tuple[object, ...]

    def plain(self) -> list[object]:
        """The same as ``json.dumps`` takes it; an earlier document by its content."""
        earlier = [self.prior, sha256(content(self.prior)).hexdigest()] if self.prior else []
        return [as_json(self.packs), plain(self.selection), earlier, *self.options]


class Work(NamedTuple):
    """The files to be audited, and how ``one`` is, by its path, in how many seconds.

    ``items`` are the same with all that each is made of, looked for once they are asked for.
    """

    one: Callable[[str], Result]
    paths: Sequence[str]
    items: Iterator[Item]
    timeout: float
    asked: Asked
    progress: Progress


Elsewhere = Callable[[Work], list[Result]]
"""Who does the work instead of this process: the results in the order of the items."""


def items(
    paths: Sequence[str],
    spread: Mapping[str, Sequence[str]],
    links: Mapping[str, LinkedFiles],
    companions: tuple[str, ...],
    listed: Sequence[str],
) -> Iterator[Item]:
    """Every item with its files: pages, what rules relate to it, and what lies beside them.

    That are files which end like ``companions``; those of stores are ``listed``.
    """
    near = beside(paths, companions, listed)
    for path in paths:
        own = links[path].paths if path in links else tuple(spread.get(path, (path,)))
        folders = dict.fromkeys(folder_of(file) for file in own)
        others = (file for folder in folders for file in near.get(folder, ()))
        yield Item(path, (*own, *(file for file in others if file not in own)))
