"""What somebody would like a decision to be, as circuits that are all true exactly where it is."""

from __future__ import annotations

from typing import TypeAlias

from kotowari.engine.circuit import Circuit, both, either, opposite
from kotowari.engine.judge import Judge
from kotowari.model.model import Rule, Verdict
from kotowari.record import record


@record
class VerdictGoal:
    """The request gets this verdict."""

    verdict: Verdict

    def rules(self, judged: Judge) -> list[Rule]:
        """The rules that would bring it."""
        return [rule for rule in judged.program.model.rules.values() if rule.outcome.verdict is self.verdict]

    def circuit(self, judged: Judge) -> Circuit:
        """True exactly where the request gets the verdict."""
        rank = judged.order.index(self.verdict)
        forces = judged.forces(judged.candidates(), {})
        mine = [circuit for verdict, circuit in forces if verdict is self.verdict]
        stronger = [opposite(circuit) for verdict, circuit in forces if judged.order.index(verdict) < rank]
        if judged.program.model.otherwise.verdict is self.verdict:
            mine.append(both(*(opposite(circuit) for _, circuit in forces)))
        return both(either(*mine), *stronger)


@record
class RuleGoal:
    """A rule is in force and gives the verdict."""

    rule: Rule

    def rules(self, judged: Judge) -> list[Rule]:  # noqa: ARG002 - as the other goal's
        """The rule alone."""
        return [self.rule]

    def circuit(self, judged: Judge) -> Circuit:
        """True exactly where the rule is in force and its verdict is the request's."""
        return both(judged.rule(self.rule.name), VerdictGoal(self.rule.outcome.verdict).circuit(judged))


Goal: TypeAlias = "VerdictGoal | RuleGoal"


def verdict_of(goal: Goal) -> Verdict:
    """The verdict that the request would have."""
    return goal.verdict if isinstance(goal, VerdictGoal) else goal.rule.outcome.verdict


def outranking(judged: Judge, goal: Goal) -> list[Rule]:
    """The rules that may be in force whose verdict outranks that of the goal."""
    stronger = judged.order[: judged.order.index(verdict_of(goal))]
    return [
        rule
        for rule in judged.candidates()
        if rule.outcome.verdict in stronger and judged.sometimes(judged.rule(rule.name))
    ]


def fallback_speaks(judged: Judge, goal: Goal) -> bool:
    """Whether the goal is a verdict that the policy's `otherwise` gives."""
    return isinstance(goal, VerdictGoal) and judged.program.model.otherwise.verdict is goal.verdict
