"""Per share: claims whose amount is one per share, with the row that states such."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from auditor.facts.prose.english.behind import COINS, is_plain
from auditor.facts.prose.english.leads import PART, Lead, Role
from auditor.facts.prose.english.lexemes import Lexeme
from auditor.facts.prose.english.reading import LINKED, Claim, Reading
from auditor.facts.prose.english.subjects import Named, named, per_share
from auditor.facts.prose.english.wordings import Means
from auditor.facts.prose.row_labels import is_a_share


def _is_per_share(name: Named) -> bool:
    """Whether a name is of an amount a share."""
    return is_a_share(f"{name.label} {name.concept}".casefold())


def restates_per_share(subject: Sequence[Lexeme], name: Named) -> bool:
    """Whether an amount per share goes on with what its clause speaks of: "or diluted EPS of"."""
    return subject[0].means is Means.OR and _is_per_share(name)


def _in_coins(claim: Claim, rest: Sequence[Lexeme]) -> Claim:
    """The claim whose amount in coins is of a row that states amounts per share."""
    name = claim.topic.name
    if name is None or not _is_per_share(name):
        return claim
    return claim._replace(name=name, a_share=True, coins=True, plain=is_plain(rest))


def with_its_share(
    reading: Reading, claim: Claim, own: Lead, tail: Sequence[Lexeme], found: Sequence[Claim]
) -> Claim:
    """The claim with the row that states its amount per share, where it is one."""
    coins = bool(tail) and reading.word(tail[0]) in COINS
    rest = tail[1:] if coins else tail
    said = tuple(takewhile(lambda one: one.means is Means.PER_SHARE, rest))
    if not said and own.subject and own.subject[0].means is Means.OR:
        name = named(reading.sentence, own.subject)
        if name and claim.topic.name and restates_per_share(own.subject, name):
            return claim._replace(name=name, a_share=True, coins=coins, plain=is_plain(rest))
    if not said:
        return _in_coins(claim, rest) if coins else claim
    subject = own.subject or ()
    text = " ".join(reading.word(one) for one in subject)
    if not text and claim.topic.name:
        text = f"{claim.topic.name.label} {claim.topic.name.concept}"
    name = per_share(reading.sentence, f"{text} {' '.join(map(reading.word, said))}")
    if name is None and not subject:  # "$0.64 per share, compared to $0.58 per share"
        own_clause = (c for c in reversed(found) if c.topic.first == claim.topic.first)
        name = next((c.name for c in own_clause if c.a_share), None)
    role = claim.role
    if own.role in (*LINKED, Role.UNKNOWN) and role is not Role.ARRIVES:
        role = Role.BASE if claim.restates_base else Role.STATES
    alike = any(c.a_share and c.name and name and c.name.concept == name.concept for c in found)
    if role is Role.BASE and alike and claim.topic.reason == PART:  # "to earnings of 2 a share"
        claim = claim._replace(topic=claim.topic._replace(reason=""), reason="")
    leads_on = reading.word(said[-1]).endswith(" on")  # "of 3.15 a share on net income of"
    plain = leads_on or is_plain(rest[len(said) :])
    return claim._replace(role=role, name=name, a_share=True, coins=coins, plain=plain)
