"""Releases in German, French, Spanish and Japanese words."""

from tests.prose.printed import Release

_GERMAN = {
    "Umsatz": ("748,6", "681,3"),
    "Umsatzkosten": ("-436,9", "-402,7"),
    "Bruttoergebnis": ("311,7", "278,6"),
    "Vertriebskosten": ("-189,7", "-184,1"),
    "EBIT": ("122,0", "94,5"),
    "Finanzergebnis": ("-8,7", "-9,6"),
    "Ertragsteuern": ("-26,8", "-19,3"),
    "Konzernüberschuss": ("86,5", "65,6"),
}
_FRENCH = {
    "Chiffre d'affaires": ("748,6", "681,3"),
    "Charges opérationnelles": ("(626,6)", "(586,8)"),
    "Résultat opérationnel": ("122,0", "94,5"),
    "Résultat financier": ("(8,7)", "(9,6)"),
    "Impôt sur les résultats": ("(26,8)", "(19,3)"),
    "Résultat net": ("86,5", "65,6"),
}
_SPANISH = {
    "Ingresos": ("748,6", "681,3"),
    "Gastos de explotación": ("(626,6)", "(586,8)"),
    "Resultado de explotación": ("122,0", "94,5"),
    "Resultado financiero": ("(8,7)", "(9,6)"),
    "Impuesto sobre beneficios": ("(26,8)", "(19,3)"),
    "Resultado neto": ("86,5", "65,6"),
}
_JAPANESE = {
    "売上高": ("74,862", "68,137"),
    "売上原価": ("43,694", "40,271"),
    "売上総利益": ("31,168", "27,866"),
    "販売費及び一般管理費": ("18,973", "18,416"),
    "営業利益": ("12,195", "9,450"),
    "経常利益": ("12,417", "9,683"),
    "当期純利益": ("8,652", "6,561"),
}
_YEARS = ("2024", "2023")
_TERMS = ("当連結会計年度", "前連結会計年度")


def _release(name, words, rows, corner, heads=_YEARS, comma=True):
    return Release(name, words.strip(), heads, rows, corner, comma)


_SHARES = {
    "Maschinen": ("412,5", "398,0"),
    "Messtechnik": ("187,5", "172,0"),
    "Umsatz": ("600,0", "570,0"),
    "Betriebsaufwand": ("-534,0", "-513,0"),
    "EBIT": ("66,0", "57,0"),
    "Finanzergebnis": ("-6,0", "-7,0"),
    "Ergebnis vor Steuern": ("60,0", "50,0"),
    "Ertragsteuern": ("-13,2", "-11,5"),
    "Konzerngewinn": ("46,8", "38,5"),
    "Gewinn je Aktie (in CHF)": ("4,68", "3,85"),
}

RELEASES = (
    _release("German, per share", """
# Widmer Feinwerk Holding: Geschäftsjahr 2024

Nach Steuern verblieb ein Konzerngewinn von {a|Konzerngewinn} Mio. CHF oder
{a|Gewinn je Aktie (in CHF)} CHF je Aktie. Die EBIT-Marge lag bei {s|EBIT|Umsatz} %. Die
Messtechnik trug {s|Messtechnik|Umsatz} % zum Umsatz bei. Die Steuerquote lag bei
{s|Ertragsteuern|Ergebnis vor Steuern} %.
""", _SHARES, "in Mio. CHF"),
    _release("Spanish, points", """
# Almazara Norte: resultados del ejercicio 2024

Los gastos de explotación aumentaron por la subida salarial del {!=3,5} %. El margen de resultado de
explotación mejoró {!=240} puntos básicos. El resultado neto fue de {a|Resultado neto} millones de
euros.
""", _SPANISH, "(millones de euros)"),
    _release("German, one", """
# Morgental Pumpen AG: Geschäftszahlen 2024

Der Umsatz stieg um {g|Umsatz} % auf {a|Umsatz} Mio. € (Vorjahr: {b|Umsatz} Mio. €). Das EBIT
erhöhte sich auf {a|EBIT} Mio. € nach {b|EBIT} Mio. € im Vorjahr; die EBIT-Marge lag bei
{s|EBIT|Umsatz} % (Vorjahr: {t|EBIT|Umsatz} %).

Der Konzernüberschuss belief sich 2024 auf {a|Konzernüberschuss} Mio. €.
""", _GERMAN, "in Mio. €"),
    _release("German, two", """
# Morgental Pumpen AG: Geschäftszahlen 2024

Im Geschäftsjahr 2024 erzielte Morgental einen Umsatz von {a|Umsatz} Mio. €. Das EBIT wuchs um
{g|EBIT} % auf {a|EBIT} Mio. €. Der Konzernüberschuss verbesserte sich um {g|Konzernüberschuss} %
auf {a|Konzernüberschuss} Mio. € (2023: {b|Konzernüberschuss} Mio. €).
""", _GERMAN, "in Mio. €"),
    _release("German, three", """
# Morgental Pumpen AG: Geschäftszahlen 2024

Der Umsatz nahm um {g|Umsatz} % zu. Das Bruttoergebnis betrug {a|Bruttoergebnis} Mio. €, ein Plus
von {g|Bruttoergebnis} % gegenüber dem Vorjahr. Die Vertriebskosten stiegen auf {a|Vertriebskosten}
Mio. € (Vorjahr: {b|Vertriebskosten} Mio. €). Das EBIT lag mit {a|EBIT} Mio. € um {g|EBIT} % über
dem Vorjahr. Währungsbereinigt stieg der Umsatz um {!=11,8} %. Die Ertragsteuern beliefen sich auf
{a|Ertragsteuern} Mio. €.
""", _GERMAN, "in Mio. €"),
    _release("French, one", """
# Résultats annuels 2024 de Chantereine SA

Le chiffre d'affaires s'établit à {a|Chiffre d'affaires} millions d'euros, en hausse de
{g|Chiffre d'affaires} % par rapport à 2023. Le résultat net ressort à {a|Résultat net} M€, contre
{b|Résultat net} M€ en 2023.

La marge opérationnelle atteint {s|Résultat opérationnel|Chiffre d'affaires} %.
""", _FRENCH, "(en millions d'euros)"),
    _release("French, two", """
# Résultats annuels 2024 de Chantereine SA

Le chiffre d'affaires progresse de {g|Chiffre d'affaires} % à {a|Chiffre d'affaires} millions
d'euros. Le résultat opérationnel s'élève à {a|Résultat opérationnel} M€, contre
{b|Résultat opérationnel} M€ en 2023, soit une hausse de {g|Résultat opérationnel} %. Le résultat
net augmente de {g|Résultat net} % à {a|Résultat net} M€.
""", _FRENCH, "(en millions d'euros)"),
    _release("French, three", """
# Résultats annuels 2024 de Chantereine SA

Le chiffre d'affaires a atteint {a|Chiffre d'affaires} millions d'euros en 2024, contre
{b|Chiffre d'affaires} millions d'euros en 2023. Les charges opérationnelles ont augmenté de
{g|Charges opérationnelles} %. À taux de change constants, le chiffre d'affaires progresse de
{!=11,8} %. Le résultat opérationnel est en hausse de {g|Résultat opérationnel} %. La marge
opérationnelle ressort à {s|Résultat opérationnel|Chiffre d'affaires} %, contre
{t|Résultat opérationnel|Chiffre d'affaires} % en 2023. Le résultat net s'établit à
{a|Résultat net} M€.
""", _FRENCH, "(en millions d'euros)"),
    _release("Spanish, one", """
# Almazara Norte: resultados del ejercicio 2024

Los ingresos aumentaron un {g|Ingresos} % hasta {a|Ingresos} millones de euros, frente a
{b|Ingresos} millones en 2023. El resultado neto de 2024 fue de {a|Resultado neto} millones de
euros.
""", _SPANISH, "(millones de euros)"),
    _release("Spanish, two", """
# Almazara Norte: resultados del ejercicio 2024

Los ingresos alcanzaron {a|Ingresos} millones de euros, un {g|Ingresos} % más que en 2023. El
resultado de explotación creció un {g|Resultado de explotación} % hasta
{a|Resultado de explotación} millones de euros. El resultado neto se situó en {a|Resultado neto}
millones de euros, frente a {b|Resultado neto} millones en 2023.
""", _SPANISH, "(millones de euros)"),
    _release("Spanish, three", """
# Almazara Norte: resultados del ejercicio 2024

Los ingresos crecieron un {g|Ingresos} % respecto a 2023. Los gastos de explotación aumentaron un
{g|Gastos de explotación} %. A tipos de cambio constantes, los ingresos crecieron un {!=11,8} %. El
resultado de explotación ascendió a {a|Resultado de explotación} millones de euros (2023:
{b|Resultado de explotación} millones). El resultado neto subió un {g|Resultado neto} % hasta
{a|Resultado neto} millones de euros. El impuesto sobre beneficios fue de
{a|Impuesto sobre beneficios} millones de euros.
""", _SPANISH, "(millones de euros)"),
    _release("Japanese, one", """
# 株式会社はまかぜ製作所　2025年３月期　決算短信〔連結〕

当連結会計年度の売上高は前年同期比{g|売上高}％増の{a|売上高}百万円、営業利益は同{g|営業利益}％増の{a|営業利益}百万円、経常利益は同{g|経常利益}％増の{a|経常利益}百万円、当期純利益は同{g|当期純利益}％増の{a|当期純利益}百万円となりました。
""", _JAPANESE, "（単位：百万円）", _TERMS, comma=False),
    _release("Japanese, two", """
# 株式会社はまかぜ製作所　2025年３月期　決算短信〔連結〕

売上高は{a|売上高}百万円（前期比{g|売上高}％増）、営業利益は{a|営業利益}百万円（前期比{g|営業利益}％増）となりました。売上総利益は前連結会計年度に比べ{c|売上総利益}百万円増加し、{a|売上総利益}百万円となりました。
""", _JAPANESE, "（単位：百万円）", _TERMS, comma=False),
    _release("Japanese, three", """
# 株式会社はまかぜ製作所　2025年３月期　決算短信〔連結〕

当連結会計年度の売上高は、前連結会計年度より{c|売上高}百万円増加し、{a|売上高}百万円となりました。販売費及び一般管理費は{a|販売費及び一般管理費}百万円となりました。営業利益は{a|営業利益}百万円（前年同期は{b|営業利益}百万円）となりました。経常利益は前期に比べ{g|経常利益}％増加し{a|経常利益}百万円、当期純利益は{a|当期純利益}百万円（前期比{g|当期純利益}％増）となりました。
""", _JAPANESE, "（単位：百万円）", _TERMS, comma=False),
    _release("German, a share", """
# Morgental Pumpen AG: Geschäftszahlen 2024

Der Konzern erzielte einen Umsatz von {a|Umsatz} Mio. € (Vorjahr: {b|Umsatz} Mio. €). Das EBIT
verbesserte sich um {g|EBIT} % auf {a|EBIT} Mio. €; das entspricht {s|EBIT|Umsatz} % des Umsatzes.
""", _GERMAN, "in Mio. €"),
    _release("French, a share", """
# Résultats annuels 2024 de Bellerive Industries

Le groupe a réalisé un chiffre d'affaires de {a|Chiffre d'affaires} millions d'euros, en hausse de
{g|Chiffre d'affaires} % sur un an. Le résultat opérationnel ressort à {a|Résultat opérationnel} M€,
en progression de {g|Résultat opérationnel} %, soit
{s|Résultat opérationnel|Chiffre d'affaires} % du chiffre d'affaires.
""", _FRENCH, "(en millions d'euros)"),
    _release("Spanish, a share", """
# Almazara Norte: resultados del ejercicio 2024

El grupo obtuvo unos ingresos de {a|Ingresos} millones de euros, frente a {b|Ingresos} millones en
2023. El resultado de explotación se situó en {a|Resultado de explotación} millones de euros, lo que
supone un {s|Resultado de explotación|Ingresos} % de los ingresos.
""", _SPANISH, "(millones de euros)"),
    _release("Japanese, four", """
# 株式会社はまかぜ製作所　2025年３月期　決算短信〔連結〕

当連結会計年度の業績は、売上高{a|売上高}百万円（前期比{g|売上高}％増）、営業利益{a|営業利益}百万円（同{g|営業利益}％増）、経常利益{a|経常利益}百万円（同{g|経常利益}％増）となりました。当期純利益は{a|当期純利益}百万円と前連結会計年度比{c|当期純利益}百万円（{g|当期純利益}％）の増益となりました。
""", _JAPANESE, "（単位：百万円）", _TERMS, comma=False),
)  # fmt: skip
