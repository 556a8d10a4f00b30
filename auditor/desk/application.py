"""The desk as a web application: drop, progress, report, accept, drop again."""

from __future__ import annotations

import asyncio
import contextlib
import json
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from concurrent.futures import Future
from dataclasses import replace
from datetime import date
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import quote
from weakref import WeakValueDictionary

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from auditor.auditing.deadline import died, late
from auditor.auditing.workers import Late, Lost, results
from auditor.desk.audits import (
    COPIES,
    FORMATS,
    Answer,
    Options,
    Order,
    audited,
    copied,
    drawn,
    has_pages,
)
from auditor.desk.gate import REPORT_POLICY, Gate, Gated
from auditor.desk.thresholds import (
    AT_ONCE,
    LARGEST_UPLOAD,
    LONGEST_REASON,
    MOST_AT_ONCE,
)
from auditor.desk.turns import Turns
from auditor.desk.visits import (
    Accepted,
    Draft,
    Dropped,
    NoDocumentError,
    State,
    TooMuchError,
    Visit,
    Visits,
    accept,
    waivers_file,
    withdraw,
)
from auditor.formats.resources import reports_folder

PAGE = {
    "": ("desk.html", "text/html; charset=utf-8"),
    "desk.css": ("desk.css", "text/css; charset=utf-8"),
    "desk.js": ("desk.js", "text/javascript; charset=utf-8"),
}
SWEEP = 5.0
"""Seconds between two looks for pages that are gone."""

MEDIA = {
    "html": "text/html; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}

Audit = Callable[[Order], Answer]
Worker = Callable[[Audit, Order, float], "Answer | str"]


def in_a_process(audit: Audit, order: Order, timeout: float) -> Answer | str:
    """The answer on a draft from a process of its own, or why there is none."""
    try:
        (answer,) = results(audit, [order], 1, _unreported, timeout)
    except Exception as error:  # noqa: BLE001  # whatever it is, it is told
        return f"the auditor failed on it: {type(error).__name__}: {error}"
    if isinstance(answer, Late):
        return late(timeout)
    if isinstance(answer, Lost):
        return died(answer.status)
    return answer


def _unreported(_: Order) -> None:
    pass


class Desk:
    """What the requests share: the visits, how to audit, and whose turn it is."""

    def __init__(self, folder: Path, options: Options, work: Worker = in_a_process) -> None:
        self.visits = Visits(folder)
        self._options = options
        self._work = work
        self._turns = Turns(AT_ONCE, MOST_AT_ONCE)
        self._auditing: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._tasks: set[asyncio.Task[Any]] = set()

    @contextlib.asynccontextmanager
    async def running(self, _: Starlette) -> AsyncIterator[None]:
        """While it runs, what was dropped by pages that are gone is cleared away."""
        sweeping = asyncio.create_task(self._sweep())
        try:
            yield
        finally:
            for task in (sweeping, *self._tasks):
                task.cancel()

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(SWEEP)
            self.visits.end_those_over(time.monotonic())

    def audit(self, visit: Visit, document: Dropped) -> None:
        """Begins the audit of a document's last draft."""
        draft = replace(document.last, state=State.WAITING, reason="", since=time.monotonic())
        visit.update(document.id, draft)
        self._keep(asyncio.create_task(self._audited(visit, document.id, draft)))

    async def _audited(self, visit: Visit, id_: str, draft: Draft) -> None:
        """One audit of a document at a time; one that was asked for again since is left out."""
        async with self._auditing.setdefault(id_, asyncio.Lock()), self._turns.of(visit.id):
            if visit.draft(id_, draft.folder) is not draft:
                return
            begun = replace(draft, state=State.AUDITING, since=time.monotonic(), copied=False)
            visit.update(id_, begun)
            order = self._order(visit.documents[id_], draft)
            if has_pages(order):
                self._keep(asyncio.create_task(self._done(drawn, order)))
            shown = _told(begun, await self._done(audited, order))
            if visit.draft(id_, draft.folder) is not begun:
                return
            visit.update(id_, shown)
            made = await self._done(copied, order) if shown.answer else ""
        if visit.draft(id_, draft.folder) is shown:
            visit.update(id_, _with_copies(shown, made))

    def _keep(self, task: asyncio.Task[Any]) -> None:
        """Holds on to a task until it is done: the loop itself does not."""
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _done(self, work: Audit, order: Order) -> Answer | str:
        """What a process of its own comes to."""
        return await _in_a_thread(partial(self._work, work, order, self._options.timeout))

    async def copies(self, visit: Visit, id_: str) -> Draft | None:
        """The draft that is shown, once what is kept of it is made."""
        document = visit.documents.get(id_)
        if document and document.shown and not document.shown.copied:
            async with self._auditing.setdefault(id_, asyncio.Lock()):
                document = visit.documents.get(id_)
        return document.shown if document else None

    def _order(self, document: Dropped, draft: Draft) -> Order:
        """With the last draft before that was read, to say what changed since."""
        folders = [str(one.folder) for one in document.drafts if one.answer]
        earlier = folders[: folders.index(str(draft.folder))] if draft.answer else folders
        return Order(str(draft.folder), draft.name, earlier[-1] if earlier else "", self._options)


def _told(begun: Draft, answer: Answer | str) -> Draft:
    """A draft whose audit is over; a text says why there is no answer."""
    if isinstance(answer, str):
        return replace(begun, state=State.FAILED, reason=answer, answer=None)
    return replace(begun, state=State.DONE, answer=answer, version=begun.version + 1)


def _with_copies(draft: Draft, made: Answer | str) -> Draft:
    """The draft with the annotated copy, or why there is none."""
    if draft.answer is None:
        return draft
    copy, reason = ("", made) if isinstance(made, str) else (made.copy, made.no_copy)
    return replace(draft, answer=draft.answer._replace(copy=copy, no_copy=reason), copied=True)


async def _in_a_thread(work: Callable[[], Answer | str]) -> Answer | str:
    """What the work comes to. The program's end does not wait for its thread."""
    done: Future[Answer | str] = Future()

    def run() -> None:
        done.set_running_or_notify_cancel()
        try:
            done.set_result(work())
        except Exception as error:  # noqa: BLE001  # raised where it is waited for
            done.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    return await asyncio.wrap_future(done)


def application(desk: Desk, gate: Gate) -> Gated:
    """The application, behind the gate."""
    at = "/{secret}/{visit}"
    routes = [
        Route("/{secret}/", partial(_begin, desk)),
        Route(f"{at}/state", _of(desk, _state)),
        Route(f"{at}/leave", _of(desk, _leave), methods=["POST"]),
        Route(f"{at}/files", _of(desk, _drop), methods=["PUT"]),
        Route(f"{at}/documents/{{document}}", _of(desk, _remove), methods=["DELETE"]),
        Route(f"{at}/documents/{{document}}/waivers", _of(desk, _waive), methods=["POST"]),
        Route(f"{at}/documents/{{document}}/{{what}}", _of(desk, _file)),
        Route(f"{at}/{{part:path}}", _of(desk, _page)),
    ]
    asked = Starlette(routes=routes, lifespan=desk.running)
    asked.router.redirect_slashes = False  # an address is right, or leads nowhere
    return Gated(asked, gate)


Handler = Callable[[Desk, Visit, Request], Awaitable[Response]]


def _of(desk: Desk, handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    """The handler of requests that belong to a visit; others are told that it is over."""

    async def handled(request: Request) -> Response:
        visit = desk.visits.of(request.path_params["visit"], time.monotonic())
        if visit is None:
            raise HTTPException(404, "this page is over: open a new one")
        return await handler(desk, visit, request)

    return handled


async def _begin(desk: Desk, request: Request) -> Response:
    """A visit of its own for every page that is opened."""
    try:
        visit = desk.visits.begin(time.monotonic())
    except TooMuchError as much:
        raise HTTPException(HTTPStatus.TOO_MANY_REQUESTS, str(much)) from much
    return RedirectResponse(f"/{request.path_params['secret']}/{visit.id}/", 303)


async def _page(_: Desk, visit: Visit, request: Request) -> Response:  # noqa: ARG001  # as all
    name, media = PAGE.get(request.path_params["part"], ("", ""))
    if not name:
        raise HTTPException(404)
    return FileResponse(reports_folder() / name, media_type=media)


async def _state(_: Desk, visit: Visit, request: Request) -> Response:  # noqa: ARG001  # as all
    return JSONResponse({"documents": [_shown(one) for one in visit.documents.values()]})


async def _leave(_: Desk, visit: Visit, request: Request) -> Response:  # noqa: ARG001  # as all
    visit.left = True
    return Response(status_code=204)


async def _drop(desk: Desk, visit: Visit, request: Request) -> Response:
    """One file, its name and the document that it is a draft of in the query."""
    data = await _body(request, LARGEST_UPLOAD)
    asked = request.query_params
    try:
        document = visit.drop(asked.get("name", ""), data, asked.get("over", ""))
    except TooMuchError as much:
        raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, str(much)) from much
    except NoDocumentError as alone:
        raise HTTPException(HTTPStatus.CONFLICT, str(alone)) from alone
    desk.audit(visit, document)
    return JSONResponse({"id": document.id}, 202)


async def _body(request: Request, most: int) -> bytes:
    """What was sent, which may be no more than that."""
    said = f"a file may have {most // 2**20} MB" if most >= 2**20 else "that is too long"
    length = request.headers.get("content-length", "0")
    if not length.isdecimal() or len(length) > 18 or int(length) > most:
        raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, said)
    held = bytearray()
    try:
        async for chunk in request.stream():
            held += chunk
            if len(held) > most:
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, said)
    except ClientDisconnect as gone:
        raise HTTPException(400, "the page went away") from gone
    return bytes(held)


async def _remove(_: Desk, visit: Visit, request: Request) -> Response:
    visit.remove(request.path_params["document"])
    return Response(status_code=204)


async def _waive(desk: Desk, visit: Visit, request: Request) -> Response:
    """Accepts a finding with a reason, or with none takes that back; the report follows."""
    document = _document(visit, request)
    try:
        asked = json.loads(await _body(request, 2**16))
        accepted = _accepted(asked)
    except (ValueError, TypeError, AttributeError) as wrong:
        raise HTTPException(400, str(wrong) or "that is no waiver") from wrong
    if accepted.reason:
        accept(document.last, accepted)
    else:
        withdraw(document.last, accepted.finding)
    desk.audit(visit, document)
    return JSONResponse({"id": document.id}, 202)


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


def _accepted(asked: Mapping[str, Any]) -> Accepted:
    """What was asked for; raises ValueError where it is no waiver."""
    finding, reason, owner = (str(asked.get(k) or "") for k in ("finding", "reason", "owner"))
    if not (finding.isalnum() and finding.isascii() and len(finding) <= 64):
        raise ValueError("a waiver names a finding")
    (reason + owner).encode("utf-8")  # half a character, as JSON can have, is refused
    if len(reason) + len(owner) > LONGEST_REASON:
        raise ValueError(f"a reason may have {LONGEST_REASON:,} characters")
    expires = str(asked.get("expires") or "")
    return Accepted(finding, reason.strip(), owner.strip(), _day(expires))


async def _file(desk: Desk, visit: Visit, request: Request) -> Response:
    """The report to look at, or a file to keep, for which it may have to be waited."""
    document, what = _document(visit, request), request.path_params["what"]
    waits = what in COPIES or what == "copy"
    draft = await desk.copies(visit, document.id) if waits else document.shown
    if draft is None or draft.answer is None:
        raise HTTPException(404, "there is no report yet")
    if what == "report":
        return _sent(draft.folder / FORMATS["html"], MEDIA["html"], REPORT_POLICY)
    if what in FORMATS:
        name = f"{Path(draft.name).stem}-{FORMATS[what]}"
        return _sent(draft.folder / FORMATS[what], MEDIA[what], REPORT_POLICY, name)
    if what == "copy" and draft.answer.copy:
        ending = Path(draft.answer.copy).suffix
        name = f"{Path(draft.name).stem}-audited{ending}"
        return _sent(draft.folder / draft.answer.copy, "application/octet-stream", "", name)
    if what == "waivers.toml" and waivers_file(draft).exists():
        file = waivers_file(draft)
        return _sent(file, "application/octet-stream", "", file.name)
    raise HTTPException(404)


def _sent(file: Path, media: str, policy: str, name: str = "") -> Response:
    """A file to be shown, or by its ``name`` to be kept."""
    headers = {"content-security-policy": policy or REPORT_POLICY}
    if name:
        headers["content-disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return FileResponse(file, media_type=media, headers=headers)


def _document(visit: Visit, request: Request) -> Dropped:
    document = visit.documents.get(request.path_params["document"])
    if document is None:
        raise HTTPException(404, "there is no such document here")
    return document


def _shown(document: Dropped) -> dict[str, Any]:
    """A document as the page shows it; while a draft is audited the one before is still there."""
    last, shown = document.last, document.shown
    return {
        "id": document.id,
        "name": last.name,
        "draft": len(document.drafts),
        "state": last.state.value,
        "reason": last.reason,
        "version": shown.version if shown else 0,
        "seconds": round(time.monotonic() - last.since, 1),
        "shown": document.drafts.index(shown) + 1 if shown else 0,
        "waivers": waivers_file(shown).exists() if shown else False,
        "copied": shown.copied if shown else True,
        "answer": _as_json(shown.answer) if shown else None,
    }


def _as_json(value: Any) -> Any:  # noqa: ANN401  # whatever JSON holds
    """Named tuples as objects."""
    if hasattr(value, "_asdict"):
        return {name: _as_json(one) for name, one in value._asdict().items()}
    return [_as_json(one) for one in value] if isinstance(value, tuple) else value
