"""What the tests of this folder share."""

from __future__ import annotations

from kotowari.text.patterns.pattern import Pattern
from kotowari.text.topics import Match, TopicFinder, TopicWords


def matches(pattern: str | Pattern, text: str, *excluded: str) -> tuple[Match, ...]:
    """The matches of one pattern in a text."""
    given = Pattern(pattern) if isinstance(pattern, str) else pattern
    words = TopicWords("topic", ((given, "policy.rules:7"),), tuple(Pattern(one) for one in excluded))
    return TopicFinder([words]).find(text)


def found(pattern: str | Pattern, text: str, *excluded: str) -> list[str]:
    """What the customer wrote where a pattern matches."""
    return [match.text for match in matches(pattern, text, *excluded)]
