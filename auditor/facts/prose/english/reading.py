"""Reading: a sentence with its facts and lexemes, and the claims that its figures make."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from auditor.facts.prose.english.leads import Role
from auditor.facts.prose.english.lexemes import Lexeme
from auditor.facts.prose.english.subjects import Named
from auditor.facts.prose.sentence import Sentence
from auditor.model.fact import Fact
from auditor.model.period import Period


class Topic(NamedTuple):
    """What a clause speaks of; ``first`` is the number of the clause's first figure.

    ``sign`` is the direction that its verb gives, ``reason`` why it is nothing that tables report.
    ``words`` are those that speak of it, be it a row's name or not.
    """

    name: Named | None = None
    period: Period | None = None
    first: int = 0
    sign: int = 0
    reason: str = ""
    words: str = ""


class Claim(NamedTuple):
    """What a figure is in its sentence; ``of`` is what a share is taken of.

    ``plain`` is whether nothing behind it could narrow it, ``plain_before`` whether nothing in
    front of it could; ``a_share`` whether it is an amount per share, ``name`` then the row that
    states such. ``explains`` is whether it is given as a cause of what another figure says,
    ``named_behind`` how many of the lexemes behind it name its subject.
    """

    role: Role
    topic: Topic
    sign: int
    period: Period | None
    plain: bool
    reason: str = ""
    of: Named | None = None
    name: Named | None = None
    a_share: bool = False
    coins: bool = False
    restates_base: bool = False
    plain_before: bool = True
    explains: bool = False
    named_behind: int = 0


class Reading(NamedTuple):
    """A sentence with its facts, and the lexemes before, between and behind their figures."""

    sentence: Sentence
    facts: Sequence[Fact]
    runs: Sequence[Sequence[Lexeme]]

    def word(self, one: Lexeme) -> str:
        return self.sentence.text[one.start : one.end].casefold()


LINKED = (Role.RESTATES, Role.LISTED, Role.ENDS)


STATED = (Role.STATES, Role.ARRIVES, Role.BASE)
