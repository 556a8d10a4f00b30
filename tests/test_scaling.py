"""Work grows with the document in proportion, counted in calls: a clock would depend on the day."""

import gc
import runpy
import sys
from pathlib import Path

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.relations.declared import book
from auditor.relations.discovered import (
    _alike_lines,
    _column_changes,
    _failures,
    _prose_totals,
    _search,
    _series,
    averages,
    differences,
    ratios,
    siblings,
    sums,
    ties,
)
from auditor.rulebook.packs import rule_packs

MOST = 2.2
"""Times the work that twice the document may take; a quadratic part pushes it towards four."""
REACHES = (
    (_series, "SERIES_REACH"),
    (book, "BINDING_REACH"),
    (_prose_totals, "PROSE_FOLLOWING"),
    (siblings, "SIBLING_REACH"),
    (ties, "TIE_NEIGHBOURS"),
    (_search, "SUM_LONGEST_RUN"),
    (_failures, "NEARBY"),
    (_alike_lines, "NEARBY"),
    (ratios, "RATIO_REACH"),
    (_column_changes, "CHANGE_REACH"),
    (averages, "AVERAGE_LONGEST_RUN"),
    (differences, "DIFFERENCE_MOST_LINES"),
)
"""How far searches look to either side: shortened, so that small documents go beyond it."""

BENCHMARK = Path(__file__).parents[1] / "benchmarks" / "companies.py"


def table(*rows):
    return "\n".join(["| | 1H25 | 1Q25 | 2Q25 |", "|---|---|---|---|", *(f"|{r}|" for r in rows)])


def same_rows(count):
    """Tables of one concept and one column that print other figures."""
    return "\n\n".join(
        f"## Yard {n}\n\n{table(f'Ferry fares|{301 + 2 * n}|{150 + n}|{151 + n}')}"
        for n in range(count)
    )


def same_figures(count):
    """Tables that all print the same."""
    rows = "Ferry fares|3,017|1,502|1,515", "Bus fares|8,120|4,101|4,019"
    return "\n\n".join(f"## Yard {n}\n\n{table(*rows)}" for n in range(count))


def own_labels(count):
    """Rows of names of their own, which sentences name in part."""
    return "\n\n".join(
        f"## Pier {n}\n\n{table(f'Pier {n} harbour dues|{301 + n}|{150 + n}|151')}\n\n"
        f"Harbour dues of pier {n} rose 5.0% to $10.5 million. Net sales were $9.{n} million."
        for n in range(count)
    )


def one_paragraph(count):
    """Sentences line by line, below one table."""
    lines = (
        f"Net sales increased 5.0% to $10.{n} million from $10.0 million." for n in range(count)
    )
    return table("Net sales|10|5|5") + "\n\n" + "\n".join(lines)


def one_section(count):
    """Sentences of their own below one heading, each an amount with its growth."""
    lines = (f"Ferry {n} fares were $10.{n} million, up 5.0%." for n in range(count))
    return "# Half year\n\n" + table("Ferry fares|10|5|5") + "\n\n" + "\n\n".join(lines)


def one_sentence(count):
    """One that does not end, in a language that words its periods in many ways."""
    return "Der Umsatz betrug " + ", ".join(f"{n},5 Mio. EUR im Hafen" for n in range(count))


def months(count):
    """One table of months that nothing adds up."""
    rows = "\n".join(
        f"|{n}|{n * n % 997},{n % 10}17|{n * 7919 % 9973}.5|{n}.25|" for n in range(count)
    )
    return f"| | A | B | C |\n|---|---|---|---|\n{rows}"


def nothing_but_zeros(count):
    """One table in which everything adds up, and nothing says so."""
    rows = "\n".join(f"|Item {n}|0|0|0.0|" for n in range(count))
    return f"| | A | B | C |\n|---|---|---|---|\n{rows}"


def the_same_row(count):
    """One table whose rows are all alike."""
    rows = "\n".join(f"|Item {n}|1,200|300|4.5|" for n in range(count))
    return f"| | A | B | C |\n|---|---|---|---|\n{rows}"


def percent_columns(count):
    """Few rows in which every second column states percentages."""
    head = "".join(f"|{'Change' if n % 2 else 'Sales'} {n}" for n in range(count))
    rows = (
        "".join(
            f"|{r * n % 41}.{n % 10}%" if n % 2 else f"|{r * n * 37 % 9973 + 100}"
            for n in range(count)
        )
        for r in range(1, 7)
    )
    body = "\n".join(f"|Item{row}|" for row in rows)
    return f"| {head}|\n|---{'|---' * count}|\n{body}"


def report(count):
    """Company after company, as the benchmark invents them."""
    return runpy.run_path(str(BENCHMARK))["document"](count)


def calls(text):
    """How many calls an audit of the text makes, of Python's and of built-in functions."""
    made = 0

    def counted(frame, event, arg):  # noqa: ARG001 - what a profile function is given
        nonlocal made
        made += event in ("call", "c_call")

    packs = rule_packs()
    gc.disable()  # what others have hung on a collection is called at any time
    sys.setprofile(counted)
    try:
        document_report(readers.read(text.encode(), "long.md"), packs)
    finally:
        sys.setprofile(None)
        gc.enable()
    return made


def afresh(written, size):
    """The calls of an audit that remembers nothing but what is made once for all documents."""
    for name, module in list(sys.modules.items()):
        for value in vars(module).values() if name.startswith("auditor.") else ():
            if hasattr(value, "cache_clear"):
                value.cache_clear()
    calls(written(2))
    return calls(written(size))


@pytest.mark.parametrize(
    "written, size",
    [
        (same_rows, 40),
        (same_figures, 25),
        (own_labels, 120),
        (one_paragraph, 300),
        (one_section, 300),
        (one_sentence, 300),
        (months, 60),
        (nothing_but_zeros, 60),
        (the_same_row, 60),
        (percent_columns, 40),
        (report, 60),  # its errors, each looked at again, are as many in either half
    ],
)
def test_twice_the_document_is_at_most_about_twice_the_work(written, size, monkeypatch):
    for module, name in REACHES:
        monkeypatch.setattr(module, name, 3)
    assert afresh(written, 2 * size) < MOST * afresh(written, size)


@pytest.mark.parametrize(
    "module, most, sought",
    [(sums, "SUM_STEPS", "sums"), (averages, "AVERAGE_STEPS", "averages")],
)
def test_a_table_gets_so_many_steps_and_no_more_and_that_is_told(module, most, sought, monkeypatch):
    text = "\n".join(
        ["| | 2024 | 2023 | 2022 | 2021 | 2020 | 2019 |", "|---|---|---|---|---|---|---|"]
        + [f"|Item {n}|" + "|".join(f"{n * k * 37 % 997}.5" for k in range(1, 7)) + "|"
           for n in range(1, 40)]
    )  # fmt: skip
    packs = rule_packs()
    assert document_report(readers.read(text.encode(), "a.md"), packs).remarks == ()
    monkeypatch.setattr(module, most, 500)
    assert document_report(readers.read(text.encode(), "a.md"), packs).remarks == (
        f"table 1 is too large to be searched in full: not all of its {sought} were looked for",
    )
    assert calls(text) == calls(text)
