"""Claims in Japanese: a subject with its particle, a comparison, a figure, and 増 or 減 behind it.

"売上高は前年同期比5.2％増の18,462百万円、営業利益は同10.5％増の1,688百万円": the subject stands
in front of は, が or も, 同 repeats the comparison, and の leads from the growth to the amount. A
subject that another noun narrows ("国内事業の売上高") is another one, unless that noun is a time:
then it says when ("2024年度の売上高", "前期の売上高"), as a time that opens the sentence does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from auditor.facts.prose.sentence import Accuracy, Sentence, has_sign
from auditor.model.fact import Comparison, Fact, Measure
from auditor.model.figure import PERCENT, POINTS, SignStyle
from auditor.model.period import MONTHS_OF_A_YEAR, Period
from auditor.notation.deferred import deferred
from auditor.notation.periods import periods
from auditor.notation.vocabulary import cleaned, normal

_KANA = deferred(r"[\u3040-\u30ff]")
_UP_OR_DOWN = deferred(
    r"\s*(?:の)?(?:(?P<up>増|上昇|上回|拡大|改善)|(?P<down>減|低下|下回|縮小|悪化))"
)
_LINK = deferred(
    r"[\s、（(と]{0,4}(?:の)?(?:(?:増|減)[加少収益]?|上昇|低下)?(?:の|となる|となり|し|して|で)?[\s、]{0,4}"
)
_YEAR_BEFORE = (
    r"(?:対)?(?:前年|前期|前年度|前連結会計年度|前事業年度|前年同期|前年同四半期|前年同四半期累計期間)末?"
    r"(?:連結)?(?:同期)?末?(?:比|と比べ|に比べ|比で|より|から|に対し)(?:て)?"
)
_COMPARED = deferred(
    rf"(?:(?P<year>{_YEAR_BEFORE})|(?P<quarter>前四半期比)|(?P<same>同))[\s、]{{0,3}}\Z"
)
_SUBJECT = deferred(
    r"(?P<name>[^、。,()（）「」\s]{2,40}?)(?:は|が|も|につきましては|については)[\s、]{0,3}\Z"
)
_ANOTHER_TIME = deferred(r"(?P<before>前)|[翌次来昨]")
_OPENING_TIME = deferred(
    r"(?:[（(][^（()）]{0,40}[)）])?(?:連結)?(?:会計年度|累計期間|期間|期|度)?"
    r"(?:は|における|において|につきまして|については|の(?:連結)?(?:業績|経営成績|実績)は)"
)
_EARLIER = r"(?:前年同期|前期|前年|前年度|前連結会計年度|前事業年度)末?(?:実績)?"
_BASE = deferred(
    rf"\A[^。（(]{{0,12}}[（(]{_EARLIER}[はが:：]?\s?\Z|\A[^。（(]{{0,6}}、{_EARLIER}[はが]\s?\Z"
)
_OF = deferred(r"(?:で|て|、|\s){1,3}(?P<of>[^、。,()（）「」\s]{2,30})の\s?\Z")
"""What a percentage is a part of: "売上原価は5百万円で、売上高の62.2％"."""
_MAKES_UP = deferred(r"\s*(?:を占め|に相当|にあた|に当た|とな|で(?:す|あ|し)|。|、)")
_TO_ANOTHER = deferred(
    r"(?P<of>[^、。のはが]{2,30})(?:に対する|に占める)(?P<name>[^、。]{2,40})の(?:比率|割合|構成比)"
)
"""A share by both its rows: "売上高に対する販売費の比率"."""
_TIME = deferred(r"(?:[^の]{0,20}(?:期間?|年度|累計期間|年|末))の")
_ENDS = deferred(r"\s*(?:、|。|と|で|に|（|\(|の|を|\Z)")
_BASIS = deferred(r"為替|除く|除いた|調整後|実質|見込|予想|計画|うち|オーガニック|既存店")
_EXPECTS = deferred(
    r"を(?:見込|予想|計画|予定|目標|目指)|(?:見込み|予想|計画|予定|見通し)(?:で|と|。)"
)
_PART_OF_YEAR = deferred(
    r"(?P<last>前)?(?:第(?P<quarter>[1-4１-４一二三四])四半期|(?P<half>[上下])(?:半)?期)"
    r"(?P<so_far>(?:連結)?累計)?|(?P<whole>通期|年間|通年)"
)
_NUMBERS = "1234１２３４一二三四"
_BARE = deferred(r"(?:\A|[、。はがも）)])\s*(?P<name>[^、。,()（）「」\s]{2,40})\Z")
_ABOUT = deferred(r"(?P<topic>[^。]{1,60}?)(?:は|が)、")
"""What a sentence says in front of its first mark that it is about."""
_ALL_OF_IT = deferred(
    r"(?:(?:この結果|その結果|これにより|これらの結果|以上の結果|また|なお)、?)?"
    r"(?:[^、。の]{0,24}(?:期間?|年度|累計期間)(?:における|の)?)?(?:当社グループの|当社の)?"
    r"(?:連結)?(?:業績|経営成績|実績|成績)?(?:につきまして)?"
)
"""What speaks of the whole company, in some time."""
_REVENUE = deferred(r"売上|営業収益")
_REVENUE_OF = deferred(
    r"(?P<part>[^の]{2,30}?)(?:セグメント|事業部門|事業部|事業|部門)?の(?:連結)?"
    r"(?:売上高|売上収益|営業収益|外部顧客への売上高)"
)
"""The revenue of a part of the company: "産業機械事業の売上高"."""
_LEADS = deferred(
    r"(?:(?:この結果|その結果|これにより|また|なお|一方|当社グループの|当社の|連結)[、\s]*)+"
)


class Spoken(NamedTuple):
    """What a clause speaks of, and when; the time is None where it does not say so.

    ``is_elsewhen`` is whether it speaks of a time that cannot be told, ``is_part`` whether it is
    of a part of the company, of which several tables may have a row. ``in_part_of_year`` is
    whether it names a quarter or the like, which the clauses behind it are about too.
    """

    concept: str
    label: str
    period: Period | None = None
    is_elsewhen: bool = False
    is_part: bool = False
    in_part_of_year: bool = False


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
        behind = _behind(sentence, facts, i)
        at = fact.figure.end
        if about is not None and about.concept and _BASE.match(before):
            base = _base(sentence, fact, about, facts[i - 1] if i else None)
            yield base._replace(certain=base.certain and not about.is_part)
            continue
        part = _part(sentence, fact, about, before, behind)
        if part is not None:
            yield part._replace(certain=part.certain and not (about and about.is_part))
            continue
        cue = _COMPARED.search(before)
        lead = before[: cue.start()] if cue else before
        named = _subject(sentence, lead) or _bare_subject(sentence, lead)
        if named is not None:
            about = _going_on(named, about)
        elif not _LINK.fullmatch(lead):
            about = None
        if cue is not None:
            compared = _comparison(_when(sentence, about), cue, compared)
        if (
            about is None
            or not about.concept
            or about.is_elsewhen
            or _BASIS.search(before)
            or _EXPECTS.search(sentence.text, fact.figure.end, sentence.end)
            or _given_back(sentence, fact)
        ):
            yield fact
        else:
            repeats = not before.strip() and _is_bracketed(fact) and _UP_OR_DOWN.match(behind)
            told = _told(sentence, fact, about, compared if cue or repeats else None, behind)
            yield told._replace(certain=told.certain and not about.is_part)


def _behind(sentence: Sentence, facts: Sequence[Fact], at: int) -> str:
    """The words behind a figure; past the growth in brackets where that says the same.

    "548百万円（17.1％）の増益": both figures rise.
    """
    ends = [fact.figure.start for fact in facts[at + 1 : at + 3]] + [sentence.end] * 2
    behind = sentence.text[facts[at].figure.end : ends[0]]
    if behind.strip() or at + 1 == len(facts) or not _is_bracketed(facts[at + 1]):
        return behind
    further = sentence.text[facts[at + 1].figure.end : ends[1]]
    return further if _UP_OR_DOWN.match(further) else behind


def _is_bracketed(fact: Fact) -> bool:
    """Whether a percentage stands alone in brackets."""
    return fact.figure.unit == PERCENT and fact.figure.sign_style is SignStyle.PARENTHESES


def _given_back(sentence: Sentence, fact: Fact) -> bool:
    return sentence.given_back(fact.figure) is not Accuracy.EXACT


def _told(
    sentence: Sentence, fact: Fact, about: Spoken, against: Comparison | None, behind: str
) -> Fact:
    """The fact with its subject: growth where a direction follows, else the amount."""
    turn = _UP_OR_DOWN.match(behind)
    period = _when(sentence, about) or fact.period
    told = fact._replace(concept=about.concept, label=about.label, period=period)
    if turn and against is None and period is not None:  # "売上高は5％増の": of the year before
        against = Comparison(period.year_before, text="")
    if fact.figure.unit == POINTS:
        sign = -1 if turn and turn["down"] and not has_sign(fact.figure) else 1
        sure = turn is not None and against is not None
        return told._replace(measure=Measure.POINTS, against=against, sign=sign, certain=sure)
    if fact.figure.unit == PERCENT and (turn or (against and has_sign(fact.figure))):
        sign = -1 if turn and turn["down"] and not has_sign(fact.figure) else 1
        sign = -sign if turn and _is_bracketed(fact) else sign  # brackets that are no minus
        certain = against is not None
        return told._replace(measure=Measure.GROWTH, against=against, sign=sign, certain=certain)
    if turn and against and not has_sign(fact.figure):  # "1,000百万円増加し"
        sign = -1 if turn["down"] else 1
        return told._replace(measure=Measure.CHANGE, against=against, sign=sign, certain=True)
    if turn or against:
        return fact._replace(certain=False)
    certain = _ENDS.match(behind) is not None
    return told._replace(measure=Measure.AMOUNT, against=None, sign=1, certain=certain)


def _when(sentence: Sentence, about: Spoken | None) -> Period | None:
    """The time that a subject names, else the one its sentence opens with, else the document's."""
    named = about.period if about else None
    return named or _opening_period(sentence) or sentence.around.period


def _part(
    sentence: Sentence, fact: Fact, about: Spoken | None, before: str, behind: str
) -> Fact | None:
    """A share of a row that the words name with what it is a part of; None where it is none."""
    if fact.figure.unit != PERCENT or _BASIS.search(before) or _given_back(sentence, fact):
        return None
    named = _SUBJECT.search(before)
    whole = _TO_ANOTHER.fullmatch(_LEADS.sub("", named["name"])) if named else _OF.search(before)
    known = sentence.around.known
    of = known(whole["of"]) if whole else None
    if whole is None or of is None or not _MAKES_UP.match(behind):
        return None
    name = whole["name"] if named else about.label if about else ""
    concept = known(name) if named else about.concept if about else None
    period = (_when(sentence, about) if not named else None) or sentence.around.period
    if not concept or period is None or (about and about.is_elsewhen):
        return None
    return fact._replace(
        concept=concept, label=cleaned(name), measure=Measure.SHARE, period=period, sign=1,
        against=Comparison(concept=of, text=whole["of"]), certain=True,
    )  # fmt: skip


def _base(sentence: Sentence, fact: Fact, about: Spoken, before: Fact | None) -> Fact:
    """The amount of a year before that stands behind an amount: "(前期は5)", "、前期は5"."""
    period = _when(sentence, about) or fact.period
    level = fact.figure.unit != PERCENT or (before is not None and before.figure.unit == PERCENT)
    if period is None or fact.figure.unit == POINTS or not level:
        return fact._replace(certain=False)
    told = fact._replace(concept=about.concept, label=about.label, period=period.year_before)
    return told._replace(measure=Measure.AMOUNT, against=None, sign=1, certain=True)


def _comparison(
    period: Period | None, cue: re.Match[str], before: Comparison | None
) -> Comparison | None:
    """What the cue compares with; 同 repeats the one before."""
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
    known = sentence.around.known(name)
    concept = known or _of_segment(sentence, name)
    if concept is None and "の" in name:
        return Spoken("", cleaned(name))
    is_part = known is None and concept is not None
    spoken = Spoken(concept or normal(name), cleaned(name), is_part=is_part)
    return _at_time(spoken, time.group(), sentence) if time else spoken


def _of_segment(sentence: Sentence, name: str) -> str | None:
    """The row of a part of the company whose revenue is named, under a heading that says so."""
    found = _REVENUE_OF.fullmatch(name)
    if found is None or not any(map(_REVENUE.search, sentence.headings[-2:])):
        return None
    return sentence.around.labels.concept(normal(found["part"]))


def _bare_subject(sentence: Sentence, lead: str) -> Spoken | None:
    """The row that stands right in front of a figure: "業績は、売上高44,871百万円".

    None where the sentence is about a part of the company: "国内事業は、売上高5百万円".
    """
    found = _BARE.search(lead)
    about = _ABOUT.match(sentence.text, sentence.start)
    if found is None or (about is not None and _ALL_OF_IT.fullmatch(about["topic"]) is None):
        return None
    labels = sentence.around.labels
    concept = labels.concept(normal(found["name"])) or sentence.around.lexicon.concepts.name(
        found["name"]
    )
    if concept is None:
        return None
    spoken = Spoken(concept, cleaned(found["name"]))
    return _at_time(spoken, about["topic"], sentence) if about else spoken


def _at_time(spoken: Spoken, time: str, sentence: Sentence) -> Spoken:
    """The subject in the time that narrows it."""
    named = {period for _, _, period in periods(time, sentence.around.calendar)}
    if len(named) == 1:
        return spoken._replace(period=named.pop())
    if not named and (part := _PART_OF_YEAR.search(time)) and sentence.around.period:
        return _in_part_of_year(spoken, part, sentence)
    relative = _ANOTHER_TIME.match(time)
    if named or relative is None:
        return spoken._replace(is_elsewhen=bool(named))
    latest = sentence.around.period
    before = latest.year_before if relative["before"] and latest else None
    return spoken._replace(period=before, is_elsewhen=before is None)


def _in_part_of_year(spoken: Spoken, part: re.Match[str], sentence: Sentence) -> Spoken:
    """The subject in a part of the year whose date goes unsaid: "第1四半期の売上高"."""
    latest = sentence.around.period
    if latest is None or latest.is_instant or part["last"]:
        return spoken._replace(is_elsewhen=True, in_part_of_year=True)
    if part["whole"]:
        year = sentence.around.in_the_year.period
        return spoken._replace(period=year, in_part_of_year=latest.months < MONTHS_OF_A_YEAR)
    months = 3 if part["quarter"] else 6
    number = _NUMBERS.index(part["quarter"]) % 4 + 1 if part["quarter"] else _HALVES[part["half"]]
    if months * number == latest.months < MONTHS_OF_A_YEAR:
        return spoken  # what the report is about
    if latest.months != MONTHS_OF_A_YEAR:
        return spoken._replace(is_elsewhen=True, in_part_of_year=True)
    year_from = latest.last - MONTHS_OF_A_YEAR + 1
    last = year_from + months * number - 1
    first = year_from if part["so_far"] else last - months + 1
    return spoken._replace(period=Period(first, last, part[0]), in_part_of_year=True)


_HALVES = {"上": 1, "下": 2}


def _going_on(named: Spoken, before: Spoken | None) -> Spoken:
    """What a clause speaks of; where it says no time, in the part of the year told of before."""
    says_when = named.period is not None or named.is_elsewhen
    if before is None or says_when or not before.in_part_of_year:
        return named
    return named._replace(
        period=before.period, is_elsewhen=before.is_elsewhen, in_part_of_year=True
    )


def _opening_period(sentence: Sentence) -> Period | None:
    """The time that a sentence opens with as what it speaks of: "2024年度は、売上高が..."."""
    if not sentence.mentions:
        return None
    start, end, period = sentence.mentions[0]
    opens = not _LEADS.sub("", sentence.text[sentence.start : start]).strip()
    return period if opens and _OPENING_TIME.match(sentence.text, end) else None
