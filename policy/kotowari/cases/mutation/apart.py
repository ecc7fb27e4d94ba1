"""A policy and a mutant of it, looked at together: where they differ for the same request."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from kotowari.cases.mutation.mutant import Mutant, touched
from kotowari.diagnostics.span import NOWHERE
from kotowari.engine.circuit import Circuit, both, either, opposite
from kotowari.engine.judge import Judge, judge
from kotowari.engine.program import Program
from kotowari.engine.reads import atoms
from kotowari.engine.situation import Mention, Situation
from kotowari.engine.unknowns import Unknowns
from kotowari.model import conditions as c
from kotowari.model.model import REQUEST_TEXT, Fact, Rule
from kotowari.model.types import FactType, Kind
from kotowari.record import record

Mentions = Mapping[str, Mapping[str, Mention]]
_T = TypeVar("_T")


@record
class Apart:
    """Two programs whose values are cut at the thresholds of both, so that a part of a domain is one for both."""

    mutant: Mutant
    before: Program
    after: Program

    @classmethod
    def of(cls, mutant: Mutant, before: Program, after: Program) -> Apart:
        """The policy and its mutant."""
        comparisons = _both(before.comparisons, after.comparisons)
        texts = _both(before.texts, after.texts)
        return cls(
            mutant,
            replace(before, comparisons=comparisons, texts=texts),
            replace(after, comparisons=comparisons, texts=texts),
        )

    def loose(self, dated: Collection[str]) -> Apart:
        """The same where it is left free whether facts are known, and whether the rules of `dated` run today.

        What never differs then, never differs.
        """
        return replace(self, before=_loose(self.before, dated), after=_loose(self.after, dated))

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that may come out otherwise for themselves; those of a fact or a topic are all that read it."""
        mutant, program = self.mutant, self.before
        if mutant.fact is not None:
            return tuple(sorted(program.readers.get(mutant.fact.name, ())))
        if mutant.topic is not None:
            return tuple(name for name, condition in program.conditions.items() if _reads(condition, mutant.topic.name))
        return touched(program.model, mutant)

    def other(self, opened: Judge, mentions: Mentions | None = None) -> Judge:
        """The mutant's judge of the same request; what is unknown is the same for both."""
        situation = self._situation(opened.situation, mentions)
        found = opened.unknowns
        unknowns = Unknowns(
            self.after.model,
            situation,
            self.after.comparisons,
            self.after.texts,
            of=found.of,
            domains=found.domains,
            by_name=found.by_name,
        )
        return replace(judge(self.after, situation, opened.budget), unknowns=unknowns)

    def _situation(self, situation: Situation, mentions: Mentions | None) -> Situation:
        if mentions is not None:
            situation = replace(situation, mentions=mentions)
        fact = self.mutant.fact
        if fact is not None and fact.name not in situation.known:
            situation = replace(situation, facts={**situation.facts, fact.name: fact.default})
        return situation

    # --- where they differ --------------------------------------------------------------------------------------------

    def holds(self, name: str, one: Judge, other: Judge) -> Circuit:
        """That the condition of a rule comes out otherwise."""
        after = self.after.conditions.get(name)
        before = one.unknowns.circuit(self.before.conditions[name])
        return differ(before, False if after is None else other.unknowns.circuit(after))

    def in_force(self, name: str, one: Judge, other: Judge) -> Circuit:
        """That a rule is in force in one of them alone or, where its outcome is another one, in one of them at all."""
        rule, after = self.before.model.rules[name], self.after.model.rules.get(name)
        before = one.rule(name)
        if after is None:
            return before
        return either(before, other.rule(name)) if after.outcome != rule.outcome else differ(before, other.rule(name))

    def visible(self, one: Judge, other: Judge) -> Iterator[Sequence[Circuit]]:
        """Wherever a case or an example could see a difference: circuits that would all have to be true.

        A case sees which rules give the verdict of each demand, an example whether the condition of its rule holds.
        Only rules that the change reaches are looked at: of those that are in force in one policy alone the strongest
        is seen itself, or what outranks it hides all of them.
        """
        before, after = self.before.model.rules, self.after.model.rules
        for name in self.rules:
            if before[name].table is None and name in after:
                yield [self.holds(name, one, other)]
        for name in self.reached():
            rules = [rules[name] for rules in (before, after) if name in rules]
            for topic in dict.fromkeys(topic for rule in rules for topic in (rule.about or (None,))):
                yield from self._given(name, topic, one, other)

    def _given(self, name: str, topic: str | None, one: Judge, other: Judge) -> Iterator[Sequence[Circuit]]:
        """That a rule gives the verdict of a demand in one of them alone, or another one."""
        rules = [judged.program.model.rules.get(name) for judged in (one, other)]
        if rules[0] and rules[1] and rules[0].outcome == rules[1].outcome:
            yield [_differs(name, topic, one, other), *_free(one, name, topic), *_free(other, name, topic)]
            return
        for judged, rule in zip((one, other), rules, strict=True):
            if rule is not None and _answers(rule, topic):
                yield [_answering(judged, name, topic), *_free(judged, name, topic)]

    def reached(self) -> tuple[str, ...]:
        """The rules of the mutant, and those that they override."""
        model = self.before.model
        overridden = {name for rule in self.rules for name in model.rules[rule].overrides if name in model.rules}
        exceptions = {rule.name for rule in model.rules.values() if rule.parent in overridden}
        return tuple(dict.fromkeys((*self.rules, *sorted(overridden | exceptions))))

    def alone(self, name: str, one: Judge, other: Judge) -> Iterator[Circuit]:
        """That nothing that ranks before a rule, whichever of its outcomes counts, is in force for its demands."""
        rules = [model.rules[name] for model in (self.before.model, self.after.model) if name in model.rules]
        for rule in rules:
            for above in stronger(self.before.model.order, rule, self.before.model.rules):
                if above.name != name:
                    yield opposite(one.rule(above.name))
                    yield opposite(other.rule(above.name)) if above.name in self.after.model.rules else True


def _loose(program: Program, dated: Collection[str]) -> Program:
    """A program that takes whether a fact is known, and whether a rule runs, for facts of their own."""
    runs = sorted(program.conditions.keys() & dated)
    flags = (*map(_known, sorted(program.tested)), *map(_running, runs))
    if not flags:
        return program
    free = {flag: Fact(flag, NOWHERE, {}, FactType(Kind.FLAG)) for flag in flags}
    conditions = {name: _freed(condition) for name, condition in program.conditions.items()}
    conditions |= {name: _while_running(name, conditions[name]) for name in runs}
    return replace(program, model=replace(program.model, facts={**program.model.facts, **free}), conditions=conditions)


def _known(fact: str) -> str:
    return f"{fact} known"


def _running(rule: str) -> str:
    return f"{rule} runs"


def _while_running(rule: str, condition: c.Condition) -> c.Condition:
    runs = c.IsOneOf(_running(rule), condition.span, _running(rule), (True,))
    return c.All(condition.clause, condition.span, (runs, condition))


def _freed(condition: c.Condition) -> c.Condition:
    match condition:
        case c.All() | c.AnyOf():
            return replace(condition, parts=tuple(map(_freed, condition.parts)))
        case c.Not():
            return replace(condition, part=_freed(condition.part))
        case c.Defined():
            return replace(condition, condition=_freed(condition.condition))
        case c.IsKnown():
            return c.IsOneOf(condition.clause, condition.span, _known(condition.fact), (True,))
        case _:
            return condition


def stronger(order: Sequence[object], rule: Rule, rules: Mapping[str, Rule]) -> Iterator[Rule]:
    """The rules whose verdicts rank before that of a rule."""
    rank = order.index(rule.outcome.verdict)
    return (other for other in rules.values() if order.index(other.outcome.verdict) < rank)


def differ(one: Circuit, other: Circuit) -> Circuit:
    """That exactly one of two circuits is true."""
    if one is other:
        return False
    return either(both(one, opposite(other)), both(opposite(one), other))


def _answers(rule: Rule, topic: str | None) -> bool:
    return topic in rule.about if topic is not None else not rule.about


def _differs(name: str, topic: str | None, one: Judge, other: Judge) -> Circuit:
    """That a rule is in force for a demand in one of them alone."""
    return differ(_answering(one, name, topic), _answering(other, name, topic))


def _answering(judged: Judge, name: str, topic: str | None) -> Circuit:
    """That a rule is in force, and the request asks for what it would answer."""
    rule = judged.program.model.rules[name]
    if not _answers(rule, topic):
        return False
    if topic is None:
        return judged.rule(name)
    asks = c.Mentions("", rule.span, REQUEST_TEXT, c.How.ANY, (topic,), asks=True)
    return both(judged.rule(name), judged.unknowns.circuit(asks))


def _free(judged: Judge, name: str, topic: str | None) -> Iterator[Circuit]:
    """That nothing for the same demand is in force that ranks before a rule."""
    rules = judged.program.model.rules
    for other in stronger(judged.order, rules[name], rules):
        if _answers(other, topic):
            yield opposite(judged.rule(other.name))


def _both(one: Mapping[str, tuple[_T, ...]], other: Mapping[str, tuple[_T, ...]]) -> dict[str, tuple[_T, ...]]:
    return {name: tuple(dict.fromkeys((*one.get(name, ()), *other.get(name, ())))) for name in sorted({*one, *other})}


def _reads(condition: c.Condition, topic: str) -> bool:
    return any(isinstance(atom, c.Mentions) and topic in atom.topics for atom in atoms(condition))
