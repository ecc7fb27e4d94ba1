"""Numbers as facts and rules write them: exact decimals, percentages, money with its currency.

What is written is read without rounding or refused, whatever decimal context the program around us has set.
"""

from __future__ import annotations

import math
from decimal import Context, Decimal, Inexact, InvalidOperation, Overflow
from typing import NamedTuple

from kotowari.regex import regex

MAX_DIGITS = 34

# The longest writing that can still be a number; longer ones are refused before any work is done on them.
_LONGEST = 100
_BITS = 112  # 2 ** 112 < 10 ** 34
_CONTEXT = Context(prec=MAX_DIGITS, traps=[Inexact, InvalidOperation, Overflow])
_ONE = Decimal(1)

# Full-width forms read as ASCII. Not NFKC, which would also read `5²` as 52 and `½` as two numbers.
_ASCII = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0x2212: "-", 0x3001: ","}

_NUMBER = regex(r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?:_[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_CODE_FIRST = regex(r"(?P<currency>[A-Za-z]{3})\s*(?P<amount>[+-]?[0-9].*)")
_CODE_LAST = regex(r"(?P<amount>.*[0-9])\s*(?P<currency>[A-Za-z]{3})")


class TooManyDigitsError(ValueError):
    """A number has more digits than numbers may have: 34 in all, before the point, or behind it."""


class Money(NamedTuple):
    """An amount and its ISO 4217 code, which is empty where none was written."""

    amount: Decimal
    currency: str


def folded(text: str) -> str:
    """`text` with full-width forms in ASCII and no white space around it."""
    return (text if text.isascii() else text.translate(_ASCII)).strip()


def exact(number: Decimal) -> Decimal:
    """A finite `number` in the one form it has here: no exponent, no zeros at its end, no minus before zero.

    Raises TooManyDigitsError where it has more than 34 digits.
    """
    if not number:
        return Decimal(0)
    try:
        short = _CONTEXT.normalize(number)
        if short.adjusted() < MAX_DIGITS and _places(short) <= MAX_DIGITS:
            return short if _places(short) >= 0 else short.quantize(_ONE, context=_CONTEXT)
    except (Inexact, Overflow):
        pass  # falls through to the same refusal as a number whose digits stand too far from the point
    raise TooManyDigitsError(f"a number has at most {MAX_DIGITS} digits")


def _places(number: Decimal) -> int:
    """How many digits stand behind the point; below zero where zeros are missing before it."""
    return len(number.as_tuple().digits) - 1 - number.adjusted()


def plain(number: Decimal) -> str:
    """A number as machines write it here: digits and a point, never an exponent."""
    text = format(number, "f") if number else "0"
    return text.rstrip("0").rstrip(".") if "." in text else text


def read_number(raw: object) -> Decimal | None:
    """The number that `raw` is or writes, None where it writes none. Raises TooManyDigitsError."""
    match raw:
        case bool():
            return None
        case int():
            return _from_int(raw)
        case float():
            return exact(Decimal(float.__repr__(raw))) if math.isfinite(raw) else None
        case Decimal():
            return exact(raw) if raw.is_finite() else None
        case str():
            return _from_text(folded(raw))
        case _:
            return None


def _from_int(raw: int) -> Decimal:
    if raw.bit_length() <= _BITS:
        return Decimal(raw)
    if raw.bit_length() > _BITS + 1:
        raise TooManyDigitsError(f"a number has at most {MAX_DIGITS} digits")
    return exact(Decimal(raw))


def _from_text(text: str) -> Decimal | None:
    if not _NUMBER.fullmatch(text):
        return None
    if len(text) > _LONGEST:
        raise TooManyDigitsError(f"a number has at most {MAX_DIGITS} digits")
    return exact(Decimal(text.replace(",", "").replace("_", "")))


def read_percent(raw: object) -> Decimal | None:
    """The percentage that `raw` writes: 5, "5" and "5 %" are all five percent. Raises TooManyDigitsError."""
    return read_number(folded(raw).removesuffix("%").rstrip() if isinstance(raw, str) else raw)


def read_money(raw: object) -> Money | None:
    """The amount that `raw` writes, its currency before or behind it. Raises TooManyDigitsError."""
    currency = ""
    if isinstance(raw, str):
        text = folded(raw)
        written = _CODE_FIRST.fullmatch(text) or _CODE_LAST.fullmatch(text)
        if written:
            raw, currency = written["amount"], written["currency"].upper()
    amount = read_number(raw)
    return None if amount is None else Money(amount, currency)
