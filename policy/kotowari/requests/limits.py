"""How large a document may be, and numbers that are exact whatever their size."""

from __future__ import annotations

from decimal import Decimal

MAX_DEPTH = 64
MAX_JSON = 64 * 1024 * 1024
MAX_YAML = 8 * 1024 * 1024

# Longer ones are no numbers of a request; Python's int would refuse them, and in an exponent Decimal as well.
_LONGEST_INT = 100
_LONGEST_EXPONENT = 6


def whole_number(text: str) -> int | Decimal:
    """The whole number that `text` writes; a Decimal where it is so long that int would be slow or refuse it."""
    return int(text) if len(text) <= _LONGEST_INT else Decimal(text)


def decimal_number(text: str) -> Decimal | None:
    """The number that `text` writes, exactly; None where its exponent is beyond every use."""
    exponent = text.lower().partition("e")[2].lstrip("+-").lstrip("0")
    return Decimal(text) if len(exponent) <= _LONGEST_EXPONENT else None
