"""A cluster: many files audited in batches by the workers of dask.distributed, one of them or more.

The scheduler gives out the batches, and gives those of a worker that is lost to others; nothing
here does. A batch that kills whoever has it is asked for again in halves, until it is one file.
"""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditor.auditing.batches import (
    Batch,
    BatchDiedError,
    OtherAuditorError,
    Outcome,
    batches,
    given_up,
    outcomes_elsewhere,
)
from auditor.auditing.items import Elsewhere, Work
from auditor.auditing.journal import Entry, Journal, opened, question_of
from auditor.auditing.thresholds import (
    BATCHES_A_THREAD,
    BATCHES_AHEAD,
    LARGEST_BATCH,
    SECONDS_TO_CONNECT,
    TRIES,
)
from auditor.auditing.workers import Lost
from auditor.auditing.written_results import Result

if TYPE_CHECKING:
    from distributed import Client, Future

LOCAL = "local"
NO_DASK = "--cluster needs dask: pip install 'statement-auditor[cluster]'"
OTHER = "the workers have another version of the auditor than this one, or other code"
LOST = "the cluster was lost before all was audited"
GOES_ON = "; what was finished is in the journal, and the same command goes on from there"


class ClusterError(Exception):
    """A cluster cannot be used, or was lost, with the reason in plain words."""


@contextlib.contextmanager
def on_cluster(address: str, journal: Path | None) -> Iterator[Elsewhere]:
    """Who does the work: the workers at an address, or ``local`` ones, so many with ``local:2``.

    Raises ClusterError.
    """
    try:
        import distributed
    except ModuleNotFoundError as missing:
        raise ClusterError(NO_DASK) from missing
    _hush("distributed")
    with contextlib.ExitStack() as closing:
        try:
            client = closing.enter_context(_client(address, distributed))
        except (OSError, ValueError) as error:  # of an address that is none, too
            raise ClusterError(f"--cluster {address}: {error}") from error
        yield lambda work: results_on(client, work, journal)


def _hush(library: str) -> None:
    """What goes wrong with a cluster is told once, by whoever asked it."""
    for name in [*logging.root.manager.loggerDict]:
        if name.partition(".")[0] == library:
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


@contextlib.contextmanager
def _client(address: str, distributed: Any) -> Iterator[Client]:  # noqa: ANN401  # the module
    """A client of the cluster, which is made here if it is local; its threads only wait."""
    if _is_local(address):
        with (
            distributed.LocalCluster(
                n_workers=_workers(address),
                threads_per_worker=1,
                processes=False,
                dashboard_address=None,
                silence_logs=logging.CRITICAL + 1,
            ) as cluster,
            distributed.Client(cluster) as client,
        ):
            yield client
        return
    with distributed.Client(address, timeout=SECONDS_TO_CONNECT, set_as_default=False) as client:
        yield client


def _is_local(address: str) -> bool:
    return address.partition(":")[0] == LOCAL


def _workers(address: str) -> int:
    number = address.partition(":")[2] or str(os.cpu_count() or 1)
    if not number.isdecimal() or not int(number):
        raise ClusterError(
            f"--cluster {address}: local:2 is a cluster of two workers on this machine"
        )
    return int(number)


def results_on(client: Client, work: Work, place: Path | None) -> list[Result]:
    """The results of all items, in their order; raises ClusterError."""
    try:
        journal = opened(place, question_of(*work.asked.plain()) if place else "")
    except OSError as error:
        raise ClusterError(f"{place}: {error.strerror}") from error
    known = [item._replace(known=journal.content(item.path)) for item in work.items]
    work.progress.begin([item.path for item in known])
    size = _batch_size(len(known), _threads(client))
    given = batches(work.one, known, size, work.timeout)
    run = _Run(client, work, journal, _threads(client) * BATCHES_AHEAD)
    try:
        run.work_through(given)
    except OtherAuditorError as other:
        raise ClusterError(OTHER) from other
    except ModuleNotFoundError as missing:
        raise ClusterError(f"{OTHER} ({missing})") from missing
    except Exception as error:
        if not _is_loss(error):
            raise
        raise ClusterError(LOST + (GOES_ON if place else "")) from error
    return [run.found[item.path] for item in known]


def _threads(client: Client) -> int:
    """How many batches the cluster works on at a time; raises ClusterError if it has no worker."""
    from distributed import TimeoutError as NoWorkerError

    try:
        client.wait_for_workers(1, timeout=SECONDS_TO_CONNECT)
    except NoWorkerError as none:
        raise ClusterError("the cluster has no worker") from none
    threads: dict[str, int] = client.nthreads()
    return max(1, sum(threads.values()))


def _batch_size(items: int, threads: int) -> int:
    """As large as spreads the work evenly, within bounds."""
    return max(1, min(LARGEST_BATCH, -(-items // (threads * BATCHES_A_THREAD))))


def _is_loss(error: BaseException) -> bool:
    """Whether the scheduler went away, or what it was asked for was forgotten with it."""
    from concurrent.futures import CancelledError

    return isinstance(error, CancelledError | OSError)


@dataclass
class _Run:
    """The batches given out, and what was found; never more are out than the cluster needs."""

    client: Client
    work: Work
    journal: Journal
    most: int
    found: dict[str, Result] = field(default_factory=dict)
    out: dict[Future[Any], Batch] = field(default_factory=dict)

    def work_through(self, given: Iterator[Batch]) -> None:
        """Until all are done, or given up."""
        from distributed import as_completed

        first = [self._given(batch) for batch in islice(given, self.most)]
        done = as_completed(first, loop=self.client.loop, raise_errors=False)
        for future in done:
            for again in self._taken(future):
                done.add(self._given(again))
            future.release()
            for batch in islice(given, max(0, self.most - len(self.out))):
                done.add(self._given(batch))

    def _given(self, batch: Batch) -> Future[Any]:
        future = self.client.submit(outcomes_elsewhere, batch, retries=TRIES - 1, pure=False)
        self.out[future] = batch
        return future

    def _taken(self, future: Future[Any]) -> Sequence[Batch]:
        """Keeps what a batch came to; what is to be given out again where nobody survived it."""
        from distributed import KilledWorker

        batch = self.out.pop(future)
        try:
            self._keep(future.result())
        except (BatchDiedError, KilledWorker) as died:
            if len(batch.items) > 1:
                return batch.halves
            status = died.args[0] if isinstance(died, BatchDiedError) else None
            path = batch.items[0].path
            self._keep([Outcome(path, "", given_up(path, Lost(status), batch.timeout))])
        return ()

    def _keep(self, outcomes: Iterable[Outcome]) -> None:
        new = []
        for one in outcomes:
            result = one.result
            if result is None:
                result = self.journal.result(one.path)
            elif one.content:
                new.append(Entry(one.path, one.content, result))
            self.found[one.path] = result
            self.work.progress.done(one.path)
        self.journal.add(new)
