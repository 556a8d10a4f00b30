"""Portuguese: the words of its sentences about figures."""

from __future__ import annotations

from auditor.notation.prose_languages.language import Language

LANGUAGE = Language(
    "portuguese",
    frozenset((
        "milhões", "reais", "exercício", "resultado", "líquida", "líquido", "o", "a", "os", "as",
        "do", "da", "dos", "das", "e", "em", "no", "na", "um", "uma", "com", "por", "para", "foi",
        "foram", "ao", "à", "não", "receita", "lucro", "ano", "são", "pelo", "relação", "de", "que",
        "se", "milhares", "euros", "demonstração", "pela", "aos",
    )),
    decimal_comma=True,
    scales=(
        "milhão", "milhões", "mil milhões", "bilhão", "bilhões", "mil", "mi", "bi", "milhares",
    ),
    units={
        "euro": "EUR", "euros": "EUR", "de euros": "EUR", "reais": "BRL", "de reais": "BRL",
        "de dólares": "USD", "dólares": "USD", "por cento": "%", "ponto percentual": "points",
        "pontos percentuais": "points", "p.p.": "points", "pp": "points",
    },
    up=(
        "aument*", "cresc*", "subi*", "sobe*", "elev*", "avanç*", "melhor*", "alta", "expans*",
        "increment*", "superior*",
    ),
    down=(
        "diminu*", "caiu", "caíram", "cai", "queda", "redu*", "recu*", "desc*", "baix*",
        "retraç*", "inferior*", "pior*",
    ),
    up_after=("a mais", "superior*", "de crescimento", "de aumento", "acima"),
    down_after=("a menos", "inferior*", "de queda", "abaixo"),
    arrives=(
        "para", "para os", "até", "a", "atingindo", "alcançando", "chegando a", "atingir",
        "totalizando",
    ),
    base=(
        "passou de", "passaram de", "passando de", "contra", "ante", "frente a", "frente ao",
        "frente à", "frente aos", "face a", "face ao", "face à", "face aos", "comparado a",
        "comparado ao", "comparado com", "em comparação com", "em comparação ao", "em relação a",
        "em relação ao", "em relação à", "em relação aos", "ante o", "contra o", "sobre o",
        "versus", "que os", "que as", "acima do", "acima da", "abaixo do", "abaixo da",
        "superior ao", "superior à", "inferior ao", "inferior à",
    ),
    after_base=(
        "no ano anterior", "um ano antes", "no exercício anterior", "do ano anterior",
        "em igual período", "no período homólogo", "em período homólogo",
        "no mesmo período do ano anterior",
    ),
    year_before=(
        "em relação ao ano anterior", "face ao ano anterior", "frente ao ano anterior",
        "na comparação anual", "em comparação com o ano anterior", "ante o ano anterior",
        "em relação ao exercício anterior", "sobre o ano anterior", "face ao período homólogo",
        "face a igual período do ano anterior",
        "em termos homólogos",
    ),
    in_period=(
        "em", "de", "no exercício de", "no ano de", "no", "do exercício de", "durante",
        "no exercício", "no ano", "nos primeiros", "nos", "durante os primeiros",
    ),
    causes=(
        "devido", "graças", "em razão", "por conta", "principalmente", "impulsionad*",
        "em função", "dos quais",
    ),
    states=(
        "foi", "foram", "é", "são", "era", "atingi*", "alcanç*", "totaliz*", "somou", "somaram",
        "somava", "somavam", "soma",
        "ficou", "ficaram", "cheg*", "represent*", "situou-se", "situaram-se", "passou",
        "passaram", "fixou-se", "registr*", "ascend*", "cifrou-se", "cifraram-se", "correspond*",
    ),
    lead=(
        "o", "a", "os", "as", "e", "nossa", "nosso", "enquanto", "em", "no", "na", "já", "seu",
        "sua", "um", "uma", "do", "da", "ano", "exercício", "mas", "nos", "nos primeiros",
    ),
    fillers=(
        "a", "de", "em", "um", "uma", "o", "os", "as", "e", "ou", "para", "até", "contra", "ante",
        "ou seja", "no", "na", "do", "da", "face", "aos", "frente", "quase", "cerca", "mais",
        "que", "ano", "anterior", "exercício", "com", "ao", "em relação", "por",
    ),
    about=("cerca de", "aproximadamente", "por volta de", "em torno de"),
    bound=(
        "mais de", "menos de", "quase", "pelo menos", "no máximo", "acima de", "abaixo de",
        "até um",
    ),
    part_of_year=("trimestre", "semestre", "meses"),
    margins=("margem",),
    revenues=(
        "receita", "receita líquida", "receitas", "vendas", "total de vendas", "vendas totais",
        "receita total", "volume de negócios",
    ),
    expects=(
        "projet*", "espera", "esperam", "esperamos", "estima", "estimam", "estimamos", "prevê",
        "preveem", "guidance", "previsão", "projeç*", "deverá", "deverão",
    ),
    restated=(
        "câmbio constante", "moeda constante", "orgânic*", "comparável*", "comparáveis",
        "excluindo", "sem considerar", "pro forma", "ajustad*", "mesmas lojas",
    ),
    whole_year=("acumulado do ano", "ano completo", "ano inteiro"),
    segments=("segmento", "divisão", "negócio", "área", "unidade"),
    same=(("total do ativo", "ativo total", "total ativo", "total de ativos", "ativos totais"),),
    shares=("represent*", "equival*", "correspond*", "o que representa"),
    share_of=("da", "das", "do", "dos", "de"),
)  # fmt: skip
