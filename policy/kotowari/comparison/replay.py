"""One request under two policies."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import cast

from kotowari.api import Decision, Policy
from kotowari.comparison.transitions import Besides, State, Transition, state_of
from kotowari.engine.decision import Ruling
from kotowari.engine.rule_on import speaking
from kotowari.model.model import Verdict
from kotowari.record import record
from kotowari.requests import Request, RequestError, read_request
from kotowari.requests.admit import EVERYTHING


@record
class Side:
    """What one policy makes of a request.

    `rules` give the verdict; `otherwise` and `unanswered` stand there where those speak. While it is open, they are the
    rules that it hangs on, and `possible` are the verdicts that it can come to. `reply` is None where nothing can be
    said, or nobody asked for it. `refused` says why the policy cannot take the request.
    """

    state: State
    possible: tuple[Verdict, ...] = ()
    rules: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    reply: str | None = None
    refused: str | None = None

    @property
    def outcome(self) -> tuple[object, ...]:
        """What a customer gets; by which rules is not their concern."""
        return self.state, self.possible, self.teams, self.reply


@record
class Difference:
    """A request under two policies; `line` is where it was read, from 1, where that is a file.

    `approved` says that somebody has accepted that they differ.
    """

    id: str | int | None
    line: int | None
    before: Side
    after: Side
    approved: bool = False

    @property
    def is_any(self) -> bool:
        """Whether the policies treat it differently at all."""
        return self.before.outcome != self.after.outcome

    @property
    def transition(self) -> Transition:
        """From which state to which."""
        return Transition(self.before.state, self.after.state)

    @property
    def besides(self) -> Besides | None:
        """What changes where the verdict does not."""
        if self.before.state is not self.after.state:
            return None
        if self.before.possible != self.after.possible:
            return Besides.POSSIBLE
        return Besides.TEAM if self.before.teams != self.after.teams else Besides.REPLY


@record
class Replay:
    """Decides requests under both policies, for `now` where they name no moment; with `replies` those count too."""

    old: Policy
    new: Policy
    now: datetime
    replies: bool = False

    def sides(self, request: Request) -> tuple[Side, Side]:
        """What both make of it. Raises RequestError where neither can take it.

        What only the other policy declares is left aside: nobody could have known of it, or needs it any longer.
        """
        sides = self._side(request, self.old, self.new), self._side(request, self.new, self.old)
        if all(isinstance(side, RequestError) for side in sides):
            assert isinstance(sides[0], RequestError)
            raise sides[0]
        before, after = (_refused(side) if isinstance(side, RequestError) else side for side in sides)
        return before, after

    def difference(self, request: Request, line: int | None = None) -> Difference:
        """How they differ, if they do. Raises RequestError where neither can take it."""
        return Difference(request.id, line, *self.sides(request))

    def look(self, document: object, line: int) -> Difference | None:
        """How they differ on the request of a document; None where a glance shows that they do not.

        What both policies settle alike, most requests, needs no more than the two verdicts. Raises RequestError.
        """
        decisions = self._glance(document)
        if decisions is None:
            return self.difference(read_request(document), line)
        old, new = decisions
        if not self.replies and old.verdict is new.verdict and old.verdict in (Verdict.ACCEPT, Verdict.DECLINE):
            return None
        return Difference(old.request.id, line, self._told(old), self._told(new))

    def _glance(self, document: object) -> tuple[Decision, Decision] | None:
        """Both decisions where each policy takes the document as it is."""
        if not isinstance(document, dict):
            return None
        request = cast("dict[str, object]", document)
        now = self.now if request.get("now") is None else None
        try:
            return self.old.decide(request, now=now), self.new.decide(request, now=now)
        except RequestError:
            return None

    def _side(self, request: Request, policy: Policy, other: Policy) -> Side | RequestError:
        try:
            return self._told(policy.decide(_fitted(request, policy, other), now=request.now or self.now))
        except RequestError as error:
            return error

    def _told(self, decision: Decision) -> Side:
        reply = decision.reply.text if self.replies and decision.reply is not None else None
        possible = tuple(sorted(decision.possible)) if decision.verdict is None else ()
        return Side(state_of(decision.verdict), possible, rules_of(decision), tuple(_teams(decision.ruling)), reply)


def _teams(ruling: Ruling) -> list[str]:
    """The teams that take over, by name."""
    if ruling.verdict is None:
        return []
    outcomes = [rule.outcome for demand in speaking(ruling) for rule in demand.rules]
    found = {outcome.team for outcome in ([ruling.outcome] if ruling.outcome else outcomes)}
    return sorted(team for team in found if team is not None)


def _refused(error: RequestError) -> Side:
    return Side(State.REFUSED, refused=str(error))


def rules_of(decision: Decision) -> tuple[str, ...]:
    """The rules that give a verdict, or those that it hangs on; `otherwise` and `unanswered` where those speak."""
    ruling, model = decision.ruling, decision.policy.model
    if ruling.outcome is not None:
        is_unanswered = ruling.outcome is model.unanswered and bool(ruling.undetermined)
        return ("unanswered" if is_unanswered else "otherwise",)
    rules = ruling.undetermined if ruling.verdict is None else ruling.rules or ruling.undetermined
    return tuple(rule.name for rule in rules)


def _fitted(request: Request, policy: Policy, other: Policy) -> Request:
    """The request without what only the other policy declares."""
    here, there = policy.model, other.model
    facts = {name: value for name, value in request.facts.items() if name in here.facts or name not in there.facts}
    topics = {name: state for name, state in request.topics.items() if name in here.topics or name not in there.topics}
    unavailable = frozenset(
        name for name in request.unavailable if name in here.facts or name not in there.facts or name == EVERYTHING
    )
    if (len(facts), len(topics), len(unavailable)) == tuple(
        map(len, (request.facts, request.topics, request.unavailable))
    ):
        return request
    return replace(request, facts=facts, topics=topics, unavailable=unavailable)
