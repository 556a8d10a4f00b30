import pytest

from auditor.model.document import Document
from auditor.model.fact import Measure
from auditor.model.rule import Pack, Section, Vocabulary
from auditor.notation.vocabulary import applies, cleaned, found_in, lexicon, normal, wordings

WORDS = Vocabulary(
    concepts=(
        ("Net sales", ("Revenue", "売上高")),
        ("Ferry fares", ()),
        ("Shareholders' equity", ()),
    ),
    stocks=("Shareholders' equity",),
    measures=(("growth", ("YoY*", "% change")), ("share", ("% of *",)), ("change", ("増減",))),
    scenarios=(("initial target", ("Initial",)),),
    scopes=(("non-consolidated", ("Parent only",)),),
)
SECTIONS = (Section("Results of * ferries", "Ferries", ("Net sales",)),)
LEXICON = lexicon(WORDS, SECTIONS)


@pytest.mark.parametrize(
    "label, form, shown",
    [
        ("Net Sales", "net sales", "Net Sales"),
        ("Net   sales (1)", "net sales", "Net sales"),
        ("(1) Net sales", "net sales", "Net sales"),
        ("Net sales [a]", "net sales", "Net sales"),
        ("Net sales*†", "net sales", "Net sales"),
        ("● Net sales:", "net sales", "Net sales"),
        ("  – Net sales", "net sales", "Net sales"),
        ("Net sales (JPY million)", "net sales", "Net sales"),
        ("Gross margin ratio (%)", "gross margin ratio", "Gross margin ratio"),
        ("売上高（百万円）", "売上高", "売上高"),
        ("Shareholders’ equity", "shareholders' equity", "Shareholders’ equity"),
        ("Cash—end of year", "cash-end of year", "Cash—end of year"),
        # what stands in brackets may tell one row from another
        ("Net income (loss)", "net income (loss)", "Net income (loss)"),
        ("Net sales (United Kingdom)", "net sales (united kingdom)", "Net sales (United Kingdom)"),
        ("Community", "community", "Community"),
        ("", "", ""),
    ],
)
def test_a_label_is_compared_and_shown_without_units_and_footnote_marks(label, form, shown):
    assert (normal(label), cleaned(label)) == (form, shown)


def test_a_label_full_of_brackets_takes_no_time():
    assert normal("[" * 100_000)


@pytest.mark.parametrize(
    "label, concept",
    [
        ("Net sales", "Net sales"),
        ("REVENUE (JPY million)", "Net sales"),
        ("売上高", "Net sales"),
        ("Net sales of fish", "net sales of fish"),  # not known: itself
        ("Shareholders’ equity", "Shareholders' equity"),
    ],
)
def test_a_concept_has_one_name_however_it_is_written(label, concept):
    assert LEXICON.concept(label) == concept


@pytest.mark.parametrize(
    "heading, measure, rest",
    [
        ("YoY", Measure.GROWTH, ""),
        ("YoY change", Measure.GROWTH, "change"),
        ("% of net sales", Measure.SHARE, "net sales"),
        ("% Change", Measure.GROWTH, ""),
        ("増減", Measure.CHANGE, ""),
        ("2Q06", None, ""),
    ],
)
def test_a_heading_names_a_measure_and_what_stands_for_the_star(heading, measure, rest):
    assert LEXICON.measure(heading) is measure
    assert LEXICON.measures.rest(heading) == rest


@pytest.mark.parametrize(
    "heading, text, expected",
    [
        ("scenarios", "Initial", "initial target"),
        ("scenarios", "Initial target", "initial target"),  # the name itself
        ("scenarios", "Initially", None),
        ("scopes", "PARENT ONLY", "non-consolidated"),
    ],
)
def test_scenarios_and_scopes_are_named_by_whole_wordings(heading, text, expected):
    assert getattr(LEXICON, heading).name(text) == expected


def test_the_first_of_two_meanings_of_a_wording_counts():
    words = wordings([("own", ("Sales",)), ("general", ("Sales",))])
    assert words.name("sales") == "own"


@pytest.mark.parametrize(
    "concept, headings, segment",
    [
        ("Net sales", ("Annual results", "Results of fast ferries"), "Ferries"),
        ("Net sales", ("Results of ports",), ""),
        ("Ferry fares", ("Results of fast ferries",), ""),  # means the same everywhere
    ],
)
def test_a_section_narrows_the_concepts_it_lists(concept, headings, segment):
    assert LEXICON.segment(concept, headings) == segment


@pytest.mark.parametrize(
    "wording, text, expected",
    [
        ("Kestrel Ferries", "Results of KESTREL FERRIES plc", True),
        ("Results - ports", "<Results – ports>", True),
        ("Kestrel * plc", "Kestrel Ferries plc", True),
        ("Kestrel.Ferries", "Kestrel Ferries", False),  # no regular expression
        ("Kestrel", "Kes trel", False),
    ],
)
def test_a_wording_stands_somewhere_in_a_text(wording, text, expected):
    assert found_in(wording, text) is expected


@pytest.mark.parametrize(
    "patterns, expected",
    [((), True), (("Kestrel",), True), (("Gannet",), False), (("Gannet", "ferries"), True)],
)
def test_a_pack_applies_where_one_of_its_patterns_stands(patterns, expected):
    document = Document("a.md", "", (), ("# Results", "Kestrel Ferries plc"))
    assert applies(Pack("kestrel", "Kestrel", applies=patterns), document) is expected
