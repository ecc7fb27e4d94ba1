"""Finds the near misses of a topic's patterns in a text, the nearest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from kotowari.text.authoring.tracing import Stated, StatedTopic, removed
from kotowari.text.errors import PatternError
from kotowari.text.fold import fold
from kotowari.text.near.alike import Alike, alike
from kotowari.text.near.found import RANK, Near, Why
from kotowari.text.near.joined import joined
from kotowari.text.near.seen import Place, Seen
from kotowari.text.near.together import closest, loosened, what_parts
from kotowari.text.near.units import Unit, fallen_apart, units
from kotowari.text.patterns.pattern import Expression, Pattern, compile_pattern
from kotowari.text.patterns.search import Search
from kotowari.text.sentences import REACH

# Beyond this many characters a text is not looked at: what is near there is chance.
LONGEST: Final = 10_000
MOST: Final = 5
# How many of the least telling kinds are told.
_MOST_OF: Final = {Why.MISSING: 2, Why.BEGINNING: 3}
_MOST_LISTED: Final = 3
_IN_PLACE: Final = frozenset({Why.APART, Why.PARTED})


def near_misses(topic: StatedTopic, text: str) -> tuple[Near, ...]:
    """At most `MOST` near misses in the first `LONGEST` characters of a text that the topic was not found in."""
    looked_at = text[:LONGEST]
    taken_away = [
        Near(Why.REMOVED, one.stated, one.start, one.end, one.stated.pattern.text, one.text, by=one.by)
        for one in removed(topic, looked_at)
    ]
    seen = Seen(fold(looked_at))
    found = [near for stated in topic.patterns for near in _of_pattern(stated, seen)]
    counting = [near for near in found if not any(_overlap(near, other) for other in taken_away)]
    return tuple(_chosen([*taken_away, *counting]))


def _overlap(near: Near, other: Near) -> bool:
    return near.start < other.end and other.start < near.end


def _chosen(found: Iterable[Near]) -> Iterator[Near]:
    """The nearest ones, each place in the text once."""
    kept: list[Near] = []
    for near in sorted(found, key=lambda near: (RANK[near.why], -len(near.there), near.end - near.start)):
        same = any((one.start, one.end) == (near.start, near.end) for one in kept)
        if not same and sum(one.why is near.why for one in kept) < _MOST_OF.get(near.why, MOST):
            kept.append(near)
    yield from kept[:MOST]


def _of_pattern(stated: Stated, seen: Seen) -> Iterator[Near]:
    """What keeps one pattern from matching."""
    matcher = compile_pattern(stated.pattern)
    if isinstance(matcher, Expression):
        return
    words = units(matcher.phrase, stated.pattern.text, seen)
    if _matches(stated.pattern, seen):  # and is taken away
        yield from _nearly(stated, words, seen) if len(words) == 1 else ()
        return
    if stated.pattern.exact:
        yield from _inexact(stated, seen)
    nearly = list(_nearly(stated, words, seen))
    why = Why.JOINED if len(words) > 1 else Why.SPLIT
    nearly += [_written_otherwise(why, stated, place, seen) for place in joined(words, seen)]
    yield from nearly or _apart(stated, fallen_apart(words, seen), seen)


def _apart(stated: Stated, words: Sequence[Unit], seen: Seen) -> Iterator[Near]:
    """All words are there but not together, or all but one of them."""
    lost = [number for number, unit in enumerate(words) if not unit.places]
    if all(unit.small for unit in words if unit.places):
        return
    if not lost and len(words) > 1:
        yield _together(stated, words, seen)
    elif len(lost) == 1 and len(words) > 1 and not words[lost[0]].small:
        yield _missing(stated, words, lost[0], seen)


def _matches(pattern: Pattern, seen: Seen, place: Place | None = None) -> bool:
    """Whether the pattern can be read and matches, over `place` where one is given."""
    try:
        matcher = compile_pattern(pattern)
    except PatternError:
        return False
    hits = Search([matcher]).hits(seen.view)
    return any(place is None or (hit.start < place[1] and place[0] < hit.end) for hit in hits)


def _instead(pattern: Pattern, texts: Iterable[str], seen: Seen, place: Place) -> Pattern | None:
    """The first pattern of these texts that does match there."""
    tried = (replace(pattern, text=text) for text in texts)
    return next((one for one in tried if _matches(one, seen, place)), None)


def _near(why: Why, stated: Stated, seen: Seen, place: Place) -> Near:
    start, end = seen.folded.span(*place)
    return Near(why, stated, start, end, seen=seen.folded.written[start:end])


def _inexact(stated: Stated, seen: Seen) -> Iterator[Near]:
    """What `exactly` keeps out."""
    loose = replace(stated.pattern, exact=False)
    for hit in Search([compile_pattern(loose)]).hits(seen.view):
        near = _near(Why.EXACT, stated, seen, (hit.start, hit.end))
        yield replace(near, piece=stated.pattern.text, instead=loose)
        return


def _written_otherwise(why: Why, stated: Stated, place: Place, seen: Seen) -> Near:
    near = _near(why, stated, seen, place)
    instead = _instead(stated.pattern, [near.seen], seen, place)
    return replace(near, piece=stated.pattern.text, instead=instead)


# --- all words there --------------------------------------------------------------------------------------------------


def _together(stated: Stated, words: Sequence[Unit], seen: Seen) -> Near:
    """All words are there, but not as the pattern has them."""
    places = closest(words)
    why = what_parts(places, seen)
    whole = _around(places)
    in_text = [piece for _, piece in sorted(zip(places, (unit.piece for unit in words), strict=True))]
    instead = None if why is Why.SENTENCES else _instead(stated.pattern, [loosened(in_text)], seen, whole)
    if why in _IN_PLACE and instead is None:
        why = Why.FAR
    return replace(_near(why, stated, seen, whole), there=_there(words, places, seen), instead=instead)


def _there(words: Sequence[Unit], places: Sequence[Place], seen: Seen) -> tuple[str, ...]:
    """What the text has for the words that say something alone."""
    return tuple(seen.written(*place) for unit, place in zip(words, places, strict=True) if not unit.small)


def _around(places: Sequence[Place]) -> Place:
    return min(start for start, _ in places), max(end for _, end in places)


# --- one word not there -----------------------------------------------------------------------------------------------


def _nearly(stated: Stated, words: Sequence[Unit], seen: Seen) -> Iterator[Near]:
    """All words are there but one, and that one nearly is."""
    lost = [number for number, unit in enumerate(words) if not unit.places or len(words) == 1]
    if len(lost) != 1:
        return
    others = [unit for number, unit in enumerate(words) if number != lost[0]]
    around = closest(others) if others else ()
    there = _there(others, around, seen)
    found = [one for one in alike(words[lost[0]], seen) if all(_close(one.place, place) for place in around)]
    for one in sorted(found, key=lambda one: (RANK[one.why], one.distance, one.place))[:_MOST_LISTED]:
        yield replace(_alike(stated, one, words, lost[0], seen), there=there)


def _close(place: Place, other: Place) -> bool:
    return abs(place[0] - other[0]) <= REACH


def _alike(stated: Stated, one: Alike, words: Sequence[Unit], lost: int, seen: Seen) -> Near:
    near = _near(one.why, stated, seen, one.place)
    folded = seen.folded.text[slice(*one.place)]
    goes_on = one.why is not Why.SPELLING and folded.startswith(fold(one.word).text)
    own = [text for text in (one.base, f"{one.word}*" if goes_on else "", near.seen) if text]
    rows = [[word if number == lost else unit.piece for number, unit in enumerate(words)] for word in own]
    texts = [text for row in rows for text in (" ".join(row), loosened(row))]
    return replace(near, piece=one.word, read=one.read, instead=_instead(stated.pattern, texts, seen, one.place))


def _missing(stated: Stated, words: Sequence[Unit], lost: int, seen: Seen) -> Near:
    """One word is not there, nor anything like it."""
    others = [unit for unit in words if unit.places]
    places = closest(others)
    there = _there(others, places, seen)
    pieces = [unit.piece for unit in others]
    whole = _around(places) if len(there) > 1 else next(p for u, p in zip(others, places, strict=True) if not u.small)
    # One word of many is seldom enough to make a pattern of it.
    rest = [" ".join(pieces), loosened(pieces)] if len(there) > 1 else []
    near = _near(Why.MISSING, stated, seen, whole)
    return replace(near, piece=words[lost].piece, there=there, instead=_instead(stated.pattern, rest, seen, whole))
