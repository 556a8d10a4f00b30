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
            listed = [one for one in archive.infolist() if not one.is_dir()]
            if len(listed) > MOST_PARTS:
                raise UnreadableError(f"it has {len(listed):,} parts; the limit is {MOST_PARTS:,}")
            return _unpacked(archive, listed)
    except (*broken, NotImplementedError) as reason:
        raise UnreadableError(f"its archive is broken: {reason}") from reason
    except RuntimeError as reason:  # what zipfile raises for an encrypted part
        raise UnreadableError("it is encrypted; save it without a password") from reason


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
