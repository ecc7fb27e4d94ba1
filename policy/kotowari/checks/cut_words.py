"""Japanese patterns that break off in the middle of a word."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kotowari.checks.compiled import compiled
from kotowari.diagnostics.diagnostic import Diagnostic, Severity
from kotowari.diagnostics.said import or_list, say
from kotowari.diagnostics.span import Span
from kotowari.model.model import Model, TopicPattern
from kotowari.text.authoring.cut_words import CutWord
from kotowari.text.authoring.cut_words import cut_words as cut_words_of
from kotowari.text.patterns.pattern import Expression

_MOST_LISTED = 2


def cut_words(model: Model, today: date | None) -> Iterator[Diagnostic]:
    """Words of patterns that are read in pieces, and so are not found in the whole words that they begin."""
    del today
    for topic in model.topics.values():
        for one in topic.words:
            matcher = compiled(one.pattern)
            if not isinstance(matcher, Expression):
                yield from (_fault(one, cut) for cut in cut_words_of(one.pattern.text, matcher.phrase))


def _fault(one: TopicPattern, cut: CutWord) -> Diagnostic:
    longer = or_list(f"`{word}`" for word in cut.longer[:_MOST_LISTED])
    every = say("write `{text}*` for every word that begins so", text=cut.text)
    return Diagnostic(
        "cut-word",
        say(
            "`{text}` is read as {read}, so it is not found in {longer}",
            text=cut.text,
            read="｜".join(cut.read),
            longer=longer,
        ),
        _place(one, cut),
        help=say("write the whole word: `{word}`; or {every}", word=cut.instead, every=every) if cut.instead else every,
        severity=Severity.WARNING,
    )


def _place(one: TopicPattern, cut: CutWord) -> Span:
    """Where the word stands, or the whole pattern where signs before it are written with a backslash."""
    quotes = one.span.end - one.span.start - len(one.pattern.text)
    if quotes != len("「」"):
        return one.span
    return Span(one.span.source, one.span.start + 1 + cut.start, one.span.start + 1 + cut.end)
