"""The smallest changes of facts that would turn a settled verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product

from kotowari.engine import parts
from kotowari.engine.circuit import Circuit, Unknown
from kotowari.engine.decision import Change, Part, Ruling
from kotowari.engine.judge import Judge, judge
from kotowari.engine.program import Program
from kotowari.engine.regions import Region
from kotowari.engine.search import Budget, OverBudget
from kotowari.engine.situation import Situation
from kotowari.model.model import REQUEST_LANGUAGE, REQUEST_TEXT, Verdict
from kotowari.model.types import Kind, Value

# A pair of facts is looked at only for verdicts that no single fact brings; with many facts there are many pairs.
MOST_FACTS_IN_PAIRS = 12
_Choice = tuple[str, Unknown, int]


def changes(judged: Judge, ruling: Ruling) -> tuple[Change, ...]:
    """At most two facts to change; what is `fixed` stays, and so do texts and topics."""
    if ruling.verdict is None or len(ruling.possible) != 1:
        return ()
    budget = Budget()
    facts = _changeable(judged.program, ruling.situation)
    try:
        found = [change for fact in facts for change in _turning(judged, ruling, (fact,), frozenset(), budget)]
        reached = frozenset(change.verdict for change in found)
        if len(reached) < len(Verdict) - 1:
            for pair in combinations(facts[:MOST_FACTS_IN_PAIRS], 2):
                found.extend(_turning(judged, ruling, pair, reached, budget))
    except OverBudget:
        return ()
    return tuple(sorted(found, key=lambda change: (len(change.parts), change.parts[0][0], str(change))))


def _changeable(program: Program, situation: Situation) -> list[str]:
    """The facts with a value that some rule reads and that can be another one."""
    return [
        name
        for name, fact in program.model.facts.items()
        if name in situation.facts
        and name in program.readers
        and not fact.fixed
        and name not in (REQUEST_TEXT, REQUEST_LANGUAGE)
        and fact.type.kind is not Kind.TEXT
    ]


def _turning(
    judged: Judge, ruling: Ruling, facts: Sequence[str], reached: frozenset[Verdict], budget: Budget
) -> list[Change]:
    """The changes of exactly these facts that bring a verdict which is not reached yet."""
    opened = _opened(judged, facts, budget)
    domains = [_domain(opened, fact, ruling.situation.facts[fact]) for fact in facts]
    found: dict[tuple[_Choice, ...], Verdict] = {}
    for chosen in product(*domains):
        outcome = opened.outcome([(unknown, frozenset({choice})) for _, unknown, choice in chosen])
        if len(outcome) == 1 and outcome[0] is not ruling.verdict and outcome[0] not in reached:
            found[chosen] = outcome[0]
    if len(facts) > 1:
        return [Change(_named(opened, chosen), verdict) for chosen, verdict in found.items()]
    return _merged(opened, facts[0], found)


def _opened(judged: Judge, facts: Sequence[str], budget: Budget) -> Judge:
    """The same situation with these facts open; rules that do not read them keep their circuits."""
    situation = judged.situation
    values = {name: value for name, value in situation.facts.items() if name not in facts}
    opened = judge(judged.program, replace(situation, facts=values, known=situation.known | set(facts)), budget)
    touched = {name for fact in facts for name in judged.program.readers.get(fact, ())}
    kept: Mapping[str, Circuit] = judged.applies
    opened.applies.update({name: circuit for name, circuit in kept.items() if name not in touched})
    for unknown, owners in judged.unknowns.of.items():
        opened.unknowns.of.setdefault(unknown, owners)
        opened.unknowns.by_name.setdefault(unknown.name, unknown)
        if unknown in judged.unknowns.domains:
            opened.unknowns.domains.setdefault(unknown, judged.unknowns.domains[unknown])
    for name in touched:
        opened.rule(name)
    return opened


def _domain(opened: Judge, fact: str, current: Value) -> list[_Choice]:
    """The choices of a fact that the current value does not belong to."""
    if isinstance(current, frozenset) or opened.program.model.facts[fact].type.kind is Kind.ANY_OF:
        return []
    unknown = opened.unknowns.by_name.get(fact)
    if unknown is None:
        return []
    regions = opened.unknowns.domains[unknown]
    home = _home(opened, fact, regions, current)
    return [(fact, unknown, choice) for choice in range(unknown.choices) if choice != home]


def _home(opened: Judge, fact: str, regions: Sequence[Region], current: Value) -> int:
    """The part to which the current value belongs."""
    zone = opened.situation.zone
    for place, region in enumerate(regions):
        if parts.holds(region, current, zone):
            return place
    raise AssertionError(f"the value of {fact} lies in no part of its domain")


def _named(opened: Judge, chosen: Sequence[_Choice]) -> tuple[tuple[str, Part], ...]:
    return tuple((fact, _part(opened, fact, [opened.unknowns.domains[unknown][choice]]))
                 for fact, unknown, choice in chosen)  # fmt: skip


def _part(opened: Judge, fact: str, regions: Sequence[Region]) -> Part:
    return parts.describe(opened.program.model.facts[fact].type.kind, regions)


def _merged(opened: Judge, fact: str, found: Mapping[tuple[_Choice, ...], Verdict]) -> list[Change]:
    """Neighbouring parts of one fact that bring the same verdict, as one change."""
    if not found:
        return []
    unknown = next(iter(found))[0][1]
    verdicts = {chosen[0][2]: verdict for chosen, verdict in found.items()}
    regions = opened.unknowns.domains[unknown]
    groups = [verdicts.get(choice) for choice in range(unknown.choices)]
    return [
        Change(((fact, _part(opened, fact, run)),), verdict)
        for run, verdict in parts.runs(regions, groups)
        if verdict is not None
    ]
