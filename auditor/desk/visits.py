"""Visits: what one page has dropped, draft after draft, each draft in a folder of its own."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from auditor.configuration import ConfigurationError
from auditor.desk.audits import DROPPED, Answer
from auditor.desk.names import safe_name
from auditor.desk.thresholds import (
    IDLE,
    LARGEST_WAIVERS,
    LEFT,
    MOST_DOCUMENTS,
    MOST_HELD,
    MOST_VISITS,
)
from auditor.formats.writing import make_private_folder, remove_folder, write_file
from auditor.model.waiver import Waiver
from auditor.review.baseline import Entry, as_read, as_toml
from auditor.review.waiver_files import OWN_WAIVERS, waivers_in


class TooMuchError(Exception):
    """More than the desk holds, in plain words."""


class NoDocumentError(Exception):
    """A file of waivers without the document that it is about, in plain words."""


class State(StrEnum):
    """How far the audit of a draft is."""

    WAITING = "waiting"
    AUDITING = "auditing"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Draft:
    """A file as it was dropped; ``reason`` is why its audit failed.

    ``version`` counts the reports on it: each waiver makes another. ``copied`` is whether what is
    kept of the last one is made.
    """

    folder: Path
    name: str
    state: State = State.WAITING
    answer: Answer | None = None
    reason: str = ""
    since: float = 0.0
    version: int = 0
    copied: bool = False

    @property
    def file(self) -> Path:
        """What was dropped."""
        return self.folder / DROPPED / self.name


@dataclass(frozen=True, slots=True)
class Dropped:
    """A document, as its drafts one after the other."""

    id: str
    drafts: tuple[Draft, ...]

    @property
    def last(self) -> Draft:
        return self.drafts[-1]

    @property
    def shown(self) -> Draft | None:
        """The last draft whose audit is done, if there is one."""
        return next((one for one in reversed(self.drafts) if one.answer), None)


@dataclass(slots=True)
class Visit:
    """What a page has dropped. It changes as its page asks for things: nothing else holds it."""

    id: str
    folder: Path
    seen: float
    left: bool = False
    held: int = 0
    documents: dict[str, Dropped] = field(default_factory=dict)

    def is_over(self, now: float) -> bool:
        """Whether nobody is there any more."""
        return now - self.seen > (LEFT if self.left else IDLE)

    def drop(self, given: str, data: bytes, over: str = "") -> Dropped:
        """A file as a document, or as the next draft of the one ``over`` or of the same name.

        A document's file of waivers is no document: it counts from then on. Raises TooMuchError,
        and NoDocumentError where there is none that it could be about.
        """
        name = safe_name(given)
        if self.held + len(data) > MOST_HELD:
            raise TooMuchError("the page holds too much already: close it and open another")
        if name.endswith(OWN_WAIVERS):
            return self._waive(name, data, over)
        earlier = self.documents.get(over) or self._named(name)
        if earlier is None and len(self.documents) >= MOST_DOCUMENTS:
            raise TooMuchError(f"the page holds {MOST_DOCUMENTS} documents already: remove some")
        self.held += len(data)
        id_ = earlier.id if earlier else secrets.token_hex(4)
        drafts = earlier.drafts if earlier else ()
        draft = Draft(self.folder / f"{id_}-{len(drafts) + 1}", name)
        make_private_folder(draft.folder)
        make_private_folder(draft.file.parent)
        write_file(draft.file, data, private=True)
        if drafts:
            _inherit_waivers(drafts[-1], draft)
        self.documents[id_] = Dropped(id_, (*drafts, draft))
        return self.documents[id_]

    def update(self, id_: str, draft: Draft) -> None:
        """What became of a draft, in the place of what was known of it, if it is there still."""
        document = self.documents.get(id_)
        if document is not None:
            drafts = (draft if one.folder == draft.folder else one for one in document.drafts)
            self.documents[id_] = replace(document, drafts=tuple(drafts))

    def draft(self, id_: str, folder: Path) -> Draft | None:
        """The draft in that folder as it is now, None where it was removed."""
        document = self.documents.get(id_)
        drafts = document.drafts if document else ()
        return next((one for one in drafts if one.folder == folder), None)

    def remove(self, id_: str) -> None:
        """Takes a document away, with all of its drafts."""
        document = self.documents.pop(id_, None)
        for draft in document.drafts if document else ():
            self.held -= draft.file.stat().st_size
            remove_folder(draft.folder)

    def _named(self, name: str) -> Dropped | None:
        return next((one for one in self.documents.values() if one.last.name == name), None)

    def _waive(self, name: str, data: bytes, over: str) -> Dropped:
        """Gives waivers to the document that they are dropped on, or else are named after."""
        document = self.documents.get(over) or self._named(name.removesuffix(OWN_WAIVERS))
        if document is None:
            raise NoDocumentError("these are waivers: drop their document first, or them on it")
        if len(data) > LARGEST_WAIVERS:
            raise TooMuchError("a file of waivers may have 1 MB")
        write_file(waivers_file(document.last), data, private=True)
        return document


class Accepted(NamedTuple):
    """Why a finding is accepted, by whom and until when."""

    finding: str
    reason: str
    owner: str = ""
    expires: date | None = None


def accept(draft: Draft, accepted: Accepted) -> None:
    """Writes a waiver into the draft's own file of them, in place of one for the same finding."""
    message = next(_messages(draft, accepted.finding), "")
    waiver = Waiver(*accepted)
    kept = [one for one in _entries(draft) if one.waiver.finding != accepted.finding]
    _write(draft, [*kept, Entry(waiver, (" ".join(message.split()),) if message else ())])


def _messages(draft: Draft, finding: str) -> Iterator[str]:
    found = draft.answer.findings if draft.answer else ()
    return (one.message for one in found if one.id == finding)


def withdraw(draft: Draft, finding: str) -> None:
    """Takes the waiver of a finding out of the draft's file."""
    _write(draft, [one for one in _entries(draft) if one.waiver.finding != finding])


def waivers_file(draft: Draft) -> Path:
    """Where the waivers of a draft stand, as the command line reads them too."""
    return draft.file.with_name(f"{draft.name}{OWN_WAIVERS}")


def _entries(draft: Draft) -> list[Entry]:
    file = waivers_file(draft)
    if not file.exists():
        return []
    try:
        return as_read(waivers_in(file), file.read_text(encoding="utf-8-sig"))
    except ConfigurationError:
        return []  # what was dropped as such is no file of waivers: the report says so


def _write(draft: Draft, entries: list[Entry]) -> None:
    text = as_toml(entries, draft.file.parent)
    write_file(waivers_file(draft), text.encode("utf-8"), private=True)


def _inherit_waivers(before: Draft, after: Draft) -> None:
    file = waivers_file(before)
    if file.exists():
        write_file(waivers_file(after), file.read_bytes(), private=True)


class Visits:
    """The visits that there are, in a private folder; none sees another."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._visits: dict[str, Visit] = {}

    def begin(self, now: float) -> Visit:
        """A new one; raises TooMuchError where too many pages are open."""
        if len(self._visits) >= MOST_VISITS:
            raise TooMuchError("too many pages are open: close some")
        id_ = secrets.token_urlsafe(16)
        folder = self._folder / id_
        make_private_folder(folder)
        self._visits[id_] = Visit(id_, folder, now)
        return self._visits[id_]

    def of(self, id_: str, now: float) -> Visit | None:
        """The visit with that id, which is seen to be there by that; None where there is none."""
        visit = self._visits.get(id_)
        if visit is not None:
            visit.seen, visit.left = now, False
        return visit

    def end_those_over(self, now: float) -> None:
        """Whatever was dropped by pages that are gone is gone too."""
        for visit in [one for one in self._visits.values() if one.is_over(now)]:
            del self._visits[visit.id]
            remove_folder(visit.folder)
