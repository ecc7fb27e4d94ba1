"""A completion of what is unknown that makes circuits true, the most wanted choices first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from kotowari.engine.circuit import Circuit, Unknown, restrict, unknowns
from kotowari.engine.search import Budget, exists

# The choices of an unknown, the most wanted one first.
Liking = Callable[[Unknown], Sequence[int]]
Completion = Mapping[Unknown, int]


def solve(circuits: Iterable[Circuit], liking: Liking, budget: Budget) -> Completion | None:
    """A choice for each unknown that the circuits read, so that all of them are true; None where there is none.

    Unknowns are fixed by name, each at the first choice that leaves a completion. Raises OverBudget.
    """
    left = list(circuits)
    if not exists(left, budget):
        return None
    chosen: dict[Unknown, int] = {}
    for unknown in sorted({one for circuit in left for one in unknowns(circuit)}, key=lambda one: one.name):
        for choice in liking(unknown):
            narrowed = [restrict(circuit, {unknown: frozenset({choice})}) for circuit in left]
            if exists(narrowed, budget):
                chosen[unknown], left = choice, narrowed
                break
    return chosen
