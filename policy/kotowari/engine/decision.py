"""What the engine finds out about a request."""

from __future__ import annotations

from dataclasses import dataclass

from kotowari.engine.situation import Situation
from kotowari.model.model import Outcome, Rule, Verdict
from kotowari.model.types import Value


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing that is asked for, or (`about` empty) the request as a whole.

    `verdict` is None while several are possible. `rules` are those that give the verdict in every completion, `also`
    those in force for another one. `grant` is the amount of the first rule that grants one, None where it is not known.
    """

    about: tuple[str, ...]
    verdict: Verdict | None
    possible: tuple[Verdict, ...]
    rules: tuple[Rule, ...]
    also: tuple[Rule, ...]
    label: str | None
    grant: Value
    grant_rule: Rule | None


@dataclass(frozen=True, slots=True)
class Ruling:
    """The verdict of a request with everything that stands behind it.

    `outcome` is the policy's own outcome where that speaks: `otherwise` with no rule in force, `unanswered` where what
    matters cannot be known. `set_aside` pairs a rule with one that overrides it.
    """

    situation: Situation
    verdict: Verdict | None
    possible: tuple[Verdict, ...]
    exact: bool
    demands: tuple[Demand, ...]
    rules: tuple[Rule, ...]
    set_aside: tuple[tuple[str, str], ...]
    undetermined: tuple[Rule, ...]
    outcome: Outcome | None

    @property
    def whole(self) -> Demand | None:
        """The request as a whole, where rules decide it."""
        return next((demand for demand in self.demands if not demand.about), None)


@dataclass(frozen=True, slots=True)
class Part:
    """Some values of a fact: `op` is the word of the language, `value` one value or, for a list, several."""

    op: str
    value: Value | tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A fact to ask for next, with the verdicts that each part of its answers leaves possible.

    For the text of the request the values of a part are names of topics.
    """

    fact: str
    branches: tuple[tuple[Part, tuple[Verdict, ...]], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One or two facts that would turn the verdict."""

    parts: tuple[tuple[str, Part], ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Reason:
    """A condition as it came out: `truth` is None for unknown. `fact` names the fact whose value was seen."""

    clause: str
    truth: bool | None
    fact: str | None
    parts: tuple[Reason, ...]
