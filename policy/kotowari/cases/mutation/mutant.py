"""One change of a policy, such as somebody makes by mistake."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from enum import StrEnum

from kotowari.diagnostics.span import Span
from kotowari.engine.program import Program, compile_program
from kotowari.model.model import Fact, Model, Rule, Topic
from kotowari.record import record


class Sort(StrEnum):
    """What is changed."""

    COMPARISON = "comparison"
    THRESHOLD = "threshold"
    CONNECTIVE = "connective"
    OUTCOME = "outcome"
    EXCEPTION = "exception"
    ROW = "row"
    TOPIC = "topic"
    DEFAULT = "default"
    PATTERN = "pattern"


@record
class Mutant:
    """A policy that differs in one place.

    `old` is what stands at the place and `new` what stands there instead; None where it is left out. `name` is the
    rule, definition, fact or topic that it is a part of. `rules` are the rules that come out otherwise, None for one
    that is gone; `fact` and `topic` are those that are otherwise.
    """

    sort: Sort
    name: str
    span: Span
    old: str
    new: str | None
    rules: Mapping[str, Rule | None] = field(default_factory=dict[str, "Rule | None"])
    fact: Fact | None = None
    topic: Topic | None = None

    @property
    def order(self) -> tuple[str, int, int, str, str, str]:
        """Mutants sort by place."""
        span = self.span
        return (span.source, span.start, span.end, self.sort.value, self.old, self.new or "")


def mutated(model: Model, mutant: Mutant) -> Model:
    """The policy with the change."""
    if mutant.fact is not None:
        return replace(model, facts={**model.facts, mutant.fact.name: mutant.fact})
    if mutant.topic is not None:
        return replace(model, topics={**model.topics, mutant.topic.name: mutant.topic})
    rules = {name: mutant.rules.get(name, rule) for name, rule in model.rules.items()}
    return replace(model, rules={name: rule for name, rule in rules.items() if rule is not None})


def program_of(program: Program, mutant: Mutant, model: Model) -> Program:
    """The program of the policy with the change; only where rules changed there is anything to work out."""
    return compile_program(model) if mutant.rules else replace(program, model=model)


def touched(model: Model, mutant: Mutant) -> tuple[str, ...]:
    """The rules whose conditions, outcomes or overrides the change reaches: with a rule also its exceptions."""
    exceptions = (rule.name for rule in model.rules.values() if rule.parent in mutant.rules)
    return tuple(sorted({*mutant.rules, *exceptions}))
