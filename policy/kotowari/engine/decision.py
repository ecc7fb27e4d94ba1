"""What the engine finds out about a request."""

from __future__ import annotations

from kotowari.engine.situation import Situation
from kotowari.model.model import Outcome, Rule, Verdict
from kotowari.model.types import Value
from kotowari.record import record


@record
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


@record
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


@record
class Part:
    """Some values of a fact: `op` is the word of the language, `value` one value or, for a list, several."""

    op: str
    value: Value | tuple[Value, ...]


@record
class Question:
    """A fact to ask for next, with the verdicts that each part of its answers leaves possible.

    For the text of the request the values of a part are names of topics.
    """

    fact: str
    branches: tuple[tuple[Part, tuple[Verdict, ...]], ...]


@record
class Change:
    """One or two facts that would turn the verdict."""

    parts: tuple[tuple[str, Part], ...]
    verdict: Verdict


@record
class Reason:
    """A condition as it came out: `truth` is None for unknown. `fact` names the fact whose value was seen."""

    clause: str
    truth: bool | None
    fact: str | None
    parts: tuple[Reason, ...]
