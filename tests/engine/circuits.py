"""Circuits for tests, and what they come to in each completion of what is unknown."""

from __future__ import annotations

from itertools import product

from hypothesis import strategies as st

from kotowari.engine.circuit import Circuit, Gate, Literal, Unknown, both, either, literal, opposite

UNKNOWNS = tuple(Unknown(name, choices) for name, choices in (("a", 2), ("b", 3), ("c", 2), ("d", 4)))


def holds(circuit: Circuit, chosen: dict[Unknown, int]) -> bool:
    match circuit:
        case bool():
            return circuit
        case Literal():
            return chosen[circuit.unknown] in circuit.choices
        case Gate():
            parts = [holds(part, chosen) for part in circuit.parts]
            return all(parts) if circuit.conjunction else any(parts)


def completions() -> list[dict[Unknown, int]]:
    return [dict(zip(UNKNOWNS, point, strict=True)) for point in product(*(range(each.choices) for each in UNKNOWNS))]


literals = st.sampled_from(UNKNOWNS).flatmap(
    lambda unknown: st.sets(st.integers(0, unknown.choices - 1)).map(lambda choices: literal(unknown, choices))
)
circuits = st.recursive(
    literals,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda found: both(*found)),
        st.lists(inner, max_size=3).map(lambda found: either(*found)),
        inner.map(opposite),
        inner.map(lambda one: both(one, either(one, opposite(one)))),
    ),
    max_leaves=12,
)
