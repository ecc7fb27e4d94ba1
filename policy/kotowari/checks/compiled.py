"""Patterns ready to match: several checks look at each of them."""

from __future__ import annotations

from functools import lru_cache

from kotowari.text.patterns.pattern import Matcher, Pattern, compile_pattern


@lru_cache(maxsize=1 << 13)
def compiled(pattern: Pattern) -> Matcher:
    """The pattern of a policy ready to match, which the model has tried out."""
    return compile_pattern(pattern)
