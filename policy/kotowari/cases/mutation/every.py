"""Every mutant of a policy."""

from __future__ import annotations

from kotowari.cases.mutation.conditions import of_conditions
from kotowari.cases.mutation.mutant import Mutant
from kotowari.cases.mutation.rules import of_rules
from kotowari.cases.mutation.words import of_defaults, of_words
from kotowari.engine.program import Program


def mutants(program: Program) -> tuple[Mutant, ...]:
    """The policy with one thing changed, in every way that is tried, by place."""
    model = program.model
    found = (*of_conditions(model), *of_rules(model), *of_defaults(program), *of_words(program))
    return tuple(sorted(found, key=lambda mutant: mutant.order))
