"""Conditions over what is unknown, with all that is known already worked in.

A circuit is true, false, or made of `all`, `any` and literals. A literal says that an unknown takes one of some
choices; the opposite of a literal is one about the other choices, so a circuit needs no `not`. Circuits share their
parts: where many rules override one another, the same part stands in very many places, and is looked at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import assert_never

from kotowari.record import record


@record(eq=False)
class Unknown:
    """Something that is not known, with the number of choices that matter. Two of the same name are never made."""

    name: str
    choices: int


@record(eq=False)
class Literal:
    """The unknown takes one of these choices, never all and never none of its own."""

    unknown: Unknown
    choices: frozenset[int]


@record(frozen=False, eq=False)
class Gate:
    """All of the parts (`conjunction`), or any of them; `reads` are the unknowns below.

    `dual` keeps the opposite once somebody has asked for it.
    """

    conjunction: bool
    parts: tuple[Circuit, ...]
    reads: frozenset[Unknown]
    dual: Gate | None = field(default=None, repr=False)


Circuit = bool | Literal | Gate
# What is known of some unknowns: the choices that are left for each.
Given = Mapping[Unknown, frozenset[int]]


def literal(unknown: Unknown, choices: Iterable[int]) -> Circuit:
    """That an unknown takes one of these choices."""
    chosen = frozenset(choices)
    if not chosen:
        return False
    return True if len(chosen) == unknown.choices else Literal(unknown, chosen)


def gate(parts: Iterable[Circuit], *, conjunction: bool) -> Circuit:
    """All or any of the parts, shortened as far as constants allow."""
    kept: dict[Circuit, None] = {}
    for part in parts:
        if isinstance(part, bool):
            if part is not conjunction:
                return part
        elif isinstance(part, Gate) and part.conjunction is conjunction:
            kept.update(dict.fromkeys(part.parts))
        else:
            kept[part] = None
    if len(kept) < 2:
        return next(iter(kept), conjunction)
    reads: set[Unknown] = set()
    for part in kept:
        if isinstance(part, Literal):
            reads.add(part.unknown)
        else:
            reads |= unknowns(part)
    return Gate(conjunction, tuple(kept), frozenset(reads))


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
            if circuit.dual is None:
                parts = tuple(opposite(part) for part in circuit.parts)
                circuit.dual = Gate(not circuit.conjunction, parts, circuit.reads, circuit)
            return circuit.dual
        case _:
            assert_never(circuit)


def restrict(circuit: Circuit, given: Given, seen: dict[Gate, Circuit] | None = None) -> Circuit:
    """The circuit where more is known of some unknowns; `seen` keeps what each gate becomes."""
    if isinstance(circuit, Literal):
        choices = given.get(circuit.unknown)
        if choices is None:
            return circuit
        if choices <= circuit.choices:
            return True
        kept = choices & circuit.choices
        return Literal(circuit.unknown, kept) if kept else False
    if isinstance(circuit, bool) or circuit.reads.isdisjoint(given):
        return circuit
    seen = {} if seen is None else seen
    if circuit not in seen:
        parts = (restrict(part, given, seen) for part in circuit.parts)
        seen[circuit] = gate(parts, conjunction=circuit.conjunction)
    return seen[circuit]


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
