"""What keeps a condition from being as somebody wants it: the clauses that are not, each with what was seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from kotowari.cases.clauses import Clause, telling, truth_of
from kotowari.engine.judge import Judge
from kotowari.model import conditions as c
from kotowari.record import record


@record
class Lacking:
    """A clause that is not as it would have to be; `wanted` says how that is. It may be true, false or unknown now."""

    clause: Clause
    wanted: bool


@record
class OneOf:
    """Any one of these ways would do; all needs of a way have to be met together."""

    ways: tuple[tuple[Need, ...], ...]


Need: TypeAlias = "Lacking | OneOf"


def needs(judged: Judge, condition: c.Condition, *, wanted: bool = True) -> tuple[Need, ...]:
    """What keeps a condition from being `wanted` in every completion, in its order; empty where nothing does."""
    return tuple(dict.fromkeys(_needs(judged, condition, wanted=wanted)))


def _needs(judged: Judge, condition: c.Condition, *, wanted: bool) -> Iterator[Need]:
    if truth_of(judged, condition) is wanted:
        return
    match condition:
        case c.All() | c.AnyOf():
            yield from _junction(judged, condition, wanted=wanted)
        case c.Not() if isinstance(condition.part, c.All | c.AnyOf | c.Not | c.Defined):
            yield from _needs(judged, condition.part, wanted=not wanted)
        case c.Defined():
            yield from _needs(judged, condition.condition, wanted=wanted)
        case _:
            yield Lacking(next(telling(judged, condition, truth_of(judged, condition))), wanted)


def _junction(judged: Judge, condition: c.All | c.AnyOf, *, wanted: bool) -> Iterator[Need]:
    """All parts have to be as wanted, or, where the condition is the other way about, one of them."""
    if isinstance(condition, c.All) is wanted:
        for part in condition.parts:
            yield from _needs(judged, part, wanted=wanted)
        return
    ways = dict.fromkeys(needs(judged, part, wanted=wanted) for part in condition.parts)
    yield OneOf(tuple(_flat(ways)))


def _flat(ways: dict[tuple[Need, ...], None]) -> Iterator[tuple[Need, ...]]:
    """Ways that are a choice themselves are further ways."""
    for way in ways:
        match way:
            case (OneOf() as inner,):
                yield from inner.ways
            case _:
                yield way


def atoms_of(judged: Judge, condition: c.Condition, *, wanted: bool = True) -> Iterator[c.Atom]:
    """The atoms that the needs of a condition are about."""
    if truth_of(judged, condition) is wanted:
        return
    match condition:
        case c.Always():
            return
        case c.All() | c.AnyOf():
            for part in condition.parts:
                yield from atoms_of(judged, part, wanted=wanted)
        case c.Not():
            yield from atoms_of(judged, condition.part, wanted=not wanted)
        case c.Defined():
            yield from atoms_of(judged, condition.condition, wanted=wanted)
        case _:
            yield condition


def count(found: Sequence[Need]) -> int:
    """How many clauses have to change at least."""
    return sum(1 if isinstance(need, Lacking) else min(count(way) for way in need.ways) for need in found)
