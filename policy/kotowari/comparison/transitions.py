"""From which verdict to which: the kinds of a change, the gravest first, and how they are written."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from kotowari.model.model import Verdict
from kotowari.record import record


class State(StrEnum):
    """What can come of a request under a policy: a verdict, none yet, or the request is not taken at all."""

    ACCEPT = "accept"
    DECLINE = "decline"
    ESCALATE = "escalate"
    OPEN = "open"
    REFUSED = "refused"


# What a customer loses weighs most: from what they had, to the worst that they get instead.
_FROM = (State.ACCEPT, State.ESCALATE, State.OPEN, State.DECLINE, State.REFUSED)
_TO = (State.DECLINE, State.REFUSED, State.OPEN, State.ESCALATE, State.ACCEPT)


@record
class Transition:
    """From one state to another; to the same one where something besides the verdict changes."""

    before: State
    after: State

    @property
    def rank(self) -> tuple[int, int]:
        """Sorts the gravest first: `accept:decline` before all others."""
        return _FROM.index(self.before), _TO.index(self.after)

    def __str__(self) -> str:
        return f"{self.before}:{self.after}"


def state_of(verdict: Verdict | None) -> State:
    """The state of a request that is taken; None is open."""
    return State.OPEN if verdict is None else State(verdict.value)


class Besides(StrEnum):
    """What may change while the verdict stays."""

    POSSIBLE = "possible"
    TEAM = "team"
    REPLY = "reply"


ANY = "any"


@record
class Kind:
    """Some transitions: `before` and `after` are None for any. `besides` names what else may change instead."""

    before: State | None = None
    after: State | None = None
    besides: Besides | None = None

    def matches(self, transition: Transition, besides: Besides | None) -> bool:
        """Whether a change is of this kind."""
        if besides is not None or self.besides is not None:
            return besides is self.besides
        return self.before in (None, transition.before) and self.after in (None, transition.after)


def read_kind(text: str) -> Kind | None:
    """A kind as people write it: `accept:decline`, `any:decline`, `team`; None where it is no such thing."""
    word = text.strip().lower()
    if word in set(Besides):
        return Kind(besides=Besides(word))
    before, colon, after = (part.strip() for part in word.partition(":"))
    known = {ANY, *State}
    if not colon or before not in known or after not in known:
        return None
    return Kind(None if before == ANY else State(before), None if after == ANY else State(after))


def writings() -> tuple[str, ...]:
    """How kinds are written, for those who miswrite one."""
    return (*(f"{before}:{after}" for before in (*State, ANY) for after in (*State, ANY)), *Besides)


def by_gravity(transitions: Iterable[Transition]) -> list[Transition]:
    """The gravest first."""
    return sorted(transitions, key=lambda transition: transition.rank)
