"""Rules whose review is overdue: a word to their owner, never a reason to fail."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kotowari.diagnostics.diagnostic import Diagnostic, Severity
from kotowari.diagnostics.said import Said, say
from kotowari.model.model import Model, Rule


def overdue_reviews(model: Model, today: date) -> Iterator[Diagnostic]:
    """Rules and exceptions that should have been looked at again by now."""
    for rule in model.rules.values():
        if rule.review is not None and rule.review < today:
            yield Diagnostic(
                "review-overdue",
                _overdue(rule, rule.review, (today - rule.review).days),
                rule.span,
                label=say("owned by `{owner}`", owner=rule.owner)
                if rule.owner
                else say("owned by nobody in particular"),
                help=say("look at it again and move `review by`, or take the rule out"),
                severity=Severity.NOTE,
            )


def _overdue(rule: Rule, day: date, days: int) -> Said:
    if days == 1:
        return say("`{rule}` was to be reviewed by {day}, 1 day ago", rule=rule.name, day=day)
    return say("`{rule}` was to be reviewed by {day}, {days} days ago", rule=rule.name, day=day, days=days)
