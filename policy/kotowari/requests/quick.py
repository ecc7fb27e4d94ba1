"""The verdict on an ordinary request at once; everything else of a decision is worked out when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TypeAlias

from kotowari.engine.index.settle import settler
from kotowari.engine.program import Program
from kotowari.model import calendar
from kotowari.model.model import Verdict
from kotowari.model.moments import read_time
from kotowari.model.values import encodable
from kotowari.requests.ordinary import Form, Ordinary
from kotowari.requests.request import Request
from kotowari.requests.shape_code import Taken
from kotowari.text.glance import Glance

# The verdict, None where it takes a judge; the request, with the form by which it was taken apart; and the moment.
Settled: TypeAlias = tuple[Verdict | None, Form, Taken, datetime]
# From a request and a moment; None where the request is not ordinary, and may be none.
Quick: TypeAlias = Callable[[object, datetime], Settled | None]


def quick(program: Program, glance: Glance, *, lenient: bool = False) -> Quick:
    """What settles ordinary requests; facts that are not declared are left aside where that is `lenient`.

    It keeps the form of the last request and the rules of its moment: mostly the next one is like it.
    """
    ordinary = Ordinary(program.model.facts, program.index, lenient=lenient)
    verdict = settler(program.index, glance, program.overriders)
    otherwise, others = program.model.otherwise.verdict, program.index.others
    latest = ordinary.none
    seasons = _Seasons(program)
    # One object, so that another thread never sees half of it.
    season: tuple[datetime | None, int | None] = (None, None)

    def settle(request: object, now: datetime) -> Settled | None:
        nonlocal latest, season
        moment, today = season
        if moment is not now:
            today = seasons.at(now)
            season = (now, today)
        if today is None:
            return None
        form = latest
        taken = form.take(request, today)
        if taken is None:
            form = ordinary.form(request)
            taken = form.take(request, today)
            if taken is None:
                return None
            latest = form
        left = taken[0]
        # Where no other rule is left, the verdict is the same whether the rest are in force or not.
        found = verdict(left, form.unknown, taken[1]) if left & others else otherwise
        return found, form, taken, now

    return settle


class _Seasons:
    """The rules that apply at a moment; it keeps those of the latest day."""

    def __init__(self, program: Program) -> None:
        self._index = program.index
        self._zone = program.model.zone
        self._latest: tuple[date, int] | None = None

    def at(self, now: datetime) -> int | None:
        """The rules that apply then; None for a moment that the calendar does not have in UTC."""
        moment = now if now.tzinfo is UTC else read_time(now, UTC)
        if moment is None:
            return None
        if not self._index.dated:
            return self._index.all
        zone = calendar.zone(self._zone)
        assert zone is not None
        day = calendar.day_of(moment, zone)
        latest = self._latest
        if latest is None or latest[0] != day:
            latest = self._latest = day, self._index.all & ~self._index.out_of_season(day)
        return latest[1]


def request_of(settled: Settled) -> Request:
    """The request that was taken apart."""
    _, form, (_, text, name, values), _ = settled
    text = text and encodable(text)
    name = encodable(name) if isinstance(name, str) else name
    return Request(name, text, facts=dict(zip(form.names, values, strict=True)))
