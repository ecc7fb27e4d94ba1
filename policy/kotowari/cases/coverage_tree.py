"""Which clauses of a condition decide it: each for itself, with all others as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, count

from kotowari.cases.clauses import Truth
from kotowari.model import conditions as c
from kotowari.record import record

# What has no parts here: a definition is a clause of the rules that use it, and is looked into by itself.
Leaf = c.Atom | c.Defined


@record
class Outcome:
    """A condition as it came out, and what it hangs on: places of leaves, each with its own outcome.

    Were a leaf of `decided_by` the opposite, the whole would be too, with all others as they are. `guarded_by` has the
    `is known` among them, and those without which the whole would hang on something unknown: `A is known and A` is
    false for an unknown A, and only for that.
    """

    truth: Truth
    decided_by: tuple[tuple[int, bool], ...]
    guarded_by: tuple[tuple[int, bool], ...] = ()


def leaves(condition: c.Condition) -> tuple[Leaf, ...]:
    """The smallest clauses, in order; a definition counts as one."""
    return tuple(_leaves(condition))


def _leaves(condition: c.Condition) -> Iterator[Leaf]:
    match condition:
        case c.Always():
            return
        case c.All() | c.AnyOf():
            for part in condition.parts:
                yield from _leaves(part)
        case c.Not():
            yield from _leaves(condition.part)
        case _:
            yield condition


def outcome(condition: c.Condition, truth_of: Callable[[Leaf], Truth]) -> Outcome:
    """How a condition comes out, with the leaves that decide it; what is unknown neither decides nor is decided."""
    return _outcome(condition, truth_of, count())


def _outcome(condition: c.Condition, truth_of: Callable[[Leaf], Truth], places: Iterator[int]) -> Outcome:
    match condition:
        case c.Always():
            return Outcome(truth=True, decided_by=())
        case c.All() | c.AnyOf():
            parts = [_outcome(part, truth_of, places) for part in condition.parts]
            return _joined(parts, neutral=isinstance(condition, c.All))
        case c.Not():
            below = _outcome(condition.part, truth_of, places)
            return replace(below, truth=None if below.truth is None else not below.truth)
        case _:
            place, truth = next(places), truth_of(condition)
            itself = () if truth is None else ((place, truth),)
            return Outcome(truth, itself, itself if isinstance(condition, c.IsKnown) else ())


def _joined(parts: Sequence[Outcome], *, neutral: bool) -> Outcome:
    """All (`neutral` is true) or any of the parts. A part decides where every other one leaves that to it."""
    telling = [part for part in parts if part.truth is not neutral]
    if not telling:
        return Outcome(neutral, _each(part.decided_by for part in parts), _each(part.guarded_by for part in parts))
    if len(telling) == 1:
        return telling[0]
    settling = [part for part in telling if part.truth is not None]
    return Outcome(not neutral if settling else None, (), settling[0].guarded_by if len(settling) == 1 else ())


def _each(places: Iterable[tuple[tuple[int, bool], ...]]) -> tuple[tuple[int, bool], ...]:
    return tuple(chain.from_iterable(places))
