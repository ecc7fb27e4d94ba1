"""Rules whose review is overdue: a word to their owner, never a reason to fail."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kotowari.diagnostics.diagnostic import Diagnostic, Severity
from kotowari.model.model import Model


def overdue_reviews(model: Model, today: date) -> Iterator[Diagnostic]:
    """Rules and exceptions that should have been looked at again by now."""
    for rule in model.rules.values():
        if rule.review is not None and rule.review < today:
            owner = f"`{rule.owner}`" if rule.owner else "nobody in particular"
            yield Diagnostic(
                "review-overdue",
                f"`{rule.name}` was to be reviewed by {rule.review.isoformat()}, {_days(today, rule.review)} ago",
                rule.span,
                label=f"owned by {owner}",
                help="look at it again and move `review by`, or take the rule out",
                severity=Severity.NOTE,
            )


def _days(today: date, day: date) -> str:
    days = (today - day).days
    return f"{days} day{'' if days == 1 else 's'}"
