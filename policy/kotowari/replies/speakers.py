"""Who speaks in a reply: the rules that give each demand its verdict, or the policy's own outcome."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from kotowari.engine.decision import Demand, Ruling
from kotowari.engine.rule_on import speaking
from kotowari.model import calendar
from kotowari.model.duration import Duration
from kotowari.model.model import Model, Outcome, Rule
from kotowari.record import record


@record
class Speaker:
    """An outcome that speaks for a demand; `demand` and `rule` are None where the policy's own outcome does."""

    outcome: Outcome
    demand: Demand | None = None
    rule: Rule | None = None

    @property
    def about(self) -> tuple[str, ...]:
        """The topics that it answers."""
        return self.demand.about if self.demand else ()

    @property
    def says_only(self) -> bool:
        """Whether its rule wants nothing from the usual scripts."""
        return self.rule is not None and self.rule.say_only


def speakers(model: Model, ruling: Ruling) -> tuple[Speaker, ...]:
    """Who speaks, in the order of the text, of one demand the most urgent first.

    Nobody does while the verdict is open, nor where it is settled but no rule that gives it is sure: what the others
    say would be taken for the answer.
    """
    if ruling.verdict is None:
        return ()
    if ruling.outcome is not None:
        return (Speaker(ruling.outcome),)
    if not ruling.rules:
        return ()
    return tuple(
        Speaker(rule.outcome, demand, rule)
        for demand in speaking(ruling)
        for rule in _by_urgency(model, ruling, demand.rules)
    )


def _by_urgency(model: Model, ruling: Ruling, rules: Iterable[Rule]) -> list[Rule]:
    """The rules whose teams answer soonest first, in the order of their names where that does not part them."""
    moments = [(respond_by(model, ruling, rule.outcome), rule) for rule in rules]
    now = ruling.situation.now
    return [rule for _, rule in sorted(moments, key=lambda one: (one[0] is None, one[0] or now))]


def within_of(model: Model, outcome: Outcome) -> Duration | None:
    """Within how long the team of an escalation answers; None where nobody said."""
    team = model.teams.get(outcome.team) if outcome.team else None
    return (outcome.within or team.within) if team else None


def respond_by(model: Model, ruling: Ruling, outcome: Outcome) -> datetime | None:
    """The moment by which the team of an escalation answers; None where nobody said within how long."""
    within = within_of(model, outcome)
    return calendar.add(ruling.situation.now, within, ruling.situation.zone) if within else None
