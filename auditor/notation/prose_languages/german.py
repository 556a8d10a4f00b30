"""German: the words of its sentences about figures."""

from __future__ import annotations

from auditor.notation.prose_languages.language import Language

LANGUAGE = Language(
    "german",
    frozenset((
        "mio", "euro", "geschäftsjahr", "umsatz", "ergebnis", "mrd", "der", "die", "das", "und",
        "im", "um", "auf", "von", "mit", "für", "sich", "wurde", "ist", "bei", "nach", "zum",
        "zur", "den", "dem", "des", "ein", "eine", "betrug", "stieg", "jahr", "sind", "wir",
        "nicht", "auch", "gegenüber",
    )),
    decimal_comma=True,
    scales=(
        "mio", "mio.", "million", "millionen", "mrd", "mrd.", "milliarde", "milliarden", "tsd",
        "tsd.", "tausend",
    ),
    units={
        "euro": "EUR", "franken": "CHF", "us-dollar": "USD", "dollar": "USD", "prozent": "%",
        "basispunkte": "basis points", "basispunkten": "basis points",
        "prozentpunkt": "points", "prozentpunkte": "points", "prozentpunkten": "points",
    },
    up=(
        "stieg", "stiegen", "steigt", "steigen", "gestiegen*", "ansteigen", "anstieg", "wuchs",
        "wuchsen", "wächst", "gewachsen", "erhöht*", "erhöhen", "erhöhung", "zunahm*",
        "zugenommen", "nahm", "nahmen", "zugelegt", "legte", "legten", "verbesserte*",
        "verbessert", "kletterte", "kletterten", "steigerte", "steigerten", "gesteigert",
        "steigerung", "steigert", "steigern", "zuwachs", "plus", "wachstum", "übertraf", "höher",
    ),
    down=(
        "sank", "sanken", "sinkt", "gesunken*", "fiel", "fielen", "gefallen", "verringert*",
        "verminderte*", "reduzierte*", "rückgang", "ging", "gingen", "zurückgegangen", "minus",
        "abnahme", "abgenommen", "verschlechterte*", "niedriger", "schrumpfte*", "verfehlte",
    ),
    up_after=("zu", "höher", "mehr", "gestiegen", "gewachsen", "über"),
    down_after=("zurück", "ab", "niedriger", "weniger", "gesunken", "unter"),
    arrives=("auf", "bei", "bis auf"),
    levels=("mit",),
    base=(
        "von", "aus", "nach", "vorjahreswert von", "vorjahresniveau von", "vorjahr von",
        "gegenüber", "verglichen mit", "im vergleich zu", "vorjahr:", "vorjahr", "vj.:", "vj.",
        "vorjahreswert:", "vorjahreszeitraum:", "vorjahresquartal:",
        "i.vj.:", "i. vj.:", "i. vj.", "zuvor", "vorjahreszeitraum", "als die", "über den",
        "unter den",
    ),
    after_base=(
        "im vorjahr", "im vorjahreszeitraum", "im vorjahresquartal", "zuvor",
    ),
    leads_to_amounts=("von",),
    change_nouns=(
        "anstieg", "zuwachs", "plus", "minus", "rückgang", "steigerung", "erhöhung", "zunahme",
        "abnahme", "wachstum", "verbesserung", "verringerung", "umsatzplus", "umsatzzuwachs",
        "umsatzwachstum", "umsatzanstieg",
    ),
    year_before=(
        "gegenüber dem vorjahr", "gegenüber vorjahr", "gegenüber dem vorjahreszeitraum",
        "gegenüber dem vorjahresquartal", "im vergleich zum vorjahr", "zum vorjahr",
        "im vergleich zum vorjahreszeitraum", "im vorjahresvergleich", "als im vorjahr",
        "zum vorjahreszeitraum", "über vorjahr", "über dem vorjahr", "über dem vorjahreswert",
        "unter vorjahr", "unter dem vorjahr", "unter dem vorjahreswert", "über vorjahresniveau",
        "unter vorjahresniveau", "über dem vorjahresniveau", "unter dem vorjahresniveau",
    ),
    in_period=(
        "in", "im gesamtjahr", "im jahr", "im jahre", "im geschäftsjahr", "im", "für", "in den",
        "für das jahr",
        "für das geschäftsjahr", "des jahres", "des geschäftsjahres", "für das",
    ),
    causes=(
        "aufgrund", "wegen", "infolge", "durch", "vor allem", "insbesondere", "bedingt", "dank",
        "weil", "davon",
    ),
    states=(
        "betrug", "betrugen", "beträgt", "belief", "beliefen", "lag", "lagen", "liegt",
        "erreichte*", "erreicht", "erzielte*", "war", "waren", "ist", "sind", "wurde", "wurden",
        "hat", "haben", "kam", "kamen", "blieb", "stand", "summierte*", "konnte*",
        "erwirtschaftete*", "verzeichnete*", "verbuchte*", "erzielen", "verblieb", "verbleibt",
        "bleibt", "bleiben", "blieben", "trug", "trugen", "beziffert", "bezifferte*",
    ),
    lead=(
        "der", "die", "das", "dem", "den", "unser", "unsere", "und", "auch", "sowie", "während",
        "im jahr", "im geschäftsjahr", "in", "im", "dabei", "damit", "beim", "jahr",
        "gesamtjahr", "geschäftsjahr", "für das", "aber", "ein", "eine", "einen", "einem", "einer",
        "der konzern", "die gruppe", "das unternehmen", "die gesellschaft", "wir", "berichtsjahr",
        "berichtszeitraum", "abgelaufenen", "nach steuern", "unter dem strich", "insgesamt",
        "per saldo", "im konzern", "konzernweit", "per", "am", "zum", "zum stichtag",
    ),
    fillers=(
        "auf", "um", "von", "und", "oder", "bei", "mit", "sich", "im", "in", "dem", "den", "der",
        "die", "das", "jahr", "geschäftsjahr", "nach", "aus", "vorjahr", "vorjahreszeitraum",
        "zuvor", "rund", "etwa", "ca", "knapp", "einem", "einer", "ein", "eine", "einen", "was",
        "entspricht", "also", "d. h", "bzw", "gegenüber", "gut", "noch", "zu", "ab", "zurück",
        "damit", "somit", "wert", "vj", "i", "dies", "über", "mehr als", "fast", "deutlich",
        "erzielt", "beziehungsweise", "respektive", "leicht", "erneut", "weiter", "nur",
        "im vergleich", "zum", "verglichen", "für",
    ),
    about=("etwa", "rund", "ca.", "ca", "circa", "ungefähr", "annähernd"),
    bound=(
        "knapp", "fast", "nahezu", "beinahe", "mehr als", "über", "gut", "weniger als", "unter",
        "mindestens", "höchstens", "bis zu", "maximal", "wenigstens",
    ),
    part_of_year=("quartal", "halbjahr", "monat", "woche", "neunmonat"),
    margins=("marge",),
    revenues=(
        "umsatz", "umsatzerlöse", "gesamtumsatz", "konzernumsatz", "umsatz gesamt", "nettoumsatz",
        "nettoerlös", "nettoerlöse", "umsatzerlöse gesamt", "summe umsatzerlöse",
        "total ertrag", "betriebsertrag", "total betriebsertrag",
    ),
    expects=(
        "erwartet der", "erwartet die", "erwartet das", "erwarten wir", "erwarten für",
        "erwartet für", "prognos*", "rechnet", "rechnen", "plant", "geplant*", "dürfte",
        "dürften",
    ),
    restated=(
        "währungsbereinigt*", "wechselkursbereinigt*", "bereinigt*", "organisch*",
        "flächenbereinigt*", "auf vergleichbarer basis", "vergleichbar*", "portfoliobereinigt*",
        "ohne", "pro forma", "konstanten",
    ),
    shares=(
        "entspricht", "entsprach", "entsprechen", "das sind", "dies sind", "macht", "machten",
        "machte", "trug", "trugen", "steuerte", "steuerten",
    ),
    share_nouns=("anteil",),
    share_in=("am", "an der", "an den", "an dem", "vom"),
    share_of=("des", "der", "vom", "von", "am", "zum"),
    whole_year=("gesamtjahr", "gesamten jahr", "ganzen jahr"),
    segments=(
        "segment", "segments", "division", "sparte", "bereich", "geschäftsbereich",
        "geschäftsfeld",
    ),
    same=(
        ("bilanzsumme", "summe aktiva", "total aktiven", "summe der aktiva", "aktiva gesamt",
         "summe vermögenswerte", "vermögenswerte gesamt", "summe passiva", "total passiven"),
    ),
    quotients=(
        (
            ("eigenkapitalquote", "konzerneigenkapitalquote", "eigenfinanzierungsgrad"),
            ("eigenkapital", "summe eigenkapital", "total eigenkapital", "eigenkapital gesamt",
             "konzerneigenkapital"),
            ("bilanzsumme", "summe aktiva", "total aktiven", "summe der aktiva", "aktiva gesamt",
             "summe vermögenswerte"),
        ),
    ),
    per_share=("je aktie", "pro aktie", "je stammaktie", "je vorzugsaktie"),
    tax_rates=(
        "steuerquote", "konzernsteuerquote", "effektive steuerquote", "effektiver steuersatz",
        "effektive konzernsteuerquote", "steuersatz", "ertragsteuerquote",
    ),
)  # fmt: skip
