"""Patterns that find nothing, whatever a customer writes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from kotowari.checks.compiled import compiled
from kotowari.diagnostics.diagnostic import Diagnostic, Note, Severity
from kotowari.diagnostics.said import say
from kotowari.model.model import Model, Topic, TopicPattern
from kotowari.text.authoring.covering import covered
from kotowari.text.authoring.dead_patterns import misses_its_own_words, needs_unfolded


def dead_patterns(model: Model, today: date | None) -> Iterator[Diagnostic]:
    """Patterns whose every match a `not` takes away, and those that ask for what no text has."""
    del today
    for topic in model.topics.values():
        taken = taken_away(topic)
        for number, one in enumerate(topic.words):
            if number in taken:
                yield _removed(one, topic, taken[number])
            else:
                yield from _impossible(one)


def taken_away(topic: Topic) -> Mapping[int, int]:
    """The patterns by number, each with the number of the `not` that matches within its every match."""
    return dict(_taken_away(topic))


def _taken_away(topic: Topic) -> Iterator[tuple[int, int]]:
    if not topic.excluded:
        return
    written = [one.pattern for one in topic.words]
    known = covered(compiled(pattern) for pattern in (*written, *topic.excluded))
    for number, pattern in enumerate(written):
        for other, excluded in enumerate(topic.excluded, len(written)):
            if pattern == excluded or other in known.by(number):
                yield number, other - len(written)
                break


def _removed(one: TopicPattern, topic: Topic, number: int) -> Diagnostic:
    text = topic.excluded[number].text
    return Diagnostic(
        "dead-pattern",
        say("the pattern `{pattern}` never counts: `not` takes away whatever it finds", pattern=one.pattern.text),
        one.span,
        help=say('take it out, or make `not "{text}"` narrower', text=text),
        severity=Severity.WARNING,
        notes=(Note(say("this matches wherever the pattern does"), topic.excluded_at[number]),),
    )


def _impossible(one: TopicPattern) -> Iterator[Diagnostic]:
    if one.pattern.regex:
        part = needs_unfolded(one.pattern)
        if part:
            yield Diagnostic(
                "dead-pattern",
                say("this expression finds nothing: no text has what `{part}` asks for", part=part),
                one.span,
                help=say("texts are read in lower case, in hiragana and half width, and ー and ~ count once"),
                severity=Severity.WARNING,
            )
    elif misses_its_own_words(compiled(one.pattern)):
        yield Diagnostic(
            "dead-pattern",
            say("the pattern `{pattern}` does not even find its own words", pattern=one.pattern.text),
            one.span,
            help=say("`...` stays within one sentence: take out the sign that ends it"),
            severity=Severity.WARNING,
        )
