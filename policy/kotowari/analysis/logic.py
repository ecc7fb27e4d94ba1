"""All requests at once: what rules do as formulas, and requests that make formulas true.

A `Logic` looks at one policy, or at several side by side: then one request is put to all of them. It ranges over
requests that give every fact, as texts ask for topics, at any moment. A fact that some rule asks whether it is known,
or whose default differs between the policies, may also be left out.

The work is counted, never timed: the same question has the same answer on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, time

import z3

from kotowari.analysis.calendars import Calendars
from kotowari.analysis.clock import day_position, moment_position
from kotowari.analysis.constants import constants
from kotowari.analysis.formulas import Formulas
from kotowari.analysis.symbols import Symbols
from kotowari.analysis.talk import Talks
from kotowari.analysis.terms import Terms
from kotowari.api import Policy
from kotowari.engine.program import Program, compile_program
from kotowari.engine.reads import atoms
from kotowari.model import calendar
from kotowari.model import conditions as c
from kotowari.model.model import REQUEST_TEXT, Model, Rule, Verdict
from kotowari.record import record

# In z3's own count of its work ("rlimit"), which is the same on every machine.
MOST_OF_A_QUESTION = 2_000_000
MOST_IN_ALL = 40_000_000
MOST_CORRECTIONS = 60
# The years in which moments are looked for; where a policy speaks of others, those and the ones between as well.
_YEARS = (1972, 2199)
_SOME_DAY = date(2026, 1, 1)


class Undecided(Exception):  # noqa: N818 - not an error: the question is left open, and the caller says so
    """An answer would take more work than is allowed."""


@record(frozen=False)
class Work:
    """What is left of the work for all questions."""

    left: int = MOST_IN_ALL

    def spend(self, units: int) -> None:
        """Take some away."""
        self.left -= units


class Logic:
    """What the rules of one or several policies do, whatever the request.

    `now` is the moment that witnesses lie nearest to, `since` the first day that is looked at.
    """

    def __init__(
        self, *policies: Policy, now: datetime | None = None, since: date | None = None, work: Work | None = None
    ) -> None:
        self.policies = policies
        self.models = tuple(policy.model for policy in policies)
        self.programs = tuple(compile_program(model) for model in self.models)
        self.terms = Terms()
        years = _years(self.programs)
        self.symbols = Symbols(self.terms, self.models, _loose(self.programs), years)
        self.talks = Talks(self.terms, self.models)
        self.calendars = Calendars(self.terms, years)
        self.now = self.terms.whole("now")
        self.formulas = tuple(self._formulas(place, model) for place, model in enumerate(self.models))
        self.usual_now = now or datetime.combine(since or _SOME_DAY, time(12), self.formulas[0].zone).astimezone(UTC)
        self.work = work or Work()
        self._solver = z3.Solver(ctx=self.terms.context)
        self._solver.set("random_seed", 0)
        self._own_laws = [
            self.now >= self.terms.count(moment_position(datetime(years[0], 1, 1, tzinfo=UTC))),
            self.now <= self.terms.count(moment_position(datetime(years[1], 12, 31, tzinfo=UTC))),
        ]
        self._own_laws += [self.formulas[0].today >= self.terms.count(day_position(since))] if since else []
        self._rules: dict[tuple[str, int, str], z3.BoolRef] = {}
        self._spent = 0

    def _formulas(self, place: int, model: Model) -> Formulas:
        zone = calendar.zone(model.zone)
        assert zone is not None
        return Formulas(self.terms, self.symbols, self.talks, self.calendars, place, zone, self.now)

    # --- formulas -----------------------------------------------------------------------------------------------------

    def condition(self, condition: c.Condition, of: int = 0) -> z3.BoolRef:
        """That a condition of a policy is true."""
        return self.formulas[of].condition(condition)

    def applies(self, rule: str, of: int = 0) -> z3.BoolRef:
        """That a rule applies: its condition is true (with its rule's, for an exception), and its dates hold."""
        return self._once("applies", of, rule, self._applies)

    def in_force(self, rule: str, of: int = 0) -> z3.BoolRef:
        """That a rule applies, and none that overrides it is in force."""
        return self._once("in force", of, rule, self._in_force)

    def _once(self, what: str, of: int, rule: str, made: Callable[[str, int], z3.BoolRef]) -> z3.BoolRef:
        """Formulas share their parts, and a question hands over no more than it asks about."""
        key = (what, of, rule)
        if key not in self._rules:
            self._rules[key] = made(rule, of)
        return self._rules[key]

    def _applies(self, rule: str, of: int) -> z3.BoolRef:
        season = self.in_season(self.models[of].rules[rule], of)
        return self.terms.both(season, self.condition(self.programs[of].conditions[rule], of))

    def _in_force(self, rule: str, of: int) -> z3.BoolRef:
        above = self.programs[of].overriders.get(rule, ())
        return self.terms.both(
            self.applies(rule, of), *(self.terms.opposite(self.in_force(other, of)) for other in above)
        )

    def in_season(self, rule: Rule, of: int = 0) -> z3.BoolRef:
        """That the day lies in a rule's dates (an exception's in both), and not all its reasons have ended."""
        model = self.models[of]
        windows = [rule, *([model.rules[rule.parent]] if rule.parent else [])]
        parts = [part for one in windows for part in self._window(one.starts, one.ends, of)]
        ends = [model.principles[name].ends for name in rule.outcome.because]
        if ends and all(end is not None for end in ends):
            parts += self._window(None, max(end for end in ends if end is not None), of)
        return self.terms.both(*parts)

    def _window(self, starts: date | None, ends: date | None, of: int) -> Iterable[z3.BoolRef]:
        today = self.formulas[of].today if starts or ends else None
        if today is not None and starts is not None:
            yield today >= self.terms.count(day_position(starts))
        if today is not None and ends is not None:
            yield today <= self.terms.count(day_position(ends))

    def asks(self, topic: str, of: int = 0) -> z3.BoolRef:
        """That the request asks for a topic."""
        return self.talks.of(of, REQUEST_TEXT, topic).asks

    def nothing(self, of: int = 0) -> z3.BoolRef:
        """That no rule is in force."""
        return self.terms.opposite(self._some(self.models[of].rules.values(), of))

    def verdict(self, verdict: Verdict, of: int = 0) -> z3.BoolRef:
        """That a request has this verdict."""
        model = self.models[of]
        found = self._first(list(model.rules.values()), verdict, of)
        return self.terms.either(found, self.nothing(of)) if model.otherwise.verdict is verdict else found

    def demand(self, topic: str | None, verdict: Verdict, of: int = 0) -> z3.BoolRef:
        """That a topic is asked for and has this verdict of its own; without a topic, the request as a whole."""
        rules = [rule for rule in self.models[of].rules.values() if (topic in rule.about if topic else not rule.about)]
        asked = self.asks(topic, of) if topic else self.terms.true
        return self.terms.both(asked, self._first(rules, verdict, of))

    def _first(self, rules: Sequence[Rule], verdict: Verdict, of: int) -> z3.BoolRef:
        order = self.models[of].order
        stronger = order[: order.index(verdict)]
        return self.terms.both(
            self._some((rule for rule in rules if rule.outcome.verdict is verdict), of),
            self.terms.opposite(self._some((rule for rule in rules if rule.outcome.verdict in stronger), of)),
        )

    def _some(self, rules: Iterable[Rule], of: int) -> z3.BoolRef:
        return self.terms.either(*(self.in_force(rule.name, of) for rule in rules))

    # --- questions ----------------------------------------------------------------------------------------------------

    def possible(self, *formulas: z3.BoolRef) -> bool:
        """Whether some request makes all of these true. Raises Undecided."""
        return self.solution(*formulas) is not None

    def solution(self, *formulas: z3.BoolRef) -> z3.ModelRef | None:
        """A solution that agrees with the calendar; None where there is none. Raises Undecided."""
        plain = tuple(self.calendars.plain)
        for attempt in range(MOST_CORRECTIONS):
            found = self._check((*formulas, *plain))
            if found is None and not plain:
                return None
            if found is None:
                plain = ()
                continue
            wrong = list(self.calendars.wrong(found))
            if not wrong:
                return found
            self._solver.add(*wrong)
            plain = plain if attempt < MOST_CORRECTIONS // 2 else ()
        raise Undecided

    def _check(self, formulas: Sequence[z3.BoolRef]) -> z3.ModelRef | None:
        if self.work.left <= 0:
            raise Undecided
        self._obey()
        self._solver.set("rlimit", MOST_OF_A_QUESTION)
        self._solver.push()
        self._solver.add(*formulas)
        answer = self._solver.check()
        found = self._solver.model() if answer == z3.sat else None
        self._count()
        self._solver.pop()
        if answer == z3.unknown:
            raise Undecided
        return found

    def _obey(self) -> None:
        """Hands over what has come to hold since the last question."""
        for laws in (self._own_laws, self.symbols.laws, self.talks.laws, self.calendars.laws):
            self._solver.add(*laws)
            laws.clear()

    def _count(self) -> None:
        spent = self._solver.statistics().get_key_value("rlimit count")
        self.work.spend(max(0, spent - self._spent))
        self._spent = spent


def _loose(programs: Sequence[Program]) -> frozenset[str]:
    """The facts that a request may leave out."""
    found = {name for program in programs for name in program.tested}
    for name in {name for program in programs for name in program.model.facts}:
        facts = [program.model.facts[name] for program in programs if name in program.model.facts]
        if len({(fact.has_default, fact.default) for fact in facts}) > 1:
            found.add(name)
    return frozenset(found)


def _years(programs: Sequence[Program]) -> tuple[int, int]:
    """The years in which moments lie."""
    named = list(_YEARS)
    for program in programs:
        rules, principles = program.model.rules.values(), program.model.principles.values()
        named += [day.year for rule in rules for day in (rule.starts, rule.ends) if day]
        named += [day.year for principle in principles for day in (principle.starts, principle.ends) if day]
        atoms_ = (atom for condition in program.conditions.values() for atom in atoms(condition))
        named += [value.year for atom in atoms_ for value in constants(atom) if isinstance(value, date)]
        bounds = (end for fact in program.model.facts.values() for end in (fact.type.low, fact.type.high))
        named += [end.year for end in bounds if isinstance(end, datetime)]
    return max(2, min(named) - 1), min(9998, max(named) + 1)
