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

_GERMAN_MORE = {
    "Umsatzerlöse": ("1.284,6", "1.172,9"),
    "Herstellungskosten": ("-798,4", "-747,2"),
    "Bruttoergebnis vom Umsatz": ("486,2", "425,7"),
    "Vertriebskosten": ("-214,8", "-201,6"),
    "Forschungs- und Entwicklungskosten": ("-73,9", "-68,1"),
    "Betriebsergebnis (EBIT)": ("158,3", "117,4"),
    "Finanzergebnis": ("-14,2", "-16,8"),
    "Ergebnis vor Steuern": ("144,1", "100,6"),
    "Ertragsteuern": ("-40,3", "-29,5"),
    "Konzernergebnis": ("103,8", "71,1"),
    "Ergebnis je Aktie (in EUR)": ("3,46", "2,37"),
    "Auftragseingang": ("1.347,2", "1.198,5"),
    "Investitionen": ("87,4", "96,3"),
    "Mitarbeiter": ("6.842", "6.517"),
}
_FRENCH_MORE = {
    "Chiffre d'affaires": ("1 284,6", "1 172,9"),
    "Coût des ventes": ("(798,4)", "(747,2)"),
    "Marge brute": ("486,2", "425,7"),
    "Frais commerciaux": ("(214,8)", "(201,6)"),
    "Frais de recherche et développement": ("(73,9)", "(68,1)"),
    "Résultat opérationnel courant": ("158,3", "117,4"),
    "Résultat financier": ("(14,2)", "(16,8)"),
    "Résultat avant impôt": ("144,1", "100,6"),
    "Impôt sur les résultats": ("(40,3)", "(29,5)"),
    "Résultat net part du Groupe": ("103,8", "71,1"),
    "Résultat net par action (en euros)": ("3,46", "2,37"),
    "Investissements": ("87,4", "96,3"),
    "Endettement net": ("312,7", "358,9"),
    "Cash-flow libre": ("94,6", "61,8"),
}
_SPANISH_MORE = {
    "Ventas netas": ("1.284,6", "1.172,9"),
    "Coste de ventas": ("(798,4)", "(747,2)"),
    "Margen bruto": ("486,2", "425,7"),
    "Gastos de personal": ("(214,8)", "(201,6)"),
    "Otros gastos de explotación": ("(73,9)", "(68,1)"),
    "EBITDA": ("232,4", "187,6"),
    "Amortizaciones": ("(74,1)", "(70,2)"),
    "Resultado de explotación": ("158,3", "117,4"),
    "Resultado financiero": ("(14,2)", "(16,8)"),
    "Resultado antes de impuestos": ("144,1", "100,6"),
    "Impuesto sobre sociedades": ("(40,3)", "(29,5)"),
    "Beneficio neto": ("103,8", "71,1"),
    "Beneficio por acción (euros)": ("3,46", "2,37"),
    "Deuda financiera neta": ("312,7", "358,9"),
    "Inversiones": ("87,4", "96,3"),
}
_JAPANESE_MORE = {
    "売上高": ("128,462", "117,293"),
    "売上原価": ("79,841", "74,725"),
    "売上総利益": ("48,621", "42,568"),
    "販売費及び一般管理費": ("32,784", "30,826"),
    "営業利益": ("15,837", "11,742"),
    "経常利益": ("16,214", "12,063"),
    "税金等調整前当期純利益": ("15,964", "11,527"),
    "法人税等": ("4,837", "3,518"),
    "親会社株主に帰属する当期純利益": ("11,127", "8,009"),
    "１株当たり当期純利益（円）": ("148.36", "106.79"),
    "総資産": ("164,378", "152,916"),
    "純資産": ("87,614", "79,452"),
    "設備投資額": ("8,743", "9,628"),
    "自己資本比率（％）": ("53.3", "52.0"),
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
    _release("German, thirty", """
# Halvertal Antriebe AG: Geschäftsjahr 2024

Die Umsatzerlöse erhöhten sich im Geschäftsjahr 2024 um {g|Umsatzerlöse} % auf {a|Umsatzerlöse}
Mio. EUR (Vorjahr: {b|Umsatzerlöse} Mio. EUR).

Das Bruttoergebnis vom Umsatz verbesserte sich um {c|Bruttoergebnis vom Umsatz} Mio. EUR auf
{a|Bruttoergebnis vom Umsatz} Mio. EUR; die Bruttomarge betrug {s|Bruttoergebnis vom
Umsatz|Umsatzerlöse} % (Vorjahr: {t|Bruttoergebnis vom Umsatz|Umsatzerlöse} %).

Das Betriebsergebnis (EBIT) stieg auf {a|Betriebsergebnis (EBIT)} Mio. EUR nach
{b|Betriebsergebnis (EBIT)} Mio. EUR im Vorjahr.

Die EBIT-Marge stieg um {q|Betriebsergebnis (EBIT)|Umsatzerlöse} Prozentpunkte auf
{s|Betriebsergebnis (EBIT)|Umsatzerlöse} %.

Die Vertriebskosten lagen mit {a|Vertriebskosten} Mio. EUR um {g|Vertriebskosten} % über dem
Vorjahreswert von {b|Vertriebskosten} Mio. EUR. Der Anteil der Vertriebskosten am Umsatz betrug
{s|Vertriebskosten|Umsatzerlöse} %.

Die Forschungs- und Entwicklungskosten beliefen sich auf {a|Forschungs- und Entwicklungskosten}
Mio. EUR, das entspricht {s|Forschungs- und Entwicklungskosten|Umsatzerlöse} % der Umsatzerlöse.

Nach Steuern verblieb ein Konzernergebnis von {a|Konzernergebnis} Mio. EUR (Vorjahr:
{b|Konzernergebnis} Mio. EUR). Das Ergebnis je Aktie erreichte {a|Ergebnis je Aktie (in EUR)} EUR
nach {b|Ergebnis je Aktie (in EUR)} EUR im Vorjahr.

Der Auftragseingang legte um {g|Auftragseingang} % auf {a|Auftragseingang} Mio. EUR zu. Die
Investitionen gingen um {g|Investitionen} % auf {a|Investitionen} Mio. EUR zurück.

Die Steuerquote betrug {s|Ertragsteuern|Ergebnis vor Steuern} % (Vorjahr:
{t|Ertragsteuern|Ergebnis vor Steuern} %). Das Ergebnis vor Steuern wuchs um {c|Ergebnis vor
Steuern} Mio. EUR.

Zum Jahresende beschäftigte Halvertal {a|Mitarbeiter} Mitarbeiter (Vorjahr: {b|Mitarbeiter}).
""", _GERMAN_MORE, "in Mio. EUR"),
    _release("French, thirty", """
# Résultats annuels 2024 de Valmontel

Le chiffre d'affaires s'élève à {a|Chiffre d'affaires} millions d'euros en 2024, contre {b|Chiffre
d'affaires} millions d'euros en 2023, soit une progression de {g|Chiffre d'affaires} %.

La marge brute progresse de {c|Marge brute} M€ et atteint {a|Marge brute} M€, soit {s|Marge
brute|Chiffre d'affaires} % du chiffre d'affaires, contre {t|Marge brute|Chiffre d'affaires} % en
2023.

Le résultat opérationnel courant s'est établi à {a|Résultat opérationnel courant} M€ (2023 :
{b|Résultat opérationnel courant} M€). La marge opérationnelle courante ressort à {s|Résultat
opérationnel courant|Chiffre d'affaires} %, en hausse de {q|Résultat opérationnel courant|Chiffre
d'affaires} points.

Les frais commerciaux se sont élevés à {a|Frais commerciaux} M€, en hausse de {g|Frais
commerciaux} % par rapport à 2023.

Les frais de recherche et développement représentent {s|Frais de recherche et
développement|Chiffre d'affaires} % du chiffre d'affaires (contre {t|Frais de recherche et
développement|Chiffre d'affaires} % en 2023).

Le résultat net part du Groupe s'inscrit à {a|Résultat net part du Groupe} M€, contre {b|Résultat
net part du Groupe} M€ un an plus tôt. Le résultat net par action s'établit à {a|Résultat net par
action (en euros)} euros, contre {b|Résultat net par action (en euros)} euros en 2023.

Les investissements ont reculé de {g|Investissements} % à {a|Investissements} M€.

L'endettement net a été réduit de {c|Endettement net} M€ à {a|Endettement net} M€. Le cash-flow
libre a atteint {a|Cash-flow libre} M€ (contre {b|Cash-flow libre} M€ en 2023).

Le taux d'imposition effectif ressort à {s|Impôt sur les résultats|Résultat avant impôt} %.

Le résultat avant impôt augmente de {g|Résultat avant impôt} % pour atteindre {a|Résultat avant
impôt} M€.
""", _FRENCH_MORE, "(en millions d'euros)"),
    _release("Spanish, thirty", """
# Grupo Serranova: resultados del ejercicio 2024

Las ventas netas ascendieron a {a|Ventas netas} millones de euros en 2024, un {g|Ventas netas}%
superiores a las del ejercicio anterior ({b|Ventas netas} millones de euros).

El margen bruto aumentó en {c|Margen bruto} millones de euros hasta los {a|Margen bruto} millones,
lo que equivale al {s|Margen bruto|Ventas netas}% de las ventas netas.

El EBITDA alcanzó los {a|EBITDA} millones de euros, con un crecimiento del {g|EBITDA}% respecto a
2023. El margen de EBITDA se situó en el {s|EBITDA|Ventas netas}%, frente al {t|EBITDA|Ventas
netas}% de 2023.

Los gastos de personal se incrementaron un {g|Gastos de personal}% hasta los {a|Gastos de
personal} millones de euros.

El resultado de explotación fue de {a|Resultado de explotación} millones de euros, frente a los
{b|Resultado de explotación} millones de euros del año anterior.

El resultado antes de impuestos creció un {g|Resultado antes de impuestos}%. La tasa impositiva
efectiva fue del {s|Impuesto sobre sociedades|Resultado antes de impuestos}%.

El beneficio neto se elevó a {a|Beneficio neto} millones de euros (2023: {b|Beneficio neto}
millones de euros), equivalente a {a|Beneficio por acción (euros)} euros por acción. El beneficio
por acción aumentó un {g|Beneficio por acción (euros)}%.

La deuda financiera neta se redujo en {c|Deuda financiera neta} millones de euros, hasta {a|Deuda
financiera neta} millones de euros. Las inversiones descendieron un {g|Inversiones}% hasta
{a|Inversiones} millones de euros.

El margen de explotación mejoró {q|Resultado de explotación|Ventas netas} puntos porcentuales
hasta el {s|Resultado de explotación|Ventas netas}%.

Las amortizaciones representaron el {s|Amortizaciones|Ventas netas}% de las ventas netas.
""", _SPANISH_MORE, "(millones de euros)"),
    _release("Japanese, thirty", """
# 株式会社みなと精機　2025年３月期　決算短信〔日本基準〕（連結）

当連結会計年度の売上高は{a|売上高}百万円（前期比{g|売上高}％増）、営業利益は{a|営業利益}百万円（前期比{g|営業利益}％増）、経常利益は{a|経常利益}百万円（前期比{g|経常利益}％増）、親会社株主に帰属する当期純利益は{a|親会社株主に帰属する当期純利益}百万円（前期比{g|親会社株主に帰属する当期純利益}％増）となりました。

売上総利益は前連結会計年度に比べ{c|売上総利益}百万円増加の{a|売上総利益}百万円となり、売上総利益率は{s|売上総利益|売上高}％（前期は{t|売上総利益|売上高}％）となりました。

営業利益率は前期比{q|営業利益|売上高}ポイント上昇し{s|営業利益|売上高}％となりました。

販売費及び一般管理費は{a|販売費及び一般管理費}百万円となり、前連結会計年度から{g|販売費及び一般管理費}％増加しました。売上高に対する販売費及び一般管理費の比率は{s|販売費及び一般管理費|売上高}％となりました。

総資産は前連結会計年度末に比べ{c|総資産}百万円増加し{a|総資産}百万円となりました。純資産は{c|純資産}百万円増加の{a|純資産}百万円、自己資本比率は{a|自己資本比率（％）}％（前連結会計年度末は{b|自己資本比率（％）}％）となりました。

１株当たり当期純利益は{a|１株当たり当期純利益（円）}円（前期は{b|１株当たり当期純利益（円）}円）となりました。

設備投資額は{a|設備投資額}百万円と、前期に比べ{g|設備投資額}％減少しました。売上原価は{=79,841}百万円で、売上高の{s|売上原価|売上高}％を占めました。

法人税等は{a|法人税等}百万円、税金等調整前当期純利益に対する税負担率は{s|法人税等|税金等調整前当期純利益}％となりました。税金等調整前当期純利益は{g|税金等調整前当期純利益}％増の{a|税金等調整前当期純利益}百万円となりました。
""", _JAPANESE_MORE, "（単位：百万円）", _TERMS, comma=False),
)  # fmt: skip
