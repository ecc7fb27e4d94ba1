"""What a fact takes and what it was given, in words for the messages about requests."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from kotowari.diagnostics.said import comma_list, say
from kotowari.model.types import FactType, Kind
from kotowari.model.writing import show_value

_MOST_CHOICES = 10
_LONGEST = 60
_MOST_BITS = 256

# Control characters, lone surrogates, and what is invisible or turns the direction of a line.
_HIDDEN = dict.fromkeys(
    (
        *range(0x20),
        *range(0x7F, 0xA0),
        *range(0x200B, 0x2010),
        *range(0x2028, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xD800, 0xE000),
        0xFEFF,
    ),
    "\N{REPLACEMENT CHARACTER}",
)


def takes(fact_type: FactType) -> str:
    """What a fact of this type takes, as a phrase with an example: "money in USD from 0, such as `90 USD`"."""
    phrase = _phrase(fact_type)
    return say("{phrase}, or none", phrase=phrase) if fact_type.or_none else phrase


def _phrase(fact_type: FactType) -> str:
    match fact_type.kind:
        case Kind.FLAG:
            return say("yes or no")
        case Kind.TEXT:
            return say("text")
        case Kind.ONE_OF:
            return say("one of {choices}", choices=_listed(fact_type.choices))
        case Kind.ANY_OF:
            return say("any of {choices}", choices=_listed(fact_type.choices))
        case _:
            return _amount(fact_type, bounds(fact_type))


def _amount(fact_type: FactType, bounds: str) -> str:
    match fact_type.kind:
        case Kind.WHOLE:
            return say("a whole number{bounds}", bounds=bounds)
        case Kind.MONEY:
            return say(
                "money in {currency}{bounds}, such as `{amount} {currency}`",
                currency=fact_type.currency or "",
                bounds=bounds,
                amount=_example(fact_type),
            )
        case Kind.PERCENT:
            return say("a percentage{bounds}, such as `{amount}%`", bounds=bounds, amount=_example(fact_type))
        case Kind.DURATION:
            return say("a duration{bounds}, such as `3 days` or `P3D`", bounds=bounds)
        case Kind.DATE:
            return say("a date{bounds}, such as `2026-04-01`", bounds=bounds)
        case Kind.TIME:
            return say("a time{bounds}, such as `2026-04-01T09:00:00Z`", bounds=bounds)
        case _:
            return say("a number{bounds}", bounds=bounds)


def bounds(fact_type: FactType) -> str:
    """The bounds of a type in words, with a space before them; empty where it has none."""
    low, high = (show_value(fact_type, end) for end in (fact_type.low, fact_type.high))
    if fact_type.low is None:
        return "" if fact_type.high is None else say(" to {high}", high=high)
    return say(" from {low}", low=low) if fact_type.high is None else say(" from {low} to {high}", low=low, high=high)


def _example(fact_type: FactType) -> str:
    """An amount that lies within the bounds."""
    amount = Decimal(90 if fact_type.kind is Kind.MONEY else 5)
    if isinstance(fact_type.low, Decimal):
        amount = max(amount, fact_type.low)
    if isinstance(fact_type.high, Decimal):
        amount = min(amount, fact_type.high)
    return show_value(FactType(Kind.NUMBER), amount)


def _listed(choices: tuple[str, ...]) -> str:
    shown = comma_list(f"`{choice}`" for choice in choices[:_MOST_CHOICES])
    hidden = len(choices) - _MOST_CHOICES
    return say("{shown} and {count} more", shown=shown, count=hidden) if hidden > 0 else shown


def given(raw: object) -> str:
    """A given value in at most 60 characters that are safe on every terminal; containers only by what they are."""
    match raw:
        case None:
            return "none"
        case bool():
            return "true" if raw else "false"
        case str():
            return short(raw)
        case int():
            return short(str(raw)) if raw.bit_length() <= _MOST_BITS else say("a number of very many digits")
        case float() | Decimal():
            return short(str(raw))
        case datetime() | date():
            return raw.isoformat()
        case list() | tuple() | set() | frozenset():
            return say("a list")
        case dict():
            return say("an object")
        case _:
            return say("a Python {type}", type=type(raw).__name__)


def short(text: str) -> str:
    """`text` for a message: at most 60 characters, none of which moves the cursor or cannot be encoded."""
    kept = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return kept.translate(_HIDDEN)
