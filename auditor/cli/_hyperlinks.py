"""Hyperlinks: whether a terminal is known to follow them.

One that does not may print the address between the words, so that an unknown one gets none.
"""

from __future__ import annotations

from collections.abc import Mapping

PROGRAMS = frozenset({"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "Tabby"})
"""What TERM_PROGRAM says of terminals that follow links."""

KINDS = ("kitty", "alacritty", "foot", "ghostty", "wezterm", "contour")
"""What TERM holds of them."""

SIGNS = ("WT_SESSION", "KONSOLE_VERSION", "DOMTERM")
"""Variables that only such terminals set."""

FIRST_VTE = 5000
"""VTE_VERSION of 0.50, the first of its library to follow links."""

FIRST_TMUX = (3, 4)
"""The first version of tmux to hand links on."""


def follows_links(environ: Mapping[str, str]) -> bool:
    """Whether the terminal of these variables follows links (OSC 8)."""
    if environ.get("NO_COLOR") or environ.get("TERM", "dumb") in ("dumb", "linux"):
        return False
    program = environ.get("TERM_PROGRAM", "")
    if program == "tmux":
        return _version(environ.get("TERM_PROGRAM_VERSION", "")) >= FIRST_TMUX
    vte = environ.get("VTE_VERSION", "")
    return (
        program in PROGRAMS
        or any(kind in environ["TERM"] for kind in KINDS)
        or any(environ.get(sign) for sign in SIGNS)
        or (vte.isascii() and vte.isdigit() and len(vte) < 9 and int(vte) >= FIRST_VTE)
    )


def _version(written: str) -> tuple[int, ...]:
    """Its first two numbers, as in "3.4a"; none where it says none."""
    parts = ("".join(filter(str.isdigit, part))[:6] for part in written.split(".")[:2])
    return tuple(int(part) for part in parts if part.isascii() and part)
