"""Short strings without which a pattern cannot match, for a plain search to find."""

from __future__ import annotations

from kotowari.text.patterns.needs import strings_of, worthiest
from kotowari.text.patterns.pattern import Expression, Matcher


def needles(matcher: Matcher) -> tuple[str, ...] | None:
    """Strings one of which is in every folded text that the pattern matches in; None where there are none such."""
    if isinstance(matcher, Expression):
        return None
    return worthiest(strings_of(step.node) for step in matcher.phrase.steps) or None
