"""Short strings without which a pattern cannot match, for a plain search to find."""

from __future__ import annotations

from kotowari.text.patterns.needs import strings_of
from kotowari.text.patterns.pattern import Expression, Matcher


def needles(matcher: Matcher) -> tuple[str, ...] | None:
    """Strings one of which is in every folded text that the pattern matches in; None where there are none such."""
    if isinstance(matcher, Expression):
        return None
    steps = [found for step in matcher.phrase.steps if (found := strings_of(step.node))]
    return max(steps, key=_worth, default=None)


def _worth(strings: tuple[str, ...]) -> tuple[int, int]:
    """The longer the shortest of them, the seldomer they are found for nothing."""
    return min(map(len, strings)), -len(strings)
