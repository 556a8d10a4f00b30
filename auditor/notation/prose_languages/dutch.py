"""Dutch: the words of its sentences about figures."""

from __future__ import annotations

from auditor.notation.prose_languages.language import Language

LANGUAGE = Language(
    "dutch",
    frozenset((
        "miljoen", "euro", "boekjaar", "miljoenen", "miljard", "nettowinst", "de", "het", "een",
        "en", "van", "in", "met", "naar", "op", "voor", "bedroeg", "steeg", "is", "was", "werd",
        "ten", "opzichte", "jaar", "omzet", "zijn", "bij", "aan", "dat", "door", "niet", "tot",
    )),
    decimal_comma=True,
    scales=(
        "miljoen", "miljoenen", "miljard", "duizend", "mln", "mln.", "mld", "mld.",
    ),
    units={
        "euro": "EUR", "dollar": "USD", "procent": "%", "procentpunt": "points",
        "procentpunten": "points", "procentpunt.": "points",
    },
    up=(
        "steeg", "stegen", "stijg*", "gestegen", "groei*", "groeide*", "toename", "toenam*",
        "nam", "namen", "verbeter*", "hoger", "klom", "verhoog*",
    ),
    down=(
        "daal*", "gedaald", "afname", "verminder*", "lager", "kromp", "krimp", "verslechter*",
        "viel", "zakte*",
    ),
    up_after=("toe", "hoger", "meer", "gestegen"),
    down_after=("af", "lager", "minder", "gedaald", "terug"),
    arrives=("naar", "tot", "op", "uit op"),
    levels=("met",),
    base=(
        "van", "tegen", "tegenover", "ten opzichte van", "vergeleken met", "vorig jaar:", "vanaf",
        "uit", "was", "dan de",
    ),
    after_base=(
        "in het voorgaande jaar", "een jaar eerder", "vorig jaar", "in het vorige jaar",
        "het jaar ervoor",
    ),
    change_nouns=(
        "stijging", "daling", "groei", "toename", "afname", "plus", "verbetering",
    ),
    year_before=(
        "ten opzichte van het voorgaande jaar", "ten opzichte van vorig jaar",
        "vergeleken met vorig jaar", "dan vorig jaar", "op jaarbasis", "jaar-op-jaar",
        "boven het niveau van vorig jaar", "onder het niveau van vorig jaar", "boven vorig jaar",
        "onder vorig jaar",
    ),
    in_period=(
        "in", "over", "in het jaar", "over het jaar", "voor", "over boekjaar", "in boekjaar",
    ),
    causes=(
        "door", "vanwege", "dankzij", "als gevolg", "voornamelijk", "vooral", "waarvan",
    ),
    states=(
        "bedroeg", "bedroegen", "bedraagt", "was", "waren", "is", "zijn", "kwam", "kwamen",
        "bereikte*", "lag", "werd", "beliep", "ging", "heeft",
    ),
    lead=(
        "de", "het", "een", "en", "onze", "in", "over", "terwijl", "ook", "jaar", "boekjaar",
        "maar",
    ),
    fillers=(
        "naar", "met", "van", "tot", "en", "of", "in", "het", "de", "een", "tegen", "op", "uit",
        "ten opzichte", "vergeleken", "bijna", "ruim", "circa", "ongeveer", "jaar", "vorig",
        "voorgaande", "ofwel", "oftewel", "dan", "over", "is", "was", "toe", "af",
    ),
    about=("circa", "ongeveer", "rond", "ca."),
    bound=(
        "bijna", "ruim", "meer dan", "minder dan", "ten minste", "minstens", "hoogstens",
        "maximaal", "tot wel", "krap",
    ),
    part_of_year=("kwartaal", "halfjaar", "half jaar", "maand", "jaarhelft"),
    margins=("marge",),
    revenues=("omzet", "netto-omzet", "opbrengsten"),
    restated=(
        "constante wisselkoersen", "organisch*", "vergelijkbare", "exclusief", "gecorrigeerd*",
        "pro forma", "autonoom", "autonome", "onderliggend*",
    ),
    shares=("ofwel", "oftewel", "wat neerkomt op", "vertegenwoordig*"),
    share_of=("van de", "van het", "van"),
)  # fmt: skip
