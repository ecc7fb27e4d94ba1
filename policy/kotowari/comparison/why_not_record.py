"""Why not, as data in the format `kotowari.why-not/1`."""

from __future__ import annotations

from kotowari.api import Decision
from kotowari.comparison.goals import VerdictGoal
from kotowari.comparison.needs import Lacking, Need
from kotowari.comparison.why_not import Barred, Other, WhyNot
from kotowari.decision_format import moment, part_data
from kotowari.diagnostics.span import Span
from kotowari.engine.decision import Part
from kotowari.version import VERSION

FORMAT = "kotowari.why-not/1"
_TRUTHS = {True: "true", False: "false", None: "unknown"}


def why_not_data(decision: Decision, found: WhyNot) -> dict[str, object]:
    """The answer as JSON objects, lists and strings."""
    model, ruling = decision.policy.model, decision.ruling
    write = _Record(decision)
    goal = found.goal
    wanted = {"verdict": goal.verdict.value} if isinstance(goal, VerdictGoal) else {"rule": goal.rule.name}
    return {
        "format": FORMAT,
        **({} if decision.request.id is None else {"id": decision.request.id}),
        "policy": {"name": model.name, "edition": model.edition, "digest": model.digest, "kotowari": VERSION},
        "now": moment(ruling.situation.now),
        "goal": wanted,
        "verdict": ruling.verdict and ruling.verdict.value,
        "possible": [verdict.value for verdict in ruling.possible],
        "reached": found.reached,
        "rules": [write.barred(one) for one in found.barred],
        "outranked_by": [write.other(one) for one in found.above],
        "otherwise_waits_for": [write.other(one) for one in found.in_force],
        "routes": [[{"fact": fact, **write.part(fact, part)} for fact, part in route.parts] for route in found.routes],
        "searched": found.searched,
    }


class _Record:
    """Writes what refers to the policy of a decision."""

    def __init__(self, decision: Decision) -> None:
        self._policy = decision.policy

    def part(self, fact: str, part: Part) -> dict[str, object]:
        """A part of a fact's values."""
        return part_data(self._policy.model, fact, part)

    def barred(self, one: Barred) -> dict[str, object]:
        """A rule and what keeps it."""
        rule = one.rule
        return {
            "rule": rule.name,
            "verdict": rule.outcome.verdict.value,
            "source": self._place(rule.span),
            "needs": [self._need(need) for need in one.needs],
            "out_of_season": one.out_of_season and one.out_of_season.isoformat(),
            "reasons_ended": one.ended,
            "set_aside_by": [self.other(other) for other in one.set_aside],
        }

    def other(self, one: Other) -> dict[str, object]:
        """A rule that is in force, or may be."""
        rule = one.rule
        return {
            "rule": rule.name,
            "verdict": rule.outcome.verdict.value,
            "source": self._place(rule.span),
            "certain": one.certain,
        }

    def _need(self, need: Need) -> dict[str, object]:
        if not isinstance(need, Lacking):
            return {"one_of": [[self._need(inner) for inner in way] for way in need.ways]}
        clause = need.clause
        return {
            "clause": clause.text,
            "truth": _TRUTHS[clause.truth],
            "wanted": need.wanted,
            "seen": list(clause.seen),
            "source": self._place(clause.span),
        }

    def _place(self, span: Span) -> str:
        return self._policy.place(span.source, span.start)
