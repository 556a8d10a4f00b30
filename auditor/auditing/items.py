"""Items: what is audited as one, be it one file or several, and the work of auditing many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from auditor.auditing.written_results import Result
from auditor.datafiles import LinkedFiles
from auditor.formats.stores import Beside, folder_of
from auditor.model.progress import Progress


class Item(NamedTuple):
    """What is audited as one, by the path it is asked for, and the files that it is made of.

    ``known`` is the digest of their content as it was when it was audited before; "" for never.
    """

    path: str
    files: tuple[str, ...]
    known: str = ""


class Work(NamedTuple):
    """All that is to be audited, and how ``one`` is, by its path, in how many seconds.

    ``asked`` are the options that decide what comes of it, as ``json.dumps`` takes them.
    """

    one: Callable[[str], Result]
    items: tuple[Item, ...]
    timeout: float
    asked: Sequence[object]
    progress: Progress


Elsewhere = Callable[[Work], Sequence[Result]]
"""Who does the work instead of this process: the results in the order of the items."""


def items(
    paths: Sequence[str],
    spread: Mapping[str, Sequence[str]],
    links: Mapping[str, LinkedFiles],
    beside: Beside,
) -> Iterator[Item]:
    """Every item with its files: pages, what rules relate to it, and what lies beside them."""
    for path in paths:
        own = links[path].paths if path in links else tuple(spread.get(path, (path,)))
        folders = dict.fromkeys(folder_of(file) for file in own)
        companions = (file for folder in folders for file in beside.get(folder, ()))
        yield Item(path, (*own, *(file for file in companions if file not in own)))
