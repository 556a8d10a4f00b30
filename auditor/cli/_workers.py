"""The workers of a run besides this process: a cluster, if one is named."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from auditor.cli._shared import STDOUT, refuse

if TYPE_CHECKING:
    from auditor.auditing.items import Elsewhere

WITHOUT_CLUSTER = "--journal needs --cluster: name one, or say --cluster local"
NO_STREAM = "--journal is read again by the next run: name a file"
DETAILS = "--journal keeps findings and counts: it goes with no format that lists every check"


class Workers(NamedTuple):
    """The cluster's address and the journal's file, and whether every check is to be listed."""

    address: str | None
    journal: Path | None
    details: bool

    @contextlib.contextmanager
    def at_work(self) -> Iterator[Elsewhere | None]:
        """Who does the work; None for this process. What goes wrong with them ends the run."""
        if self.journal and not self.address:
            refuse(WITHOUT_CLUSTER)
        if self.journal == STDOUT:
            refuse(NO_STREAM)
        if self.journal and self.details:
            refuse(DETAILS)
        if self.address is None:
            yield None
            return
        from auditor.auditing.cluster import ClusterError, on_cluster

        try:
            with on_cluster(self.address, self.journal) as elsewhere:
                yield elsewhere
        except ClusterError as reason:
            refuse(str(reason))
