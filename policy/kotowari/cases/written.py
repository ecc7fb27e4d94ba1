"""Values as rules write them."""

from __future__ import annotations

from decimal import Decimal

from kotowari.model.amounts import plain
from kotowari.model.duration import Duration
from kotowari.model.types import FactType, Kind, Value
from kotowari.model.writing import show_value
from kotowari.text.language import detect


def quoted(text: str) -> str:
    """A text between the quotes of its script."""
    if detect(text, ("en", "ja")) == "ja" and not set("「」\\") & set(text):
        return f"「{text}」"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def literal(type_: FactType, value: Value) -> str:
    """A value as rules write it."""
    match value:
        case Decimal() if type_.kind is Kind.PERCENT:
            return f"{plain(value)}%"
        case str() if type_.kind is Kind.TEXT:
            return quoted(value)
        case Duration():
            return length(value)
        case frozenset() if not value:
            return "none"
        case _:
            return show_value(type_, value)


def length(value: Duration) -> str:
    """A length of time in the largest unit that it is whole in."""
    seconds = value.seconds
    for amount, unit, word in (
        (Decimal(value.months), 12, "year"), (Decimal(value.months), 1, "month"),
        (Decimal(value.days), 7, "week"), (Decimal(value.days), 1, "day"),
        (seconds, 3600, "hour"), (seconds, 60, "minute"),
    ):  # fmt: skip
        if amount and amount % unit == 0:
            count = amount / unit
            return f"{plain(count)} {word}{'' if count == 1 else 's'}"
    return f"{plain(seconds)} seconds" if seconds else "0 days"
