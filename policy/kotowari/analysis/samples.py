"""Values that a reader finds natural: defaults, the constants of the policy, and what lies right beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from kotowari.analysis.constants import compared
from kotowari.analysis.symbols import ANOTHER_TEXT
from kotowari.engine.program import Program
from kotowari.model import calendar
from kotowari.model.duration import Duration
from kotowari.model.model import Fact
from kotowari.model.types import NUMERIC, Kind, Value

_MOST = 24
_STEPS = {Kind.WHOLE: Decimal(1), Kind.NUMBER: Decimal(1), Kind.PERCENT: Decimal(1), Kind.MONEY: Decimal(1)}


def samples(programs: Sequence[Program], fact: Fact, now: datetime) -> list[Value]:
    """Some values of a fact, the most natural first."""
    found: dict[Value, None] = {}
    if fact.has_default:
        found[fact.default] = None
    for value in _of_kind(programs, fact, now):
        if len(found) < _MOST:
            found.setdefault(value)
    return list(found)


def _of_kind(programs: Sequence[Program], fact: Fact, now: datetime) -> Iterator[Value]:
    match fact.type.kind:
        case Kind.FLAG:
            yield from (False, True)
        case Kind.ONE_OF:
            yield from fact.type.choices
        case Kind.ANY_OF:
            yield frozenset[str]()
            yield from (frozenset({choice}) for choice in fact.type.choices)
        case Kind.DATE:
            yield from _days(programs, fact.name, now.date())
        case Kind.TIME:
            yield from _moments(programs, fact.name, now)
        case Kind.TEXT:
            yield ANOTHER_TEXT
            yield from sorted({value for value in compared(programs, fact.name) if isinstance(value, str)})
        case Kind.DURATION:
            yield from _lengths(programs, fact)
        case kind:
            assert kind in NUMERIC
            yield from _numbers(programs, fact)
    if fact.type.or_none:
        yield None


def _numbers(programs: Sequence[Program], fact: Fact) -> Iterator[Value]:
    step = _STEPS[fact.type.kind]
    bounds = [end for end in (fact.type.low, fact.type.high) if isinstance(end, Decimal)]
    at = {value for value in compared(programs, fact.name) if isinstance(value, Decimal)}
    near = sorted({*at, *(value + step for value in at), *(value - step for value in at), Decimal(0), Decimal(1)})
    yield from dict.fromkeys([*bounds[:1], *sorted(near, key=lambda value: (abs(value), value))])


def _lengths(programs: Sequence[Program], fact: Fact) -> Iterator[Value]:
    found = {value for value in compared(programs, fact.name) if isinstance(value, Duration)}
    near = {Duration(value.months, value.days + days, value.seconds) for value in found for days in (-1, 0, 1)}
    usable = [value for value in {*near, Duration(days=1)} if value.days >= 0]
    yield from sorted(usable, key=lambda value: (value.length, value.months, value.days))


def _days(programs: Sequence[Program], fact: str, today: date) -> Iterator[Value]:
    written = {value for value in compared(programs, fact) if isinstance(value, date)}
    days = {value.date() if isinstance(value, datetime) else value for value in written}
    for length in _distances(programs, fact):
        days |= {calendar.add_date(today, length), calendar.subtract_date(today, length)}
    yield today
    yield from sorted(_beside(days), key=lambda day: (abs(day - today), day))


def _beside(days: Iterable[date]) -> set[date]:
    found: set[date] = set()
    for day in days:
        found.add(day)
        found |= {day - timedelta(days=1)} if day > date.min else set()
        found |= {day + timedelta(days=1)} if day < date.max else set()
    return found


def _moments(programs: Sequence[Program], fact: str, now: datetime) -> Iterator[Value]:
    zone = calendar.zone(programs[0].model.zone)
    assert zone is not None
    written = {value for value in compared(programs, fact) if isinstance(value, datetime)}
    days = {value for value in compared(programs, fact) if isinstance(value, date)} - written
    at = {*written, *(datetime.combine(day, now.timetz()) for day in days)}
    for length in _distances(programs, fact):
        at |= {calendar.add(now, length, zone), calendar.subtract(now, length, zone)}
    near = {moment + timedelta(days=days) for moment in at for days in (-1, 0, 1) if 2 < moment.year < date.max.year}
    yield now
    yield from sorted(near, key=lambda moment: (abs(moment - now), moment))


def _distances(programs: Sequence[Program], fact: str) -> list[Duration]:
    found = {value for value in compared(programs, fact) if isinstance(value, Duration)}
    return sorted(found, key=lambda value: (value.length, value.months, value.days))
