"""Examples and cases for what nobody has tried yet, each decided by the policy before it is suggested."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field
from datetime import datetime
from itertools import islice

from kotowari.api import Decision, Policy
from kotowari.cases.aims import Aim, Lack, aims
from kotowari.cases.coverage_plan import Plan, Sort, Unit, plan
from kotowari.cases.coverage_seen import Seen, observe
from kotowari.cases.expectation import OPEN, Expectation
from kotowari.cases.finding.texts import Written
from kotowari.engine.program import compile_program
from kotowari.record import record
from kotowari.requests import Request, RequestError
from kotowari.testing.proposal import Proposal, decided_as
from kotowari.testing.scenes import Asked, Scenes
from kotowari.testing.trial import Kind, Trial

# So many texts of a pattern, and so many requests of each aim, are tried out.
_MOST_TEXTS = 12
_MOST_TRIES = 12


@record
class Suggested:
    """What came of an aim: a proposal, or None where no request was found."""

    aim: Aim
    proposal: Proposal | None


@record(frozen=False)
class Suggester:
    """Goes through all that is not tried."""

    policy: Policy
    trials: tuple[Trial, ...]
    now: datetime
    wanted: Callable[[Aim], bool] = lambda aim: True  # noqa: ARG005 - everything
    seen: Seen = field(default_factory=Seen)
    scenes: Scenes = field(init=False)
    plan: Plan = field(init=False)
    aims: tuple[Aim, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.scenes = Scenes(self.policy, self.trials, self.now)
        self.plan = plan(compile_program(self.policy.model))
        for decision in self.scenes.decided:
            observe(self.seen, self.plan, decision.judge)
        self.aims = tuple(
            aim for aim in aims(self.scenes.stage.program, self.plan) if self.wanted(aim) and not aim.met(self.seen)
        )

    def run(self) -> Iterator[Suggested]:
        """For each thing that is not tried a suggestion; what an earlier one shows as well is left out."""
        for aim in self.aims:
            if not aim.met(self.seen):
                yield Suggested(aim, self._proposal(aim))

    def _proposal(self, aim: Aim) -> Proposal | None:
        for asked in islice(self._asked(aim), _MOST_TRIES):
            for one in self._forms(aim, asked):
                return one
        return None

    def _asked(self, aim: Aim) -> Iterator[Asked]:
        conditions = [aim.unit.condition]
        if aim.lack is Lack.FIRED and aim.unit.is_rule:
            conditions += [self.scenes.stage.program.conditions[name] for name in self._above(aim.unit.name)]
        if aim.lack in (Lack.LANGUAGE, Lack.PATTERN):
            for written in islice(self._texts(aim), _MOST_TEXTS):
                yield from self.scenes.asked(aim.circuits, conditions, text=written)
                yield Asked(Request(text=written.text), {})
            return
        yield from self.scenes.asked(aim.circuits, conditions, edges=aim.edges)

    def _above(self, rule: str) -> tuple[str, ...]:
        return self.scenes.stage.program.overriders.get(rule, ())

    def _texts(self, aim: Aim) -> Iterator[Written]:
        texts = self.scenes.texts
        if aim.words is not None and aim.topic is not None:
            yield from texts.of_pattern(aim.topic, aim.words)
        elif aim.language is not None:
            for topic in sorted(aim.unit.topics):
                yield from texts.words(topic, aim.language)

    # --- what really comes of it --------------------------------------------------------------------------------------

    def _forms(self, aim: Aim, asked: Asked) -> Iterator[Proposal]:
        """The request in the ways in which it can be written, with all that is asked for first, as far as it serves."""
        for kind in (Kind.CASE,) if aim.lack is Lack.PATTERN else _kinds(aim.unit, asked):
            for full in (True, False):
                try:
                    made = self._made(aim, kind, asked, full=full)
                except RequestError:
                    continue
                if made is not None:
                    yield made

    def _made(self, aim: Aim, kind: Kind, asked: Asked, *, full: bool) -> Proposal | None:
        def decide(request: Request) -> Decision:
            return self.scenes.decide(kind, request)

        one = self.scenes.settled(asked, decide) if full else asked
        decision = decide(one.request)
        shown = Seen()
        observe(shown, self.plan, decision.judge)
        if not aim.met(shown):
            return None
        holds = self._holds(aim.unit, decision)
        if kind is not Kind.CASE:
            if holds is None or not in_a_rule(one):
                return None
            kind = Kind.EXAMPLE if holds else Kind.COUNTEREXAMPLE
        observe(self.seen, self.plan, decision.judge)
        expected = decided_as(decision)
        if kind is not Kind.CASE:
            expected = Expectation(expected.verdict if kind is Kind.EXAMPLE and expected.verdict != OPEN else None)
        rule = aim.unit.name if kind is not Kind.CASE else None
        return Proposal(kind, rule, aim.unit.span.source, f"{aim.unit.name}: {what(aim)}", one, expected)

    def _holds(self, unit: Unit, decision: Decision) -> bool | None:
        circuit = decision.judge.unknowns.circuit(unit.condition)
        return circuit if isinstance(circuit, bool) else None


def _kinds(unit: Unit, asked: Asked) -> tuple[Kind, ...]:
    """How a request can be written: rows, tables and definitions have no examples of their own."""
    own = unit.sort in (Sort.RULE, Sort.EXCEPTION) and in_a_rule(asked)
    return (Kind.EXAMPLE, Kind.CASE) if own else (Kind.CASE,)


def in_a_rule(asked: Asked) -> bool:
    """Whether a rule can state the request: no topics, no language, no empty set, no line break, and not nothing."""
    request = asked.request
    plain = not request.topics and request.language is None and frozenset() not in asked.facts.values()
    if not all(text.isprintable() for text in (request.text or "", *map(str, asked.facts.values()))):
        return False
    return plain and (request.text is not None or bool(asked.facts))


def what(aim: Aim) -> str:
    """What a request for an aim shows, in a few words of the policy's own."""
    match aim.lack:
        case Lack.FIRED:
            return "holds"
        case Lack.CLAUSE | Lack.SIDE:
            return aim.text if aim.truth else f"not {aim.text}"
        case Lack.LANGUAGE:
            return f"in {aim.language}"
        case Lack.PATTERN:
            return aim.text
