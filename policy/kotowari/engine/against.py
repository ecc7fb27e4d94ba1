"""A comparison of which one fact is unknown, with everything else of it worked out."""

from __future__ import annotations

from datetime import date, datetime

from kotowari.engine import reckon
from kotowari.engine.situation import Situation
from kotowari.engine.turns import Sign, Steady, Turning
from kotowari.model import calendar
from kotowari.model import conditions as c
from kotowari.model.conditions import facts_of
from kotowari.model.duration import Duration
from kotowari.model.types import Kind, Value

_NO_TIME = Duration()
_ONE_DAY = Duration(days=1)


def against(atom: c.Compare, fact: str, situation: Situation) -> Turning:
    """How the two sides compare, by the value of the fact. Raises Absent where something that is known is none."""
    if isinstance(atom.left, c.Elapsed):
        return _elapsed(atom.left, reckon.amount(atom.right, situation.facts, situation.now), situation)
    if isinstance(atom.right, c.Elapsed):
        found = _elapsed(atom.right, reckon.amount(atom.left, situation.facts, situation.now), situation)
        return Turning(lambda value: -found.sign(value), found.near, found.steady)
    sides = (atom.left, atom.right)
    for mine, other in (sides, sides[::-1]):
        if isinstance(mine, c.FactRef) and mine.fact == fact and fact not in facts_of(other):
            known = reckon.amount(other, situation.facts, situation.now)
            return _alone(mine.type.kind, known, situation, is_left=mine is atom.left)
    return Turning(_reckoned(atom, fact, situation))


def _reckoned(atom: c.Compare, fact: str, situation: Situation) -> Sign:
    facts = dict(situation.facts)

    def sign(value: Value) -> int:
        facts[fact] = value
        return reckon.sign(atom.left, atom.right, facts, situation.now, situation.zone)

    return sign


def _alone(kind: Kind, known: Value, situation: Situation, *, is_left: bool) -> Turning:
    """A fact of this kind, by itself, against a value."""
    zone = situation.zone
    if kind is Kind.DATE and isinstance(known, datetime):
        known = calendar.day_of(known, zone)
    sign: Sign = (
        (lambda value: reckon.compare(value, known, zone))
        if is_left
        else lambda value: reckon.compare(known, value, zone)
    )
    if kind is not Kind.TIME or isinstance(known, datetime) or not isinstance(known, date):
        return Turning(sign, (known,) if isinstance(known, date) else ())
    # A day begins once, but where the clocks are put back just after midnight.
    begins = [calendar.start_of(day, zone) for day in (known, calendar.add_date(known, _ONE_DAY))]
    return Turning(sign, tuple(begins), _keeps_order(_NO_TIME, situation))


def _elapsed(side: c.Elapsed, length: Value, situation: Situation) -> Turning:
    """The time since an unknown moment or until it, which compares as `reckon.sign` says."""
    assert isinstance(length, Duration)
    is_time = side.moment.type.kind is Kind.TIME
    if not side.since:
        end = reckon.later(situation.now if is_time else situation.today, length, situation.zone)
        return Turning(lambda moment: reckon.compare(moment, end, situation.zone), (end,))
    return _time_since(length, situation) if is_time else _days_since(length, situation.today)


def _days_since(length: Duration, today: date) -> Turning:
    def sign(day: Value) -> int:
        assert isinstance(day, date)
        return reckon.order(today, calendar.add_date(day, length))

    return Turning(sign, (calendar.subtract_date(today, length),))


def _time_since(length: Duration, situation: Situation) -> Turning:
    now, zone = situation.now, situation.zone

    def sign(moment: Value) -> int:
        assert isinstance(moment, datetime)
        return reckon.order(now, calendar.add(moment, length, zone))

    near = calendar.subtract(now, length, zone)
    # Where the months on the way are of other lengths there than here, this comes nearer.
    nearer = calendar.moved(near, now - calendar.add(near, length, zone))
    return Turning(sign, (nearer,), _keeps_order(length, situation) if length.months or length.days else None)


def _keeps_order(length: Duration, situation: Situation) -> Steady:
    return lambda first, last: calendar.keeps_order(first, last, length, situation.zone)
