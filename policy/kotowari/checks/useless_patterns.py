"""Patterns that another one of the same topic makes useless."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from kotowari.checks.compiled import compiled
from kotowari.checks.dead_patterns import taken_away
from kotowari.diagnostics.diagnostic import Diagnostic, Note, Severity
from kotowari.diagnostics.said import say
from kotowari.model.model import Model, Topic, TopicPattern
from kotowari.text.authoring.alike_denied import denied_alike
from kotowari.text.authoring.covering import Covered, covered


def useless_patterns(model: Model, today: date | None) -> Iterator[Diagnostic]:
    """Patterns that find nothing but what another pattern of the topic finds, at the same place or within it."""
    del today
    for topic in model.topics.values():
        for number, other in _useless(topic).items():
            yield _fault(topic.words[number], topic.words[other])


def _useless(topic: Topic) -> Mapping[int, int]:
    """The useless patterns by number, each with one that stays and finds all of it; of equals the first one stays."""
    known = covered(compiled(one.pattern) for one in topic.words)
    by = {number: _wider(known, topic, number) for number in range(len(topic.words))}
    useless = {number for number, others in by.items() if any(_yields(topic, by, number, other) for other in others)}
    return {
        number: next((other for other in by[number] if other not in useless), by[number][0])
        for number in sorted(useless - taken_away(topic).keys())
    }


def _wider(known: Covered, topic: Topic, number: int) -> list[int]:
    """The patterns that find all that this one finds and deny it alike; of expressions those that are the same."""
    own = topic.words[number].pattern
    if own.regex:
        return [other for other, one in enumerate(topic.words) if other != number and one.pattern == own]
    found = known.by(number)
    return [other for other in found if denied_alike(compiled(own), compiled(topic.words[other].pattern))]


def _yields(topic: Topic, by: Mapping[int, list[int]], number: int, other: int) -> bool:
    """Whether the pattern goes and not the other.

    Where both find the same, the one that the other begins with stays (export, exports), else the first one.
    """
    if number not in by[other]:
        return True
    own, others = topic.words[number].pattern.text, topic.words[other].pattern.text
    if own != others and (own.startswith(others) or others.startswith(own)):
        return len(others) < len(own)
    return other < number


def _fault(useless: TopicPattern, other: TopicPattern) -> Diagnostic:
    pattern = useless.pattern.text
    if useless.pattern == other.pattern:
        message, note = say("the pattern `{pattern}` stands twice", pattern=pattern), say("it stands here as well")
    else:
        wider = other.pattern.text
        message = say(
            "the pattern `{pattern}` finds nothing that `{other}` does not find", pattern=pattern, other=wider
        )
        note = say("this one finds all of it")
    return Diagnostic(
        "useless-pattern",
        message,
        useless.span,
        help=say("take it out"),
        severity=Severity.WARNING,
        notes=(Note(note, other.span),),
    )
