"""Company: the name of who reports, as the first lines of a document tell it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from auditor.facts.prose.row_labels import RowLabels
from auditor.model.document import Passage
from auditor.notation.deferred import deferred
from auditor.notation.vocabulary import normal

_LEGAL = r"(?:Inc|Corp|Ltd|plc|PLC|LLC|AG|SE|N\.V|S\.A|Corporation|Limited|Incorporated)\.?"
_ALONE = deferred(rf"(?P<name>[A-Z][^:,;|\n]{{2,60}}?),? {_LEGAL}\**\s*\Z")
"""A line that is the name of a company and its legal form."""
_REPORTS = deferred(
    rf"(?P<name>[A-Z][^:,;|\n]{{2,60}}?)(?:,? {_LEGAL})?"
    r"(?: (?:[Rr]eport(?:s|ed)|[Aa]nnounce[sd]|[Pp]ost(?:s|ed)|[Dd]eliver(?:s|ed)"
    r"|[Aa]chieve[sd]|[Gg]row[s]|[Rr]ecord[s]|[Pp]ublishe[sd]|[Rr]aises|[Ll]ifts)\b|:)"
)


def company_of(first: Iterable[Passage], labels: RowLabels) -> str:
    """The name in front of "reports" or the like, or alone with its legal form.

    Nothing where it could be the name of a row.
    """
    for line in first:
        text = line.text.lstrip("#* ")
        found = _REPORTS.match(text) or _ALONE.match(text)
        if found is None:
            continue
        name = found["name"].strip()
        return "" if re.search(r"\d", name) or _is_a_row(normal(name), labels) else name
    return ""


def _is_a_row(name: str, labels: RowLabels) -> bool:
    return labels.concept(name) is not None or next(labels.within(name), None) is not None
