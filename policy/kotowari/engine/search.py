"""Whether some completion of what is unknown makes several circuits true at once.

Unknowns are tried out one after the other (Davis, Logemann and Loveland), parts that share no unknown are looked at
apart. The work is counted in circuits looked at, never timed, so that every machine gives the same answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import field
from typing import NamedTuple

from kotowari.engine.circuit import Circuit, Gate, Given, Literal, Unknown, restrict, unknowns
from kotowari.record import record

MOST_EVALUATIONS = 100_000


class OverBudget(Exception):  # noqa: N818 - not an error: the caller answers with what is certain
    """The question would take more evaluations than are allowed."""


@record(frozen=False)
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
    return way(circuits, budget) is not None


def way(circuits: Iterable[Circuit], budget: Budget) -> Given | None:
    """Choices that make all of the circuits true, whatever else is unknown; None where none do. Raises OverBudget.

    A try that fails sends the one above it on to its next choice; the tries stand in a list of their own, since there
    can be as many as a policy has facts.
    """
    opened = _open(circuits, budget)
    if opened is None:
        return None
    above = [_Try(iter(()), opened)]
    while above[-1].opened.groups or len(above) > 1:
        if not above[-1].opened.groups:
            done = above.pop().opened.given
            above[-1].opened.given.update(done)
            continue
        below: _Try | None = _Try(_tries(above[-1].opened.groups.pop(), budget))
        while below is not None and not below.next():
            below = above.pop() if above else None
        if below is None:
            return None
        above.append(below)
    return above[-1].opened.given


class _Opened(NamedTuple):
    """What has been settled, and what has to be tried out besides, in groups that share no unknown."""

    given: dict[Unknown, frozenset[int]]
    groups: list[list[Gate]]


@record(frozen=False)
class _Try:
    """An unknown that is tried out: what is open under its present choice, and under each further one."""

    choices: Iterator[_Opened | None]
    opened: _Opened = field(default_factory=lambda: _Opened({}, []))

    def next(self) -> bool:
        """Go on to the next choice that is not false at once; false where there is none."""
        found = next((opened for opened in self.choices if opened is not None), None)
        self.opened = found or _Opened({}, [])
        return found is not None


def _open(circuits: Iterable[Circuit], budget: Budget) -> _Opened | None:
    """What has to hold where the circuits are true together; None where they never are."""
    parts = _flat(circuits)
    return None if parts is None else _forced(parts, budget)


def _tries(parts: Sequence[Gate], budget: Budget) -> Iterator[_Opened | None]:
    """Try out the choices of one unknown; those first that make something true at once."""
    literals = [literal for part in parts for literal in part.parts if isinstance(literal, Literal)]
    unknown = _most_shared(parts, {literal.unknown for literal in literals})
    liked = frozenset[int]().union(*(literal.choices for literal in literals if literal.unknown is unknown))
    for choice in sorted(range(unknown.choices), key=lambda choice: (choice not in liked, choice)):
        chosen = {unknown: frozenset({choice})}
        opened = _open(_restricted(parts, chosen, budget), budget)
        yield None if opened is None else _Opened(chosen | opened.given, opened.groups)


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


def _forced(parts: list[Literal | Gate], budget: Budget) -> _Opened | None:
    """Work in what single literals demand, until nothing more is forced."""
    settled: dict[Unknown, frozenset[int]] = {}
    while True:
        gates = [part for part in parts if isinstance(part, Gate)]
        if len(gates) == len(parts):
            return _Opened(settled, _groups(gates))
        given = _demanded(part for part in parts if isinstance(part, Literal))
        flat = _flat(_restricted(gates, given, budget)) if given is not None else None
        if given is None or flat is None:
            return None
        settled.update(given)  # what is demanded later lies within what was demanded before
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
    """Parts that hang together through shared unknowns, the smallest groups last: they are tried out first."""
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
    ordered = sorted(groups, key=lambda group: (-len(group[1]), min(unknown.name for unknown in group[0])))
    return [members for _, members in ordered]


def _most_shared(parts: Sequence[Gate], near: Collection[Unknown]) -> Unknown:
    """The unknown that most parts read, one of those that are `near` where there are any."""
    counts = Counter(unknown for part in parts for unknown in part.reads)
    return min(near or counts, key=lambda unknown: (-counts[unknown], unknown.choices, unknown.name))
