"""Portuguese statements: points between thousands, decimal commas; R$ mil, R$ milhões, 3T25."""

from __future__ import annotations

from tests.languages.notation import Notation
from tests.statements import Sheet

BRAZIL, PORTUGAL = Notation(".", ",", "%"), Notation(" ", ",", " %")

SHEETS = (
    Sheet(
        "demonstração do resultado",
        "# Açúcar Paranaíba S.A.\n\n## Demonstração do resultado do exercício\n\n"
        "(Em milhares de reais)",
        {"2025": "", "2024": "", "Variação %": "2025 over 2024"},
        {
            "Receita líquida": 318_240,
            "Custo dos produtos vendidos": -141_870,
            "Lucro bruto": "Receita líquida + Custo dos produtos vendidos",
            "Despesas com vendas": -58_415,
            "Despesas gerais e administrativas": -31_204,
            "Resultado operacional": "Lucro bruto + Despesas com vendas"
            " + Despesas gerais e administrativas",
            "Resultado financeiro": -14_214,
            "Lucro antes do imposto de renda": "Resultado operacional + Resultado financeiro",
            "Imposto de renda e contribuição social": -18_118,
            "Lucro líquido do exercício": "Lucro antes do imposto de renda"
            " + Imposto de renda e contribuição social",
        },
        negative="({})",
        below="A receita líquida foi de R$ {Receita líquida|2025} mil em 2025, contra R$"
        " {Receita líquida|2024} mil em 2024. A assembleia ocorreu em 28 de março de 2026.",
        notation=BRAZIL,
    ),
    Sheet(
        "balanço patrimonial",
        "# Energia do Cerrado S.A.\n\n## Balanço patrimonial\n\nR$ mil",
        {"31/12/2025": "", "31/12/2024": ""},
        {
            "Caixa e equivalentes de caixa": 52_904,
            "Contas a receber": 63_118,
            "Estoques": 27_615,
            "Total do ativo circulante": "Caixa e equivalentes de caixa + Contas a receber"
            " + Estoques",
            "Imobilizado": 318_240,
            "Intangível": 41_870,
            "Total do ativo não circulante": "Imobilizado + Intangível",
            "Total do ativo": "Total do ativo circulante + Total do ativo não circulante",
        },
        negative="({})",
        below="O total do ativo somou R$ {Total do ativo|31/12/2025} mil em"
        " 31 de dezembro de 2025.",
        notation=BRAZIL,
    ),
    Sheet(
        "fluxos de caixa",
        "# Corticeira do Tejo, SGPS\n\n## Demonstração dos fluxos de caixa\n\n(milhares de euros)",
        {"2025": "", "2024": "", "Variação": "2025 - 2024"},
        {
            "Resultado líquido": 18_240,
            "Depreciações e amortizações": 9_415,
            "Variação do fundo de maneio": -3_210,
            "Fluxos das atividades operacionais": "Resultado líquido + Depreciações e amortizações"
            " + Variação do fundo de maneio",
            "Aquisição de ativos fixos": -14_803,
            "Alienação de ativos": 1_116,
            "Fluxos das atividades de investimento": "Aquisição de ativos fixos"
            " + Alienação de ativos",
            "Reembolso de empréstimos": -4_900,
            "Dividendos pagos": -3_350,
            "Fluxos das atividades de financiamento": "Reembolso de empréstimos + Dividendos pagos",
            "Variação de caixa e seus equivalentes": "Fluxos das atividades operacionais"
            " + Fluxos das atividades de investimento + Fluxos das atividades de financiamento",
        },
        negative="-{}",
        below="O resultado líquido de 2025 foi de {Resultado líquido|2025} milhares de euros; os"
        " dividendos foram pagos a 9 de maio de 2025.",
        notation=PORTUGAL,
    ),
    Sheet(
        "indicadores",
        "# Varejo Guanabara S.A.\n\n## Destaques do 3T25\n\nR$ milhões",
        {"3T25": "", "3T24": "", "Var. (%)": "3T25 over 3T24"},
        {
            "Lojas físicas": 1_512.6,
            "Comércio eletrônico": 988.1,
            "Receita bruta": "Lojas físicas + Comércio eletrônico",
            "EBITDA": 296.4,
            "Margem EBITDA": "EBITDA % of Receita bruta",
            "Investimentos": 144.7,
        },
        negative="-{}",
        decimals=1,
        below="No terceiro trimestre de 2025, a receita bruta {Receita bruta|Var. (%)|cresceu|caiu}"
        " {Receita bruta|Var. (%)} para R$ {Receita bruta|3T25} milhões.",
        notation=BRAZIL,
    ),
    Sheet(
        "segmentos",
        "# Logística Atlântico S.A.\n\n## Receita por segmento\n\n(em R$ mil)",
        {
            "9M25": "",
            "9M24": "",
            "Diferença": "9M25 - 9M24",
            "Δ %": "9M25 over 9M24",
        },
        {
            "Ferrovia": 82_415,
            "Rodovia": 61_204,
            "Portos": 40_338,
            "Outros": 5_120,
            "Subtotal": "Ferrovia + Rodovia + Portos + Outros",
            "Eliminações": -7_214,
            "Total consolidado": "Subtotal + Eliminações",
        },
        negative="({})",
        below="O segmento Portos registrou R$ {Portos|9M25} mil nos nove meses de 2025, ante R$"
        " {Portos|9M24} mil no mesmo período do ano anterior.",
        notation=BRAZIL,
    ),
)
