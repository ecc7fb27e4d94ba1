"""Trials, run one after the other against a policy."""

from __future__ import annotations

from datetime import datetime

from kotowari.api import Decision, Policy
from kotowari.cached import cached_property
from kotowari.cases.clauses import truth_of
from kotowari.cases.compare import Decided, differences, teams_of, verdict_name
from kotowari.cases.expectation import OPEN, Difference, Expectation, Key
from kotowari.cases.nearest import Ground, Near, clauses_for, grounds, nearest_rules
from kotowari.cases.undated import undated
from kotowari.engine.search import Budget
from kotowari.model.model import Verdict
from kotowari.record import record
from kotowari.testing.results import Holding, Result, Status
from kotowari.testing.trial import Kind, Trial

# What the rules behind a verdict explain.
_EXPLAINED = (Key.VERDICT, Key.RULES)


@record
class Runner:
    """Runs trials; `now` is the moment for those that name none."""

    policy: Policy
    now: datetime

    @cached_property
    def _undated(self) -> Policy:
        """The policy as its examples see it: the dates of its rules play no part there."""
        model = undated(self.policy.model)
        return self.policy if model is self.policy.model else Policy(model, (), self.policy.sources)

    def decide(self, trial: Trial) -> Decision:
        """The decision on what a trial asks. Raises RequestError for one that the policy cannot take."""
        policy = self.policy if trial.kind is Kind.CASE else self._undated
        return policy.decide(trial.request, now=trial.request.now or self.now)

    def run(self, trial: Trial) -> Result:
        """What comes of a trial that the policy can take. Raises RequestError for another one."""
        decision = self.decide(trial)
        holding = _holding(trial, decision)
        held = holding is None or holding.truth is holding.expected
        found = () if trial.expected == _NOTHING else differences(trial.expected, _decided(decision))
        passed = held and not found
        status = (
            (Status.FIXED if passed else Status.TODO) if trial.todo else (Status.PASSED if passed else Status.FAILED)
        )
        verdict = None if trial.expected == _NOTHING else verdict_name(decision.ruling.verdict)
        if passed:
            return Result(trial, status, verdict)
        return Result(trial, status, verdict, None if held else holding, found, *_why(decision, found))


def passes(trial: Trial, decision: Decision) -> bool:
    """Whether a decision is as a trial says. The rule of an example may be gone: then only the verdict counts."""
    judged = decision.judge
    if trial.rule is not None and trial.rule in judged.program.conditions:
        truth = truth_of(judged, judged.program.conditions[trial.rule])
        if truth is not (trial.kind is Kind.EXAMPLE):
            return False
    return trial.expected == _NOTHING or not differences(trial.expected, _decided(decision))


_NOTHING = Expectation()


def _decided(decision: Decision) -> Decided:
    model, ruling = decision.policy.model, decision.ruling
    return Decided(ruling, lambda: decision.reply, lambda: teams_of(model, ruling), lambda: decision.ask)


def _holding(trial: Trial, decision: Decision) -> Holding | None:
    """Whether the rule of an example holds, its dates aside."""
    if trial.rule is None:
        return None
    judged = decision.judge
    expected = trial.kind is Kind.EXAMPLE
    truth = truth_of(judged, judged.program.conditions[trial.rule])
    clauses = () if truth is expected else clauses_for(judged, trial.rule, truth)
    return Holding(trial.rule, judged.program.model.rules[trial.rule].span, expected, truth, clauses)


def _why(decision: Decision, found: tuple[Difference, ...]) -> tuple[tuple[Ground, ...], tuple[Near, ...]]:
    """What gave the verdict, and which rule came nearest to the expected one."""
    wanted = [difference for difference in found if difference.key in _EXPLAINED]
    if not wanted:
        return (), ()
    judged, ruling = decision.judge, decision.ruling
    judged.budget = Budget()
    verdict = next((one.expected[0] for one in wanted if one.key is Key.VERDICT), None)
    expected = Verdict(verdict) if verdict and verdict != OPEN else None
    rules = frozenset[str]().union(*(one.expected for one in wanted if one.key is Key.RULES))
    return grounds(judged, ruling), nearest_rules(judged, ruling, expected, rules)
