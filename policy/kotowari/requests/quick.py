"""The verdict on an ordinary request at once; everything else of a decision is worked out when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias

from kotowari.engine.index.ranking import ranking
from kotowari.engine.index.settle import settler
from kotowari.engine.program import Program
from kotowari.extension import IS_COMPILED
from kotowari.model.model import Verdict
from kotowari.model.values import encodable
from kotowari.record import record
from kotowari.requests.ordinary import Ordinary, Parts
from kotowari.requests.request import Request
from kotowari.requests.seasons import Seasons
from kotowari.requests.shape_code import ShapeCode, Take
from kotowari.text.glance import Glance

# The verdict, None where it takes a judge; the text, the name, the names of the facts and their values; and the moment.
Settled: TypeAlias = tuple[Verdict | None, str | None, str | int | None, tuple[str, ...], tuple[object, ...], datetime]
# From a request and a moment; None where the request is not ordinary, and may be none.
Quick: TypeAlias = Callable[[object, datetime], Settled | None]


def quick(program: Program, glance: Glance, *, lenient: bool = False) -> Quick:
    """What settles ordinary requests; facts that are not declared are left aside where that is `lenient`."""
    if not IS_COMPILED:
        return python_quick(program, glance, lenient=lenient)
    from kotowari.requests.compiled import compiled_quick  # noqa: PLC0415 - there only where it was compiled

    return compiled_quick(program, glance, lenient=lenient)


@record
class _Form:
    """How requests of one shape are taken apart. `names` are their facts, in the order of the values.

    `unknown` are the rules that read something which requests of this shape leave unknown.
    """

    take: Take
    names: tuple[str, ...]
    unknown: int


def python_quick(program: Program, glance: Glance, *, lenient: bool = False) -> Quick:
    """The same in Python alone.

    It keeps the form of the last request and the rules of its moment: mostly the next one is like it.
    """
    index = program.index
    ranks = ranking(index, program.overriders)
    verdict = settler(index, glance, ranks)
    code = ShapeCode(program.model.facts, index)

    def made(parts: Parts) -> _Form:
        return _Form(code.take(parts), parts.names, parts.unknown)

    ordinary = Ordinary(program.model.facts, index, made, lenient=lenient)
    latest = _Form(lambda _, __: None, (), 0)
    seasons = Seasons(program)
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
            found = ordinary.form(request)
            taken = None if found is None else found.take(request, today)
            if found is None or taken is None:
                return None
            latest = form = found
        left, text, name, values = taken
        return verdict(left, form.unknown, text), text, name, form.names, values, now

    return settle


def request_of(settled: Settled) -> Request:
    """The request that was taken apart."""
    _, text, name, names, values, _ = settled
    text = text and encodable(text)
    name = encodable(name) if isinstance(name, str) else name
    return Request(name, text, facts=dict(zip(names, values, strict=True)))
