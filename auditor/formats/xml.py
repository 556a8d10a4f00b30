"""XML: parsed without entities, document types, the network, or depth without end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from auditor.formats.unreadable import UnreadableError

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARES = re.compile(rb"<!(?:DOCTYPE(?:[^<>\[]|<(?!!DOCTYPE))*+\[|ENTITY)", re.IGNORECASE)
"""An internal subset, where entities are declared: no statement needs one."""


def root(data: bytes) -> _Element:
    """The root element; raises UnreadableError for XML that is broken or declares entities.

    Comments and processing instructions are left out, and the text around them is one. Nothing
    is fetched. Elements nest 256 deep at most, and a text is 10 MB long at most: these are the
    parser's own limits.
    """
    from lxml import etree

    if _DECLARES.search(data):
        raise UnreadableError("its XML declares entities, which are not read")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        found = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as reason:
        raise UnreadableError(f"its XML is broken: {reason.msg}") from reason
    declared: Any = found.getroottree().docinfo.internalDTD  # the stubs do not know its entities
    if declared is not None and declared.entities():  # in an encoding that hides them from above
        raise UnreadableError("its XML declares entities, which are not read")
    return found
