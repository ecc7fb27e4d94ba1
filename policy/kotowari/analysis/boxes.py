"""What rules plainly demand of single facts: two that demand different things can never apply together.

Cheap to compare, so that most pairs of rules need no proof.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TypeAlias

from kotowari.engine.circuit import Circuit, Gate, Literal, Unknown
from kotowari.engine.judge import judge
from kotowari.engine.program import Program
from kotowari.engine.reads import atoms
from kotowari.engine.situation import Situation
from kotowari.model import calendar
from kotowari.model import conditions as c
from kotowari.model.types import TEMPORAL

# The choices that a rule leaves of each thing that it reads; None for a rule that never applies.
Box: TypeAlias = "Mapping[Unknown, frozenset[int]] | None"

# Facts are compared as they are at some moment; what hangs on the moment is left out below.
_NOW = datetime(2026, 1, 1, tzinfo=UTC)


def boxes(program: Program) -> dict[str, Box]:
    """The box of every rule."""
    zone = calendar.zone(program.model.zone)
    assert zone is not None
    seen = judge(program, Situation(_NOW, zone, {})).unknowns
    made = {name: seen.circuit(condition) for name, condition in program.conditions.items() if _is_plain(condition)}
    facts = program.model.facts
    timeless = {
        unknown
        for unknown, of in seen.of.items()
        if len(of) == 1 and facts[of[0]].type.kind not in TEMPORAL and not _is_comparison(unknown)
    }
    return {name: _box(made[name], timeless) if name in made else {} for name in program.conditions}


def _is_plain(condition: c.Condition) -> bool:
    """Whether it hangs on values alone, and not on whether they are known."""
    return not any(isinstance(atom, c.IsKnown) for atom in atoms(condition))


def _is_comparison(unknown: Unknown) -> bool:
    return " ? " in unknown.name


def _box(circuit: Circuit, timeless: set[Unknown]) -> Box:
    if circuit is False:
        return None
    found: dict[Unknown, frozenset[int]] = {}
    parts = circuit.parts if isinstance(circuit, Gate) and circuit.conjunction else (circuit,)
    for part in parts:
        if isinstance(part, Literal) and part.unknown in timeless:
            found[part.unknown] = found.get(part.unknown, part.choices) & part.choices
    return found


def apart(one: Box, other: Box) -> bool:
    """Whether two rules demand of one fact what no value of it can be."""
    if one is None or other is None:
        return True
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    return any(unknown in many and choices.isdisjoint(many[unknown]) for unknown, choices in few.items())
