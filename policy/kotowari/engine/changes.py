"""The smallest changes of facts that would turn a settled verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, product

from kotowari.engine import parts
from kotowari.engine.circuit import Unknown, unknowns
from kotowari.engine.decision import Change, Part, Ruling
from kotowari.engine.judge import Judge, reopened
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
    try:
        facts = _relevant(judged, _changeable(judged.program, ruling.situation), budget)
        known = [fact for fact in facts if fact in ruling.situation.facts]
        found = [change for fact in known for change in _turning(judged, ruling, (fact,), frozenset(), budget)]
        reached = frozenset(change.verdict for change in found)
        if len(reached) < len(Verdict) - 1:
            for pair in combinations(facts[:MOST_FACTS_IN_PAIRS], 2):
                found.extend(_turning(judged, ruling, pair, reached, budget))
    except OverBudget:
        return ()
    return tuple(sorted(found, key=lambda change: (len(change.parts), change.parts[0][0], str(change))))


def _changeable(program: Program, situation: Situation) -> list[str]:
    """The facts that some rule reads and that can change, those that are not known among them."""
    return [
        name
        for name, fact in program.model.facts.items()
        if name in program.readers
        and not fact.fixed
        and name not in situation.unavailable
        and name not in (REQUEST_TEXT, REQUEST_LANGUAGE)
        and fact.type.kind is not Kind.TEXT
    ]


def _relevant(judged: Judge, facts: Sequence[str], budget: Budget) -> list[str]:
    """The facts that still decide something here: on many no rule that can come into question looks.

    Where rules ask whether a fact is known, it decides, and what they read depends on whether it changes.
    """
    tested = judged.program.tested.intersection(facts)
    read = tested | _read(reopened(judged, facts, budget))
    if tested:
        read |= _read(reopened(judged, [fact for fact in facts if fact not in tested], budget))
    return [fact for fact in facts if fact in read]


def _read(opened: Judge) -> set[str]:
    circuits = [opened.rule(rule.name) for rule in opened.candidates()]
    return {fact for circuit in circuits for unknown in unknowns(circuit) for fact in opened.unknowns.of[unknown]}


def _turning(
    judged: Judge, ruling: Ruling, facts: Sequence[str], reached: frozenset[Verdict], budget: Budget
) -> list[Change]:
    """The changes of exactly these facts that bring a verdict which is not reached yet."""
    opened = reopened(judged, facts, budget)
    domains = [_domain(opened, fact, ruling.situation) for fact in facts]
    found: dict[tuple[_Choice, ...], Verdict] = {}
    for chosen in product(*domains):
        outcome = opened.outcome({unknown: frozenset({choice}) for _, unknown, choice in chosen})
        if len(outcome) == 1 and outcome[0] is not ruling.verdict and outcome[0] not in reached:
            found[chosen] = outcome[0]
    if len(facts) > 1:
        return _merged_pairs(opened, facts, found)
    return _merged(opened, facts[0], found)


def _domain(opened: Judge, fact: str, situation: Situation) -> list[_Choice]:
    """The choices of a fact that the current value, if there is one, does not belong to."""
    unknown = opened.unknowns.by_name.get(fact)
    if unknown is None or unknown not in opened.unknowns.domains:  # a set: it has an unknown for each member
        return []
    regions = opened.unknowns.domains[unknown]
    home = _home(opened, fact, regions, situation.facts[fact]) if fact in situation.facts else None
    return [(fact, unknown, choice) for choice in range(unknown.choices) if choice != home]


def _home(opened: Judge, fact: str, regions: Sequence[Region], current: Value) -> int:
    """The part to which the current value belongs."""
    zone = opened.situation.zone
    for place, region in enumerate(regions):
        if parts.holds(region, current, zone):
            return place
    raise AssertionError(f"the value of {fact} lies in no part of its domain")


def _part(opened: Judge, fact: str, regions: Sequence[Region]) -> Part:
    return parts.describe(opened.program.model.facts[fact].type.kind, regions)


def _merged(opened: Judge, fact: str, found: Mapping[tuple[_Choice, ...], Verdict]) -> list[Change]:
    """Neighbouring parts of one fact that bring the same verdict, as one change."""
    verdicts = {chosen[0][2]: verdict for chosen, verdict in found.items()}
    return [Change(((fact, part),), verdict) for part, verdict in _runs(opened, fact, verdicts)] if found else []


def _merged_pairs(opened: Judge, facts: Sequence[str], found: Mapping[tuple[_Choice, ...], Verdict]) -> list[Change]:
    """The same for two facts: neighbouring parts of the first that go with the same parts of the second."""
    if not found:
        return []
    first, second = facts
    rows: dict[int, dict[int, Verdict]] = {}
    for chosen, verdict in found.items():
        rows.setdefault(chosen[0][2], {})[chosen[1][2]] = verdict
    regions = opened.unknowns.domains[opened.unknowns.by_name[first]]
    groups = [tuple(sorted(rows.get(choice, {}).items())) for choice in range(len(regions))]
    return [
        Change(((first, _part(opened, first, run)), (second, part)), verdict)
        for run, row in parts.runs(regions, groups)
        for part, verdict in _runs(opened, second, dict(row))
    ]


def _runs(opened: Judge, fact: str, verdicts: Mapping[int, Verdict]) -> list[tuple[Part, Verdict]]:
    """Neighbouring choices of a fact with the same verdict, in words."""
    regions = opened.unknowns.domains[opened.unknowns.by_name[fact]]
    groups = [verdicts.get(choice) for choice in range(len(regions))]
    runs = parts.runs(regions, groups)
    return [(_part(opened, fact, run), verdict) for run, verdict in runs if verdict is not None]
