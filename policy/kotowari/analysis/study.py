"""A policy under study: its logic, and what every finding asks of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from datetime import UTC, date, datetime, time

import z3

from kotowari.analysis.boxes import Box, apart, boxes
from kotowari.analysis.logic import Logic, Undecided
from kotowari.analysis.witness import Witness, witness
from kotowari.api import Decision, Policy
from kotowari.diagnostics.said import Said, and_list, comma_list, say
from kotowari.engine.circuit import both
from kotowari.engine.judge import Judge
from kotowari.engine.reads import facts
from kotowari.model import conditions as c
from kotowari.model.model import Model, Rule
from kotowari.model.types import Kind
from kotowari.record import record

# Rules are held against each other in pairs; of more rules than this none are.
MOST_PAIRED = 3_000


@record(frozen=False)
class Study:
    """A policy that compiles, and the day of the study.

    `dead` are the rules that can never apply, and `idle` those that are never in force: further findings leave them
    aside. `outvoted` are those that never decide, with the rules that rank before them. What would take more work than
    is allowed is counted in `open`. Of one kind at most so many findings are `told` with an example as `most` says.
    """

    policy: Policy
    today: date
    logic: Logic
    dead: frozenset[str] = frozenset()
    idle: frozenset[str] = frozenset()
    outvoted: dict[str, frozenset[str]] = field(default_factory=dict[str, "frozenset[str]"])
    open: list[str] = field(default_factory=list[str])
    most: int | None = None
    told: Counter[str] = field(default_factory=Counter[str])

    boxes: Mapping[str, Box] = field(default_factory=dict[str, "Box"])
    reads: dict[str, frozenset[str]] = field(default_factory=dict[str, "frozenset[str]"])

    @property
    def model(self) -> Model:
        """The policy's model."""
        return self.policy.model

    @property
    def living(self) -> Mapping[str, Rule]:
        """The rules that can be in force."""
        return {name: rule for name, rule in self.model.rules.items() if name not in self.dead | self.idle}

    @property
    def paired(self) -> Mapping[str, Rule]:
        """The rules that can be in force, to be held against each other; none, which is noted, where they are many."""
        living = self.living
        if len(living) > MOST_PAIRED:
            self.open.append(say("pairs of rules"))
            return {}
        return living

    def apart(self, one: str, other: str) -> bool:
        """Whether two rules plainly can never apply together."""
        return apart(self.boxes[one], self.boxes[other])

    def asks_more(self, one: str, other: str) -> bool:
        """Whether a rule plainly demands something that another one can be in force without."""
        box = self.boxes[one]
        if box is None or self.apart(one, other):
            return True
        read = self._read(other)
        facts = {unknown.name.split(" ")[0] for unknown in box}
        return any(fact not in read and self.model.facts[fact].type.kind is not Kind.TEXT for fact in facts)

    def _read(self, rule: str) -> frozenset[str]:
        """The facts that decide whether a rule is in force."""
        if rule not in self.reads:
            program = self.logic.programs[0]
            above = (self._read(other) for other in program.overriders.get(rule, ()))
            self.reads[rule] = facts(program.conditions[rule]).union(*above)
        return self.reads[rule]

    def possible(
        self, about: str, *formulas: z3.BoolRef, then: Callable[[z3.ModelRef], None] | None = None
    ) -> bool | None:
        """Whether some request makes all of these true; None, and noted as a question about this, if left open.

        `then` is handed the solution.
        """
        try:
            found = self.logic.solution(*formulas)
        except Undecided:
            self.open.append(about)
            return None
        if found is not None and then is not None:
            then(found)
        return found is not None

    def example(self, code: str, claim: Callable[[Judge], bool], *formulas: z3.BoolRef) -> Witness | None:
        """A smallest request that makes the formulas true and of which the engine says so; None where none is found.

        Nor is any looked for once enough findings of this code have one: the others will not be shown.
        """
        self.told[code] += 1
        if self.most is not None and self.told[code] > self.most:
            return None

        def shown(decisions: Iterable[Decision]) -> bool:
            return all(claim(decision.judge) for decision in decisions)

        try:
            return witness(self.logic, shown, *formulas)
        except Undecided:
            return None


def study(policy: Policy, today: date, *, most: int | None = None) -> Study:
    """The study of a policy on a day; earlier days are not looked at."""
    noon = datetime.combine(today, time(12), UTC)
    logic = Logic(policy, now=noon, since=today)
    made = Study(policy, today, logic, most=most, boxes=boxes(logic.programs[0]))
    rules = policy.model.rules
    asleep = [name for name in rules if made.possible(name, logic.in_force(name)) is False]
    made.dead = frozenset(name for name in asleep if made.possible(name, logic.applies(name)) is False)
    made.idle = frozenset(asleep) - made.dead
    return made


# --- what the engine says ---------------------------------------------------------------------------------------------


def in_force(*rules: str) -> Callable[[Judge], bool]:
    """That these rules are in force, whatever else is unknown."""
    return lambda judge: judge.always(both(*(judge.rule(rule) for rule in rules)))


def applies(judge: Judge, rule: str) -> bool:
    """Whether a rule applies, whatever else is unknown."""
    program = judge.program
    season = program.in_season(program.model.rules[rule], judge.situation.today)
    return season and judge.always(judge.unknowns.circuit(program.conditions[rule]))


# --- conditions -------------------------------------------------------------------------------------------------------


def conjuncts(condition: c.Condition) -> Iterator[c.Condition]:
    """The parts that all have to hold."""
    if isinstance(condition, c.All):
        for part in condition.parts:
            yield from conjuncts(part)
    elif not isinstance(condition, c.Always):
        yield condition


def for_example(found: Witness | None, advice: Said) -> Said:
    """An advice with the words of a witness before it."""
    if found is None or not found.words:
        return advice
    return say("for example {request}; {advice}", request=found.words, advice=advice)


def counted(names: Iterable[str], most: int = 3) -> str:
    """Names in backticks, the first few of them."""
    listed = list(names)
    shown = [f"`{name}`" for name in listed[:most]]
    if len(listed) > most:
        return say("{names} and {count} more", names=comma_list(shown), count=len(listed) - most)
    return and_list(shown)
