"""How much of a policy its examples and cases have tried, and what they have not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kotowari.cases.coverage_plan import End, Plan, Sort, Unit
from kotowari.cases.coverage_seen import Seen
from kotowari.diagnostics.span import Span
from kotowari.engine.program import Program
from kotowari.record import record


@record
class Share:
    """How many of how many."""

    covered: int
    total: int

    @property
    def percent(self) -> int:
        """The share in per cent, rounded down, so that 100 is all; of nothing all is covered."""
        return 100 * self.covered // self.total if self.total else 100

    def reaches(self, percent: int) -> bool:
        """Whether it is at least that many per cent, exactly."""
        return 100 * self.covered >= percent * self.total

    def __add__(self, other: Share) -> Share:
        return Share(self.covered + other.covered, self.total + other.total)


@record
class CoveredCondition:
    """A clause or a threshold, and whether it counted where it was true, and where it was false.

    A clause counts where a decision hung on it alone, a threshold, one `end` of a `between` or neither, where there was
    a value on that side.
    """

    text: str
    span: Span
    when_true: bool
    when_false: bool
    end: End | None = None

    @property
    def covered(self) -> bool:
        """Whether it was seen both ways."""
        return self.when_true and self.when_false


@record
class CoveredUnit:
    """A rule, exception, table, row or definition; `languages` are those in which no text had one of its topics.

    Of the decisions in which it was in force (`fired`) `sure` are those in which no rule hung on anything unknown.
    """

    name: str
    sort: Sort
    span: Span
    fired: int
    sure: int
    near: int
    clauses: tuple[CoveredCondition, ...]
    languages: tuple[str, ...]

    @property
    def share(self) -> Share:
        """How many of its clauses are covered."""
        return _share(clause.covered for clause in self.clauses)

    @property
    def only_unsure(self) -> bool:
        """Whether in each of these decisions something else hung on what nobody knew."""
        return self.fired > 0 and self.sure == 0

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return self.fired > 0 and not self.languages and self.share.reaches(100)


@record
class CoveredPattern:
    """A pattern of a topic that a rule looks for, and whether it found something."""

    topic: str
    text: str
    span: Span
    matched: bool


@record
class Coverage:
    """What was tried of a policy. Rules stand by place, then the definitions that they use."""

    units: tuple[CoveredUnit, ...]
    patterns: tuple[CoveredPattern, ...]
    thresholds: tuple[CoveredCondition, ...]
    languages: Share

    @property
    def rules(self) -> Share:
        """The rules, exceptions and rows that were in force in some decision."""
        return _share(unit.fired > 0 for unit in self.units if unit.sort in (Sort.RULE, Sort.EXCEPTION, Sort.ROW))

    @property
    def clauses(self) -> Share:
        """The clauses that decided both ways."""
        return sum((unit.share for unit in self.units), Share(0, 0))

    @property
    def matched(self) -> Share:
        """The patterns that found something."""
        return _share(one.matched for one in self.patterns)

    @property
    def sides(self) -> Share:
        """The thresholds with a value on each side."""
        return _share(one.covered for one in self.thresholds)

    @property
    def total(self) -> Share:
        """Rules and clauses together."""
        return self.rules + self.clauses


def coverage(program: Program, plan: Plan, seen: Seen) -> Coverage:
    """What was seen of all that there is to cover."""
    spoken = program.model.languages
    heard = [_heard(unit, language, seen) for unit in _by_topic(plan) for language in spoken]
    return Coverage(
        tuple(_unit(unit, spoken, seen) for unit in plan.units),
        tuple(_patterns(program, plan, seen)),
        tuple(_thresholds(plan, seen)),
        _share(heard),
    )


def _share(each: Iterable[bool]) -> Share:
    flags = list(each)
    return Share(sum(flags), len(flags))


def _by_topic(plan: Plan) -> list[Unit]:
    """What looks for topics of its own."""
    return [unit for unit in plan.units if unit.topics]


def _heard(unit: Unit, language: str, seen: Seen) -> bool:
    return (unit.key, language) in seen.languages


def _unit(unit: Unit, languages: Iterable[str], seen: Seen) -> CoveredUnit:
    clauses = tuple(
        CoveredCondition(
            leaf.clause, leaf.span, (unit.key, place, True) in seen.decided, (unit.key, place, False) in seen.decided
        )
        for place, leaf in enumerate(unit.clauses, unit.skip)
    )
    missing = tuple(language for language in languages if unit.topics and not _heard(unit, language, seen))
    counts = (seen.fired[unit.key], seen.sure[unit.key], seen.near[unit.key])
    return CoveredUnit(unit.name, unit.sort, unit.span, *counts, clauses, missing)


def _patterns(program: Program, plan: Plan, seen: Seen) -> Iterator[CoveredPattern]:
    for topic in plan.topics:
        for words in program.model.topics[topic].words:
            text = words.pattern.text
            yield CoveredPattern(topic, text, words.span, (topic, text) in seen.matched)


def _thresholds(plan: Plan, seen: Seen) -> Iterator[CoveredCondition]:
    for one in plan.thresholds:
        when_true, when_false = ((*one.key, side) in seen.sides for side in (True, False))
        yield CoveredCondition(one.comparison.clause, one.comparison.span, when_true, when_false, one.end)
