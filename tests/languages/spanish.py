"""Spanish statements: points between thousands, decimal commas; miles de euros, M€, Var. %."""

from __future__ import annotations

from tests.languages.notation import Notation
from tests.statements import Sheet

SPAIN, TIGHT, MEXICO = Notation(".", ",", " %"), Notation(".", ",", "%"), Notation(",", ".", "%")

SHEETS = (
    Sheet(
        "cuenta de resultados",
        "# Astilleros del Sur, S.A.\n\n## Cuenta de pérdidas y ganancias consolidada\n\n"
        "(Miles de euros)",
        {"2025": "", "2024": "", "Var. %": "2025 over 2024"},
        {
            "Importe neto de la cifra de negocios": 318_240,
            "Aprovisionamientos": -141_870,
            "Margen bruto": "Importe neto de la cifra de negocios + Aprovisionamientos",
            "Gastos de personal": -88_415,
            "Otros gastos de explotación": -31_204,
            "EBITDA": "Margen bruto + Gastos de personal + Otros gastos de explotación",
            "Amortización": -14_120,
            "Resultado de explotación": "EBITDA + Amortización",
            "Resultado financiero": -4_214,
            "Resultado antes de impuestos": "Resultado de explotación + Resultado financiero",
            "Impuesto sobre beneficios": -8_118,
            "Resultado del ejercicio": "Resultado antes de impuestos + Impuesto sobre beneficios",
        },
        negative="({})",
        below="El resultado del ejercicio ascendió a {Resultado del ejercicio|2025} miles de euros"
        " en 2025, frente a {Resultado del ejercicio|2024} miles de euros en 2024. La junta se"
        " celebró el 24 de abril de 2026.",
        notation=SPAIN,
    ),
    Sheet(
        "balance",
        "# Bodegas Marqués de Tajo\n\n## Balance de situación\n\nMillones de euros",
        {"31/12/2025": "", "31/12/2024": "", "Variación": "31/12/2025 - 31/12/2024"},
        {
            "Inmovilizado intangible": 418.7,
            "Inmovilizado material": 3_182.4,
            "Total activo no corriente": "Inmovilizado intangible + Inmovilizado material",
            "Existencias": 276.1,
            "Deudores comerciales": 631.1,
            "Efectivo y equivalentes": 529.0,
            "Total activo corriente": "Existencias + Deudores comerciales"
            " + Efectivo y equivalentes",
            "Total activo": "Total activo no corriente + Total activo corriente",
        },
        negative="-{}",
        decimals=1,
        below="El total activo se situó en {Total activo|31/12/2025} millones de euros a 31 de"
        " diciembre de 2025.",
        notation=TIGHT,
    ),
    Sheet(
        "flujos de efectivo",
        "# Minera Sierra Clara, S.A.B. de C.V.\n\n## Estado de flujos de efectivo\n\n"
        "(Miles de pesos)",
        {"2025": "", "2024": ""},
        {
            "Utilidad neta": 18_240,
            "Depreciación y amortización": 9_415,
            "Cambios en el capital de trabajo": -3_210,
            "Flujos de efectivo de actividades de operación": "Utilidad neta"
            " + Depreciación y amortización + Cambios en el capital de trabajo",
            "Adquisición de equipo": -14_803,
            "Venta de activos": 1_116,
            "Flujos de efectivo de actividades de inversión": "Adquisición de equipo"
            " + Venta de activos",
            "Pago de préstamos": -4_900,
            "Dividendos pagados": -3_350,
            "Flujos de efectivo de actividades de financiamiento": "Pago de préstamos"
            " + Dividendos pagados",
            "Aumento neto de efectivo": "Flujos de efectivo de actividades de operación"
            " + Flujos de efectivo de actividades de inversión"
            " + Flujos de efectivo de actividades de financiamiento",
        },
        negative="({})",
        below="La utilidad neta de 2025 fue de {Utilidad neta|2025} miles de pesos. Los dividendos"
        " se pagaron el 15 de mayo de 2025.",
        notation=MEXICO,
    ),
    Sheet(
        "indicadores",
        "# Telecom Ibérica\n\n## Principales magnitudes del tercer trimestre\n\n(M€)",
        {"3T 2025": "", "3T 2024": "", "% Var.": "3T 2025 over 3T 2024"},
        {
            "España": 512.6,
            "Resto del mundo": 388.1,
            "Ingresos totales": "España + Resto del mundo",
            "EBITDA": 196.4,
            "Margen EBITDA": "EBITDA % of Ingresos totales",
            "Inversiones": 144.7,
        },
        negative="-{}",
        decimals=1,
        below="En el tercer trimestre de 2025 los ingresos totales"
        " {Ingresos totales|% Var.|aumentaron|disminuyeron} un {Ingresos totales|% Var.} hasta"
        " {Ingresos totales|3T 2025} millones de euros.",
        notation=SPAIN,
    ),
    Sheet(
        "segmentos",
        "# Grupo Alimentario Duero\n\n## Ventas por segmento\n\nEn miles de €",
        {
            "Ejercicio 2025": "",
            "Ejercicio 2024": "",
            "Diferencia": "Ejercicio 2025 - Ejercicio 2024",
            "Variación %": "Ejercicio 2025 over Ejercicio 2024",
        },
        {
            "Lácteos": 82_415,
            "Aceites": 61_204,
            "Conservas": 40_338,
            "Otros": 5_120,
            "Suma de segmentos": "Lácteos + Aceites + Conservas + Otros",
            "Ajustes de consolidación": -7_214,
            "Total Grupo": "Suma de segmentos + Ajustes de consolidación",
        },
        negative="-{}",
        below="El segmento Aceites facturó {Aceites|Ejercicio 2025} miles de euros en 2025 frente a"
        " {Aceites|Ejercicio 2024} miles de euros el año anterior.",
        notation=TIGHT,
    ),
)
