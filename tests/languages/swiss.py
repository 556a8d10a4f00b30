"""Swiss German statements: apostrophes between thousands, decimal points; CHF, Mio., TCHF."""

from __future__ import annotations

from tests.languages.notation import Notation
from tests.statements import Sheet

TYPED, CURLY = Notation("'", "."), Notation("’", ".", " %")

SHEETS = (
    Sheet(
        "erfolgsrechnung",
        "# Säntis Apparate AG\n\n## Konsolidierte Erfolgsrechnung\n\nin TCHF",
        {"2025": "", "2024": "", "Veränderung %": "2025 over 2024"},
        {
            "Nettoerlös": 318_240,
            "Materialaufwand": -141_870,
            "Bruttogewinn": "Nettoerlös + Materialaufwand",
            "Personalaufwand": -88_415,
            "Übriger Betriebsaufwand": -31_204,
            "Betriebsergebnis vor Abschreibungen (EBITDA)": "Bruttogewinn + Personalaufwand"
            " + Übriger Betriebsaufwand",
            "Abschreibungen": -14_120,
            "Betriebsergebnis (EBIT)": "Betriebsergebnis vor Abschreibungen (EBITDA)"
            " + Abschreibungen",
            "Finanzergebnis": -2_214,
            "Ertragssteuern": -7_118,
            "Reingewinn": "Betriebsergebnis (EBIT) + Finanzergebnis + Ertragssteuern",
        },
        negative="-{}",
        below="Der Nettoerlös betrug im Jahr 2025 {Nettoerlös|2025} TCHF (Vorjahr:"
        " {Nettoerlös|2024} TCHF). Die Generalversammlung findet am 22. April 2026 statt.",
        notation=TYPED,
    ),
    Sheet(
        "bilanz",
        "# Kantonale Seilbahnen AG\n\n## Bilanz\n\n(in CHF)",
        {"31. Dezember 2025": "", "31. Dezember 2024": ""},
        {
            "Flüssige Mittel": 4_318_240,
            "Forderungen": 2_141_870,
            "Vorräte": 988_415,
            "Total Umlaufvermögen": "Flüssige Mittel + Forderungen + Vorräte",
            "Sachanlagen": 18_931_204,
            "Finanzanlagen": 1_214_120,
            "Total Anlagevermögen": "Sachanlagen + Finanzanlagen",
            "Total Aktiven": "Total Umlaufvermögen + Total Anlagevermögen",
        },
        negative="-{}",
        below="Die flüssigen Mittel lagen zum 31. Dezember 2025 bei CHF"
        " {Flüssige Mittel|31. Dezember 2025} (Vorjahr: CHF {Flüssige Mittel|31. Dezember 2024}).",
        notation=CURLY,
    ),
    Sheet(
        "geldflussrechnung",
        "# Rheintaler Käse AG\n\n## Geldflussrechnung\n\nin Tausend CHF",
        {
            "1. Halbjahr 2025": "",
            "1. Halbjahr 2024": "",
            "Abweichung": "1. Halbjahr 2025 - 1. Halbjahr 2024",
        },
        {
            "Reingewinn": 11_240,
            "Abschreibungen": 6_415,
            "Veränderung Nettoumlaufvermögen": -2_210,
            "Geldfluss aus Betriebstätigkeit": "Reingewinn + Abschreibungen"
            " + Veränderung Nettoumlaufvermögen",
            "Investitionen": -8_803,
            "Devestitionen": 1_116,
            "Geldfluss aus Investitionstätigkeit": "Investitionen + Devestitionen",
            "Dividendenzahlung": -3_350,
            "Rückzahlung Bankdarlehen": -1_480,
            "Geldfluss aus Finanzierungstätigkeit": "Dividendenzahlung + Rückzahlung Bankdarlehen",
            "Nettoveränderung flüssige Mittel": "Geldfluss aus Betriebstätigkeit"
            " + Geldfluss aus Investitionstätigkeit + Geldfluss aus Finanzierungstätigkeit",
        },
        negative="–{}",
        below="Im 1. Halbjahr 2025 lag der Reingewinn bei {Reingewinn|1. Halbjahr 2025}"
        " Tausend CHF.",
        notation=TYPED,
    ),
    Sheet(
        "kennzahlen",
        "# Limmat Maschinen AG\n\n## Kennzahlen\n\nin Mio. CHF",
        {"2025": "", "2024": "", "Veränd.": "2025 - 2024", "in %": "2025 over 2024"},
        {
            "Schweiz": 4_512.6,
            "Ausland": 3_388.1,
            "Nettoerlös": "Schweiz + Ausland",
            "EBIT": 612.4,
            "EBIT-Marge": "EBIT % of Nettoerlös",
        },
        negative="-{}",
        decimals=1,
        below="Der Nettoerlös erreichte 2025 {Nettoerlös|2025} Mio. CHF; im Dezember 2025"
        " wurde die Filiale in Chur eröffnet.",
        notation=CURLY,
    ),
    Sheet(
        "segmente",
        "# Emmental Bau Holding\n\n## Umsatz nach Sparten\n\nMio. Franken",
        {"2025": "", "Anteil": "2025 of Total", "2024": "", "Anteil Vorjahr": "2024 of Total"},
        {
            "Hochbau": 1_182.4,
            "Tiefbau": 861.2,
            "Gebäudetechnik": 440.3,
            "Übrige": 55.1,
            "Total": "Hochbau + Tiefbau + Gebäudetechnik + Übrige",
        },
        negative="-{}",
        decimals=1,
        below="Der Hochbau erzielte 2025 {Hochbau|2025} Mio. Franken nach {Hochbau|2024} Mio."
        " Franken im Vorjahr.",
        notation=TYPED,
    ),
)
