"""What conditions read: their atoms, facts and topics."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from kotowari.model import conditions as c
from kotowari.model.conditions import facts_of
from kotowari.model.types import Kind


def atoms(condition: c.Condition, seen: set[str] | None = None) -> Iterator[c.Atom]:
    """The atoms of a condition, in order, those of each definition once; `seen` are the definitions met before."""
    seen = set() if seen is None else seen
    match condition:
        case c.Always():
            return
        case c.All() | c.AnyOf():
            for part in condition.parts:
                yield from atoms(part, seen)
        case c.Not():
            yield from atoms(condition.part, seen)
        case c.Defined():
            if condition.name not in seen:
                seen.add(condition.name)
                yield from atoms(condition.condition, seen)
        case c.Compare() | c.Between() | c.IsOneOf() | c.IsNone() | c.IsKnown() | c.Includes() | c.Mentions():
            yield condition
        case _:
            assert_never(condition)


def facts(condition: c.Condition) -> frozenset[str]:
    """The facts that a condition reads; the text of the request among them where it looks at topics."""
    found: set[str] = set()
    for atom in atoms(condition):
        found |= facts_of_atom(atom)
    return frozenset(found)


def reads_the_clock(atom: c.Compare) -> bool:
    """Whether a comparison may come out differently at two moments of one day."""
    sides = (atom.left, atom.right)
    for side, other in (sides, sides[::-1]):
        if isinstance(side, c.NowRef) and other.type.kind is not Kind.DATE:
            return True
        if isinstance(side, c.Elapsed) and side.moment.type.kind is not Kind.DATE:
            return True
    return False


def facts_of_atom(atom: c.Atom) -> frozenset[str]:
    """The facts that an atom reads."""
    match atom:
        case c.Compare():
            return facts_of(atom.left) | facts_of(atom.right)
        case c.Between():
            return facts_of(atom.value) | facts_of(atom.low) | facts_of(atom.high)
        case _:
            return frozenset({atom.fact})
