"""The values that conditions compare with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from kotowari.engine.program import Program
from kotowari.engine.reads import atoms, facts_of_atom
from kotowari.model import conditions as c
from kotowari.model.types import Value


def constants(atom: c.Atom) -> Iterator[Value]:
    """The values that are written in an atom."""
    match atom:
        case c.Compare():
            yield from _written(atom.left)
            yield from _written(atom.right)
        case c.Between():
            for side in (atom.value, atom.low, atom.high):
                yield from _written(side)
        case c.IsOneOf():
            yield from atom.values
        case c.IsNone() | c.IsKnown() | c.Includes() | c.Mentions():
            return
        case _:
            assert_never(atom)


def compared(programs: Sequence[Program], fact: str) -> Iterator[Value]:
    """The values that the policies compare a fact with."""
    for program in programs:
        for condition in program.conditions.values():
            for atom in atoms(condition):
                if fact in facts_of_atom(atom):
                    yield from constants(atom)


def _written(expression: c.Expression) -> Iterator[Value]:
    match expression:
        case c.Const():
            yield expression.value
        case c.Sum() | c.Product():
            yield from _written(expression.left)
            yield from _written(expression.right)
        case c.Share():
            yield from _written(expression.percent)
            yield from _written(expression.amount)
        case c.Elapsed():
            yield from _written(expression.moment)
        case c.FactRef() | c.NowRef():
            return
        case _:
            assert_never(expression)
