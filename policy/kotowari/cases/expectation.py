"""What is expected of a decision, and what came out instead."""

from __future__ import annotations

from enum import StrEnum

from kotowari.record import record

# What stands for a verdict while there is none.
OPEN = "open"


class Key(StrEnum):
    """What can be expected; the values are the keys of case files."""

    HOLDS = "holds"
    VERDICT = "verdict"
    RULES = "rules"
    TEAM = "team"
    LABEL = "label"
    DEMANDS = "demands"
    ASK = "ask"
    LANGUAGE = "reply.language"
    SAYS = "reply.says"
    AVOIDS = "reply.avoids"


@record
class ExpectedDemand:
    """One thing that is asked for, by its topics; none of them for the request as a whole. None: not looked at."""

    about: frozenset[str]
    verdict: str
    rules: frozenset[str] | None = None
    label: str | None = None


@record
class Expectation:
    """What a decision has to be; what is None or empty is not looked at.

    `verdict` is that of the decision or `open`. `rules` are exactly those that give it, `teams` exactly those that take
    over, `demands` exactly what is asked for. `says` stand in the reply, `avoids` do not.
    """

    verdict: str | None = None
    rules: frozenset[str] | None = None
    teams: frozenset[str] | None = None
    label: str | None = None
    demands: tuple[ExpectedDemand, ...] | None = None
    ask: str | None = None
    language: str | None = None
    says: tuple[str, ...] = ()
    avoids: tuple[str, ...] = ()


@record
class Difference:
    """Where a decision is not as expected.

    `place` is the path below `expect`: `verdict`, `demands.0.rules`, `reply.says.1`. `expected` and `found` are names
    or words; none of them stands for nothing.
    """

    key: Key
    place: str
    expected: tuple[str, ...]
    found: tuple[str, ...]
