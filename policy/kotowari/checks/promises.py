"""Escalations that do not say by when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kotowari.checks.spoken import speeches
from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.diagnostics.said import say
from kotowari.model.model import Model


def promises(model: Model, today: date | None) -> Iterator[Diagnostic]:
    """An escalation to a team that has no time of its own, and gives none."""
    del today
    for speech in speeches(model):
        outcome = speech.outcome
        team = model.teams.get(outcome.team) if outcome.team else None
        if team is not None and team.within is None and outcome.within is None:
            yield Diagnostic(
                "missing-within",
                say(
                    "`{name}` escalates to `{team}`, but nobody says by when it answers",
                    name=speech.name,
                    team=team.name,
                ),
                outcome.span,
                help=say("add `answers within 1 day` to the team `{team}`, or `within 1 day` here", team=team.name),
            )
