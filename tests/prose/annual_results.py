"""Releases of annual results in German, French, Spanish and Japanese words, in many wordings."""

from tests.prose.printed import Release


def _release(name, words, rows, corner, heads=("2025", "2024"), comma=True):
    return Release(name, words.strip(), heads, rows, corner, comma)


_GERMAN = {
    "Umsatzerlöse": ("1.842,7", "1.704,9"),
    "Herstellungskosten": ("-1.120,4", "-1.052,8"),
    "Bruttoergebnis": ("722,3", "652,1"),
    "Forschungs- und Entwicklungskosten": ("-148,2", "-139,6"),
    "Vertriebskosten": ("-287,5", "-271,3"),
    "Betriebsergebnis": ("286,6", "241,2"),
    "Finanzergebnis": ("-21,4", "-23,9"),
    "Ergebnis vor Steuern": ("265,2", "217,3"),
    "Ertragsteuern": ("-74,3", "-62,1"),
    "Jahresüberschuss": ("190,9", "155,2"),
}
_FRENCH = {
    "Chiffre d'affaires": ("1 842,7", "1 704,9"),
    "Coût des ventes": ("(1 120,4)", "(1 052,8)"),
    "Marge brute": ("722,3", "652,1"),
    "Frais de recherche et développement": ("(148,2)", "(139,6)"),
    "Frais commerciaux": ("(287,5)", "(271,3)"),
    "Résultat opérationnel": ("286,6", "241,2"),
    "Coût de l'endettement financier net": ("(21,4)", "(23,9)"),
    "Résultat avant impôt": ("265,2", "217,3"),
    "Impôts sur les bénéfices": ("(74,3)", "(62,1)"),
    "Résultat net": ("190,9", "155,2"),
}
_SPANISH = {
    "Importe neto de la cifra de negocios": ("1.842,7", "1.704,9"),
    "Aprovisionamientos": ("(1.120,4)", "(1.052,8)"),
    "Margen bruto": ("722,3", "652,1"),
    "Gastos de personal": ("(148,2)", "(139,6)"),
    "Otros gastos de explotación": ("(287,5)", "(271,3)"),
    "Resultado de explotación": ("286,6", "241,2"),
    "Resultado financiero": ("(21,4)", "(23,9)"),
    "Resultado antes de impuestos": ("265,2", "217,3"),
    "Impuesto sobre sociedades": ("(74,3)", "(62,1)"),
    "Beneficio neto": ("190,9", "155,2"),
}
_JAPANESE = {
    "売上高": ("184,270", "170,490"),
    "売上原価": ("112,040", "105,280"),
    "売上総利益": ("72,230", "65,210"),
    "販売費及び一般管理費": ("43,570", "41,090"),
    "営業利益": ("28,660", "24,120"),
    "営業外費用": ("2,140", "2,390"),
    "経常利益": ("26,520", "21,730"),
    "法人税等": ("7,430", "6,210"),
    "親会社株主に帰属する当期純利益": ("19,090", "15,520"),
}
_TERMS = ("当連結会計年度", "前連結会計年度")
RELEASES = (
    _release(
        "German results 1",
        """
# Nordhafen Antriebe SE: Geschäftsjahr 2025

Die Umsatzerlöse legten um {g|Umsatzerlöse} % auf {a|Umsatzerlöse} Mio. € zu. Das Bruttoergebnis
verbesserte sich von {b|Bruttoergebnis} Mio. € auf {a|Bruttoergebnis} Mio. €.

Die Vertriebskosten erhöhten sich gegenüber dem Vorjahr um {g|Vertriebskosten} % auf
{a|Vertriebskosten} Mio. €. Das Betriebsergebnis lag mit {a|Betriebsergebnis} Mio. € um
{g|Betriebsergebnis} % über dem Vorjahreswert von {b|Betriebsergebnis} Mio. €.

Vor Steuern verdiente das Unternehmen {!=265,2} Mio. €. Der Jahresüberschuss stieg um
{c|Jahresüberschuss} Mio. € auf {a|Jahresüberschuss} Mio. €.
""",
        _GERMAN,
        "in Mio. €",
    ),
    _release(
        "German results 2",
        """
# Nordhafen Antriebe SE: Geschäftsjahr 2025

Mit {a|Umsatzerlöse} Mio. € lagen die Umsatzerlöse {g|Umsatzerlöse} % über dem Vorjahr. Die
Bruttomarge betrug {s|Bruttoergebnis|Umsatzerlöse} % nach {t|Bruttoergebnis|Umsatzerlöse} %.

Das Betriebsergebnis wuchs auf {a|Betriebsergebnis} Mio. € (2024: {b|Betriebsergebnis} Mio. €),
ein Plus von {g|Betriebsergebnis} %. Das Ergebnis vor Steuern belief sich auf
{a|Ergebnis vor Steuern} Mio. €, verglichen mit {b|Ergebnis vor Steuern} Mio. € im Vorjahr.

Die Forschungs- und Entwicklungskosten betrugen {a|Forschungs- und Entwicklungskosten} Mio. € und
damit {s|Forschungs- und Entwicklungskosten|Umsatzerlöse} % der Umsatzerlöse. Der
Jahresüberschuss nahm um {g|Jahresüberschuss} % zu.
""",
        _GERMAN,
        "in Mio. €",
    ),
    _release(
        "German results 3",
        """
# Nordhafen Antriebe SE: Geschäftsjahr 2025

Wir haben Umsatzerlöse von {a|Umsatzerlöse} Mio. € erzielt (+{g|Umsatzerlöse} %). Der
Jahresüberschuss erreichte {a|Jahresüberschuss} Mio. € (Vj. {b|Jahresüberschuss} Mio. €).

Die Herstellungskosten stiegen unterproportional um {g|Herstellungskosten} % auf
{a|Herstellungskosten} Mio. €. Das Finanzergebnis verbesserte sich auf {!=-21,4} Mio. € nach
{!=-23,9} Mio. €. Die Ertragsteuern beliefen sich auf {a|Ertragsteuern} Mio. € (Vorjahr:
{b|Ertragsteuern} Mio. €).
""",
        _GERMAN,
        "in Mio. €",
    ),
    _release(
        "French results 1",
        """
# Groupe Montclar : résultats annuels 2025

Le chiffre d'affaires consolidé atteint {a|Chiffre d'affaires} M€, soit une croissance de
{g|Chiffre d'affaires} % par rapport à 2024. La marge brute s'établit à {a|Marge brute} M€ contre
{b|Marge brute} M€, et représente {s|Marge brute|Chiffre d'affaires} % du chiffre d'affaires.

Le résultat opérationnel progresse de {g|Résultat opérationnel} % pour atteindre
{a|Résultat opérationnel} M€. Les frais commerciaux augmentent de {g|Frais commerciaux} % à
{a|Frais commerciaux} M€.

Le résultat net s'élève à {a|Résultat net} M€, en hausse de {c|Résultat net} M€ par rapport à
l'exercice précédent.
""",
        _FRENCH,
        "(en millions d'euros)",
    ),
    _release(
        "French results 2",
        """
# Groupe Montclar : résultats annuels 2025

En 2025, le chiffre d'affaires ressort à {a|Chiffre d'affaires} millions d'euros, contre
{b|Chiffre d'affaires} millions d'euros en 2024 (+{g|Chiffre d'affaires} %). Le résultat
opérationnel passe de {b|Résultat opérationnel} à {a|Résultat opérationnel} millions d'euros.

Le résultat avant impôt s'inscrit à {a|Résultat avant impôt} M€ (2024 : {b|Résultat avant impôt}
M€). Les frais de recherche et développement s'élèvent à {a|Frais de recherche et développement}
M€, soit {s|Frais de recherche et développement|Chiffre d'affaires} % du chiffre d'affaires.

Le résultat net bondit de {g|Résultat net} %, à {a|Résultat net} millions d'euros.
""",
        _FRENCH,
        "(en millions d'euros)",
    ),
    _release(
        "French results 3",
        """
# Groupe Montclar : résultats annuels 2025

Avec {a|Chiffre d'affaires} M€, le chiffre d'affaires affiche une hausse de
{g|Chiffre d'affaires} %. Le coût des ventes a augmenté de {g|Coût des ventes} % à
{a|Coût des ventes} M€.

Le résultat opérationnel est de {a|Résultat opérationnel} M€ (contre {b|Résultat opérationnel} M€
un an plus tôt). La charge d'impôts sur les bénéfices est de {!=74,3} M€. Le résultat net ressort
à {a|Résultat net} M€, en progression de {g|Résultat net} % sur un an.
""",
        _FRENCH,
        "(en millions d'euros)",
    ),
    _release(
        "Spanish results 1",
        """
# Cementos Valdoro: resultados 2025

El importe neto de la cifra de negocios alcanzó los {a|Importe neto de la cifra de negocios}
millones de euros, un {g|Importe neto de la cifra de negocios} % más que en el ejercicio
anterior. El margen bruto se incrementó un {g|Margen bruto} % hasta {a|Margen bruto} millones.

El resultado de explotación fue de {a|Resultado de explotación} millones de euros, frente a
{b|Resultado de explotación} millones en 2024. Los gastos de personal ascendieron a
{a|Gastos de personal} millones de euros, lo que representa un
{s|Gastos de personal|Importe neto de la cifra de negocios} % del importe neto de la cifra de
negocios.

El beneficio neto aumentó en {c|Beneficio neto} millones de euros, hasta los {a|Beneficio neto}
millones.
""",
        _SPANISH,
        "(millones de euros)",
    ),
    _release(
        "Spanish results 2",
        """
# Cementos Valdoro: resultados 2025

En 2025 la compañía registró un importe neto de la cifra de negocios de
{a|Importe neto de la cifra de negocios} millones de euros
(+{g|Importe neto de la cifra de negocios} %). El resultado de explotación creció un
{g|Resultado de explotación} %, desde {b|Resultado de explotación} millones hasta
{a|Resultado de explotación} millones de euros.

El resultado antes de impuestos se elevó a {a|Resultado antes de impuestos} millones de euros
({b|Resultado antes de impuestos} millones en 2024). El beneficio neto se situó en
{a|Beneficio neto} millones de euros, con un crecimiento del {g|Beneficio neto} %.
""",
        _SPANISH,
        "(millones de euros)",
    ),
    _release(
        "Spanish results 3",
        """
# Cementos Valdoro: resultados 2025

Los aprovisionamientos subieron un {g|Aprovisionamientos} %, hasta {a|Aprovisionamientos}
millones de euros. Los otros gastos de explotación aumentaron un {g|Otros gastos de explotación}
% respecto a 2024. El margen bruto pasó de {b|Margen bruto} a {a|Margen bruto} millones de euros.

El impuesto sobre sociedades fue de {a|Impuesto sobre sociedades} millones de euros. El beneficio
neto fue de {a|Beneficio neto} millones de euros, un {g|Beneficio neto} % superior al de 2024.
""",
        _SPANISH,
        "(millones de euros)",
    ),
    _release(
        "Japanese results 1",
        """
# 株式会社つばき電装　2025年３月期　決算短信〔日本基準〕（連結）

当社グループの当連結会計年度の売上高は{a|売上高}百万円となり、前連結会計年度に比べ{c|売上高}百万円（{g|売上高}％）の増収となりました。売上総利益は{a|売上総利益}百万円（前年同期比{g|売上総利益}％増）となりました。

販売費及び一般管理費は、前連結会計年度に比べ{c|販売費及び一般管理費}百万円増の{a|販売費及び一般管理費}百万円となりました。この結果、営業利益は{a|営業利益}百万円（前期比{g|営業利益}％増）、経常利益は{a|経常利益}百万円（前期比{g|経常利益}％増）、親会社株主に帰属する当期純利益は{a|親会社株主に帰属する当期純利益}百万円（前期比{g|親会社株主に帰属する当期純利益}％増）となりました。
""",
        _JAPANESE,
        "（単位：百万円）",
        _TERMS,
        False,
    ),
    _release(
        "Japanese results 2",
        """
# 株式会社つばき電装　2025年３月期　決算短信〔日本基準〕（連結）

以上の結果、当連結会計年度の経営成績は、売上高{a|売上高}百万円（前年同期比{g|売上高}％増）、営業利益{a|営業利益}百万円（前年同期比{g|営業利益}％増）、経常利益{a|経常利益}百万円（前年同期比{g|経常利益}％増）、親会社株主に帰属する当期純利益{a|親会社株主に帰属する当期純利益}百万円（前年同期比{g|親会社株主に帰属する当期純利益}％増）となりました。
""",
        _JAPANESE,
        "（単位：百万円）",
        _TERMS,
        False,
    ),
    _release(
        "Japanese results 3",
        """
# 株式会社つばき電装　2025年３月期　決算短信〔日本基準〕（連結）

売上高は、前連結会計年度と比べて{g|売上高}％増加し、{a|売上高}百万円となりました。売上原価は{a|売上原価}百万円（前連結会計年度は{b|売上原価}百万円）となりました。営業利益は、前連結会計年度から{c|営業利益}百万円増加し{a|営業利益}百万円となり、売上高営業利益率は{s|営業利益|売上高}％となりました。

法人税等は{a|法人税等}百万円（前期{b|法人税等}百万円）を計上しました。当期純利益は前期比{!=23.0}％増の{!=19,090}百万円となりました。
""",
        _JAPANESE,
        "（単位：百万円）",
        _TERMS,
        False,
    ),
)
