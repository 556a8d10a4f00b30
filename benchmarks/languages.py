"""Whether altered figures are found in releases and statements of other languages, by format.

    python -m benchmarks.languages [--only WORD] [--seed 1] [--show]

Takes the invented texts of `tests/languages/written/`, three a language. Each is audited as it is,
then with one figure altered at a time, every one that a reader could check: a digit among its first
is another, by three at least. It is found if an alarm suspects what is printed there. Prints by
language and format the alarms raised on right texts, the figures read of those printed, the figures
found of those altered, and how many of the latter raised a second alarm; `--show` names the missed.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable

from tests.formats.everyformat import Format
from tests.languages.altered import FORMATS, NUMBERS, alarms
from tests.languages.written import Written, alterations, report, written_texts


def measured(form: Format, texts: Iterable[Written], seed: int, *, show: bool) -> Counter[str]:
    """What came of texts in a format."""
    found = Counter[str]()
    for written in texts:
        right = report(form, written)
        found["alarms"] += len(alarms(right))
        found["read"] += right.printed - len(right.not_understood)
        found["printed"] += len(written.figures)
        for altered in alterations(written, seed):
            raised = alarms(report(form, written, altered))
            suspects = (suspect.citation for alarm in raised for suspect in alarm.suspects)
            is_found = any(map(altered.is_cited, suspects))
            found["altered"] += 1
            found["found"] += is_found
            found["more"] += is_found and len(raised) > 1
            if show and not is_found:
                print(f"  missed in {form.name}: {altered.name}")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="texts with this word in their name")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="name the figures that are missed")
    given = parser.parse_args()
    texts = [one for one in written_texts() if given.only in one.name]
    total: dict[str, Counter[str]] = {}
    for language in sorted({one.language for one in texts}):
        own = [one for one in texts if one.language == language]
        for form in (*FORMATS, NUMBERS):
            found = measured(form, own, given.seed, show=given.show)
            total.setdefault(form.name, Counter()).update(found)
            _print(language, form.name, found)
    for name, found in total.items():
        _print("all", name, found)


def _print(language: str, form: str, found: Counter[str]) -> None:
    print(
        f"{language:<11} {form:<16} alarms {found['alarms']}, read {found['read']} of"
        f" {found['printed']}, found {found['found']} of {found['altered']}, more {found['more']}",
        flush=True,
    )


if __name__ == "__main__":
    main()
