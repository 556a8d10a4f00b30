"""German statements: decimal commas, points between thousands; Mio. €, TEUR, Vj., davon."""

from __future__ import annotations

from tests.languages.notation import Notation
from tests.statements import Sheet

GERMAN = Notation(".", ",", " %")

SHEETS = (
    Sheet(
        "gewinn-und-verlustrechnung",
        "# Halmer Werkzeug AG\n\n## Konzern-Gewinn- und Verlustrechnung\n\nin Mio. €",
        {"2025": "", "Vj.": "", "Veränderung in %": "2025 over Vj."},
        {
            "Umsatzerlöse": 4_218.4,
            "Materialaufwand": -2_140.6,
            "Rohertrag": "Umsatzerlöse + Materialaufwand",
            "Personalaufwand": -918.3,
            "Sonstige betriebliche Aufwendungen": -402.8,
            "EBITDA": "Rohertrag + Personalaufwand + Sonstige betriebliche Aufwendungen",
            "Abschreibungen": -187.5,
            "Betriebsergebnis": "EBITDA + Abschreibungen",
            "Finanzergebnis": -41.2,
            "Ergebnis vor Steuern": "Betriebsergebnis + Finanzergebnis",
            "Ertragsteuern": -121.7,
            "Jahresüberschuss": "Ergebnis vor Steuern + Ertragsteuern",
        },
        negative="-{}",
        decimals=1,
        below="Die Umsatzerlöse lagen im Geschäftsjahr 2025 bei {Umsatzerlöse|2025} Mio. €"
        " (Vj.: {Umsatzerlöse|Vj.} Mio. €). Der Bericht wurde am 14. März 2026 veröffentlicht;"
        " das 3. Quartal war das stärkste.",
        notation=GERMAN,
    ),
    Sheet(
        "bilanz",
        "# Ostsee Fährlinien AG\n\n## Konzernbilanz\n\nin TEUR",
        {"31.12.2025": "", "31.12.2024": "", "Veränderung": "31.12.2025 - 31.12.2024"},
        {
            "Immaterielle Vermögenswerte": 41_870,
            "Sachanlagen": 318_240,
            "Langfristige Vermögenswerte": "Immaterielle Vermögenswerte + Sachanlagen",
            "Vorräte": 27_615,
            "Forderungen aus Lieferungen und Leistungen": 63_118,
            "Zahlungsmittel": 52_904,
            "Kurzfristige Vermögenswerte": "Vorräte"
            " + Forderungen aus Lieferungen und Leistungen + Zahlungsmittel",
            "Bilanzsumme": "Langfristige Vermögenswerte + Kurzfristige Vermögenswerte",
        },
        negative="-{}",
        below="Die Bilanzsumme betrug zum 31. Dezember 2025 {Bilanzsumme|31.12.2025} TEUR nach"
        " {Bilanzsumme|31.12.2024} TEUR zum 31. Dezember 2024.",
        notation=GERMAN,
    ),
    Sheet(
        "kapitalflussrechnung",
        "# Birkenau Optik SE\n\n## Konzern-Kapitalflussrechnung\n\n(in Tausend Euro)",
        {"1. Januar bis 30. September 2025": "", "1. Januar bis 30. September 2024": ""},
        {
            "Periodenergebnis": 18_240,
            "Abschreibungen auf Sachanlagen": 9_415,
            "Veränderung des Working Capital": -3_210,
            "Cashflow aus betrieblicher Tätigkeit": "Periodenergebnis"
            " + Abschreibungen auf Sachanlagen + Veränderung des Working Capital",
            "Investitionen in Sachanlagen": -14_803,
            "Erlöse aus Anlagenabgängen": 1_116,
            "Cashflow aus Investitionstätigkeit": "Investitionen in Sachanlagen"
            " + Erlöse aus Anlagenabgängen",
            "Tilgung von Darlehen": -4_900,
            "Gezahlte Dividenden": -3_350,
            "Cashflow aus Finanzierungstätigkeit": "Tilgung von Darlehen + Gezahlte Dividenden",
            "Veränderung der Zahlungsmittel": "Cashflow aus betrieblicher Tätigkeit"
            " + Cashflow aus Investitionstätigkeit + Cashflow aus Finanzierungstätigkeit",
        },
        negative="({})",
        below="In den ersten neun Monaten 2025 lag der Cashflow aus betrieblicher Tätigkeit bei"
        " {Cashflow aus betrieblicher Tätigkeit|1. Januar bis 30. September 2025} TEUR. Die"
        " Hauptversammlung fand am 7. Mai 2025 statt.",
        notation=GERMAN,
    ),
    Sheet(
        "kennzahlen",
        "# Taunus Logistik GmbH & Co. KGaA\n\n## Kennzahlen im 3. Quartal\n\nin Mio. Euro",
        {"Q3 2025": "", "Q3 2024": "", "Veränd. (%)": "Q3 2025 over Q3 2024"},
        {
            "Inland": 512.6,
            "Ausland": 388.1,
            "Umsatz gesamt": "Inland + Ausland",
            "EBITDA": 96.4,
            "EBITDA-Marge": "EBITDA % of Umsatz gesamt",
            "Investitionen": 44.7,
        },
        negative="–{}",
        decimals=1,
        below="Der Umsatz {Umsatz gesamt|Veränd. (%)|stieg|sank} im 3. Quartal 2025 um"
        " {Umsatz gesamt|Veränd. (%)} auf {Umsatz gesamt|Q3 2025} Mio. Euro.",
        notation=GERMAN,
    ),
    Sheet(
        "segmente",
        "# Lindauer Papier AG\n\n## Umsatz nach Segmenten\n\nT€",
        {
            "GJ 2024/25": "",
            "GJ 2023/24": "",
            "+/-": "GJ 2024/25 - GJ 2023/24",
            "+/- %": "GJ 2024/25 over GJ 2023/24",
        },
        {
            "Verpackung": 82_415,
            "Hygiene": 61_204,
            "Druckpapiere": 40_338,
            "Sonstige": 5_120,
            "Summe Segmente": "Verpackung + Hygiene + Druckpapiere + Sonstige",
            "Konsolidierung": -7_214,
            "Konzern": "Summe Segmente + Konsolidierung",
        },
        negative="-{}",
        below="Das Segment Hygiene erlöste im Geschäftsjahr 2024/25 {Hygiene|GJ 2024/25} T€"
        " (Vorjahr:"
        " {Hygiene|GJ 2023/24} T€).",
        notation=GERMAN,
    ),
)
