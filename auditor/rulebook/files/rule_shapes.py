"""What a rule may say, be it about documents or about data files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from auditor.model.mistake import likely, listed
from auditor.model.relation import Severity
from auditor.rulebook.files import shapes
from auditor.rulebook.files.shapes import Shape, text

Signs = Mapping[str, tuple[str, ...]]
"""By kind, which is also the key of the target: the key of the plus and of the minus operands."""

SUMMED = ("sum", "growth", "ratio", "average")  # kinds whose operands may be lists
EXPECTATIONS = ("holds", "violated", "not checkable")
OPERAND_KEYS = ("of", "less", "over", "to", "with")
RULE_KEYS = ("id", "title", "why", "severity", "examples")
NO_KIND = "no kind"


def kind_meant(keys: Sequence[str], signs: Signs, other_keys: Sequence[str]) -> str | None:
    """The kind that a rule's keys name, or seem to misspell; ``other_keys`` name none."""
    words = [key for key in keys if key not in other_keys]
    written = (word for word in words if word in signs)
    guessed = (kind for word in words if (kind := likely(word, signs)))
    return next(written, None) or next(guessed, None)


def rule_words(signs: Signs) -> str:
    """What a rule is, in words."""
    return f"a mapping with the keys id, title and one of {listed(signs)}"


def rule_shape(  # noqa: PLR0913, PLR0917  # what the rules of a kind of file differ in
    kind: str,
    words: str,
    operands: Mapping[str, Shape],
    example_words: str,
    more: Mapping[str, Shape] | None = None,
    example: Shape | None = None,
) -> Shape:
    """A rule of one kind with these operands by key; ``more`` keys may be there.

    ``example`` is what an example shows, lines of text if it is not said.
    """
    required = {
        "id": shapes.short_name("rule"),
        "title": shapes.one_line("what the rule says on one line"),
    }
    optional = {
        "why": text("the reason for the rule"),
        "severity": shapes.one_of(*Severity),
        **(more or {}),
        "examples": shapes.some(
            _example(example or shapes.lines(example_words)), "a list of examples"
        ),
    }
    if kind == NO_KIND:  # its other keys cannot be judged
        return shapes.record(words, required, optional, extra="ignore")
    spare = {key: shape for key, shape in operands.items() if (kind, key) == ("sum", "less")}
    needed = {key: shape for key, shape in operands.items() if key not in spare}
    return shapes.record(words, required | needed, optional | spare)


def tagged_rule(
    kinds: Iterable[str],
    words: str,
    meant: Callable[[tuple[str, ...]], str | None],
    of_kind: Callable[[str, str], Shape],
) -> Shape:
    """A rule by the kind that its keys name; ``meant`` is the kind that keys seem to name."""

    def tag(rule: object) -> str:
        named = meant(tuple(map(str, rule))) if isinstance(rule, dict) else None
        return named or NO_KIND

    return shapes.tagged_choice({kind: of_kind(kind, words) for kind in kinds}, tag, words)


def _example(shown: Shape) -> Shape:
    one_of = f"exactly one of the keys {listed(EXPECTATIONS)}"
    return shapes.one_key_record(one_of, dict.fromkeys(EXPECTATIONS, shown))
