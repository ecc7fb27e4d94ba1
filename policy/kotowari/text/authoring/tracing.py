"""Why a topic was found: which part of a pattern stands where in the text, and which matches a `not` took away."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from kotowari.record import record
from kotowari.text.fold import Folded, fold
from kotowari.text.patterns.matching import View, phrase_ends, starts_after
from kotowari.text.patterns.nodes import Gap, Phrase, Step
from kotowari.text.patterns.pattern import Expression, Pattern, compile_pattern
from kotowari.text.patterns.search import Hit, Search
from kotowari.text.patterns.syntax import pieces

# Nobody reads more of them than this of one topic; time stays bounded on any text.
MOST_REMOVED: Final = 200


@record
class Stated:
    """A pattern, and where the policy states it, such as `topics.rules:7`."""

    pattern: Pattern
    source: str


@record
class StatedTopic:
    """A topic with all its patterns. The `excluded` ones take away matches that they overlap."""

    name: str
    patterns: tuple[Stated, ...]
    excluded: tuple[Stated, ...] = ()


@record
class Part:
    """A part of a pattern as written, and what the text has for it."""

    piece: str
    text: str


@record
class Removed:
    """A match on the characters `start` to `end` of the text as given that the pattern `by` of a `not` took away."""

    start: int
    end: int
    text: str
    stated: Stated
    by: Stated


def folded_place(folded: Folded, start: int, end: int) -> tuple[int, int]:
    """The characters of the folded text behind the characters `start` to `end` of the text as written."""
    return bisect_left(folded.origin, start), bisect_left(folded.origin, end)


def parts(pattern: Pattern, view: View, start: int, end: int) -> tuple[Part, ...]:
    """Which part of the pattern stands where, in its match on the characters `start` to `end` of the folded text.

    None for a regular expression, which has no parts.
    """
    matcher = compile_pattern(pattern)
    if isinstance(matcher, Expression):
        return ()
    folded = view.folded
    places = _places(matcher.phrase, view, start, end)
    written = (folded.written[slice(*folded.span(low, high))] for low, high in places)
    return tuple(Part(piece, text) for piece, text in zip(pieces(pattern.text), written, strict=False))


def _places(phrase: Phrase, view: View, start: int, end: int) -> list[tuple[int, int]]:
    """Where each step of the phrase stands, in the first way in which it fills `start` to `end`; none if in no way."""
    came: list[dict[int, tuple[int, int]]] = []  # by where a step can end: where it begins, where the one before ends
    places: Iterable[int] = (start,)
    for number, step in enumerate(phrase.steps):
        reached: dict[int, tuple[int, int]] = {}
        for place in sorted(places):
            for begin in starts_after(step.gap, view, place) if number else (place,):
                for stop in sorted(phrase_ends(Phrase((Step(Gap.NONE, step.node),)), view, begin)):
                    reached.setdefault(stop, (begin, place))
        came.append(reached)
        places = reached
    return _walked_back(came, end)


def _walked_back(came: Sequence[dict[int, tuple[int, int]]], end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for reached in reversed(came):
        if end not in reached:
            return []
        begin, before = reached[end]
        found.append((begin, end))
        end = before
    return found[::-1]


def removed(topic: StatedTopic, text: str) -> tuple[Removed, ...]:
    """The matches of the topic that its first `MOST_REMOVED` matches of `not` take away, the longest at each place."""
    view = View(fold(text))
    excluding = list(islice(_search(topic.excluded).hits(view), MOST_REMOVED)) if topic.excluded else []
    if not excluding:
        return ()
    found: dict[int, Removed] = {}
    ends: dict[int, int] = {}
    last = max(other.end for other in excluding)
    for hit in _search(topic.patterns).hits(view):
        if hit.start >= last:
            break
        by = next(_over(excluding, hit), None)
        if by is not None and hit.end > ends.get(hit.start, 0):
            ends[hit.start] = hit.end
            start, end = view.folded.span(hit.start, hit.end)
            stated, other = topic.patterns[hit.number], topic.excluded[by.number]
            found[hit.start] = Removed(start, end, text[start:end], stated, other)
    return tuple(found.values())


def _search(stated: Iterable[Stated]) -> Search:
    return Search([compile_pattern(one.pattern) for one in stated])


def _over(hits: Sequence[Hit], hit: Hit) -> Iterator[Hit]:
    return (other for other in hits if other.start < hit.end and hit.start < other.end)
