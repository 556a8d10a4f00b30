"""Indian statements: lakhs and crores in pairs of digits; Rs., particulars, YoY."""

from __future__ import annotations

from tests.languages.notation import Notation
from tests.statements import Sheet

PAIRS = Notation(in_pairs=True)

SHEETS = (
    Sheet(
        "profit and loss",
        "# Narmada Textiles Limited\n\n## Statement of Profit and Loss\n\n(₹ in lakhs)",
        {"FY 2024-25": "", "FY 2023-24": "", "% Change": "FY 2024-25 over FY 2023-24"},
        {
            "Revenue from operations": 4_18_240.55,
            "Other income": 6_415.2,
            "Total income": "Revenue from operations + Other income",
            "Cost of materials consumed": 2_41_870.3,
            "Employee benefits expense": 58_415.8,
            "Other expenses": 41_204.4,
            "Total expenses": "Cost of materials consumed + Employee benefits expense"
            " + Other expenses",
            "Profit before tax": "Total income - Total expenses",
            "Tax expense": 18_118.6,
            "Profit for the year": "Profit before tax - Tax expense",
        },
        negative="({})",
        decimals=2,
        below="Revenue from operations for FY 2024-25 was ₹ {Revenue from operations|FY 2024-25}"
        " lakhs as against ₹ {Revenue from operations|FY 2023-24} lakhs in FY 2023-24. The"
        " board met on 23rd May, 2025.",
        notation=PAIRS,
        corner="Particulars",
    ),
    Sheet(
        "balance sheet",
        "# Godavari Cements Limited\n\n## Balance Sheet as at 31st March, 2025\n\n(Rs. in crore)",
        {"As at 31.03.2025": "", "As at 31.03.2024": ""},
        {
            "Property, plant and equipment": 18_240.6,
            "Capital work-in-progress": 2_415.3,
            "Total non-current assets": "Property, plant and equipment + Capital work-in-progress",
            "Inventories": 2_761.5,
            "Trade receivables": 6_311.8,
            "Cash and cash equivalents": 1_290.4,
            "Total current assets": "Inventories + Trade receivables + Cash and cash equivalents",
            "Total assets": "Total non-current assets + Total current assets",
        },
        negative="({})",
        decimals=2,
        below="Total assets stood at Rs. {Total assets|As at 31.03.2025} crore as at"
        " 31st March, 2025 against Rs. {Total assets|As at 31.03.2024} crore a year earlier.",
        notation=PAIRS,
        corner="Particulars",
    ),
    Sheet(
        "cash flow statement",
        "# Kaveri Pharma Limited\n\n## Cash Flow Statement\n\n(Amount in ₹)",
        {"Year ended 31 March 2025": "", "Year ended 31 March 2024": ""},
        {
            "Net profit before tax": 18_24_05_118,
            "Depreciation": 9_41_50_224,
            "Changes in working capital": -3_21_04_660,
            "Net cash from operating activities": "Net profit before tax + Depreciation"
            " + Changes in working capital",
            "Purchase of fixed assets": -14_80_31_415,
            "Sale of fixed assets": 1_11_62_090,
            "Net cash used in investing activities": "Purchase of fixed assets"
            " + Sale of fixed assets",
            "Repayment of term loans": -4_90_07_335,
            "Dividend paid": -3_35_01_780,
            "Net cash used in financing activities": "Repayment of term loans + Dividend paid",
            "Net increase in cash": "Net cash from operating activities"
            " + Net cash used in investing activities + Net cash used in financing activities",
        },
        negative="({})",
        below="Depreciation of ₹ {Depreciation|Year ended 31 March 2025} was charged for the year"
        " ended 31 March 2025.",
        notation=PAIRS,
    ),
    Sheet(
        "key indicators",
        "# Deccan Motors Ltd\n\n## Key performance indicators Q2 FY26\n\n₹ crore",
        {"Q2 FY26": "", "Q2 FY25": "", "YoY": "Q2 FY26 over Q2 FY25"},
        {
            "Domestic": 14_512.6,
            "Exports": 9_388.1,
            "Total revenue": "Domestic + Exports",
            "EBITDA": 2_964.4,
            "EBITDA margin": "EBITDA % of Total revenue",
            "Capex": 1_244.7,
        },
        negative="({})",
        decimals=1,
        below="Total revenue {Total revenue|YoY|grew|fell} {Total revenue|YoY} in Q2 FY26 to ₹"
        " {Total revenue|Q2 FY26} crore from ₹ {Total revenue|Q2 FY25} crore in Q2 FY25.",
        notation=PAIRS,
    ),
    Sheet(
        "segment results",
        "# Vindhya Industries Limited\n\n## Segment revenue\n\n(Rs. lakh)",
        {
            "30.09.2025": "",
            "30.09.2024": "",
            "Inc./(Dec.)": "30.09.2025 - 30.09.2024",
            "% Inc./(Dec.)": "30.09.2025 over 30.09.2024",
        },
        {
            "Cement": 82_415.6,
            "Power": 61_204.9,
            "Steel": 4_40_338.2,
            "Unallocated": 5_120.8,
            "Gross segment revenue": "Cement + Power + Steel + Unallocated",
            "Less: Inter-segment revenue": 7_214.1,
            "Net revenue from operations": "Gross segment revenue - Less: Inter-segment revenue",
        },
        negative="({})",
        decimals=2,
        below="Steel contributed Rs. {Steel|30.09.2025} lakh during the half-year ended"
        " 30th September, 2025.",
        notation=PAIRS,
        corner="Segment",
    ),
)
