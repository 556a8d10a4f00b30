"""XBRL: an instance, whose facts nobody displays, and the linkbases beside it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from auditor.formats.decoding import opening
from auditor.formats.unreadable import UnreadableError
from auditor.notation.deferred import deferred

if TYPE_CHECKING:
    from auditor.model.document import Document

SUFFIXES = (".xbrl", ".xml")
COMPANIONS = ("_cal.xml", "_def.xml", "_lab.xml", "_pre.xml", "_ref.xml", "_lab-en.xml")
"""How linkbases are named by custom: their filing is read with them."""

_ROOT = deferred(
    r"\A\s*(?:<\?(?:[^?]|\?(?!>))*\?>\s*|<!--(?:[^-]|-(?!->))*-->\s*|<!DOCTYPE(?:[^>\[]|\[[^\]]*\])*>\s*)*"
    r"<(?P<prefix>[\w.-]+:)?(?P<name>[\w.-]+)(?P<rest>[^>]*)"
)
_NAMESPACES = {
    "xbrl": "http://www.xbrl.org/2003/instance",
    "linkbase": "http://www.xbrl.org/2003/linkbase",
    "schema": "http://www.w3.org/2001/XMLSchema",
}
_ASIDE = "it is part of an XBRL filing, and read together with the report that refers to it"


def accepts(data: bytes) -> bool:
    """Whether the file is an instance, or a schema or linkbase of one."""
    return root_of(data) is not None


def read(data: bytes, path: str) -> Document:
    """The instance; raises UnreadableError for broken XML.

    A schema or linkbase holds no figures: its remarks say that it belongs to a filing.
    """
    from auditor.model.document import Document

    digest = hashlib.sha256(data).hexdigest()
    kind = root_of(data)
    if kind is None:
        raise UnreadableError("it is no XBRL instance")
    if kind != "xbrl":
        return Document(path, digest, (), remarks=(_ASIDE,))
    from auditor.readers._xbrl.beside import beside
    from auditor.readers._xbrl.reports import instance

    found = instance(data, path, beside(path))
    return Document(
        path,
        digest,
        (),
        remarks=found.remarks,
        unread=found.unread,
        tagging=found.tagging,
    )


def root_of(data: bytes) -> str | None:
    """The name of the root element, if it is one of XBRL's: an instance's is ``xbrl``."""
    root = _ROOT.match(opening(data))
    if root is None:
        return None
    namespace = _NAMESPACES.get(root["name"])
    return root["name"] if namespace is not None and namespace in root["rest"] else None
