"""When rules apply: their own dates, those of the rule that an exception belongs to, and those of their reasons."""

from __future__ import annotations

from datetime import date

from kotowari.model.model import Model, Rule


def in_season(model: Model, rule: Rule, today: date) -> bool:
    """Whether today lies in a rule's dates (for an exception, in its rule's too) and not all its reasons ended."""
    parent = model.rules[rule.parent] if rule.parent else rule
    return _within(rule, today) and _within(parent, today) and not _spent(model, rule, today)


def has_season(model: Model, rule: Rule) -> bool:
    """Whether there can be days on which a rule does not apply."""
    parent = model.rules[rule.parent] if rule.parent else rule
    dates = (rule.starts, rule.ends, parent.starts, parent.ends)
    return any(dates) or any(model.principles[name].ends for name in rule.outcome.because)


def _within(rule: Rule, today: date) -> bool:
    return (rule.starts is None or rule.starts <= today) and (rule.ends is None or today <= rule.ends)


def _spent(model: Model, rule: Rule, today: date) -> bool:
    reasons = [model.principles[name] for name in rule.outcome.because]
    return bool(reasons) and all(reason.ends is not None and reason.ends < today for reason in reasons)
