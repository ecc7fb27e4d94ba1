"""Patterns that were meant as several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kotowari.diagnostics.diagnostic import Diagnostic, Fix, Severity
from kotowari.diagnostics.said import say
from kotowari.diagnostics.span import Span
from kotowari.model.model import Model
from kotowari.text.authoring.listed_patterns import listed
from kotowari.text.characters import IS_JAPANESE
from kotowari.text.patterns.pattern import Pattern

_QUOTES = frozenset("「」")


def listed_patterns(model: Model, today: date | None) -> Iterator[Diagnostic]:
    """Patterns of topics that are a list in one pair of quotes, which no customer writes in this order."""
    del today
    for topic in model.topics.values():
        excluded = zip(topic.excluded, topic.excluded_at, strict=True)
        for pattern, span in (*((one.pattern, one.span) for one in topic.words), *excluded):
            parts = () if pattern.regex else listed(pattern.text)
            if parts:
                yield _fault(pattern, parts, span)


def _fault(pattern: Pattern, parts: Sequence[str], span: Span) -> Diagnostic:
    several = ", ".join(_written(part, exact=pattern.exact) for part in parts)
    return Diagnostic(
        "listed-pattern",
        say("the list `{pattern}` is one pattern, which finds only the whole list", pattern=pattern.text),
        span,
        help=say("write `{several}`; a sign that is meant has `\\` before it", several=several),
        severity=Severity.WARNING,
        fix=Fix(span, several, say("write `{name}`", name=several)),
    )


def _written(part: str, *, exact: bool) -> str:
    corners = IS_JAPANESE.search(part) and not _QUOTES.intersection(part)
    quoted = f"「{part}」" if corners else '"{}"'.format(part.replace('"', r"\""))
    return f"exactly {quoted}" if exact else quoted
