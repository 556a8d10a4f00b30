"""Pages of a PDF in the HTML report: what is drawn, what is left out, and what is said of it."""

import base64
import io
import re
import struct
import zlib

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from auditor.auditing.many_files import audit
from auditor.render import View
from auditor.render._html import sheets
from auditor.render.html import render

ROWS = [
    ("JPY million", "2025", "2024", "2023"),
    ("Fares", "8,412", "7,377", "7,001"),
    ("Freight", "2,238", "2,109", "1,950"),
    ("Total", "10,560", "9,486", "8,951"),
]
PLAIN = [("Ships", "2025", "2024", "2023"), ("Owned", "41", "39", "38")]
LEFT, DOWN, HIGH = 60, 16, 540


def pdf(*pages, turn=0, word=""):
    """A page for each list of rows; ``word`` stands on the first in a font that is not embedded."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(600, 840), invariant=True)
    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiKakuGo-W5"))
    for number, rows in enumerate(pages):
        if word and not number:
            canvas.setFont("HeiseiKakuGo-W5", 10)
            canvas.drawString(LEFT, HIGH + 30, word)
        canvas.setFont("Helvetica", 10)
        canvas.setPageRotation(turn)
        for down, (label, *cells) in enumerate(rows):
            canvas.drawString(LEFT, HIGH - DOWN * down, label)
            for right, cell in zip((300, 380, 460), cells, strict=True):
                canvas.drawRightString(right, HIGH - DOWN * down, cell)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def report(data):
    return audit(["-"], stdin=data, shown=True)


def html(data, **view):
    return render(report(data), View(**view))


def drawn(written):
    return re.findall(r'alt="Picture of page (\d+)"', written)


def test_a_page_is_shown_as_it_looks_with_its_figures_boxed():
    written = html(pdf(ROWS))
    assert drawn(written) == ["1"]
    (image,) = re.findall(r"data:image/png;base64,([^\"]+)", written)
    assert base64.b64decode(image).startswith(b"\x89PNG")
    boxes = re.findall(r'class="f box (\w+)" id="(f1-\d+)".*?style="([^"]+)"><b>([^<]+)', written)
    assert [text for *_, text in boxes] == [cell for _, *cells in ROWS[1:] for cell in cells]
    assert [state for state, _, _, text in boxes if text == "10,560"] == ["wrong"]
    assert len({name for _, name, _, _ in boxes}) == len(boxes)
    for _, name, _, _ in boxes:
        assert written.count(f'id="{name}"') == 1
        assert f'data-of="{name}"' in written


def shades(png):
    """The rows of a picture, each pixel from 0 (black) to 15."""
    width, height = struct.unpack(">II", png[16:24])
    at = png.index(b"IDAT") + 4
    data = zlib.decompressobj().decompress(png[at:])
    row = width // 2 + 1
    lines = (data[n * row + 1 : (n + 1) * row] for n in range(height))
    return [[half for byte in line for half in (byte >> 4, byte & 15)] for line in lines]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_box_stands_where_its_figure_is_drawn(turn):
    """The picture is dark in each box and nowhere else, but for headings and labels."""
    figures = [("", *cells) for _, *cells in ROWS[1:]]
    written = html(pdf(figures, turn=turn))
    (image,) = re.findall(r"data:image/png;base64,([^\"]+)", written)
    rows = shades(base64.b64decode(image))
    boxes = re.findall(r"left:([\d.]+)%;top:([\d.]+)%;width:([\d.]+)%;height:([\d.]+)%", written)
    assert len(boxes) == 9
    high, wide = len(rows), len(rows[0])
    for box in boxes:
        left, top, width, height = (float(one) / 100 for one in box)
        down = range(int(top * high), int((top + height) * high) + 2)
        across = range(int(left * wide) - 1, int((left + width) * wide) + 2)
        assert any(rows[y][x] < 6 for y in down for x in across)
        for y in down:
            for x in across:
                rows[y][x] = 15
    assert all(shade > 8 for row in rows for shade in row)


@pytest.mark.parametrize("asked, pages", [(None, ["1", "2"]), (True, ["1", "2"]), (False, [])])
def test_pictures_can_be_left_out(asked, pages):
    written = html(pdf(ROWS, PLAIN), page_images=asked)
    assert drawn(written) == pages
    assert "8,412" in written


@pytest.mark.parametrize("asked, pages, told", [
    (None, ["2"], True),
    (True, ["1", "2", "3"], False),
    (False, [], False),
])  # fmt: skip
def test_what_would_be_too_large_shows_the_pages_of_findings(monkeypatch, asked, pages, told):
    data = pdf(PLAIN, ROWS, PLAIN)
    one = len(html(pdf(ROWS))) - len(html(pdf(ROWS), page_images=False))
    monkeypatch.setattr(sheets, "LARGEST_PICTURES", one + one // 4)
    written = html(data, page_images=asked)
    assert drawn(written) == pages
    assert ("--page-images shows every page" in written) is told


def test_where_even_those_are_too_large_there_are_none(monkeypatch):
    monkeypatch.setattr(sheets, "LARGEST_PICTURES", 10)
    written = html(pdf(ROWS))
    assert drawn(written) == []
    assert 'id="f1-' in written


def test_a_page_whose_letters_nobody_has_is_text_and_says_so():
    written = html(pdf(ROWS, PLAIN, word="営業収益"))
    assert drawn(written) == ["2"]
    assert "The letters of page 1 cannot be drawn alike on every computer" in written


def test_the_same_bytes_every_time():
    assert html(pdf(ROWS)) == html(pdf(ROWS))


def test_a_document_of_no_pages_has_no_pictures():
    written = html(b"| | 2025 |\n|---|---|\n| Sales | 12 |\n")
    assert "<img" not in written


def test_a_document_of_a_hundred_pages_is_no_larger_than_mail_carries():
    prose = [("No figure stands in this line of the report, and none in those below", "", "", "")]
    found = report(pdf(*[[*ROWS, *prose * 25]] * 100))
    with_pictures, without = (len(render(found, View(page_images=one))) for one in (None, False))
    assert with_pictures < 20 * 2**20
    assert without < 2 * 2**20
