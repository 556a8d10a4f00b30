"""Audits financial statements: every relation their figures must obey, checked exactly.

import auditor
report = auditor.audit(["release.md"])
for finding in report.findings:
print(finding.message)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from auditor.model.document import Document
    from auditor.model.report import Report

__version__ = "0.1.0"
__all__ = ["__version__", "audit", "facts_frame", "read"]


def audit(  # noqa: PLR0913  # one parameter an option
    paths: Sequence[str],
    *,
    rules: Sequence[str] = (),
    discover: bool = True,
    rounding: str = "auto",
    jobs: int = 1,
    exclude: Sequence[str] = (),
    timeout: float = 300,
) -> Report:
    """The audit of every document under ``paths``: files, folders or patterns.

    ``rules`` are rule files or folders besides the packs that come with the auditor; ``rounding``
    is auto, nearest, truncate or exact; ``exclude`` are patterns, as in a .gitignore, of what
    folders hold and is not read. Raises ``auditor.rulebook.packs.BrokenRulesError``
    when a rule file has mistakes. A path that cannot be read, or whose document takes longer than
    ``timeout`` seconds (0: however long), is reported in ``Report.unread``, never raised.
    """
    from auditor.auditing.many_files import audit as run

    return run(
        paths,
        rules=rules,
        discover=discover,
        rounding=rounding,
        jobs=jobs,
        exclude=exclude,
        timeout=timeout,
    )


def read(path: str) -> Document:
    """The document at ``path``; raises ``auditor.readers.UnreadableError``."""
    from auditor.auditing.pipeline import read as run

    return run(path)


def facts_frame(document: Document) -> pd.DataFrame:
    """One row a fact of the document, under the schema of ``auditor.model.frames``."""
    from auditor.auditing.many_files import facts_of
    from auditor.model.frames import facts_frame_of

    return facts_frame_of(facts_of(document), document.path)
