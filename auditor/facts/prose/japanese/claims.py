"""Claims in Japanese: a subject with its particle, a comparison, a figure, and 増 or 減 behind it.

"売上高は前年同期比5.2％増の18,462百万円、営業利益は同10.5％増の1,688百万円": the subject stands
in front of は, が or も, 同 repeats the comparison, and の leads from the growth to the amount. A
subject that another noun narrows ("国内事業の売上高") is another one, unless that noun is a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from auditor.facts.prose.sentence import Accuracy, Sentence, has_sign
from auditor.model.fact import Comparison, Fact, Measure
from auditor.model.figure import PERCENT, POINTS
from auditor.model.period import Period
from auditor.notation.deferred import deferred
from auditor.notation.vocabulary import cleaned, normal

_KANA = deferred(r"[\u3040-\u30ff]")
_UP_OR_DOWN = deferred(
    r"\s*(?:の)?(?:(?P<up>増|上昇|上回|拡大|改善)|(?P<down>減|低下|下回|縮小|悪化))"
)
_LINK = deferred(
    r"[\s、（(と]{0,4}(?:の)?(?:(?:増|減)[加少収益]?|上昇|低下)?(?:の|となる|となり|し|して|で)?[\s、]{0,4}"
)
_YEAR_BEFORE = (
    r"(?:対)?(?:前年|前期|前年度|前連結会計年度|前事業年度|前年同期|前年同四半期|前年同四半期累計期間)"
    r"(?:連結)?(?:同期)?(?:比|と比べ|に比べ|比で|より|に対し)(?:て)?"
)
_COMPARED = deferred(
    rf"(?:(?P<year>{_YEAR_BEFORE})|(?P<quarter>前四半期比)|(?P<same>同))[\s、]{{0,3}}\Z"
)
_SUBJECT = deferred(
    r"(?P<name>[^、。,()（）「」\s]{2,40}?)(?:は|が|も|につきましては|については)[\s、]{0,3}\Z"
)
_BASE = deferred(
    r"\A[^。（(]{0,12}[（(](?:前年同期|前期|前年|前年度|前連結会計年度|前事業年度)(?:実績)?[はが:：]?\s?\Z"
)
_TIME = deferred(r"(?:[^の]{0,20}(?:期間?|年度|累計期間|年|末))の")
_ENDS = deferred(r"\s*(?:、|。|と|で|に|（|\(|の|を|\Z)")
_BASIS = deferred(r"為替|除く|除いた|調整後|実質|見込|予想|計画|うち|オーガニック|既存店")
_LEADS = deferred(r"(?:この結果|その結果|これにより|また|なお|一方|当社の|連結)[、\s]*")


class Spoken(NamedTuple):
    """What a clause speaks of and compares with."""

    concept: str
    label: str
    against: Comparison | None


def is_japanese(text: str) -> bool:
    """Whether a text is written in kana, as no other language is."""
    return _KANA.search(text) is not None


def claimed(sentence: Sentence, facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts of a sentence, with the slots filled that its words fill with certainty."""
    about: Spoken | None = None
    compared: Comparison | None = None
    at = sentence.start
    for i, fact in enumerate(facts):
        before = sentence.text[at : fact.figure.start]
        end = facts[i + 1].figure.start if i + 1 < len(facts) else sentence.end
        behind = sentence.text[fact.figure.end : end]
        at = fact.figure.end
        if about is not None and about.concept and _BASE.match(before):
            yield _base(sentence, fact, about)
            continue
        cue = _COMPARED.search(before)
        if cue is not None:
            compared = _comparison(sentence, cue, compared)
        lead = before[: cue.start()] if cue else before
        named = _subject(sentence, lead)
        if named is not None:
            about = named
        elif not _LINK.fullmatch(lead):
            about = None
        if (
            about is None
            or not about.concept
            or _BASIS.search(before)
            or _given_back(sentence, fact)
        ):
            yield fact
        else:
            yield _told(sentence, fact, about, compared if cue else None, behind)


def _given_back(sentence: Sentence, fact: Fact) -> bool:
    return sentence.given_back(fact.figure) is not Accuracy.EXACT


def _told(
    sentence: Sentence, fact: Fact, about: Spoken, against: Comparison | None, behind: str
) -> Fact:
    """The fact with its subject: growth where a direction follows, else the amount."""
    turn = _UP_OR_DOWN.match(behind)
    period = _period(sentence, fact)
    told = replace(fact, concept=about.concept, label=about.label, period=period)
    if fact.figure.unit == POINTS:
        return replace(fact, certain=False)
    if fact.figure.unit == PERCENT and (turn or (against and has_sign(fact.figure))):
        sign = -1 if turn and turn["down"] and not has_sign(fact.figure) else 1
        certain = against is not None
        return replace(told, measure=Measure.GROWTH, against=against, sign=sign, certain=certain)
    if turn and against and not has_sign(fact.figure):  # "1,000百万円増加し"
        sign = -1 if turn["down"] else 1
        return replace(told, measure=Measure.CHANGE, against=against, sign=sign, certain=True)
    if turn or against:
        return replace(fact, certain=False)
    certain = _ENDS.match(behind) is not None
    return replace(told, measure=Measure.AMOUNT, against=None, sign=1, certain=certain)


def _base(sentence: Sentence, fact: Fact, about: Spoken) -> Fact:
    """The amount of a year before that brackets print behind an amount."""
    period = _period(sentence, fact)
    if period is None or fact.figure.unit in (PERCENT, POINTS):
        return replace(fact, certain=False)
    told = replace(fact, concept=about.concept, label=about.label, period=period.year_before)
    return replace(told, measure=Measure.AMOUNT, against=None, sign=1, certain=True)


def _comparison(
    sentence: Sentence, cue: re.Match[str], before: Comparison | None
) -> Comparison | None:
    """What the cue compares with; 同 repeats the one before."""
    period = sentence.around.period
    if cue["same"]:
        return before
    if period is None:
        return None
    earlier = period.preceding if cue["quarter"] else period.year_before
    return Comparison(earlier, text=cue["quarter"] or cue["year"])


def _subject(sentence: Sentence, lead: str) -> Spoken | None:
    """What the words in front of a particle name; None where there are none."""
    found = _SUBJECT.search(lead)
    if found is None:
        return None
    name = _LEADS.sub("", found["name"])
    time = _TIME.match(name)
    if time:
        name = name[time.end() :]
    concept = sentence.around.known(name)
    if concept is None and "の" in name:
        return Spoken("", cleaned(name), None)
    return Spoken(concept or normal(name), cleaned(name), None)


def _period(sentence: Sentence, fact: Fact) -> Period | None:
    return sentence.around.period or fact.period
