"""Fonts: those of the machine kept from PDFium, so that a page reads alike wherever it is read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_fonts_of_the_machine() -> Iterator[None]:
    """What a file does not carry is measured by PDFium's own fonts, not by what is installed.

    A program that draws with PDFium in the same process has the machine's fonts again afterwards.
    """
    import pypdfium2.raw as pdfium

    pdfium.FPDF_SetSystemFontInfo(None)
    try:
        yield
    finally:
        pdfium.FPDF_SetSystemFontInfo(pdfium.FPDF_GetDefaultSystemFontInfo())
