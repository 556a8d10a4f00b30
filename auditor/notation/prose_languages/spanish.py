"""Spanish: the words of its sentences about figures."""

from __future__ import annotations

from auditor.notation.prose_languages.language import Language

LANGUAGE = Language(
    "spanish",
    frozenset((
        "millones", "euros", "ingresos", "beneficio", "ejercicio", "resultado", "el", "la", "los",
        "las", "de", "del", "y", "en", "un", "una", "con", "por", "fue", "hasta", "frente",
        "respecto", "para", "se", "que", "su", "al", "como", "es", "más", "aumentaron", "año",
        "fueron",
    )),
    decimal_comma=True,
    scales=(
        "millón", "millones", "mil millones", "mil", "miles", "billones", "mm", "mill.",
    ),
    units={
        "euro": "EUR", "euros": "EUR", "de euros": "EUR", "de dólares": "USD", "dólares": "USD",
        "pesos": "pesos", "de pesos": "pesos", "soles": "PEN", "de soles": "PEN",
        "por ciento": "%", "punto porcentual": "points", "puntos porcentuales": "points",
        "puntos básicos": "basis points", "punto básico": "basis points",
        "puntos": "points", "p.p.": "points", "pp": "points",
    },
    up=(
        "aument*", "creci*", "crece*", "sub*", "increment*", "mejor*", "ascenso", "alza",
        "avanz*", "superior*", "elev*", "repunt*",
    ),
    down=(
        "disminuy*", "disminución", "caíd*", "cay*", "cae*", "baj*", "descend*", "descenso",
        "reduj*", "reduc*", "retroced*", "inferior*", "empeor*", "desc*",
    ),
    up_after=("más", "superior*", "de crecimiento", "de aumento"),
    down_after=("menos", "inferior*", "de descenso", "de caída"),
    arrives=(
        "hasta", "hasta el", "hasta la", "hasta los", "hasta las", "a", "a los", "alcanzar",
        "alcanzando", "hasta alcanzar", "hasta alcanzar los", "situarse en",
    ),
    base=(
        "frente a", "frente a los", "frente a las", "desde", "desde los", "pasaron de", "pasó de",
        "pasando de", "pasar de", "pasado de", "contra", "comparado con", "comparados con",
        "comparada con", "comparadas con",
        "en comparación con", "respecto a", "respecto a los", "ante", "sobre los", "tras",
        "que los", "que las",
    ),
    after_base=(
        "del año anterior", "un año antes", "el año anterior", "al cierre del año anterior",
        "del ejercicio anterior",
        "en el ejercicio anterior", "en el año anterior",
    ),
    year_before=(
        "respecto al año anterior", "respecto al ejercicio anterior", "frente al año anterior",
        "frente al ejercicio anterior", "interanual", "con respecto al año anterior",
        "en comparación con el año anterior", "sobre el año anterior", "que el año anterior",
        "a los del año anterior", "a las del año anterior", "al del año anterior",
        "a la del año anterior", "a los del ejercicio anterior", "a las del ejercicio anterior",
        "al del ejercicio anterior", "a la del ejercicio anterior", "que en el año anterior",
        "que en el ejercicio anterior", "que el ejercicio anterior",
    ),
    in_period=(
        "en", "de", "en el ejercicio", "en el año", "del ejercicio", "durante", "del año",
        "en el", "durante el ejercicio", "en los", "en los primeros", "durante los",
    ),
    causes=(
        "debido a", "gracias a", "por", "principalmente", "impulsad*", "como consecuencia",
        "de los cuales",
    ),
    states=(
        "fue", "fueron", "es", "son", "era", "ascend*", "alcanz*", "se situ*", "totaliz*", "ha",
        "han", "lleg*", "represent*", "se ubic*", "registr*", "pas*", "se elev*", "sum*",
        "obtuv*", "generó", "generaron", "ha generado", "logr*", "consigui*",
    ),
    lead=(
        "el", "la", "los", "las", "y", "nuestros", "nuestro", "mientras que", "en", "su", "sus",
        "un", "una", "por su parte", "de", "del", "año", "ejercicio", "pero",
        "en los", "en los primeros", "el grupo", "la compañía", "la sociedad", "la empresa",
        "grupo", "compañía",
    ),
    fillers=(
        "consolidado", "consolidados", "consolidadas",
        "a", "de", "en", "un", "una", "el", "los", "las", "y", "o", "hasta", "frente", "desde",
        "lo que supone", "es decir", "la", "casi", "cerca", "que", "más", "respecto", "ejercicio",
        "año", "anterior", "al", "del", "cierre", "para", "unos", "unas", "alrededor",
        "se", "situarse",
        "alcanzar", "con", "por", "comparado", "comparada", "comparados", "comparadas",
    ),
    about=(
        "alrededor de", "aproximadamente", "unos", "unas", "cerca de", "en torno a",
        "en torno al",
    ),
    bound=(
        "más de", "menos de", "casi", "al menos", "como máximo", "hasta un", "por encima de",
        "por debajo de", "prácticamente", "más del", "menos del", "cerca del",
    ),
    part_of_year=("trimestre", "semestre", "meses"),
    margins=("margen de", "margen"),
    results=("resultado", "beneficio"),
    revenues=(
        "ingresos", "cifra de negocios", "importe neto de la cifra de negocios", "ventas",
        "ingresos totales", "ventas netas", "total ingresos", "ventas totales", "total ventas",
    ),
    expects=(
        "prevé*", "prevemos", "espera", "esperan", "esperamos", "estima", "estiman",
        "previsión*", "previsiones", "objetivo*", "guía", "proyecta*",
    ),
    restated=(
        "a tipo de cambio constante", "tipos de cambio constantes", "orgánic*", "comparable*",
        "excluyendo", "sin contar", "pro forma", "ajustad*", "a moneda constante",
    ),
    whole_year=("conjunto del año", "conjunto del ejercicio", "año completo"),
    segments=("segmento", "división", "negocio", "área", "actividad"),
    same=(
        ("total activo", "activo total", "total del activo", "activos totales", "total activos"),
    ),
    shares=("supone*", "supon*", "represent*", "equival*", "equivalente a", "lo que supone"),
    per_share=("por acción",),
    tax_rates=(
        "tipo impositivo efectivo", "tipo efectivo", "tasa efectiva", "tasa impositiva efectiva",
        "tasa efectiva de impuestos", "tipo impositivo", "tasa impositiva",
    ),
    share_nouns=("peso", "porcentaje", "proporción"),
    share_in=("sobre los", "sobre las", "sobre el", "sobre la", "sobre"),
    share_of=("de las", "de los", "del", "de la", "de", "sobre las", "sobre"),
)  # fmt: skip
