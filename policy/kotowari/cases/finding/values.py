"""One value of a part of a domain, as a person would write it: at the edge, where one side tells from the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from kotowari.cases.finding.steps import step_at
from kotowari.engine.parts import holds
from kotowari.engine.regions import Region
from kotowari.model import calendar
from kotowari.model.duration import Duration
from kotowari.model.order import outside
from kotowari.model.types import FactType, Kind, Value

_ANOTHER_TEXT = "something else"


def value_in(region: Region, type_: FactType, usual: Sequence[Value], now: datetime, zone: ZoneInfo) -> Value:
    """A value of the part: one that it lists, a usual one, the one nearest to an edge, or a day next to now."""
    if region.values:
        return region.values[0]
    for value in (*usual, *_at_edges(region, type_), *_near(type_, now, zone)):
        if (
            value is not None
            and not outside(value, type_)
            and holds(region, value, zone)
            and not _listed(region, value)
        ):
            return value
    return _ANOTHER_TEXT if type_.kind is Kind.TEXT else region.sample


def _listed(region: Region, value: Value) -> bool:
    """Whether a text may be one that another part lists: what is sure to be none is taken instead."""
    return region.rest and value != _ANOTHER_TEXT


def _at_edges(region: Region, type_: FactType) -> Iterator[Value]:
    for bound, away in ((region.low, 1), (region.high, -1)):
        if bound is None:
            continue
        if isinstance(bound.value, datetime):
            yield bound.value.replace(microsecond=0)
        elif bound.inside:
            yield bound.value
        else:
            yield _beside(bound.value, type_, away)


def _near(type_: FactType, now: datetime, zone: ZoneInfo) -> Iterator[Value]:
    """Yesterday and tomorrow, for days and times."""
    for days in (-1, 1):
        moment = now + timedelta(days=days)
        if type_.kind is Kind.DATE:
            yield calendar.day_of(moment, zone)
        elif type_.kind is Kind.TIME:
            yield moment


def _beside(value: Value, type_: FactType, away: int) -> Value:
    """The value one step above or below."""
    step = step_at(type_, value)
    match value, step:
        case Decimal(), Decimal():
            return value + away * step
        case Duration(), Duration():
            return value + Duration(away * step.months, away * step.days, away * step.seconds)
        case _:
            return None
