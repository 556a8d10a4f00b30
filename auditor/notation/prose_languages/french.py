"""French: the words of its sentences about figures."""

from __future__ import annotations

from auditor.notation.prose_languages.language import Language

LANGUAGE = Language(
    "french",
    frozenset((
        "millions", "euros", "chiffre", "résultat", "exercice", "trimestre", "le", "la", "les",
        "des", "du", "et", "en", "est", "une", "un", "au", "aux", "dans", "pour", "par", "sur",
        "avec", "été", "à", "ce", "cette", "plus", "contre", "nous", "rapport", "hausse",
        "baisse", "s'élève", "ressort", "de", "que", "se", "milliers",
    )),
    decimal_comma=True,
    groups_by_spaces=True,
    scales=(
        "million", "millions", "milliard", "milliards", "millier", "milliers", "mille", "mrd",
        "mio",
    ),
    units={
        "euro": "EUR", "euros": "EUR", "d'euros": "EUR", "d'euro": "EUR", "francs suisses": "CHF",
        "de francs suisses": "CHF", "de francs": "CHF", "de dollars": "USD", "dollars": "USD",
        "pour cent": "%", "pourcent": "%", "point": "points", "points": "points",
        "points de base": "basis points", "point de base": "basis points",
        "point de pourcentage": "points", "points de pourcentage": "points",
    },
    up=(
        "hausse", "progress*", "augment*", "croissance", "croît", "accru*", "accroissement",
        "gagn*", "améliore*", "amélioration", "supérieur*", "bondi*", "grimp*",
    ),
    down=(
        "baisse*", "recul*", "diminu*", "chut*", "repli*", "inférieur*", "régress*", "dégrad*",
        "réduit*", "contract*",
    ),
    up_after=("de plus", "de hausse", "de croissance", "supérieur*"),
    down_after=("de moins", "de baisse", "inférieur*"),
    arrives=(
        "à", "atteindre", "pour atteindre", "pour s'établir à", "pour s'élever à", "jusqu'à",
        "pour ressortir à",
        "atteignant", "atteint",
    ),
    base=(
        "contre", "passe de", "passé de", "passée de", "passés de", "passant de", "passent de",
        "par rapport à", "après", "comparé à", "comparés à", "comparée à", "face à",
        "à comparer à", "n-1 :", "n-1:", "que les",
    ),
    after_base=(
        "un an plus tôt", "un an auparavant", "l'an dernier", "l'année précédente",
        "l'exercice précédent", "en n-1",
    ),
    year_before=(
        "par rapport à l'année précédente", "par rapport à l'an dernier",
        "par rapport à l'exercice précédent", "sur un an", "en un an",
        "par rapport à la même période de l'année précédente", "d'une année sur l'autre",
        "par rapport à l'année dernière",
    ),
    in_period=(
        "en", "sur", "au titre de", "pour", "au titre de l'exercice", "pour l'exercice",
        "de l'exercice", "sur l'exercice", "au",
    ),
    causes=(
        "grâce à", "en raison de", "du fait de", "suite à", "lié*", "due*", "notamment", "dont",
        "principalement", "tiré*",
    ),
    states=(
        "s'élève", "s'est élevé*", "s'établit", "s'est établi*", "ressort", "ressortent",
        "atteint", "a atteint", "atteignent", "est", "sont", "était", "étaient", "a", "ont",
        "s'inscrit", "se monte", "représente*", "affiche", "passe", "est passé*", "passent",
        "s'élèvent", "s'est monté*", "se sont élevé*", "se sont établi*", "se sont inscrit*",
        "se sont monté*", "s'inscrivent", "s'établissent", "s'est inscrit*", "ont atteint",
        "ont représenté", "a représenté", "totalise*", "se situe*", "se montent",
        "réalise", "a réalisé", "génère", "a généré", "enregistre", "a enregistré", "dégage",
        "a dégagé", "publie", "a publié",
    ),
    lead=(
        "le", "la", "les", "l'", "notre", "nos", "et", "tandis que", "en", "sur", "pour",
        "au titre de", "ainsi", "son", "sa", "mais", "un", "une", "de", "du",
        "le groupe", "la société", "l'entreprise", "nous avons", "groupe", "société",
    ),
    fillers=(
        "consolidé", "consolidés", "du", "des",
        "à", "de", "en", "soit", "et", "ou", "contre", "un", "une", "par rapport", "au", "sur",
        "environ", "près", "la", "le", "les", "est", "plus", "après", "comparé", "comparés",
        "l'exercice", "pour", "pour atteindre", "atteindre", "alors", "presque", "quelque", "n-1",
        "ce", "qui", "représente",
    ),
    about=(
        "environ", "près de", "quelque", "autour de", "aux alentours de", "à peu près",
    ),
    bound=(
        "plus de", "moins de", "presque", "au moins", "au plus", "jusqu'à", "un peu plus de",
        "un peu moins de", "au-delà de", "quasiment", "supérieur à", "supérieure à",
        "supérieurs à", "supérieures à", "inférieur à", "inférieure à", "inférieurs à",
        "inférieures à",
    ),
    part_of_year=("trimestre", "semestre", "mois"),
    margins=("marge de", "marge d'", "marge"),
    results=("résultat", "bénéfice"),
    revenues=(
        "chiffre d'affaires", "produits d'exploitation", "ventes", "chiffre d'affaires consolidé",
        "chiffre d'affaires net", "total chiffre d'affaires", "chiffre d'affaires total",
        "total du chiffre d'affaires", "total des ventes", "ventes totales",
    ),
    expects=(
        "vise*", "prévoit", "prévoient", "anticipe*", "objectif*", "devrait", "devraient",
        "attendu*", "table sur", "prévision*", "perspectives",
    ),
    restated=(
        "à périmètre*", "taux de change constants", "à changes constants", "taux constants",
        "organique*", "données comparables", "comparable*", "hors", "pro forma", "retraité*",
        "à devises constantes",
    ),
    shares=(
        "soit", "représente*", "représentant", "ce qui représente", "correspond à",
        "correspondant à", "équivalent à",
    ),
    whole_year=("ensemble de l'année", "ensemble de l'exercice", "année entière"),
    segments=("activité", "division", "segment", "branche", "pôle", "secteur"),
    same=(
        ("total du bilan", "total bilan", "total actif", "total de l'actif", "total des actifs"),
    ),
    share_nouns=("part", "poids", "proportion"),
    share_in=("dans le", "dans les", "dans la", "sur le", "sur les", "sur la"),
    share_of=("du", "de la", "des", "de l'", "de"),
    per_share=("par action",),
    tax_rates=(
        "taux effectif d'imposition", "taux d'imposition effectif", "taux d'impôt effectif",
        "taux effectif d'impôt", "taux d'imposition", "taux d'impôt",
    ),
)  # fmt: skip
