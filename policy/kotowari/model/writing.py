"""Values as machines read them: the strings of a decision, and the JSON that a request is replayed from."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

from kotowari.model.amounts import plain
from kotowari.model.duration import Duration
from kotowari.model.moments import duration_text, time_text
from kotowari.model.types import FactType, Value

JsonValue: TypeAlias = "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"

# Beyond this, readers of JSON that know only floating point lose digits (RFC 8259, section 6).
_MOST_IN_JSON = 2**53 - 1


def show_value(fact_type: FactType, value: Value) -> str:
    """The one way in which a value is written for machines; `read_value` reads it back, but for `none` as text.

    Numbers are plain decimals (`2.5`), percentages as well (`10`), money has its currency behind it (`5000 USD`),
    durations, dates and times are ISO 8601, flags `yes` or `no`, sets as declared, with commas (`beta, partner`).
    """
    match value:
        case None:
            return "none"
        case bool():
            return "yes" if value else "no"
        case str():
            return value
        case frozenset():
            return ", ".join(_declared(fact_type, value))
        case Decimal():
            return f"{plain(value)} {fact_type.currency}" if fact_type.currency else plain(value)
        case Duration():
            return duration_text(value)
        case datetime():
            return time_text(value)
        case date():
            return value.isoformat()


def to_json(fact_type: FactType, value: Value) -> JsonValue:
    """A value as the `request` of a decision carries it: `read_value` makes exactly this value of it again.

    Whole amounts without a currency are JSON numbers where every reader of JSON keeps all their digits, others strings.
    """
    if isinstance(value, Decimal) and not fact_type.currency and _is_json_integer(value):
        return int(value)
    return decision_value(fact_type, value)


def decision_value(fact_type: FactType, value: Value) -> JsonValue:
    """A value as decisions show it: flags as booleans, sets as lists, none as null, else what `show_value` writes."""
    match value:
        case None | bool():
            return value
        case frozenset():
            return list(_declared(fact_type, value))
        case _:
            return show_value(fact_type, value)


def _declared(fact_type: FactType, chosen: frozenset[str]) -> list[str]:
    return [choice for choice in fact_type.choices if choice in chosen]


def _is_json_integer(value: Decimal) -> bool:
    return abs(value) <= _MOST_IN_JSON and value == value.to_integral_value()
