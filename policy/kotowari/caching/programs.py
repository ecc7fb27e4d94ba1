"""What makes a policy ready to decide, kept so that nothing walks over all of its rules when it is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import cast
from zlib import compress, decompress

from kotowari.caching.sealed import pack, unpack
from kotowari.caching.shelf import Shelf, shelve, shelve_row
from kotowari.engine.index.index import Index
from kotowari.engine.program import Conditions, Program
from kotowari.model import conditions as c
from kotowari.model.model import Model, Rule
from kotowari.record import record

_MODEL = ""  # no rule is called so


@record
class StoredProgram:
    """A program without its model, and its index as bytes; what a decision seldom needs is read where it does."""

    overriders: Mapping[str, tuple[str, ...]]
    readers: Shelf[str, frozenset[str]]
    tested: frozenset[str]
    comparisons: Shelf[str, tuple[c.Compare, ...]]
    texts: Shelf[str, tuple[str, ...]]
    index: bytes

    def of(self, model: Model) -> Program:
        """The program of the model that it was stored with."""
        program = Program(
            model, Conditions(model), self.overriders, self.readers, self.tested, self.comparisons, self.texts
        )
        found = unpack(decompress(self.index), lambda name: model.rules[name] if name else model)
        vars(program)["index"] = cast("Index", found)  # so that a changed copy works its own index out
        return program


def stored_program(program: Program) -> StoredProgram:
    """What is kept of a program."""
    return StoredProgram(
        program.overriders,
        shelve(program.readers, 1),
        program.tested,
        shelve(program.comparisons, 1),
        shelve(program.texts, 1),
        _packed(program.index, program.model),
    )


def _packed(index: Index, model: Model) -> bytes:
    """An index with what its tables do not tell on a shelf; its model is kept elsewhere, and so are the rules."""
    names = {id(rule): name for name, rule in model.rules.items()}

    def naming(value: object) -> str | None:
        if value is model:
            return _MODEL
        return names.get(id(value)) if isinstance(value, Rule) else None

    # Sets of rules are mostly empty, so that little is left of them at no cost to speak of.
    return compress(pack(replace(index, rest=shelve_row(index.rest)), naming), level=1)
