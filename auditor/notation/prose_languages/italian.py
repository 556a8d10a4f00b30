"""Italian: the words of its sentences about figures."""

from __future__ import annotations

from auditor.notation.prose_languages.language import Language

LANGUAGE = Language(
    "italian",
    frozenset((
        "milioni", "euro", "esercizio", "risultato", "utile", "miliardi", "il", "lo", "la", "gli",
        "le", "di", "del", "della", "dei", "delle", "e", "in", "un", "una", "con", "per", "è",
        "sono", "nel", "dal", "al", "ai", "alla", "rispetto", "ricavi", "stato", "che", "anno",
        "si", "più",
    )),
    decimal_comma=True,
    scales=(
        "milione", "milioni", "miliardo", "miliardi", "mila", "migliaia", "mln", "mld",
    ),
    units={
        "euro": "EUR", "di euro": "EUR", "di dollari": "USD", "dollari": "USD", "per cento": "%",
        "punto percentuale": "points", "punti percentuali": "points", "punti": "points",
    },
    up=(
        "aument*", "cresc*", "crebb*", "sal*", "increment*", "miglior*", "rialzo", "progress*",
        "superiore", "superiori",
    ),
    down=(
        "diminu*", "calo", "calat*", "scend*", "sces*", "ridu*", "ridott*", "fless*", "pegg*",
        "contra*", "inferiore", "inferiori", "ribasso",
    ),
    up_after=("in più", "superiore", "di crescita", "di aumento"),
    down_after=("in meno", "inferiore", "di calo"),
    arrives=(
        "a", "ad", "fino a", "raggiungendo", "raggiungere", "attestandosi a", "portandosi a",
    ),
    base=(
        "da", "dai", "dagli", "contro", "contro i", "rispetto a", "rispetto ai", "rispetto agli",
        "a fronte di", "a fronte dei", "dopo", "contro gli",
    ),
    after_base=(
        "dell'anno precedente", "nell'anno precedente", "un anno prima",
        "dell'esercizio precedente", "nell'esercizio precedente", "del precedente esercizio",
    ),
    year_before=(
        "rispetto all'anno precedente", "rispetto all'esercizio precedente", "su base annua",
        "sull'anno precedente", "anno su anno",
        "rispetto allo stesso periodo dell'anno precedente",
    ),
    in_period=(
        "nel", "in", "del", "nell'esercizio", "dell'esercizio", "per il", "per l'esercizio",
    ),
    causes=(
        "grazie", "a causa", "per effetto", "dovut*", "principalmente", "trainat*", "di cui",
    ),
    states=(
        "è", "sono", "era", "erano", "ammont*", "raggiung*", "raggiunt*", "si attest*",
        "si è attestat*", "si sono attestat*", "pari", "risulta", "risultano", "risultava", "ha",
        "hanno", "stato", "stati", "stata", "state", "rappresent*", "totalizz*", "passa",
        "passat*",
    ),
    lead=(
        "il", "lo", "la", "i", "gli", "le", "l'", "e", "nostri", "mentre", "nel", "in", "un",
        "una", "del", "di", "anno", "esercizio", "ma",
    ),
    fillers=(
        "al", "alla", "alle", "allo", "dal", "dalla", "della", "dello", "nella", "dell", "all",
        "nell", "sull", "dall", "a", "ad", "di", "del", "in", "un", "una", "il", "i", "e", "o",
        "da", "dai", "contro", "fino", "rispetto", "ai", "agli", "nel", "quasi", "circa", "oltre",
        "pari", "ovvero", "cioè", "che", "la", "lo", "anno", "esercizio", "fronte", "dei", "più",
        "con", "per",
    ),
    about=("circa", "intorno a", "attorno a", "approssimativamente"),
    bound=(
        "oltre", "più di", "più del", "meno di", "meno del", "quasi", "almeno", "al massimo",
        "fino a un", "poco più di", "poco meno di",
    ),
    part_of_year=("trimestre", "semestre", "mesi"),
    margins=("margine",),
    revenues=(
        "ricavi", "ricavi netti", "fatturato", "vendite", "totale ricavi",
    ),
    restated=(
        "a cambi costanti", "cambi costanti", "organic*", "perimetro", "a parità", "comparabil*",
        "escludendo", "esclus*", "pro forma", "rettificat*",
    ),
    shares=("pari a", "pari al", "rappresent*", "corrisponde*", "corrispondente a"),
    share_of=("dei", "delle", "del", "della", "di"),
)  # fmt: skip
