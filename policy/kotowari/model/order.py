"""Which of two values lies before the other."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from kotowari.model.duration import Duration
from kotowari.model.types import FactType, Value


def outside(value: Value, type_: FactType) -> bool:
    """Whether a value lies outside of the bounds of a type."""
    return below(value, type_.low) or below(type_.high, value)


def below(left: Value, right: Value) -> bool:
    """Whether one value lies before another; never where they have no order."""
    match left, right:
        case Decimal() as amount, Decimal() as limit:
            return amount < limit
        case Duration() as duration, Duration() as limit:
            return duration.length < limit.length
        case datetime() as moment, datetime() as limit:
            return moment < limit
        case date() as day, date() as limit if type(day) is type(limit):
            return day < limit
        case _:
            return False
