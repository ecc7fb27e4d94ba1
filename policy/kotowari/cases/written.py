"""Values as rules write them."""

from __future__ import annotations

from decimal import Decimal

from kotowari.diagnostics.said import say
from kotowari.model.amounts import plain
from kotowari.model.duration import Duration
from kotowari.model.types import FactType, Kind, Value
from kotowari.model.wording import duration_phrase
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
            return duration_phrase(value)
        case frozenset() if not value:  # which the language has no word for
            return say("(none of them)")
        case _:
            return show_value(type_, value)
