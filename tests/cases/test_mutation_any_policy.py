"""On policies that Hypothesis makes up: what is said to make no difference makes none, what is proposed holds."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.strategies import PolicyText, policies, requests

import kotowari
from kotowari.cases.mutation.every import mutants
from kotowari.diagnostics.span import NOWHERE
from kotowari.engine.decision import Ruling
from kotowari.requests import RequestError
from kotowari.testing.catching import Catcher
from kotowari.testing.mutation import Trials, changed
from kotowari.testing.mutation_run import Mutation
from kotowari.testing.run import Runner, passes
from kotowari.testing.scenes import Scenes
from kotowari.testing.suggest import Suggester
from kotowari.testing.trial import Kind, Trial

NOW = datetime(2026, 7, 1, tzinfo=UTC)
CHECKS = [HealthCheck.too_slow, HealthCheck.data_too_large]


def visible(ruling: Ruling) -> object:
    """What a case can see of a decision, the question aside."""
    spoken = [one for one in ruling.demands if one.rules]
    demands = [(one.about, one.verdict, sorted(rule.name for rule in one.rules), one.label) for one in spoken]
    return ruling.verdict, sorted(rule.name for rule in ruling.rules), demands


@settings(max_examples=12, suppress_health_check=CHECKS)
@given(st.data())
def test_what_makes_no_difference_makes_none(data: st.DataObject) -> None:
    text = data.draw(policies())
    policy = kotowari.compile_policy(text.files())
    trials = Trials.of(policy, (), NOW)
    catcher = Catcher(Scenes(policy, (), NOW), trials)
    every = mutants(trials.version.program(Kind.CASE))
    for mutant in [one for one in every if catcher.hunt(one).equivalent()][:5]:
        other = kotowari.Policy(changed(trials.version, mutant).cases.model, (), policy.sources)
        for _ in range(3):
            asked = data.draw(requests(text))
            try:
                before = policy.decide(asked, now=NOW)
            except RequestError:
                continue
            assert visible(before.ruling) == visible(other.decide(asked, now=NOW).ruling), mutant


@settings(max_examples=6, suppress_health_check=CHECKS)
@given(policies())
def test_what_is_proposed_passes(text: PolicyText) -> None:
    policy = kotowari.compile_policy(text.files())
    runner = Runner(policy, NOW)
    mutation = Mutation(policy, (), NOW)
    catches = [one.catch for one in mutation.run(mutation.mutants[::15]) if one.catch is not None]
    suggested = [one.proposal for one in Suggester(policy, (), NOW).run() if one.proposal is not None]
    for one in (*catches, *suggested):
        trial = Trial("", one.kind, NOWHERE, one.asked.request, one.expected, one.rule)
        assert passes(trial, runner.decide(trial))
        assert one.kind is Kind.CASE or "\n" not in one.line(policy.model)
