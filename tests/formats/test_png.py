import struct
import zlib

import pytest

from auditor.formats.png import grey_png


def chunks(png):
    at = 8
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        name, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + size]
        assert png[at + 8 + size : at + 12 + size] == struct.pack(">I", zlib.crc32(name + data))
        yield name, data
        at += 12 + size


@pytest.mark.parametrize("pixels, width, height, rows", [
    (b"\x00\xff\xff\x00", 2, 2, ["0f", "f0"]),
    (b"\x00\x11\x22\x80", 4, 1, ["0128"]),
    (b"\xff" * 12, 6, 2, ["ffffff", "ffffff"]),
])  # fmt: skip
def test_pixels_become_shades_of_four_bits(pixels, width, height, rows):
    png = grey_png(pixels, width, height)
    found = dict(chunks(png))
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">IIBBBBB", found[b"IHDR"]) == (width, height, 4, 0, 0, 0, 0)
    assert zlib.decompress(found[b"IDAT"]).hex() == "".join(f"00{row}" for row in rows)
