"""A cache of packs, so that rule files are parsed when they change and not before.

Like compiled modules: in the user's cache folder, named after everything that could change the
result, and not missed when it cannot be read or written. AUDITOR_CACHE=off turns it off.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from auditor import __version__

if TYPE_CHECKING:
    from auditor.model.rule import Pack


def cached_packs(files: Sequence[Path]) -> tuple[Pack, ...] | None:
    """The packs cached for these files as they now are, or None."""
    place = _place(files)
    if place is None:
        return None
    try:
        with place.open("rb") as file:
            if os.name == "posix" and os.fstat(file.fileno()).st_uid != os.getuid():
                return None
            found: tuple[Pack, ...] = pickle.load(file)  # noqa: S301 - the user's own cache
    except Exception:  # noqa: BLE001 - whatever is wrong with it, the files themselves are there
        return None
    return found


def cache_packs(packs: tuple[Pack, ...], files: Sequence[Path]) -> None:
    """Caches the packs for the next run, if the cache folder can be written."""
    import tempfile

    place = _place(files)
    if place is None:
        return
    with contextlib.suppress(OSError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as fresh:
            pickle.dump(packs, fresh, protocol=5)
        Path(fresh.name).replace(place)


def _place(files: Sequence[Path]) -> Path | None:
    if os.environ.get("AUDITOR_CACHE") == "off":
        return None
    digest = hashlib.sha256(f"{__version__} {sys.hexversion}".encode())
    try:
        for file in files:
            digest.update(f"\0{file}\0".encode())
            digest.update(file.read_bytes())
        here = Path(__file__).parents[1]
        code = [here / "model" / "rule.py", *sorted((here / "rulebook" / "files").glob("*.py"))]
        digest.update(repr([(p.name, p.stat().st_mtime_ns) for p in code]).encode())
    except OSError:
        return None
    return _folder() / f"packs-{digest.hexdigest()[:32]}.pickle"


def _folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return Path(base or Path.home() / ".cache") / "statement-auditor"
