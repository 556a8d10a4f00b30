"""Names of what is stated per share: the amount, the shares it is over, and what is earned."""

from __future__ import annotations

import re

from auditor.notation.deferred import deferred
from auditor.notation.vocabulary import normal

_PER_SHARE = deferred(
    r"(?:earnings|income|profit|loss|\(loss\)).{0,60}\bper\b.{0,30}\b(?:shares?|units?|ads)\b"
    r"|\beps\b|1株当たり(?:四半期|中間|当期)?(?:純|当期)?(?:利益|純利益|純損益)"
    r"|(?:ergebnis|gewinn) je aktie",
)
_NOT_EARNED = deferred(
    r"continuing|discontinued|adjusted|non-?gaap|core\b|pro.?forma|adjustment|dividend|distribut"
    r"|before|cumulative|extraordinary|comprehensive|underlying|impact|effect",
)
_SHARES = deferred(
    r"\baverage\b.{0,80}\b(?:shares?|stock|units?)\b|\b(?:shares?|stock|units?)\b.{0,80}\baverage\b"
    r"|(?:basic|diluted) (?:common |ordinary )?shares\b|shares used in|\bdenominator\b"
    r"|期中平均株式数|durchschnittlich.{0,40}aktien",
)
_COUNT = deferred(r"\bshares used (?:in|to|for)\b|\(in shares\)|\bnumber of shares\b")
"""What counts shares, though it may say for what: "shares used in computing earnings per share"."""
_EARNED = deferred(
    r"(?:consolidated )?(?:net )?(?:income|earnings|profit|loss)(?: ?\(loss\)| ?/ ?\(loss\))?"
    r"(?: for the (?:year|period))?"
    r"(?:(?: attributable| available| applicable| allocated)? (?:to|of) .{0,80})?"
    r"|(?:親会社株主に帰属する|親会社の所有者に帰属する)?(?:四半期|中間|当期)(?:純)?利益|jahresüberschuss|konzernergebnis",
)
_DILUTED = deferred(r"dilut|assuming dilution|潜在株式|希薄化|(?<!un)verwässert")
_BASIC = deferred(r"\bbasic\b|基本的|unverwässert")


def is_per_share(label: str) -> bool:
    """Whether a line states what was earned per share."""
    text = normal(label)
    states = _PER_SHARE.search(text) is not None and _NOT_EARNED.search(text) is None
    return states and _COUNT.search(text) is None


def counts_shares(label: str) -> bool:
    """Whether a line counts the shares that earnings are divided by."""
    text = normal(label)
    counts = _SHARES.search(text) is not None and _PER_SHARE.search(text) is None
    return counts or (_COUNT.search(text) is not None and dilution(text) is not None)


def is_earned(label: str) -> bool:
    """Whether a line states what was earned, for all shares."""
    return _EARNED.fullmatch(normal(label)) is not None


def dilution(*labels: str) -> bool | None:
    """Whether the words say diluted, or basic; None where they say neither or both."""
    text = " ".join(map(normal, labels))
    diluted, basic = _matches(_DILUTED, text), _matches(_BASIC, text)
    return None if diluted is basic else diluted


def _matches(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.search(text) is not None
