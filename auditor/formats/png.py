"""PNG: a picture in sixteen shades of grey, without a library."""

from __future__ import annotations

import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
GREY, FOUR_BITS = 0, 4
LEVEL = 6
_SHADES = bytes((shade * 15 + 127) // 255 for shade in range(256))


def grey_png(pixels: bytes, width: int, height: int) -> bytes:
    """A picture of ``width`` times ``height`` pixels, row by row, each a byte from black to white.

    The width is even, since two pixels of the picture share a byte.
    """
    shades = pixels.translate(_SHADES)
    left, right = int.from_bytes(shades[0::2], "big"), int.from_bytes(shades[1::2], "big")
    packed = (left << 4 | right).to_bytes(len(pixels) // 2, "big")
    row = width // 2
    rows = b"".join(b"\0" + packed[at : at + row] for at in range(0, row * height, row))
    header = struct.pack(">IIBBBBB", width, height, FOUR_BITS, GREY, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, LEVEL)), (b"IEND", b""))
    return SIGNATURE + b"".join(_chunk(*part) for part in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
