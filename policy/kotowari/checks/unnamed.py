"""What replies call by a name that nobody gave words for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kotowari.diagnostics.diagnostic import Diagnostic, Severity
from kotowari.model.model import Model, Team, Topic


def unnamed(model: Model, today: date | None) -> Iterator[Diagnostic]:
    """Topics that rules are about, and teams that requests go to, without words for people."""
    del today
    asked = {topic for rule in model.rules.values() for topic in rule.about}
    for name, topic in model.topics.items():
        if name in asked and not topic.texts:
            yield _fault("topic", "`{asked}`", topic, model.languages)
    outcomes = [rule.outcome for rule in model.rules.values()] + [model.otherwise, model.unanswered]
    called = {outcome.team for outcome in outcomes}
    for name, team in model.teams.items():
        if name in called and not team.texts:
            yield _fault("team", "`{team}`", team, model.languages)


def _fault(kind: str, placeholder: str, declared: Topic | Team, languages: Sequence[str]) -> Diagnostic:
    words = " ".join(f'{language} "…"' for language in languages)
    return Diagnostic(
        "no-words",
        f"{kind} `{declared.name}` has no words for people, so {placeholder} shows its bare name",
        declared.span,
        help=f"write what people call it behind the name: `{kind} {declared.name} {words}`",
        severity=Severity.WARNING,
    )
