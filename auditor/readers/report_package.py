"""Report packages (.zip, .xbri, .xbr): an XBRL report in an archive with what belongs to it.

Its parts are named after the package, as ``annual.xbri/reports/report.xhtml``. Archives within it
are not opened.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from auditor.formats.archive import is_zipped, part_names
from auditor.formats.thresholds import LARGEST_FILE

if TYPE_CHECKING:
    from auditor.model.document import Document

_ANY_ARCHIVE = ".zip"
SUFFIXES = (".xbri", ".xbr", _ANY_ARCHIVE)

_DECLARED = "META-INF/reportPackage.json"
_REPORTS = (".xhtml", ".xbrl")
_PAGES, _SCHEMA = (".htm", ".html"), ".xsd"


def accepts(data: bytes) -> bool:
    """Whether the bytes are an archive: one without a report is told to have none."""
    return is_zipped(data)


def recognises(data: bytes) -> bool:
    """Whether the bytes are an archive that names a report among its parts."""
    if not is_zipped(data):
        return False
    names = [name.lower() for name in part_names(data)]
    if any(name.endswith((*_REPORTS, _DECLARED.lower())) for name in names):
        return True
    return any(n.endswith(_PAGES) for n in names) and any(n.endswith(_SCHEMA) for n in names)


def is_aside(path: str) -> bool:
    """Whether a file in a folder is an archive of anything else."""
    if not path.lower().endswith(_ANY_ARCHIVE):
        return False
    try:
        file = Path(path)
        return file.stat().st_size <= LARGEST_FILE and not recognises(file.read_bytes())
    except OSError:  # it is told when the file is read
        return False


def read(data: bytes, path: str) -> Document:
    """The package's reports as one document; raises UnreadableError for one without any."""
    from auditor.readers._xbrl.package import document

    return document(data, path)
