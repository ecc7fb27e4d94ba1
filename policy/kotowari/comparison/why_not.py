"""Why a decision is not another one: for each rule that would give it what stands in the way, and how to get there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kotowari.api import Decision
from kotowari.comparison.goals import Goal, RuleGoal, VerdictGoal, fallback_speaks, outranking
from kotowari.comparison.needs import Need, count, needs
from kotowari.comparison.routes import Route, routes
from kotowari.engine.judge import Judge
from kotowari.engine.search import Budget
from kotowari.model.model import Rule, Verdict
from kotowari.record import record


@record
class Other:
    """A rule that is in force; not `certain` where that hangs on what is not known."""

    rule: Rule
    certain: bool


@record
class Barred:
    """A rule that would give what is wanted, and all that keeps it from that.

    `needs` are the clauses of its condition (for an exception its rule's too). `out_of_season` is the day that is not
    within its dates; `ended` says that all it rests on has ended. `set_aside` are rules in force that override it.
    """

    rule: Rule
    needs: tuple[Need, ...]
    out_of_season: date | None
    ended: bool
    set_aside: tuple[Other, ...]

    @property
    def free(self) -> bool:
        """Whether nothing keeps it: it is in force."""
        return not (self.needs or self.out_of_season or self.ended or self.set_aside)


@record
class WhyNot:
    """The answer. `reached` says that the decision is what was asked for already.

    `barred` are the rules that would bring it, the nearest first. `above` are rules in force that outrank it. Where the
    policy's own `otherwise` gives the verdict, `in_force` are the rules that keep that from speaking. `routes` are the
    smallest changes found that lead there; not `searched` where looking for them would have taken too long.
    """

    goal: Goal
    reached: bool
    possible: bool
    barred: tuple[Barred, ...]
    above: tuple[Other, ...]
    in_force: tuple[Other, ...]
    routes: tuple[Route, ...]
    searched: bool


def why_not(decision: Decision, goal: Goal) -> WhyNot:
    """Why the decision does not give `goal`, which names a verdict or a rule of its policy."""
    judged = decision.judge
    judged.budget = Budget()  # what was spent on the verdict is not ours to pay for
    barred = tuple(sorted((_barred(judged, rule) for rule in goal.rules(judged)), key=_distance))
    reached = _reached(decision, goal)
    found, searched = ((), True) if reached else routes(judged, goal, [one.rule for one in barred])
    return WhyNot(
        goal,
        reached,
        not reached and _possible(decision, goal),
        tuple(one for one in barred if not (one.free and reached)),
        () if reached else _others(judged, outranking(judged, goal)),
        _others(judged, _candidates(judged)) if not reached and fallback_speaks(judged, goal) else (),
        found,
        searched,
    )


def _reached(decision: Decision, goal: Goal) -> bool:
    if isinstance(goal, VerdictGoal):
        return decision.verdict is goal.verdict
    judged = decision.judge
    return decision.verdict is goal.rule.outcome.verdict and judged.always(judged.rule(goal.rule.name))


def _possible(decision: Decision, goal: Goal) -> bool:
    if isinstance(goal, VerdictGoal):
        return goal.verdict in decision.possible
    return decision.judge.sometimes(goal.circuit(decision.judge))


def _candidates(judged: Judge) -> list[Rule]:
    return [rule for rule in judged.candidates() if judged.sometimes(judged.rule(rule.name))]


def _others(judged: Judge, rules: Sequence[Rule]) -> tuple[Other, ...]:
    found = [Other(rule, judged.always(judged.rule(rule.name))) for rule in rules]
    return tuple(sorted(found, key=lambda other: (not other.certain, other.rule.name)))


# --- one rule ---------------------------------------------------------------------------------------------------------


def _barred(judged: Judge, rule: Rule) -> Barred:
    today, in_season = judged.situation.today, judged.program.in_season(rule, judged.situation.today)
    dated = [rule, *(judged.program.model.rules[name] for name in (rule.parent,) if name)]
    runs = all((one.starts or today) <= today <= (one.ends or today) for one in dated)
    return Barred(
        rule,
        needs(judged, judged.program.conditions[rule.name]),
        None if runs else today,
        runs and not in_season,
        _others(judged, list(_setting_aside(judged, rule))),
    )


def _setting_aside(judged: Judge, rule: Rule) -> Iterator[Rule]:
    for name in judged.program.overriders.get(rule.name, ()):
        if judged.sometimes(judged.rule(name)):
            yield judged.program.model.rules[name]


def _distance(barred: Barred) -> tuple[int, int, str]:
    """How far a rule is from being in force: dates cannot be changed, one clause is less than two."""
    dated = barred.out_of_season is not None or barred.ended
    return (int(dated), count(barred.needs) + len(barred.set_aside), barred.rule.name)


def verdict_or_rule(decision: Decision, name: str) -> Goal | None:
    """What a person means by `accept` or by the name of a rule; None where the policy has no rule of that name."""
    rule = decision.policy.model.rules.get(name)
    if rule is None and name.lower() in set(Verdict):  # the terminal shows verdicts in capitals
        return VerdictGoal(Verdict(name.lower()))
    return None if rule is None else RuleGoal(rule)
