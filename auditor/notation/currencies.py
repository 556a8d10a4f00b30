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
