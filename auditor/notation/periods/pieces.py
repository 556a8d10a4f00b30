"""Pieces: blanks, years, months, days and dates, from which the patterns of periods are made.

All are bounded, so that time is linear in the text.
"""

from __future__ import annotations

import re

from auditor.notation.deferred import deferred
from auditor.notation.month_names import FOREIGN, NUMBERS

GAP = r"[ \t\n]{1,3}"
ANY_GAP = r"[ \t\n]{0,3}"
YEAR4 = r"(?:19|20)[0-9]{2}(?![0-9])"
YEAR2 = r"[0-9]{2}(?![0-9])"
MONTH = r"(?:1[0-2]|0?[1-9])(?![0-9])"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])"
_NAMES = sorted((*NUMBERS, *FOREIGN), key=len, reverse=True)
# To look at the first letter takes a twentieth of trying every name in turn.
MONTH_NAME = (
    rf"(?=[{''.join(sorted({name[0] for name in _NAMES}))}])(?:{'|'.join(_NAMES)})(?![^\W\d_])\.?"
)
NTH_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th|er|º)?(?![0-9A-Za-z])"
_OF = rf"(?:(?:of|de|del|di){GAP})?"
DATE_TEXT = (
    rf"(?:(?P<name>{MONTH_NAME})(?:,?{GAP}|-)(?:(?P<day>{NTH_DAY})(?:,[ \n]?|{GAP}))?"
    rf"|(?P<day_before>{NTH_DAY})(?:\.?{GAP}|-){_OF}(?P<name_after>{MONTH_NAME})(?:,?{GAP}|-))"
    rf"{_OF}(?P<year>{YEAR4})"
)
ANY_DATE = re.sub(r"\?P<\w+>", "?:", DATE_TEXT)
DAY_AND_MONTH = rf"(?:{MONTH_NAME}{GAP}{NTH_DAY}|{NTH_DAY}\.?{GAP}{_OF}{MONTH_NAME})"
PLAIN_YEAR = (
    rf"{YEAR4}(?![A-Za-z_%/年]|[.,:–-][0-9]|[ ]?(?:million|billion|thousand|trillion|per[ ]?cent"
    r"|shares|employees|people|units|千|百万|億|円|株|人|名))"
)
OF_YEAR = rf"(?:,?{GAP}(?:of|in|for))?(?:{GAP}the)?"
DIGIT = deferred(r"\d")
FINAL_YEAR = deferred(r"(?<![0-9])(?:19|20)[0-9]{2}\Z")
