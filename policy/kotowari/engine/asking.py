"""What to ask next: the facts that still matter, the one that settles soonest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from kotowari.engine import parts
from kotowari.engine.circuit import Circuit, Unknown, either, opposite, restrict, unknowns
from kotowari.engine.decision import Part, Question
from kotowari.engine.judge import Assignment, Judge
from kotowari.engine.search import OverBudget, exists
from kotowari.model.model import Rule, Verdict


def open_facts(judge: Judge) -> tuple[str, ...]:
    """The facts that are not known, can be known, and matter for the verdict, by name."""
    if judge.open is None:
        candidates = [fact for fact in _candidates(judge) if fact not in judge.situation.unavailable]
        judge.open = tuple(fact for fact in candidates if _matters(judge, fact))
    return judge.open


def questions(judge: Judge) -> tuple[Question, ...]:
    """The questions that are open, the one that settles soonest first."""
    return _sorted(judge, open_facts(judge))


def questions_about(judge: Judge, rules: Sequence[Rule]) -> tuple[Question, ...]:
    """The questions about these rules, which a settled verdict leaves undetermined."""
    facts = _owners(judge, [judge.rule(rule.name) for rule in rules])
    return _sorted(judge, [fact for fact in facts if fact not in judge.situation.unavailable])


def _sorted(judge: Judge, facts: Sequence[str]) -> tuple[Question, ...]:
    asked = sorted((_ask(judge, fact) for fact in facts), key=lambda one: (one.unsettled, one.left, one.question.fact))
    return tuple(one.question for one in asked)


def _candidates(judge: Judge) -> tuple[str, ...]:
    return _owners(judge, [judge.rule(rule.name) for rule in judge.candidates()])


def _owners(judge: Judge, circuits: Sequence[Circuit]) -> tuple[str, ...]:
    """The facts that these circuits still read."""
    found = {unknown for circuit in circuits for unknown in unknowns(circuit)}
    return tuple(sorted({fact for unknown in found for fact in judge.unknowns.of[unknown]}))


def _unknowns_of(judge: Judge, fact: str) -> list[Unknown]:
    return sorted(
        (unknown for unknown, facts in judge.unknowns.of.items() if fact in facts), key=lambda unknown: unknown.name
    )


# --- whether a fact matters -------------------------------------------------------------------------------------------


def _matters(judge: Judge, fact: str) -> bool:
    """Whether there are two completions that differ in this fact alone and get different verdicts."""
    for unknown in _unknowns_of(judge, fact):
        outcomes = {judge.outcome(judge.assign(unknown, [choice])) for choice in range(unknown.choices)}
        if len(outcomes) > 1:
            return True
    return any(_flips(judge, unknown) for unknown in _unknowns_of(judge, fact))


def _flips(judge: Judge, unknown: Unknown) -> bool:
    """The same question in full: two choices, one completion of everything else."""
    for one, other in combinations(range(unknown.choices), 2):
        for verdict in judge.order:
            gives = _gives(judge, verdict, judge.assign(unknown, [one]))
            not_gives = [opposite(part) for part in _gives(judge, verdict, judge.assign(unknown, [other]))]
            try:
                if exists([*gives, either(*not_gives)], judge.budget):
                    return True
            except OverBudget:
                judge.exact = False
                return True
    return False


def _gives(judge: Judge, verdict: Verdict, given: Assignment) -> list[Circuit]:
    """Circuits that are all true exactly where the request gets this verdict."""
    mine: list[Circuit] = []
    stronger: list[Circuit] = []
    every: list[Circuit] = []
    rank = judge.order.index(verdict)
    for rule in judge.candidates():
        circuit = judge.rule(rule.name)
        for unknown, choices in given:
            circuit = restrict(circuit, unknown, choices)
        every.append(opposite(circuit))
        if rule.outcome.verdict is verdict:
            mine.append(circuit)
        elif judge.order.index(rule.outcome.verdict) < rank:
            stronger.append(opposite(circuit))
    if judge.program.model.otherwise.verdict is verdict:
        none = opposite(either(*(opposite(part) for part in every)))
        return [either(*mine, none), *stronger]
    return [either(*mine), *stronger]


# --- questions --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Asked:
    question: Question
    unsettled: float
    left: float


def _ask(judge: Judge, fact: str) -> _Asked:
    branches: list[tuple[Part, tuple[Verdict, ...]]] = []
    weights: list[tuple[bool, int]] = []
    for unknown in _unknowns_of(judge, fact):
        if judge.unknowns.of[unknown] != (fact,):
            continue
        givens = [judge.assign(unknown, [choice]) for choice in range(unknown.choices)]
        outcomes = [judge.outcome(given) for given in givens]
        branches.extend(_branches(judge, unknown, outcomes))
        weights.extend((len(outcome) > 1, _left(judge, given)) for given, outcome in zip(givens, outcomes, strict=True))
    count = max(1, len(weights))
    unsettled = sum(unsettled for unsettled, _ in weights) / count if weights else 1.0
    return _Asked(Question(fact, tuple(branches)), unsettled, sum(left for _, left in weights) / count)


def _left(judge: Judge, given: Assignment) -> int:
    """How many facts would still be read after this answer, by rules that could still turn the verdict."""
    forces: list[tuple[int, Circuit]] = []
    for rule in judge.candidates():
        circuit = judge.rule(rule.name)
        for unknown, choices in given:
            circuit = restrict(circuit, unknown, choices)
        forces.append((judge.order.index(rule.outcome.verdict), circuit))
    settled = min((rank for rank, circuit in forces if circuit is True), default=len(judge.order))
    return len(_owners(judge, [circuit for rank, circuit in forces if rank < settled]))


def _branches(
    judge: Judge, unknown: Unknown, outcomes: Sequence[tuple[Verdict, ...]]
) -> list[tuple[Part, tuple[Verdict, ...]]]:
    fact = judge.unknowns.of[unknown][0]
    regions = judge.unknowns.domains.get(unknown)
    if regions is not None:
        kind = judge.program.model.facts[fact].type.kind
        found = parts.runs(regions, outcomes)
        return [(parts.describe(kind, run), group) for run, group in found]
    _, _, member = unknown.name.partition(" ")
    word, _, name = member.partition(" ")
    if word == "none":
        return [(Part("is", None), outcomes[1])]
    if word == "include":
        return [(Part("include", name), outcomes[1]), (Part("include none of", name), outcomes[0])]
    if len(set(outcomes)) == 1:  # a text has many topics: those that change nothing by themselves are left out
        return []
    words = ("mentions none of", "mentions", "asks for")
    return [(Part(words[choice], name), outcomes[choice]) for choice in (2, 1, 0)]
