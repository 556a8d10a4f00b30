"""French statements: blanks between thousands, decimal commas; k€, M€, N-1, dont, var."""

from __future__ import annotations

from tests.languages.notation import Notation
from tests.statements import Sheet

NARROW, WIDE, PLAIN = (
    Notation("\u202f", ",", "\u202f%"),
    Notation("\u00a0", ",", "\u00a0%"),
    Notation(" ", ",", " %"),
)

SHEETS = (
    Sheet(
        "compte de résultat",
        "# Verrerie du Morvan SA\n\n## Compte de résultat consolidé\n\n(en millions d’euros)",
        {"2025": "", "2024": "", "Variation en %": "2025 over 2024"},
        {
            "Chiffre d’affaires": 4_218.4,
            "Coût des ventes": -2_640.6,
            "Marge brute": "Chiffre d’affaires + Coût des ventes",
            "Frais commerciaux": -518.3,
            "Frais administratifs": -302.8,
            "Résultat opérationnel": "Marge brute + Frais commerciaux + Frais administratifs",
            "Résultat financier": -61.5,
            "Résultat avant impôt": "Résultat opérationnel + Résultat financier",
            "Impôt sur les bénéfices": -141.2,
            "Résultat net": "Résultat avant impôt + Impôt sur les bénéfices",
        },
        negative="({})",
        decimals=1,
        below="Le chiffre d’affaires s’est élevé à {Chiffre d’affaires|2025} millions d’euros en"
        " 2025, contre {Chiffre d’affaires|2024} millions d’euros en 2024. Les comptes ont été"
        " arrêtés le 12 février 2026 ; le T3 2025 a été le meilleur trimestre.",
        notation=NARROW,
    ),
    Sheet(
        "bilan",
        "# Ateliers de la Loire\n\n## Bilan actif\n\n(en k€)",
        {"Exercice N": "", "Exercice N-1": "", "Variation": "Exercice N - Exercice N-1"},
        {
            "Immobilisations incorporelles": 41_870,
            "Immobilisations corporelles": 318_240,
            "Total actif immobilisé": "Immobilisations incorporelles + Immobilisations corporelles",
            "Stocks et en-cours": 27_615,
            "Créances clients": 63_118,
            "Disponibilités": 52_904,
            "Total actif circulant": "Stocks et en-cours + Créances clients + Disponibilités",
            "Total général": "Total actif immobilisé + Total actif circulant",
        },
        negative="-{}",
        below="Les disponibilités atteignent {Disponibilités|Exercice N} k€ au 31 décembre 2025,"
        " contre {Disponibilités|Exercice N-1} k€ au 31 décembre 2024.",
        notation=WIDE,
    ),
    Sheet(
        "flux de trésorerie",
        "# Papeteries Vauban\n\n## Tableau des flux de trésorerie\n\nEn milliers d'euros",
        {"30/06/2025": "", "30/06/2024": ""},
        {
            "Résultat net": 18_240,
            "Dotations aux amortissements": 9_415,
            "Variation du besoin en fonds de roulement": -3_210,
            "Flux de trésorerie d'exploitation": "Résultat net + Dotations aux amortissements"
            " + Variation du besoin en fonds de roulement",
            "Acquisitions d'immobilisations": -14_803,
            "Cessions d'immobilisations": 1_116,
            "Flux de trésorerie d'investissement": "Acquisitions d'immobilisations"
            " + Cessions d'immobilisations",
            "Remboursement d'emprunts": -4_900,
            "Dividendes versés": -3_350,
            "Flux de trésorerie de financement": "Remboursement d'emprunts + Dividendes versés",
            "Variation nette de la trésorerie": "Flux de trésorerie d'exploitation"
            " + Flux de trésorerie d'investissement + Flux de trésorerie de financement",
        },
        negative="({})",
        below="Au premier semestre 2025, le flux de trésorerie d'exploitation ressort à"
        " {Flux de trésorerie d'exploitation|30/06/2025} milliers d'euros. Le dividende a été versé"
        " le 1er juillet 2025.",
        notation=PLAIN,
    ),
    Sheet(
        "chiffres clés",
        "# Groupe Cévenol\n\n## Chiffres clés du troisième trimestre\n\nEn M€",
        {"T3 2025": "", "T3 2024": "", "Var. %": "T3 2025 over T3 2024"},
        {
            "France": 512.6,
            "International": 388.1,
            "Chiffre d'affaires total": "France + International",
            "EBITDA": 96.4,
            "Marge d'EBITDA": "EBITDA % of Chiffre d'affaires total",
            "Investissements": 44.7,
        },
        negative="-{}",
        decimals=1,
        below="Au T3 2025, le chiffre d'affaires total"
        " {Chiffre d'affaires total|Var. %|progresse|recule}"
        " de {Chiffre d'affaires total|Var. %} à {Chiffre d'affaires total|T3 2025} M€.",
        notation=WIDE,
    ),
    Sheet(
        "secteurs",
        "# Compagnie des Docks\n\n## Produits par secteur\n\n(en milliers d’euros)",
        {
            "Exercice 2025": "",
            "Exercice 2024": "",
            "Écart": "Exercice 2025 - Exercice 2024",
            "Évolution (%)": "Exercice 2025 over Exercice 2024",
        },
        {
            "Manutention": 82_415,
            "Entreposage": 61_204,
            "Remorquage": 40_338,
            "Autres": 5_120,
            "Total secteurs": "Manutention + Entreposage + Remorquage + Autres",
            "Éliminations": -7_214,
            "Total Groupe": "Total secteurs + Éliminations",
        },
        negative="({})",
        below="Le secteur Remorquage a réalisé {Remorquage|Exercice 2025} milliers d’euros en 2025"
        " contre {Remorquage|Exercice 2024} milliers d’euros un an plus tôt.",
        notation=NARROW,
    ),
)
