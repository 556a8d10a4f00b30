"""Currencies: their codes, and the symbols and abbreviations that are printed for them."""

from __future__ import annotations

CODES = (
    "USD", "JPY", "EUR", "GBP", "CHF", "KRW", "CNY", "INR", "CAD", "AUD", "HKD", "SGD", "NZD",
    "TWD", "BRL", "MXN", "ZAR", "SEK", "NOK", "DKK", "THB", "IDR", "MYR", "PHP", "VND", "TRY",
    "PLN", "CZK", "HUF", "ILS", "AED", "SAR",
)  # fmt: skip
"""The codes of ISO 4217 that are read as a currency."""
SYMBOLS = {
    "$": "USD", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD",
    "HK$": "HKD", "S$": "SGD", "NZ$": "NZD", "NT$": "TWD", "R$": "BRL", "¥": "JPY",
    "€": "EUR", "£": "GBP", "₩": "KRW", "₹": "INR", "Rs.": "INR", "Rs": "INR", "RMB": "CNY",
}  # fmt: skip
"""What is printed in place of a code."""
WORDS = {
    "euro": "EUR", "euros": "EUR", "euroa": "EUR", "eur": "EUR", "dollar": "USD", "dollars": "USD",
    "dólares": "USD", "dollari": "USD", "yen": "JPY", "reais": "BRL", "franken": "CHF",
    "francs suisses": "CHF", "franchi": "CHF", "pounds": "GBP", "sterling": "GBP", "rupees": "INR",
    "円": "JPY", "日元": "JPY", "日圓": "JPY", "엔": "JPY", "ドル": "USD", "米ドル": "USD",
    "美元": "USD", "달러": "USD", "ユーロ": "EUR", "欧元": "EUR", "歐元": "EUR", "유로": "EUR",
    "元": "CNY", "人民币": "CNY", "人民幣": "CNY", "港元": "HKD", "港幣": "HKD", "港币": "HKD",
    "新台幣": "TWD", "新臺幣": "TWD", "台幣": "TWD", "원": "KRW", "kč": "CZK", "zł": "PLN",
    "tl": "TRY", "kr": "kr",
}  # fmt: skip
"""What is written out in place of a code, in lower case."""
