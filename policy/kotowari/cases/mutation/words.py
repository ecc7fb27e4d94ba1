"""Changes of what texts are recognised by, and of what is assumed where nobody said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kotowari.cases.mutation.conditions import moved
from kotowari.cases.mutation.mutant import Mutant, Sort
from kotowari.cases.written import literal
from kotowari.engine.program import Program
from kotowari.engine.reads import atoms
from kotowari.model import conditions as c
from kotowari.model.model import Fact
from kotowari.model.types import Kind, Value


def of_words(program: Program) -> Iterator[Mutant]:
    """The policy with a pattern less, for topics that some rule looks for."""
    read = {
        name
        for condition in program.conditions.values()
        for atom in atoms(condition)
        if isinstance(atom, c.Mentions)
        for name in atom.topics
    }
    for topic in (program.model.topics[name] for name in sorted(read)):
        for place, words in enumerate(topic.words):
            less = replace(topic, words=(*topic.words[:place], *topic.words[place + 1 :]))
            yield Mutant(Sort.PATTERN, topic.name, words.span, words.pattern.text, None, topic=less)
        for place, (pattern, span) in enumerate(zip(topic.excluded, topic.excluded_at, strict=False)):
            less = replace(
                topic,
                excluded=(*topic.excluded[:place], *topic.excluded[place + 1 :]),
                excluded_at=(*topic.excluded_at[:place], *topic.excluded_at[place + 1 :]),
            )
            yield Mutant(Sort.PATTERN, topic.name, span, f"not {pattern.text}", None, topic=less)


def of_defaults(program: Program) -> Iterator[Mutant]:
    """The policy with another value taken where nobody said, for facts that some rule reads."""
    for name, fact in program.model.facts.items():
        if fact.has_default and name in program.readers:
            for value in _others(program, fact):
                old, new = (f"usually {literal(fact.type, one)}" for one in (fact.default, value))
                yield Mutant(Sort.DEFAULT, name, fact.span, old, new, fact=replace(fact, default=value))


def _others(program: Program, fact: Fact) -> Iterator[Value]:
    """The opposite, the next choice, or the nearest value behind a threshold."""
    match fact.type.kind:
        case Kind.FLAG:
            yield not fact.default
        case Kind.ONE_OF if fact.type.choices:
            choices = fact.type.choices
            place = choices.index(fact.default) if isinstance(fact.default, str) else -1
            yield choices[(place + 1) % len(choices)]
        case _:
            thresholds = [
                side.value
                for atom in program.comparisons.get(fact.name, ())
                for side in (atom.left, atom.right)
                if isinstance(side, c.Const) and type(side.value) is type(fact.default)
            ]
            beyond = [moved(fact.type, value, away) for value in thresholds[:1] for away in (1, -1)]
            other = next((value for value in beyond if value is not None and value != fact.default), None)
            if other is not None:
                yield other
