"""Words of runs in many languages: flows of cash and what they make, results and what is between.

Alternatives of patterns over labels in normal form, searched for anywhere in one.
"""

from __future__ import annotations

OPERATING_FLOW = (
    r"\boperating (?:activit|cash ?flow)|\b(?:cash|flow)s?\b.{0,40}\boperati(?:ng|ons)\b"
    r"|(?:cash ?flow|mittel(?:zu|ab)?fluss|geldfluss).{0,40}(?:laufende|operativ|betrieb|geschäfts)"
    r"|operativer? (?:cash ?flow|mittelfluss|geldfluss)"
    r"|\bflux\b.{0,40}(?:exploitation|opérationnel|d'activité)"
    r"|\bflujos?\b.{0,40}(?:explotaci|operaci|operativ)|\b(?:fluxos?|caixa)\b.{0,40}operaciona"
    r"|\bfluss[oi]\b.{0,40}(?:operativ|gestione)|영업활동|经营活动|經營活動|経営活動|営業活動"
)
OTHER_FLOW = (
    r"\b(?:investing|financing)\b|investition|finanzierung|investissement|financement"
    r"|inversi[oó]n|financiaci[oó]n|investiment|financiament|finanziament"
    r"|(?:투자|재무)활동|(?:投资|筹资|融资|投資|籌資|融資|財務)活動?"
    r"|\bexchange\b|\bforeign currency\b|wechselkurs|währung"
    r"|\b(?:cours|taux) de change\b|écarts? de conversion|tipos? de cambio|\bcâmbio\b"
    r"|cambial|\bcambi\b|환율|汇率|匯率|為替|換算"
)
OF_CASH = (
    r"^(?:total )?(?:net )?(?:cash|flows?)\b|cash ?flow|mittel(?:zu|ab)?fluss|geldfluss"
    r"|\bflux\b|\bflujos?\b|\bfluxos?\b|\bfluss[oi]\b|活動による|활동.{0,8}현금흐름|活动.{0,8}现金流量净额"
)
ACTIVITIES = (
    r"\b(?:operating|investing|financing) (?:activit|cash ?flow)|(?:tätigkeit|aktivitäten)"
    r"|\b(?:activités|opérations)\b.{0,20}(?:opérationnelles|investissement|financement)"
    r"|\bactividades de\b|\batividades (?:operacionais|de)\b|\battività (?:operativ|di)"
    r"|(?:営業|投資|財務)活動|(?:영업|투자|재무)활동|(?:经营|投资|筹资)活动"
)
"""What names the flow of one of the three activities, with ``OF_CASH``."""
CHANGE_IN_CASH = (
    r"\b(?:increase|decrease|change|movement)\b.{0,40}\bcash\b|^net cash flows?$"
    r"|(?:veränderung|zunahme|abnahme|erhöhung|verminderung).{0,30}"
    r"(?:zahlungsmittel|finanzmittel|flüssige|liquid|geldmittel|cash)"
    r"|(?:variation|augmentation|diminution).{0,30}(?:trésorerie|liquidités)"
    r"|(?:variaci[oó]n|aumento|disminuci[oó]n).{0,40}(?:efectivo|tesorería)"
    r"|(?:variação|aumento|redução|diminuição).{0,40}(?:caixa|disponibilidades)"
    r"|(?:variazione|incremento|decremento).{0,40}(?:disponibilità|liquid|cassa)"
    r"|현금.{0,10}(?:증가|감소|증감)|现金.{0,12}(?:增加|减少|变动)|現金.{0,12}(?:増減|増加|減少|增加|減少)"
)
OPERATING_RESULT = (
    r"^(?:(?:operating|trading) (?:income|profit|result|loss)(?: ?\(loss\))?|ebita?"
    r"|betriebs(?:ergebnis|gewinn)|operatives ergebnis|ergebnis der (?:operativen|betriebs)[^ ]*"
    r"(?: (?:geschäfts)?tätigkeit)?|résultat opérationnel(?: courant)?|résultat d'exploitation"
    r"|resultado (?:de explotación|operativo|operacional)|risultato operativo"
    r"|lucro operacional)(?: \(ebita?\))?$"
)
BELOW_OPERATING = (
    r"\bfinanc(?:e|ial|ing)\b|\binterest\b|\btax(?:es|ation)?\b|\bassociates?\b|\bjoint ventures?\b"
    r"|finanz|zins|beteiligung|steuer|financi[eè]r|intérêts?\b|impôts?\b|\bquote-part\b"
    r"|financier|interes|impuesto|participaci|juros|imposto|finanziar|imposte"
)
NET_RESULT = (
    r"^(?:(?:consolidated |group )?net (?:income|profit|result|loss|earnings)(?: ?\(loss\))?"
    r"|(?:profit|loss|profit ?\(loss\)|income) for the (?:year|period|quarter|half[- ]year)"
    r"|(?:konzern)?(?:jahresüberschuss|jahresergebnis|periodenergebnis|jahresgewinn|reingewinn)"
    r"|konzern(?:ergebnis|gewinn)|ergebnis nach (?:ertrag)?steuern|résultat net(?: consolidé)?"
    r"|(?:resultado|beneficio) (?:neto|del ejercicio|del periodo)(?: consolidado)?"
    r"|(?:lucro|resultado) líquido(?: do (?:exercício|período))?|(?:utile|risultato) netto)$"
)
