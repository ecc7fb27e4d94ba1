"""The smallest changes of a request that lead to a goal: at most three facts or topics, the fewest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product
from typing import TypeAlias

from kotowari.comparison.goals import Goal
from kotowari.comparison.subjects import OfFact, OfMember, OfTopic, Subject, subjects
from kotowari.engine import parts
from kotowari.engine.circuit import Circuit, Unknown, opposite, restrict
from kotowari.engine.decision import Part
from kotowari.engine.judge import Judge, judge, reopened
from kotowari.engine.regions import Region
from kotowari.engine.search import Budget, OverBudget, exists
from kotowari.engine.situation import Mention, Situation
from kotowari.model.model import REQUEST_TEXT, Rule
from kotowari.record import record

# How many of the most promising subjects are looked at alone, in pairs and in threes.
_SUBJECTS = {1: 24, 2: 12, 3: 8}
# Enough to choose from; further ones are not looked for.
MOST_ROUTES = 12

Step: TypeAlias = "tuple[str, Part]"


@record
class Route:
    """What would have to be otherwise, all of it together: facts with the part that their values would lie in.

    For `request.text` a part names a topic.
    """

    parts: tuple[Step, ...]


def routes(judged: Judge, goal: Goal, nearest: Sequence[Rule]) -> tuple[tuple[Route, ...], bool]:
    """The ways to a goal that need the fewest changes, and whether all that is to be looked at was.

    Three changes are looked for only where no two do it. Nothing is found twice: where a change does it alone, no way
    holds it together with others.
    """
    budget = Budget()
    found: list[Route] = []
    done: list[frozenset[Subject]] = []
    worth = subjects(judged, goal, nearest)
    try:
        for size, most in _SUBJECTS.items():
            if len(found) >= MOST_ROUTES or (size > 2 and found):
                break
            for chosen in combinations(worth[:most], size):
                if any(fewer <= set(chosen) for fewer in done):
                    continue
                ways = list(_ways(judged, goal, chosen, budget))
                if ways:
                    found.extend(ways)
                    done.append(frozenset(chosen))
    except OverBudget:
        return tuple(found[:MOST_ROUTES]), False
    return tuple(found[:MOST_ROUTES]), True


# --- one group of subjects --------------------------------------------------------------------------------------------


@record
class _Edit:
    """A change that is the same in all its ways: a topic, or a member of a set that is known."""

    step: Step
    apply: Callable[[Situation], Situation]


@record
class _Variable:
    """A fact whose value is tried out; `regions` is None for a member of a set, which is in it or not."""

    fact: str
    unknown: Unknown
    choices: tuple[int, ...]
    regions: tuple[Region, ...] | None
    member: str = ""


def _ways(judged: Judge, goal: Goal, chosen: Sequence[Subject], budget: Budget) -> Iterator[Route]:
    """The ways to the goal that change each of these subjects."""
    edits = [list(_edits(judged.situation, subject)) for subject in chosen]
    variable = [subject for subject, found in zip(chosen, edits, strict=True) if not found]
    for picked in product(*(found for found in edits if found)):
        here = _edited(judged, picked, budget)
        for box in _boxes_of(here, judged.situation, goal, variable, budget):
            yield Route((*(edit.step for edit in picked), *box))


def _edited(judged: Judge, edits: Sequence[_Edit], budget: Budget) -> Judge:
    if not edits:
        return judged
    situation = judged.situation
    for edit in edits:
        situation = edit.apply(situation)
    return judge(judged.program, situation, budget)


def _edits(situation: Situation, subject: Subject) -> Iterator[_Edit]:
    match subject:
        case OfTopic():
            yield from _topic_edits(situation, subject.topic)
        case OfMember():
            value = situation.facts.get(subject.fact)
            if isinstance(value, frozenset):
                yield _member_edit(subject, value)
        case OfFact():
            return


def _topic_edits(situation: Situation, topic: str) -> Iterator[_Edit]:
    known = situation.mentions.get(REQUEST_TEXT, {})
    now = known.get(topic, Mention.NO)
    for word, mention in (("asks for", Mention.ASKS), ("mentions none of", Mention.NO)):
        if mention is not now:
            yield _Edit((REQUEST_TEXT, Part(word, topic)), _stating(topic, mention))


def _stating(topic: str, mention: Mention) -> Callable[[Situation], Situation]:
    def apply(situation: Situation) -> Situation:
        topics = {**situation.mentions.get(REQUEST_TEXT, {}), topic: mention}
        return replace(situation, mentions={**situation.mentions, REQUEST_TEXT: topics})

    return apply


def _member_edit(subject: OfMember, value: frozenset[str]) -> _Edit:
    word = "include none of" if subject.member in value else "include"

    def apply(situation: Situation) -> Situation:
        before = situation.facts.get(subject.fact)
        changed = (before if isinstance(before, frozenset) else frozenset[str]()) ^ {subject.member}
        facts = {**situation.facts, subject.fact: changed}
        return replace(situation, facts=facts, known=situation.known | {subject.fact})

    return _Edit((subject.fact, Part(word, subject.member)), apply)


# --- facts that are tried out -----------------------------------------------------------------------------------------


def _boxes_of(
    here: Judge, before: Situation, goal: Goal, chosen: Sequence[Subject], budget: Budget
) -> Iterator[tuple[Step, ...]]:
    """Neighbouring values of these facts that bring the goal, put together."""
    facts = {subject.fact for subject in chosen if not isinstance(subject, OfTopic)}
    opened = reopened(here, sorted(facts), budget) if facts else here
    circuit = goal.circuit(opened)
    made = (_variable(opened, before, subject) for subject in chosen)
    variables = [variable for variable in made if variable is not None]
    if len(variables) == len(chosen):
        yield from _boxes(opened, frozenset(_solutions(circuit, variables, budget)), variables)


def _variable(opened: Judge, before: Situation, subject: Subject) -> _Variable | None:
    """What is tried out; None where nothing hangs on it."""
    by_name, domains = opened.unknowns.by_name, opened.unknowns.domains
    match subject:
        case OfMember():
            unknown = by_name.get(f"{subject.fact} include {subject.member}")
            return None if unknown is None else _Variable(subject.fact, unknown, (1, 0), None, subject.member)
        case OfFact():
            unknown = by_name.get(subject.fact)
            if unknown is None or unknown not in domains:
                return None
            regions = domains[unknown]
            home = _home(opened, regions, before, subject.fact)
            choices = tuple(choice for choice in range(unknown.choices) if choice != home)
            return _Variable(subject.fact, unknown, choices, regions)
        case OfTopic():
            return None


def _home(opened: Judge, regions: Sequence[Region], before: Situation, fact: str) -> int | None:
    """The part to which the value belongs that the fact has, which is no change."""
    if fact not in before.facts:
        return None
    value, zone = before.facts[fact], opened.situation.zone
    return next((place for place, region in enumerate(regions) if parts.holds(region, value, zone)), None)


def _solutions(circuit: Circuit, variables: Sequence[_Variable], budget: Budget) -> Iterator[tuple[int, ...]]:
    """The choices that make the circuit true, whatever else is unknown. Raises OverBudget."""
    budget.spend(1)
    if circuit is False:
        return
    if not variables:
        if not exists([opposite(circuit)], budget):
            yield ()
        return
    first, *others = variables
    for choice in first.choices:
        rest = restrict(circuit, {first.unknown: frozenset({choice})})
        for further in _solutions(rest, others, budget):
            yield (choice, *further)


def _boxes(
    opened: Judge, found: frozenset[tuple[int, ...]], variables: Sequence[_Variable]
) -> Iterator[tuple[Step, ...]]:
    if not variables:
        if found:
            yield ()
        return
    first, *others = variables
    rows: dict[int, set[tuple[int, ...]]] = {}
    for choice, *rest in found:
        rows.setdefault(choice, set()).add(tuple(rest))
    for part, further in _runs(opened, first, rows):
        for box in _boxes(opened, further, others):
            yield ((first.fact, part), *box)


def _runs(
    opened: Judge, variable: _Variable, rows: Mapping[int, set[tuple[int, ...]]]
) -> Iterator[tuple[Part, frozenset[tuple[int, ...]]]]:
    """Neighbouring choices that go with the same choices of the others, in words."""
    if variable.regions is None:
        for choice, word in ((1, "include"), (0, "include none of")):
            if choice in rows:
                yield Part(word, variable.member), frozenset(rows[choice])
        return
    kind = opened.program.model.facts[variable.fact].type.kind
    groups = [frozenset(rows.get(choice, ())) for choice in range(len(variable.regions))]
    for run, rest in parts.runs(variable.regions, groups):
        if rest:
            yield parts.describe(kind, run), rest
