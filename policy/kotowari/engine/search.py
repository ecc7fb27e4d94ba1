"""Whether some completion of what is unknown makes several circuits true at once.

Unknowns are tried out one after the other (Davis, Logemann and Loveland), parts that share no unknown are looked at
apart. The work is counted in circuits looked at, never timed, so that every machine gives the same answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from kotowari.engine.circuit import Circuit, Gate, Given, Literal, Unknown, restrict, unknowns

MOST_EVALUATIONS = 100_000


class OverBudget(Exception):  # noqa: N818 - not an error: the caller answers with what is certain
    """The question would take more evaluations than are allowed."""


@dataclass(slots=True)
class Budget:
    """How many evaluations are left."""

    left: int = MOST_EVALUATIONS

    def spend(self, count: int) -> None:
        """Take some away; raises OverBudget where there are not enough."""
        if count > self.left:
            self.left = 0
            raise OverBudget
        self.left -= count


def exists(circuits: Iterable[Circuit], budget: Budget) -> bool:
    """Whether one completion makes all of the circuits true. Raises OverBudget."""
    parts = _flat(circuits)
    gates = None if parts is None else _forced(parts, budget)
    return gates is not None and all(_branch(group, budget) for group in _groups(gates))


def _flat(circuits: Iterable[Circuit]) -> list[Literal | Gate] | None:
    """The circuits taken apart into what has to hold together, each once; None where one is false."""
    parts: dict[Literal | Gate, None] = {}
    for circuit in circuits:
        if isinstance(circuit, bool):
            if not circuit:
                return None
        elif isinstance(circuit, Gate) and circuit.conjunction:
            inner = _flat(circuit.parts)
            if inner is None:
                return None
            parts.update(dict.fromkeys(inner))
        else:
            parts[circuit] = None
    return list(parts)


def _forced(parts: list[Literal | Gate], budget: Budget) -> list[Gate] | None:
    """Work in what single literals demand, until nothing more is forced."""
    while True:
        gates = [part for part in parts if isinstance(part, Gate)]
        if len(gates) == len(parts):
            return gates
        given = _demanded(part for part in parts if isinstance(part, Literal))
        flat = _flat(_restricted(gates, given, budget)) if given is not None else None
        if flat is None:
            return None
        parts = flat


def _demanded(literals: Iterable[Literal]) -> dict[Unknown, frozenset[int]] | None:
    """The choices that literals leave; None where one of their unknowns is left none."""
    given: dict[Unknown, frozenset[int]] = {}
    for literal in literals:
        given[literal.unknown] = given.get(literal.unknown, literal.choices) & literal.choices
    return given if all(given.values()) else None


def _restricted(parts: Sequence[Gate], given: Given, budget: Budget) -> list[Circuit]:
    """The parts where more is known; each gate that is looked at for it costs one evaluation."""
    budget.spend(len(parts))
    seen: dict[Gate, Circuit] = {}
    found: list[Circuit] = []
    for part in parts:
        before = len(seen)
        found.append(restrict(part, given, seen))
        budget.spend(max(0, len(seen) - before - 1))
    return found


def _groups(parts: Sequence[Gate]) -> list[list[Gate]]:
    """Parts that hang together through shared unknowns, the smallest groups first."""
    groups: list[tuple[set[Unknown], list[Gate]]] = []
    for part in parts:
        shared, members = set(unknowns(part)), [part]
        apart: list[tuple[set[Unknown], list[Gate]]] = []
        for group in groups:
            if group[0].isdisjoint(shared):
                apart.append(group)
            else:
                shared |= group[0]
                members = [*group[1], *members]
        groups = [*apart, (shared, members)]
    return [members for _, members in sorted(groups, key=lambda group: (len(group[1]), min(u.name for u in group[0])))]


def _branch(parts: list[Gate], budget: Budget) -> bool:
    """Try out the choices of one unknown; those first that make something true at once."""
    literals = [literal for part in parts for literal in part.parts if isinstance(literal, Literal)]
    unknown = _most_shared(parts, {literal.unknown for literal in literals})
    liked = frozenset[int]().union(*(literal.choices for literal in literals if literal.unknown is unknown))
    choices = sorted(range(unknown.choices), key=lambda choice: (choice not in liked, choice))
    return any(exists(_restricted(parts, {unknown: frozenset({choice})}, budget), budget) for choice in choices)


def _most_shared(parts: Sequence[Gate], near: Collection[Unknown]) -> Unknown:
    """The unknown that most parts read, one of those that are `near` where there are any."""
    counts = Counter(unknown for part in parts for unknown in part.reads)
    return min(near or counts, key=lambda unknown: (-counts[unknown], unknown.choices, unknown.name))
