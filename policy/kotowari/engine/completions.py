"""All completions of some unknowns at once, where they are few.

A set of completions is an integer with one bit for each of them, so that conditions are worked out for all of them by
a handful of operations, and what takes a search else is there to see.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import prod
from typing import Final

from kotowari.engine.circuit import Circuit, Given, Literal, Unknown, unknowns

MOST_COMPLETIONS: Final = 4096


class Completions:
    """The completions of the unknowns that circuits have read so far; unknowns that would make them too many stay out.

    There are `count` of them. The choice of an unknown is a digit of the number of a completion; what it counts for
    stands in `_worth`.
    """

    def __init__(self) -> None:
        self._worth: dict[Unknown, int] = {}
        self.count = 1
        self._sets: dict[Circuit, tuple[int, int]] = {}  # each with the count of completions that it is for

    @property
    def all(self) -> int:
        """Every completion."""
        return (1 << self.count) - 1

    def take(self, circuits: Iterable[Circuit]) -> bool:
        """Make room for the unknowns of these circuits; whether there is enough."""
        for circuit in circuits:
            new = unknowns(circuit).difference(self._worth)
            if new and self.count * prod(unknown.choices for unknown in new) > MOST_COMPLETIONS:
                return False
            for unknown in new:
                self._worth[unknown] = self.count
                self.count *= unknown.choices
        return True

    def of(self, circuit: Circuit) -> int:
        """The completions in which a circuit is true, for whose unknowns there is room."""
        if isinstance(circuit, bool):
            return self.all if circuit else 0
        found, count = self._sets.get(circuit, (0, 0))
        if count == self.count:
            return found
        found = self._repeated(found, count) if count else self._made(circuit)
        self._sets[circuit] = (found, self.count)
        return found

    def any_of(self, circuits: Iterable[Circuit]) -> int:
        """The completions in which one of these is true."""
        found = 0
        for circuit in circuits:
            found |= self.of(circuit)
        return found

    def within(self, given: Given) -> int:
        """The completions that are left where more is known of some unknowns."""
        found = self.all
        for unknown, choices in given.items():
            if unknown in self._worth:
                found &= self._with(unknown, choices)
        return found

    def differ(self, sets: Sequence[int], unknown: Unknown) -> bool:
        """Whether one of these sets tells two completions apart that differ in this unknown alone."""
        worth = self._worth.get(unknown)
        if worth is None:
            return False
        first = self._with(unknown, (0,))
        return any(
            (some & first) != (some >> worth * choice & first) for some in sets for choice in range(1, unknown.choices)
        )

    def _made(self, circuit: Circuit) -> int:
        assert not isinstance(circuit, bool)
        if isinstance(circuit, Literal):
            return self._with(circuit.unknown, circuit.choices)
        if not circuit.conjunction:
            return self.any_of(circuit.parts)
        found = self.all
        for part in circuit.parts:
            found &= self.of(part)
        return found

    def _with(self, unknown: Unknown, choices: Iterable[int]) -> int:
        """The completions in which an unknown takes one of these choices."""
        worth = self._worth[unknown]
        some = 0
        for choice in choices:
            some |= ((1 << worth) - 1) << worth * choice
        return self._repeated(some, worth * unknown.choices)

    def _repeated(self, some: int, count: int) -> int:
        """The same for each choice of the unknowns that came later."""
        return some if count == self.count else some * (self.all // ((1 << count) - 1))


class Left:
    """The completions that are left where more is known, and where none of some circuits is true."""

    def __init__(self, few: Completions, given: Given, barred: Sequence[Circuit]) -> None:
        self._few = few
        self._given = given
        self._barred = barred
        self._fit = few.take(barred)
        self._known = 0, 0  # they, of so many completions

    def has(self, circuit: Circuit) -> bool:
        """Whether a circuit is true in one of them; false where that cannot be told at once."""
        few = self._few
        if not (self._fit and few.take([circuit])):
            return False
        left, count = self._known
        if count != few.count:
            left = few.within(self._given) & ~few.any_of(self._barred)
            self._known = left, few.count
        return bool(left & few.of(circuit))
