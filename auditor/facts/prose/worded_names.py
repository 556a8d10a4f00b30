"""Worded names: rows that a sentence names otherwise than their labels, in languages of word lists.

"Bilanzsumme" is the row "Summe Aktiva", "Eigenkapitalquote" one row over another, a bare "marge"
behind an amount is that of the amount; "le chiffre d'affaires de l'activité Carton" is the row
"Carton" under a heading that speaks of revenue.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import combining, normalize

from auditor.facts.prose.sentence import Sentence
from auditor.facts.prose.surroundings import Surroundings
from auditor.model.fact import Comparison, Fact, Measure
from auditor.notation.deferred import deferred
from auditor.notation.prose_languages import Language
from auditor.notation.vocabulary import cleaned, normal

_WORD = deferred(r"[^\W\d_]+")
STEM_OF_A_NOUN = 5
"""Letters (a count) that tell a noun in a name and in a heading. By judgement: "prima", "beitr"."""
SHORT_WORD = 3
"""Letters (a count) of "por", "del" and the like, at most."""
_OF_A_NAME = ("的", "의")
LONGEST_GLUED = 40
"""Characters (a count) of a name among which its label ends. By judgement: longer names none."""
NEAREST = 2
"""Headings (a count) over a sentence that may say what is told of: a unit may stand as the last."""


def renamed(sentence: Sentence, fact: Fact, before: Fact | None) -> Fact:
    """The fact with the row that its words mean, where they are no row's own name.

    ``before`` is what the sentence states before it.
    """
    form = normal(fact.label)
    if not form or form in sentence.around.labels.concepts:
        return fact
    quotient = _of_quotient(sentence, fact, form) or _of_margin_before(fact, form, before, sentence)
    if quotient is not None:
        return quotient
    if named := _by_another_name(sentence, form):
        return fact._replace(concept=named, label=cleaned(named))
    if part := _of_segment(sentence, form) or _total_of_revenue(sentence, form):
        return fact._replace(concept=part, loosely=not _headed_by_revenue(sentence))
    row = _of_what_the_heading_says(sentence, form)
    return fact._replace(concept=row, label=cleaned(row)) if row else fact


def revenue_row(around: Surroundings, language: Language) -> str | None:
    """The concept of the row that is called revenue, if it is but one."""
    found = {c for name in language.revenues if (c := around.labels.concepts.get(name))}
    return found.pop() if len(found) == 1 else None


def _by_another_name(sentence: Sentence, form: str) -> str:
    """The concept of the row that is called by another name of the same thing."""
    concepts = sentence.around.labels.concepts
    if form in sentence.wording.language.revenues:
        return revenue_row(sentence.around, sentence.wording.language) or ""
    names = next((one for one in sentence.wording.language.same if form in one), ())
    return next((concepts[name] for name in names if name in concepts), "")


def _of_quotient(sentence: Sentence, fact: Fact, form: str) -> Fact | None:
    """The fact as a share of one row in another, where its name is defined to be one."""
    if not fact.figure.is_percent or fact.measure is not Measure.AMOUNT:
        return None
    concepts = sentence.around.labels.concepts
    for names, parts, wholes in sentence.wording.language.quotients:
        part = next((concepts[name] for name in parts if name in concepts), None)
        whole = next((concepts[name] for name in wholes if name in concepts), None)
        if form in names and part and whole:
            of = Comparison(None, concept=whole, text=form)
            return fact._replace(concept=part, measure=Measure.SHARE, against=of)
    return None


def _of_margin_before(
    fact: Fact, form: str, before: Fact | None, sentence: Sentence
) -> Fact | None:
    """A bare margin as that of the amount that the sentence states before it."""
    own, concepts = sentence.wording.language, sentence.around.labels.concepts
    if form not in own.margins or before is None or before.measure is not Measure.AMOUNT:
        return None
    revenues = {concepts[name] for name in own.revenues if name in concepts}
    known = before.concept in concepts.values() and before.concept not in revenues
    if not (known and fact.figure.is_percent and len(revenues) == 1):
        return None
    of = Comparison(None, concept=revenues.pop(), text=own.revenues[0])
    return fact._replace(concept=before.concept, label=before.label, period=before.period,
        measure=Measure.SHARE, against=of,
    )  # fmt: skip


def _of_segment(sentence: Sentence, form: str) -> str:
    """The row of a part of the company, where the words name it and its revenue and no more.

    Other tables may have rows of that name too: the words stay as they are, so that such a claim is
    never certain by itself.
    """
    own = sentence.wording.language
    if not own.segments:
        return ""
    if not own.has_blanks and " " not in form:
        return _of_segment_without_blanks(sentence, form)
    rest = f" {form} "
    for name in sorted(own.revenues, key=len, reverse=True):
        if f" {name}" in rest:
            rest = rest.replace(f" {name} ", " ", 1)
            break
    else:
        return ""
    words = [word for word in rest.split() if word not in own.segments]
    return next(_rows_named(sentence, words), "")


def _headed_by_revenue(sentence: Sentence) -> bool:
    """Whether a heading right over the sentence speaks of revenue."""
    headings = " ".join(sentence.headings[-NEAREST:]).casefold()
    return any(name in headings for name in sentence.wording.language.revenues)


_TOTALS = (
    "total", "summe", "gesamt", "insgesamt", "konzern", "summe der segmente", "ensemble", "suma",
    "합계", "총계", "合计", "总计", "總計", "合計",
)  # fmt: skip
"""What the row is called that states all revenue in a table of its parts, in normal form."""


def _total_of_revenue(sentence: Sentence, form: str) -> str:
    """The row that is but called total, where no row is called revenue as the words do."""
    if form not in sentence.wording.language.revenues:
        return ""
    concepts = sentence.around.labels.concepts
    found = {concepts[name] for name in _TOTALS if name in concepts}
    return found.pop() if len(found) == 1 else ""


def _of_segment_without_blanks(sentence: Sentence, form: str) -> str:
    """The row of a part in a name written as one: "机器人业务收入"."""
    own = sentence.wording.language
    name = next((form.removesuffix(r) for r in own.revenues if form.endswith(r)), "")
    bare = next((name.removesuffix(s) for s in own.segments if name.endswith(s)), name)
    return sentence.around.labels.concept(bare) or "" if bare else ""


def _of_what_the_heading_says(sentence: Sentence, form: str) -> str:
    """The row that a name holds beside a word of the heading over it, and no more.

    "Die Beiträge in der Sparte Kraftfahrt" under "Beitragseinnahmen nach Sparten" is the row
    "Kraftfahrt", "las primas de autos" under "Primas por ramo" the row "Autos".
    """
    said = [word for heading in sentence.headings[-NEAREST:] for word in _words(heading)]
    found = set()
    for label, concept in sentence.around.labels.within(form):
        rest = _words(f" {form} ".replace(f" {label} ", " ", 1))
        own = [word for word in rest if any(_share_a_stem(word, other) for other in said)]
        if own and all(word in own or _names_nothing(sentence, word) for word in rest):
            found.add(concept)
    if not found and not sentence.wording.language.has_blanks:
        return _of_glued_label(sentence, form)
    return found.pop() if len(found) == 1 else ""


def _of_glued_label(sentence: Sentence, form: str) -> str:
    """The row with the longest label that a name begins with, where a heading says the rest."""
    headings = "".join(" ".join(sentence.headings[-NEAREST:]).split())
    for end in range(min(len(form) - 1, LONGEST_GLUED), 0, -1):
        if concept := sentence.around.labels.concept(form[:end].rstrip()):
            rest = "".join(form[end:].split())
            rest = rest[1:] if rest.startswith(_OF_A_NAME) else rest
            return concept if len(rest) > 1 and rest in headings else ""
    return ""


def _names_nothing(sentence: Sentence, word: str) -> bool:
    own = sentence.wording.language
    return any(word in words for words in (own.fillers, own.lead, own.share_of, own.segments))


def _words(text: str) -> list[str]:
    """The words of a text in small letters without accents."""
    flat = normalize("NFD", text.casefold())
    return _WORD.findall("".join(mark for mark in flat if not combining(mark)))


def _share_a_stem(one: str, other: str) -> bool:
    """Whether two words begin alike, as "Beiträge" and "Beitragseinnahmen" do, or are one."""
    least = SHORT_WORD + 1 if one == other else STEM_OF_A_NOUN
    return len(one) >= least and one[:STEM_OF_A_NOUN] == other[:STEM_OF_A_NOUN]


def _rows_named(sentence: Sentence, words: list[str]) -> Iterator[str]:
    """The concepts of the rows of these words, with or without the fillers around them."""
    fillers = sentence.wording.language.fillers
    while words and (words[0] in fillers or words[0] in sentence.wording.language.share_of):
        words = words[1:]
    while words:
        if concept := sentence.around.labels.concept(" ".join(words)):
            yield concept
        if words[-1] not in fillers:
            return
        words = words[:-1]
