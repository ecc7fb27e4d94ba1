"""What of a solution is needed for what it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

import z3

from kotowari.analysis.clock import moment_position
from kotowari.analysis.logic import Logic, Undecided
from kotowari.engine.situation import Mention
from kotowari.model.model import REQUEST_TEXT
from kotowari.model.types import Value
from kotowari.record import record


@record
class Point:
    """What a solution says: values by fact, topics by text, the moment."""

    values: Mapping[str, Value]
    talks: Mapping[str, Mapping[str, Mention]]
    now: datetime


@record
class Needed:
    """What of a solution is needed: without the rest its formulas hold all the same, whatever else comes.

    `against` is that they do not hold.
    """

    logic: Logic
    point: Point
    against: z3.BoolRef

    def smallest(self) -> frozenset[str]:
        """A set of facts, the text among them, none of which can be left out."""
        names = [*(name for name in self.point.values if name != REQUEST_TEXT), REQUEST_TEXT]
        return self._less(frozenset(names), names)

    def is_dated(self, names: frozenset[str]) -> bool:
        """Whether at some other moment it would be otherwise."""
        return not self._suffices(names, at_the_moment=False)

    def _less(self, kept: frozenset[str], names: Sequence[str]) -> frozenset[str]:
        """Leaves out as many of these as can be, in halves: mostly all of a half can go."""
        if not names:
            return kept
        if self._suffices(kept.difference(names)):
            return kept.difference(names)
        if len(names) == 1:
            return kept
        half = len(names) // 2
        return self._less(self._less(kept, names[half:]), names[:half])

    def _suffices(self, names: frozenset[str], *, at_the_moment: bool = True) -> bool:
        pins = [pin for name in sorted(names) for pin in self._pins(name)]
        pins += [self.logic.now == self.logic.terms.count(moment_position(self.point.now))] if at_the_moment else []
        try:
            return not self.logic.possible(*pins, self.against)
        except Undecided:
            return False

    def _pins(self, name: str) -> Iterator[z3.BoolRef]:
        symbol = self.logic.symbols.shared.get(name)
        if symbol is not None and name in self.point.values:
            yield symbol.known
            yield self.logic.symbols.equals(symbol, self.point.values[name])
        for (fact, key), talk in self.logic.talks.made.items():
            mention = self.point.talks[fact].get(key)
            if fact == name and mention is not None:
                opposite = self.logic.terms.opposite
                yield talk.asks if mention is Mention.ASKS else opposite(talk.asks)
                yield talk.mentions if mention is not Mention.NO else opposite(talk.mentions)
