"""What replies call by a name that nobody gave words for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kotowari.diagnostics.diagnostic import Diagnostic, Severity
from kotowari.diagnostics.said import Said, say
from kotowari.model.model import Model, Team, Topic


def unnamed(model: Model, today: date | None) -> Iterator[Diagnostic]:
    """Topics that rules are about, and teams that requests go to, without words for people."""
    del today
    asked = {topic for rule in model.rules.values() for topic in rule.about}
    for name, topic in model.topics.items():
        if name in asked and not topic.texts:
            bare = say("topic `{name}` has no words for people, so `{{asked}}` shows its bare name", name=name)
            yield _fault("topic", bare, topic, model.languages)
    outcomes = [rule.outcome for rule in model.rules.values()] + [model.otherwise, model.unanswered]
    called = {outcome.team for outcome in outcomes}
    for name, team in model.teams.items():
        if name in called and not team.texts:
            bare = say("team `{name}` has no words for people, so `{{team}}` shows its bare name", name=name)
            yield _fault("team", bare, team, model.languages)


def _fault(kind: str, message: Said, declared: Topic | Team, languages: Sequence[str]) -> Diagnostic:
    words = " ".join([kind, declared.name, *(f'{language} "…"' for language in languages)])
    return Diagnostic(
        "no-words",
        message,
        declared.span,
        help=say("write what people call it behind the name: `{words}`", words=words),
        severity=Severity.WARNING,
    )
