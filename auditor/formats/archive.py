"""Zipped formats: the parts of a workbook or a word processor's document, within limits."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

from auditor.formats.thresholds import (
    LARGEST_PART,
    LARGEST_TOTAL,
    MOST_COMPRESSED,
    MOST_PARTS,
    SMALL,
)
from auditor.formats.unreadable import UnreadableError

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that an archive can name."""

SIGNATURE = b"PK\x03\x04"


def is_zipped(data: bytes) -> bool:
    """Whether the bytes begin as a zip archive does."""
    return data.startswith(SIGNATURE)


def part_names(data: bytes) -> tuple[str, ...]:
    """The names of the archive's parts; none when it is broken."""
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(io.BytesIO(data)) as archive:
            return tuple(archive.namelist()[:MOST_PARTS])
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        return ()


def parts(data: bytes) -> Mapping[str, bytes]:
    """Every part by its name; raises UnreadableError for a broken archive or one over the limits.

    The limits are on the size unpacked, as read and not as the archive says, and on its ratio.
    """
    import zlib
    from lzma import LZMAError
    from struct import error as StructError  # noqa: N812  # a class, whatever its name
    from zipfile import BadZipFile, ZipFile

    broken = (BadZipFile, zlib.error, LZMAError, StructError, EOFError, OSError, ValueError)
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            listed = [one for one in archive.infolist() if _is_part(one)]
            if len(listed) > MOST_PARTS:
                raise UnreadableError(f"it has {len(listed):,} parts; the limit is {MOST_PARTS:,}")
            return _unpacked(archive, listed)
    except (*broken, NotImplementedError) as reason:
        raise UnreadableError(f"its archive is broken: {reason}") from reason
    except RuntimeError as reason:  # what zipfile raises for an encrypted part
        raise UnreadableError("it is encrypted; save it without a password") from reason


def new_part(name: str) -> ZipInfo:
    """A part to write that says nothing of the day or the system that it was written on."""
    from zipfile import ZipInfo

    part = ZipInfo(name, EARLIEST)
    part.create_system = 0
    return part


def timeless(data: bytes) -> bytes:
    """The archive with the same parts in the same order, and without the times they were made."""
    from zipfile import ZIP_DEFLATED, ZipFile

    written = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as made, ZipFile(written, "w") as copy:
        for one in made.infolist():
            copy.writestr(new_part(one.filename), made.read(one), ZIP_DEFLATED)
    return written.getvalue()


def _is_part(one: ZipInfo) -> bool:
    """Whether it is a file with a name: of one that begins with NUL nothing is left."""
    return bool(one.filename) and not one.is_dir()


def _unpacked(archive: ZipFile, listed: list[ZipInfo]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    allowed = LARGEST_TOTAL
    for one in listed:
        limit = min(allowed, LARGEST_PART, max(SMALL, MOST_COMPRESSED * one.compress_size))
        with archive.open(one) as packed:
            part = packed.read(limit + 1)
        if len(part) > limit:
            raise UnreadableError(
                f"{one.filename} unpacks to more than the limit of {limit:,} bytes"
            )
        allowed -= len(part)
        found[one.filename] = part
    return found
