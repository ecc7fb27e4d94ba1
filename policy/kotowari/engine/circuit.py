"""Conditions over what is unknown, with all that is known already worked in.

A circuit is true, false, or a tree of `all`, `any` and literals. A literal says that an unknown takes one of some
choices; the opposite of a literal is one about the other choices, so a circuit needs no `not`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never


@dataclass(frozen=True, slots=True, eq=False)
class Unknown:
    """Something that is not known, with the number of choices that matter. Two of the same name are never made."""

    name: str
    choices: int


@dataclass(frozen=True, slots=True, eq=False)
class Literal:
    """The unknown takes one of these choices, never all and never none of its own."""

    unknown: Unknown
    choices: frozenset[int]


@dataclass(frozen=True, slots=True, eq=False)
class Gate:
    """All of the parts (`conjunction`), or any of them; `reads` are the unknowns below."""

    conjunction: bool
    parts: tuple[Circuit, ...]
    reads: frozenset[Unknown]


Circuit = bool | Literal | Gate


def literal(unknown: Unknown, choices: Iterable[int]) -> Circuit:
    """That an unknown takes one of these choices."""
    chosen = frozenset(choices)
    if not chosen:
        return False
    return True if len(chosen) == unknown.choices else Literal(unknown, chosen)


def gate(parts: Iterable[Circuit], *, conjunction: bool) -> Circuit:
    """All or any of the parts, shortened as far as constants allow."""
    kept: list[Circuit] = []
    for part in parts:
        if isinstance(part, bool):
            if part is not conjunction:
                return part
        elif isinstance(part, Gate) and part.conjunction is conjunction:
            kept.extend(part.parts)
        else:
            kept.append(part)
    if not kept:
        return conjunction
    if len(kept) == 1:
        return kept[0]
    reads = frozenset[Unknown]().union(*(unknowns(part) for part in kept))
    return Gate(conjunction, tuple(kept), reads)


def both(*parts: Circuit) -> Circuit:
    """All of these."""
    return gate(parts, conjunction=True)


def either(*parts: Circuit) -> Circuit:
    """Any of these."""
    return gate(parts, conjunction=False)


def opposite(circuit: Circuit) -> Circuit:
    """True where the circuit is false."""
    match circuit:
        case bool():
            return not circuit
        case Literal():
            return literal(circuit.unknown, set(range(circuit.unknown.choices)) - circuit.choices)
        case Gate():
            return gate((opposite(part) for part in circuit.parts), conjunction=not circuit.conjunction)
        case _:
            assert_never(circuit)


def restrict(circuit: Circuit, unknown: Unknown, choices: frozenset[int]) -> Circuit:
    """The circuit where it is known that an unknown takes one of these choices."""
    match circuit:
        case bool():
            return circuit
        case Literal():
            if circuit.unknown is not unknown:
                return circuit
            if choices <= circuit.choices:
                return True
            kept = choices & circuit.choices
            return Literal(unknown, kept) if kept else False
        case Gate():
            if unknown not in circuit.reads:
                return circuit
            parts = (restrict(part, unknown, choices) for part in circuit.parts)
            return gate(parts, conjunction=circuit.conjunction)
        case _:
            assert_never(circuit)


def unknowns(circuit: Circuit) -> frozenset[Unknown]:
    """The unknowns that a circuit still reads."""
    match circuit:
        case bool():
            return frozenset()
        case Literal():
            return frozenset({circuit.unknown})
        case Gate():
            return circuit.reads
        case _:
            assert_never(circuit)
