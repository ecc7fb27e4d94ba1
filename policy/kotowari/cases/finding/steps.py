"""The smallest step between two values that a person would tell apart."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from kotowari.model.duration import Duration
from kotowari.model.types import FactType, Kind, Value

# Currencies whose smallest unit is a whole one (ISO 4217, exponent 0); others are taken to have hundredths.
_WHOLE_CURRENCIES = frozenset(
    {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"}
)
_CLOCK = (3600, 60, 1)

Step = Decimal | Duration | timedelta


def step_at(type_: FactType, value: Value) -> Step | None:
    """The step of values like this one: a cent, a day, the last digit that is written; None for what has no order."""
    match value:
        case bool():
            return None
        case Decimal():
            return _number_step(type_, value)
        case Duration():
            return _length_step(value)
        case datetime():
            return timedelta(minutes=1)
        case date():
            return timedelta(days=1)
        case _:
            return None


def _number_step(type_: FactType, value: Decimal) -> Decimal:
    if type_.kind is Kind.WHOLE:
        return Decimal(1)
    if type_.kind is Kind.MONEY:
        smallest = Decimal(1) if type_.currency in _WHOLE_CURRENCIES else Decimal("0.01")
        return min(smallest, _last_digit(value))
    return _last_digit(value)


def _last_digit(value: Decimal) -> Decimal:
    """1 for 5, 0.1 for 2.5."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(min(exponent, 0)) if isinstance(exponent, int) else Decimal(1)


def _length_step(length: Duration) -> Duration:
    """The unit of a length: a month, a day, an hour, a minute, a second."""
    if length.seconds:
        unit = next(unit for unit in _CLOCK if length.seconds % unit == 0 or unit == 1)
        return Duration(seconds=Decimal(unit))
    return Duration(days=1) if length.days or not length.months else Duration(months=1)
