"""A cache of packs, so that rule files are parsed when they change and not before.

In the user's cache folder, named after everything that could change the result, and not missed when
it cannot be read or written. It is JSON, which executes nothing. What others may have written is
not read. AUDITOR_CACHE=off turns it off.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from auditor import __version__
from auditor.formats.writing import refuse_others

if TYPE_CHECKING:
    from auditor.model.rule import Pack


class _Entry(NamedTuple):
    """Where packs are kept, and the digest of all that they depend on."""

    place: Path
    key: str

    def seal(self, packs: str) -> str:
        """What stands over the packs: a cut, changed or exchanged file does not bear it."""
        return hashlib.sha256(f"{self.key}\n{packs}".encode()).hexdigest()


def cached_packs(files: Sequence[Path]) -> tuple[Pack, ...] | None:
    """The packs cached for these files as they now are, or None."""
    from auditor.rulebook.written_packs import NotPacksError, from_json

    entry = _entry(files)
    if entry is None:
        return None
    try:
        seal, _, written = _own_text(entry.place).partition("\n")
        packs = from_json(written) if seal == entry.seal(written) else ()
    except (OSError, UnicodeDecodeError, NotPacksError):
        return None
    return packs if [pack.path for pack in packs] == [file.as_posix() for file in files] else None


def cache_packs(packs: tuple[Pack, ...], files: Sequence[Path]) -> None:
    """Caches the packs for the next run, if the cache folder can be written."""
    from auditor.formats.writing import make_private_folder, write_file
    from auditor.rulebook.written_packs import as_json

    entry = _entry(files)
    if entry is None:
        return
    written = as_json(packs)
    with contextlib.suppress(OSError):
        make_private_folder(entry.place.parent)
        write_file(entry.place, f"{entry.seal(written)}\n{written}".encode(), private=True)


def _own_text(place: Path) -> str:
    """The file's text; raises OSError if anybody else could have written it."""
    refuse_others(place.parent.stat())
    with place.open("rb") as file:
        refuse_others(os.fstat(file.fileno()))
        return file.read().decode("ascii")


def _entry(files: Sequence[Path]) -> _Entry | None:
    folder = None if os.environ.get("AUDITOR_CACHE") == "off" else _folder()
    if folder is None or not files:
        return None
    digest = hashlib.sha256(f"{__version__} {sys.hexversion}".encode())
    try:
        for file in (*files, *_code()):
            content = file.read_bytes()
            digest.update(f"\0{file}\0{len(content)}\0".encode())
            digest.update(content)
    except OSError:
        return None
    key = digest.hexdigest()
    return _Entry(folder / f"packs-{key[:32]}.json", key)


def _code() -> list[Path]:
    """The modules that say what becomes of a rule file."""
    here = Path(__file__).parents[1]
    nouns = [here / "model" / f"{name}.py" for name in ("rule", "dataset", "relation", "fact")]
    return [
        *nouns,
        here / "rulebook" / "written_packs.py",
        here / "formats" / "typed_json.py",
        *sorted((here / "rulebook" / "files").glob("*.py")),
    ]


def _folder() -> Path | None:
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        return Path(base or Path.home() / ".cache") / "statement-auditor"
    except RuntimeError:  # nobody's home
        return None
