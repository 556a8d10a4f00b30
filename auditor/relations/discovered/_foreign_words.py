"""Foreign words: what totals, costs, changes and revenue are called beside English and Japanese.

Alternatives of patterns that ignore case, as parts of longer labels; those that are parts of
English words stand as whole words.
"""

from __future__ import annotations

TOTALS = (
    r"\b(?:summe|gesamt|gesamtsumme|insgesamt|zwischensumme|bilanzsumme|konzern)\b"
    r"|\b(?:sous-)?(?:totale?|totaux|totaal|celkem|razem|suma|yhteensä|toplam|summa"
    r"|i alt|итого|всего|összesen|ukupno|skupaj|spolu|kokku|jumlah|tổng cộng|σύνολο)\b"
    r"|合计|总计|小计|總計|總額|总额|합계|총계|소계|^계$"
)
"""What is called a total outright."""
RESULTS = (
    r"ergebnis|gewinn|überschuss|rohertrag|résultat|bénéfice|\bsolde\b|marge brute|margen bruto"
    r"|margem bruta|resultado|beneficio|utilidad|\blucro|risultato|\butile\b|saldo"
    r"|이익|순손익|利润|溢利|利潤|毛利|净额|淨額"
)
"""What is left of amounts when others are taken away."""
TAKEN = (
    r"\bschulden\b|verbindlichkeiten|\bdettes?\b|\bpasivos?\b|\bpassivos?\b|负债|負債|부채"
    r"|aufwand|aufwendung|kosten\b|abschreibung|steuern?\b|verlust|\bfrais\b|\bcoûts?\b|impôts?\b"
    r"|dotations?\b|\bgastos?\b|\bcostes?\b|\bcostos?\b|impuestos?\b|\bdespesas?\b|\bcustos?\b"
    r"|impostos?\b|depreciaç|depreciaci|amortiza[cç]|\bcosti\b|\bonér|\bkosten"
    r"|원가|비용|판매비|관리비|판관비|법인세|손실|费用|成本|支出|開支|开支|亏损|虧損"
)
"""What is taken away."""
CHANGES = (
    r"veränd|abweich|differenz|variaç|variaci|\bvariation|\bvar\.|évolution|\bécart|\bdiferen"
    r"|scostam|\bverschil|\bmutatie|増減|增减|增減|变动|變動|同比|증감|전년|대비|\+/[-–−]|Δ"
)
"""What states a change."""
REVENUES = (
    r"umsatz|\berlös|chiffre d['’]affaires|\bventas\b|\bingresos\b|\breceita|\bvendas\b|\bricavi\b"
    r"|\bfatturato\b|\bomzet\b|매출|收入|收益"
)
"""What percentages are taken of."""
