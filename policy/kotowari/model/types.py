"""The types that facts can have."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from kotowari.model.duration import Duration
from kotowari.record import record


class Kind(StrEnum):
    """What sort of value a fact takes; the value is the phrase that the language uses."""

    FLAG = "yes or no"
    ONE_OF = "one of"
    ANY_OF = "any of"
    WHOLE = "whole number"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    DURATION = "duration"
    DATE = "date"
    TIME = "time"
    TEXT = "text"


NUMERIC = frozenset({Kind.WHOLE, Kind.NUMBER, Kind.MONEY, Kind.PERCENT})
TEMPORAL = frozenset({Kind.DATE, Kind.TIME})

# A value of a fact as the engine sees it. None is the language's `none`: a known absence.
# An unknown fact has no value at all: it is missing from the mapping of facts.
Value = bool | str | frozenset[str] | Decimal | Duration | date | datetime | None


@record
class FactType:
    """The type of a fact.

    `choices` holds the words of `one of` and `any of`, in the order of their declaration. `currency` is the ISO 4217
    code of money. `low` and `high` are the bounds that `from` and `to` give, both included. With `or_none` the fact
    may be known to be absent.
    """

    kind: Kind
    choices: tuple[str, ...] = ()
    currency: str | None = None
    low: Decimal | Duration | date | datetime | None = None
    high: Decimal | Duration | date | datetime | None = None
    or_none: bool = False
