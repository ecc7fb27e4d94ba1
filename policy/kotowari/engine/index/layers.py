"""Rules that need one of several things: which of them go without, by what is there."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import field

from kotowari.record import record


@record(frozen=False)
class _Layer:
    """Rules, each with one set of things of which it needs at least one: `having` says whom a thing helps."""

    needing: int = 0
    having: dict[Hashable, int] = field(default_factory=dict[Hashable, int])


@record(frozen=False)
class Layers:
    """Sets of rules are integers: bit `p` stands for the rule at place `p`.

    A rule that has several such needs stands in several layers; it goes without where it does in one of them.
    """

    _layers: list[_Layer] = field(default_factory=list[_Layer])

    def need(self, bit: int, things: Iterable[Hashable]) -> None:
        """Says that a rule needs one of these things."""
        layer = next((layer for layer in self._layers if not layer.needing & bit), None)
        if layer is None:
            layer = _Layer()
            self._layers.append(layer)
        layer.needing |= bit
        for thing in things:
            layer.having[thing] = layer.having.get(thing, 0) | bit

    @property
    def first(self) -> tuple[int, Mapping[Hashable, int]]:
        """The rules that need anything, and which of them each thing helps with the first that they need."""
        return (self._layers[0].needing, self._layers[0].having) if self._layers else (0, {})

    @property
    def average(self) -> float:
        """How many things there are, on the average, one of which a rule needs first; at least a little."""
        needing, having = self.first
        return max(0.01, sum(rules.bit_count() for rules in having.values()) / max(1, needing.bit_count()))

    def things(self) -> Iterator[Hashable]:
        """Everything that helps some rule."""
        for layer in self._layers:
            yield from layer.having

    def without(self, things: Iterable[Hashable]) -> int:
        """The rules that go without what they need where just these things are there."""
        there = tuple(things)
        found = 0
        for layer in self._layers:
            helped = 0
            for thing in there:
                if thing in layer.having:
                    helped |= layer.having[thing]
            found |= layer.needing ^ helped
        return found
