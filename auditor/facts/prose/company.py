"""Company: the name of who reports, as the first lines of a document tell it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from auditor.facts.prose.row_labels import RowLabels
from auditor.model.document import Passage
from auditor.notation.deferred import deferred
from auditor.notation.vocabulary import normal

_REPORTS = deferred(
    r"(?P<name>[A-Z][^:,;|\n]{2,60}?)(?:,? (?:Inc|Corp|Ltd|plc|PLC|LLC|AG|SE|N\.V|S\.A)\.?)?"
    r"(?: (?:[Rr]eport(?:s|ed)|[Aa]nnounce[sd]|[Pp]ost(?:s|ed)|[Dd]eliver(?:s|ed)"
    r"|[Aa]chieve[sd]|[Gg]row[s]|[Rr]ecord[s]|[Pp]ublishe[sd]|[Rr]aises|[Ll]ifts)\b|:)"
)


def company_of(first: Iterable[Passage], labels: RowLabels) -> str:
    """The name in front of "reports" or the like; "" where it could be the name of a row."""
    for line in first:
        found = _REPORTS.match(line.text.lstrip("#* "))
        if found is None:
            continue
        name = found["name"].strip()
        return "" if re.search(r"\d", name) or _is_a_row(normal(name), labels) else name
    return ""


def _is_a_row(name: str, labels: RowLabels) -> bool:
    return labels.concept(name) is not None or next(labels.within(name), None) is not None
