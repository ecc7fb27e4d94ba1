"""What a suggested request is to show: each thing that no example or case has tried."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from kotowari.cases.coverage_plan import End, Plan, Sort, Threshold, Unit
from kotowari.cases.coverage_seen import Seen
from kotowari.cases.coverage_tree import leaves
from kotowari.diagnostics.span import Span
from kotowari.engine.circuit import Circuit, opposite
from kotowari.engine.judge import Judge
from kotowari.engine.program import Program
from kotowari.engine.reads import atoms, facts, facts_of_atom
from kotowari.model import conditions as c
from kotowari.model.model import REQUEST_TEXT, TopicPattern
from kotowari.record import record


class Lack(StrEnum):
    """What is not tried: a rule in force, a clause that decides, a side of a threshold, a language, a pattern."""

    FIRED = "fired"
    CLAUSE = "clause"
    SIDE = "side"
    LANGUAGE = "language"
    PATTERN = "pattern"


@record
class Aim:
    """One thing that is not tried.

    `unit` is what the request is about. Of a clause, `place` is its place in the unit's condition and `truth` the side
    that is missing; of a threshold `truth` is the side as well.
    """

    lack: Lack
    unit: Unit
    span: Span
    text: str = ""
    place: int = 0
    truth: bool = True
    end: End | None = None
    comparison: c.Compare | None = None
    language: str | None = None
    topic: str | None = None
    words: TopicPattern | None = None

    def met(self, seen: Seen) -> bool:
        """Whether what was seen shows it."""
        match self.lack:
            case Lack.FIRED:
                return seen.fired[self.unit.key] > 0
            case Lack.CLAUSE:
                return (self.unit.key, self.place, self.truth) in seen.decided
            case Lack.SIDE:
                return (self.span, self.end, self.truth) in seen.sides
            case Lack.LANGUAGE:
                return (self.unit.key, self.language) in seen.languages
            case Lack.PATTERN:
                return (self.topic, self.text) in seen.matched

    def circuits(self, judged: Judge) -> list[Circuit]:
        """What has to be true of a request that shows it, its text aside."""
        match self.lack:
            case Lack.CLAUSE:
                return [*deciding(judged, self.unit.condition, self.place, truth=self.truth)]
            case Lack.SIDE:
                assert self.comparison is not None
                side = judged.unknowns.circuit(self.comparison)
                unknown = sorted(facts_of_atom(self.comparison) - judged.situation.facts.keys())
                present = [opposite(judged.unknowns.absent(fact)) for fact in unknown]
                return [side if self.truth else opposite(side), *present]
            case Lack.FIRED | Lack.LANGUAGE | Lack.PATTERN:
                return [self._holds(judged)]

    def _holds(self, judged: Judge) -> Circuit:
        if self.lack is Lack.FIRED and self.unit.is_rule:
            return judged.rule(self.unit.name)
        return judged.unknowns.circuit(self.unit.condition)

    @property
    def edges(self) -> frozenset[str]:
        """The facts whose values are to lie next to a threshold."""
        if self.comparison is not None:
            return facts_of_atom(self.comparison)
        return facts(leaves(self.unit.condition)[self.place]) if self.lack is Lack.CLAUSE else frozenset()


def deciding(judged: Judge, condition: c.Condition, place: int, *, truth: bool) -> Iterator[Circuit]:
    """What has to be true so that the leaf at this place is `truth` and the condition hangs on it."""
    circuit = judged.unknowns.circuit
    match condition:
        case c.All() | c.AnyOf():
            first = 0
            for part in condition.parts:
                count = len(leaves(part))
                if first <= place < first + count:
                    yield from deciding(judged, part, place - first, truth=truth)
                else:
                    found = circuit(part)
                    yield found if isinstance(condition, c.All) else opposite(found)
                first += count
        case c.Not():
            yield from deciding(judged, condition.part, place, truth=truth)
        case _:
            found = circuit(condition)
            yield found if truth else opposite(found)


def aims(program: Program, plan: Plan) -> Iterator[Aim]:
    """Everything that a request can show, rules by place first, then thresholds and patterns."""
    for unit in plan.units:
        yield from _of_unit(program, unit)
    for threshold in plan.thresholds:
        yield from _of_threshold(plan, threshold)
    for topic in plan.topics:
        unit = _looking_for(plan, topic)
        for words in program.model.topics[topic].words:
            yield Aim(Lack.PATTERN, unit, words.span, words.pattern.text, topic=topic, words=words)


def _of_unit(program: Program, unit: Unit) -> Iterator[Aim]:
    if not unit.rows:
        yield Aim(Lack.FIRED, unit, unit.span)
    for place, leaf in enumerate(unit.clauses, unit.skip):
        for truth in (True, False):
            yield Aim(Lack.CLAUSE, unit, leaf.span, leaf.clause, place=place, truth=truth)
    if unit.topics:
        for language in program.model.languages:
            yield Aim(Lack.LANGUAGE, unit, unit.span, language=language)


def _of_threshold(plan: Plan, threshold: Threshold) -> Iterator[Aim]:
    comparison = threshold.comparison
    unit = next(unit for unit in plan.units if any(atom.span == comparison.span for atom in atoms(unit.condition)))
    for truth in (True, False):
        yield Aim(
            Lack.SIDE, unit, comparison.span, comparison.clause, truth=truth, end=threshold.end, comparison=comparison
        )


def _looking_for(plan: Plan, topic: str) -> Unit:
    """What looks for a topic: a rule, where there is one."""
    reading = [unit for unit in plan.units if topic in topics_of(unit.condition)]
    return min(reading, key=lambda unit: (unit.sort not in (Sort.RULE, Sort.EXCEPTION), topic not in unit.topics))


def topics_of(condition: c.Condition, fact: str = REQUEST_TEXT) -> frozenset[str]:
    """The topics that a condition looks for in a text."""
    found = (atom.topics for atom in atoms(condition) if isinstance(atom, c.Mentions) and atom.fact == fact)
    return frozenset[str]().union(*found)
