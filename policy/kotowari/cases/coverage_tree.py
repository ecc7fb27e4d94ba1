"""Which clauses of a condition decide it: each for itself, with all others as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from kotowari.cases.clauses import Truth
from kotowari.model import conditions as c

# What has no parts here: a definition is a clause of the rules that use it, and is looked into by itself.
Leaf = c.Atom | c.Defined


@dataclass(frozen=True, slots=True)
class Outcome:
    """A condition as it came out, and what it hangs on: places of leaves, each with its own outcome.

    Were one of these leaves the opposite, the whole would be too, with all others as they are.
    """

    truth: Truth
    decided_by: tuple[tuple[int, bool], ...]


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
            return Outcome(None if below.truth is None else not below.truth, below.decided_by)
        case _:
            place, truth = next(places), truth_of(condition)
            return Outcome(truth, () if truth is None else ((place, truth),))


def _joined(parts: Sequence[Outcome], *, neutral: bool) -> Outcome:
    """All (`neutral` is true) or any of the parts. A part decides where every other one leaves that to it."""
    telling = [part for part in parts if part.truth is not neutral]
    if not telling:
        return Outcome(neutral, tuple(one for part in parts for one in part.decided_by))
    truth = None if all(part.truth is None for part in telling) else not neutral
    return Outcome(truth, telling[0].decided_by if len(telling) == 1 else ())
